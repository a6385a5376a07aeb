using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>The sheets of reports handed in and not handed in (gửi báo cáo, chưa báo cáo).</summary>
internal static class SubmissionTables
{
    private static readonly TableColumn<AgencySubmission> Agency = new("Cơ quan", 40, handIn => handIn.Agency.Name);
    private static readonly TableColumn<AgencySubmission> Group = new("Nhóm", 20, handIn => handIn.Agency.Group);
    private static readonly TableColumn<AgencySubmission> DaysLate =
        new("Trễ (ngày làm việc)", 11, handIn => (double)handIn.WorkingDaysLate, ColumnLook.Count) { ShowsTone = true };
    private static readonly TableColumn<AgencySubmission> Refused = new("Tệp bị trả lại", 10, handIn => (double)handIn.RefusedFiles, ColumnLook.Count);

    public static TableSheet<AgencySubmission> All(PeriodReport report, string note, SourceLinks links) => new(
        PeriodSheets.HandIns,
        "TÌNH HÌNH GỬI BÁO CÁO CỦA CÁC CƠ QUAN",
        note,
        [
            Agency, Group,
            new("Tình trạng", 13, handIn => PeriodText.Name(handIn), ColumnLook.Centered) { ShowsTone = true },
            new("Ngày nhận", 12, handIn => handIn.ReceivedOn, ColumnLook.Date),
            DaysLate,
            new("Bản được dùng", 10, handIn => handIn.Submission is null ? null : (double?)handIn.Version, ColumnLook.Count),
            Refused,
            new("Tệp được dùng", 60, handIn => handIn.Submission?.File),
            new("Mở", 7, handIn => handIn.Submission is null ? null : "mở",
                ColumnLook.Centered) { Link = handIn => handIn.Submission is { } counted ? links.To(counted.File) : null },
        ],
        [new(null, report.HandIns.Lines)])
    {
        Tone = ToneOf,
        WhenEmpty = "Kỳ này không cơ quan nào phải báo cáo.",
    };

    public static TableSheet<AgencySubmission> Missing(PeriodReport report, string note) => new(
        PeriodSheets.Missing,
        "CƠ QUAN CHƯA GỬI BÁO CÁO",
        note,
        [
            Agency, Group,
            new("Hạn gửi", 12, _ => report.Due, ColumnLook.Date),
            DaysLate, Refused,
            new("Đầu mối", 26, handIn => handIn.Agency.FocalPoint),
            new("Điện thoại", 18, handIn => handIn.Agency.Phone),
            new("Email", 36, handIn => string.Join('\n', handIn.Agency.Emails)),
            new("Email lãnh đạo", 36, handIn => string.Join('\n', handIn.Agency.HeadEmails)),
        ],
        [new(null, report.HandIns.Missing)])
    {
        Tone = handIn => handIn.WorkingDaysLate > 0 ? RowTone.Alarm : RowTone.Quiet,
        Hint = "Cơ quan có tệp bị trả lại là đã gửi nhưng tệp còn lỗi, xem lý do ở trang “Nguồn”.",
        WhenEmpty = "Tất cả các cơ quan đã gửi báo cáo.",
    };

    private static RowTone ToneOf(AgencySubmission handIn) => handIn.IsIncomplete ? RowTone.Attention : handIn.State switch
    {
        SubmissionStatus.Missing => handIn.WorkingDaysLate > 0 ? RowTone.Alarm : RowTone.Quiet,
        SubmissionStatus.Late => RowTone.Attention,
        _ => RowTone.Plain,
    };
}
