using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>A period report's states and names in words (cách gọi).</summary>
public static class PeriodText
{
    public static string Name(AgencySubmission handIn) => Name(handIn.State) + (handIn.IsIncomplete ? ", chưa đủ" : "");

    public static string Name(SubmissionStatus state) => state switch
    {
        SubmissionStatus.InTime => "Đúng hạn",
        SubmissionStatus.Late => "Trễ hạn",
        _ => "Chưa gửi",
    };

    public static string Name(SubmissionState state) => state switch
    {
        SubmissionState.Accepted => "Được dùng",
        SubmissionState.Replaced => "Đã có bản mới hơn",
        SubmissionState.Duplicate => "Trùng nội dung",
        SubmissionState.Refused => "Trả lại",
        SubmissionState.AfterClosing => "Đến sau khi chốt",
        SubmissionState.Excluded => "Đã loại ra",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>"quý II/2026", as within a sentence.</summary>
    public static string InSentence(ReportPeriod period) => char.ToLowerInvariant(period.Name[0]) + period.Name[1..];

    /// <summary>"số liệu từ ngày 15/12/2025 đến ngày 14/3/2026".</summary>
    public static string Window(ReportPeriod period) => $"số liệu từ ngày {Vietnamese.Day(period.Window.First)} đến ngày {Vietnamese.Day(period.Window.Last)}";
}
