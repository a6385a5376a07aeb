using CcHc.Adapters.Storage.Reports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>What pages call the states of reports and files (cách gọi tình trạng báo cáo), and the class of the stylesheet that colours them.</summary>
public static class ReportLabels
{
    /// <param name="isDue">The last day has passed.</param>
    public static string Name(AgencySubmission handIn, bool isDue) => handIn switch
    {
        { IsIncomplete: true } => "Đã nhận, chưa đủ",
        { State: SubmissionStatus.InTime } => "Đúng hạn",
        { State: SubmissionStatus.Late } => "Trễ hạn",
        { RefusedFiles: > 0 } => "Đã gửi nhưng bị từ chối",
        _ => isDue ? "Chưa gửi, quá hạn" : "Chưa gửi",
    };

    public static string Look(AgencySubmission handIn, bool isDue) => handIn switch
    {
        { IsIncomplete: true } => "soon",
        { State: SubmissionStatus.InTime } => "done",
        { State: SubmissionStatus.Late } => "soon",
        { RefusedFiles: > 0 } => "over",
        _ => isDue ? "over" : "open",
    };

    public static string Name(SubmissionState state) => state switch
    {
        SubmissionState.Accepted => "Được dùng",
        SubmissionState.Replaced => "Có bản sau",
        SubmissionState.Duplicate => "Trùng nội dung",
        SubmissionState.Refused => "Bị từ chối",
        SubmissionState.AfterClosing => "Sau khi chốt",
        _ => "Đã loại ra",
    };

    public static string Look(SubmissionState state) => state switch
    {
        SubmissionState.Accepted => "done",
        SubmissionState.Refused => "over",
        SubmissionState.AfterClosing or SubmissionState.Excluded => "soon",
        _ => "other",
    };

    public static string Name(OutputKind kind) => kind switch
    {
        OutputKind.Draft => "Bản nháp",
        OutputKind.Closing => "Bản chốt",
        _ => "Bản sau khi chốt",
    };

    /// <param name="what">As the record of the period has it.</param>
    public static string Event(string what) => what switch
    {
        "issued" => "phát biểu mẫu",
        "assembled" => "ghi bản tổng hợp",
        "closed" => "chốt kỳ",
        "reopened" => "mở lại kỳ",
        "accepted" => "nhận tệp",
        "replaced" => "có bản sau thay thế",
        "duplicate" => "tệp trùng nội dung",
        "refused" => "từ chối tệp",
        "after_closing" => "nhận sau khi chốt",
        "excluded" => "loại tệp ra",
        _ => what,
    };
}
