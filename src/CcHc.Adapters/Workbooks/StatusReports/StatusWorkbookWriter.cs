using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Answers;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using Columns = CcHc.Adapters.Workbooks.Tables.ObligationColumns;

namespace CcHc.Adapters.Workbooks.StatusReports;

/// <summary>Writes the workbook for Sở Nội vụ (bảng tổng hợp): summary with charts, by area, detail, overdue, findings, sources.</summary>
public static class StatusWorkbookWriter
{
    /// <summary>
    /// The file appears whole or not at all. A target somebody has open stays as it is; the workbook is then published beside it as "… (2).xlsx".
    /// </summary>
    /// <param name="sharedFolder">The folder the report's file names are relative to; links to source cells lead there from the workbook's own folder.</param>
    /// <param name="monday">The first sheet; null for none.</param>
    /// <returns>The path written.</returns>
    public static string Write(DailyStatusReport report, string path, string sharedFolder, MondayPage? monday = null)
    {
        var links = new SourceLinks(Path.GetFullPath(sharedFolder), Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var draft = new WorkbookDraft("Tổng hợp kết quả thực hiện nhiệm vụ cải cách hành chính", report.AsOf);
        var asOf = "Số liệu tính đến " + AdministrativeHeading.InWords(report.AsOf);
        if (monday is not null)
        {
            MondaySheet.Draw(draft, monday, report.ProvinceName);
        }

        SummarySheets.Draw(draft, report, asOf);
        draft.AddTable(Details(report, asOf, links));
        draft.AddTable(Overdue(report, asOf, links));
        if (report.Unconfirmed.Count > 0)
        {
            draft.AddTable(Unconfirmed(report, asOf, links));
        }

        if (AnsweredTable.Of(report.Details, asOf, links) is { } answered)
        {
            draft.AddTable(answered);
        }

        draft.AddTable(FindingTable.Of(report.Findings, "CẢNH BÁO VỀ SỔ THEO DÕI", asOf, links));
        draft.AddTable(SourceTable.Of(report.Sources, asOf, links));
        return AtomicFile.WriteNew(path, draft.Save);
    }

    private static TableSheet<AssessedObligation> Details(DailyStatusReport report, string asOf, SourceLinks links) => new(
        "Chi tiết",
        "CHI TIẾT NHIỆM VỤ THEO CƠ QUAN",
        asOf,
        [
            Columns.Area, Columns.Number, Columns.Task, Columns.Product, Columns.Agency, Columns.TimeText,
            Columns.Reading, Columns.Due, Columns.Standing, Columns.DaysLeft, Columns.Result, Columns.Source, Columns.SourceCell(links),
        ],
        [new(null, report.Details)])
    {
        Tone = row => StatusText.ToneOf(row.Standing),
        WhenEmpty = "Chưa có nhiệm vụ nào gắn với cơ quan chủ trì.",
    };

    private static TableSheet<AssessedObligation> Unconfirmed(DailyStatusReport report, string asOf, SourceLinks links) => new(
        "Cần Sở xác nhận",
        "NHIỆM VỤ QUÁ HẠN CẦN SỞ XÁC NHẬN TRƯỚC KHI BÁO LÃNH ĐẠO",
        asOf,
        [
            Columns.Agency, Columns.DaysOver, Columns.Due, Columns.Number, Columns.Task, Columns.TimeText, Columns.Reading, Columns.Result,
            new("Cần làm", 26,
                one => one.Standing.Record is { IsDisputed: true } ? "Hỏi lại cơ quan: sổ và báo cáo không thống nhất" : one.Obligation.Task.MayBeDone
                    ? "Kiểm tra đã xong chưa, sửa cột tình trạng" : "Ghi “đúng” ở trang Cách hệ thống hiểu của sổ cảnh báo, hoặc điền cột Hạn"),
            Columns.Source, Columns.SourceCell(links),
        ],
        [new(null, report.Unconfirmed)])
    {
        Tone = _ => RowTone.Attention,
    };

    private static TableSheet<AssessedObligation> Overdue(DailyStatusReport report, string asOf, SourceLinks links) => new(
        "Quá hạn",
        "NHIỆM VỤ QUÁ HẠN",
        asOf,
        [
            Columns.Agency, Columns.DaysOver, Columns.Due, Columns.Area, Columns.Number, Columns.Task,
            Columns.Product, Columns.TimeText, Columns.Result, Columns.Source, Columns.SourceCell(links),
        ],
        [
            // Worst first, as a reader with one minute needs it.
            .. from band in report.Overdue.Reverse()
               where band.Obligations.Count > 0
               let title = FormattableString.Invariant($"{band.Name}: {band.Obligations.Count} đầu việc")
               select new TableSection<AssessedObligation>(title, band.Obligations),
        ])
    {
        Tone = _ => RowTone.Alarm,
        WhenEmpty = "Không có nhiệm vụ quá hạn.",
    };
}
