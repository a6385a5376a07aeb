using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>A file of a period's sources (một tệp nguồn): a register that was read, or a report that was dropped.</summary>
internal sealed record PeriodSource(string File, string Agency, int? Version, DateTimeOffset Moment, string State, string Reason, string Uses, string Hash,
    RowTone Tone);

/// <summary>The sheet of every file behind a period's report (nguồn số liệu), those that did not count, too.</summary>
internal static class PeriodSourceTable
{
    public static TableSheet<PeriodSource> Of(PeriodReport report, string note, SourceLinks links) => new(
        PeriodSheets.Sources,
        "NGUỒN SỐ LIỆU",
        note,
        [
            new("Tệp", 42, source => source.File),
            new("Mở", 7, _ => "mở", ColumnLook.Centered) { Link = source => links.To(source.File) },
            new("Cơ quan", 24, source => source.Agency),
            new("Bản", 6, source => (double?)source.Version, ColumnLook.Count),
            new("Thời điểm", 16, source => OfficeTime.Of(source.Moment).DateTime, ColumnLook.Moment),
            new("Trạng thái", 16, source => source.State, ColumnLook.Centered) { ShowsTone = true },
            new("Lý do", 30, source => source.Reason),
            new("Đã đưa vào các trang (số dòng)", 46, source => source.Uses),
            new("Mã kiểm tra (SHA-256)", 34, source => source.Hash),
        ],
        [
            new(string.Create(CultureInfo.InvariantCulture, $"Sổ theo dõi và danh mục: {report.Registers.Count} tệp"),
                [.. report.Registers.Select(OfRegister)]),
            new(string.Create(CultureInfo.InvariantCulture, $"Báo cáo của các cơ quan: {report.Files.Count} tệp"), [.. report.Files.Select(OfFile)]),
        ])
    {
        Tone = source => source.Tone,
        Hint = "Thời điểm: của sổ theo dõi là lúc đọc, của báo cáo là lúc cơ quan lưu tệp.",
    };

    private static PeriodSource OfRegister(SourceFile source) => new(
        source.File,
        Agency: "",
        Version: null,
        source.ReadAt,
        source.IsYesterdays ? "Bản đọc lần trước" : "Bản hiện tại",
        source.IsYesterdays ? "Lần này không đọc được tệp." : "",
        SharedFolder.ListFileNames.Contains(source.File) ? "" : string.Create(CultureInfo.InvariantCulture, $"{source.Tasks} nhiệm vụ trong sổ"),
        source.Hash,
        source.IsYesterdays ? RowTone.Attention : RowTone.Plain);

    private static PeriodSource OfFile(UsedFileLine line) => new(
        line.File.File,
        line.AgencyName,
        line.File.Version > 0 ? line.File.Version : null,
        line.File.SavedAt,
        PeriodText.Name(line.File.State),
        line.File.Reason,
        string.Join("; ", line.Uses.Select(use => string.Create(CultureInfo.InvariantCulture, $"{use.Sheet} ({use.Lines})"))),
        line.File.Hash,
        ToneOf(line.File.State));

    private static RowTone ToneOf(SubmissionState state) => state switch
    {
        SubmissionState.Refused => RowTone.Alarm,
        SubmissionState.AfterClosing or SubmissionState.Excluded => RowTone.Attention,
        _ => RowTone.Plain,
    };
}
