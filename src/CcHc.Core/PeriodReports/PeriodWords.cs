using CcHc.Core.Calendars;
using CcHc.Core.Submissions;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports;

/// <summary>A period report's states and names in words (cách gọi).</summary>
public static class PeriodWords
{
    public static string Name(HandIn handIn) => Name(handIn.State) + (handIn.IsIncomplete ? ", chưa đủ" : "");

    public static string Name(HandInState state) => state switch
    {
        HandInState.InTime => "Đúng hạn",
        HandInState.Late => "Trễ hạn",
        _ => "Chưa gửi",
    };

    public static string Name(SubmissionState state) => state switch
    {
        SubmissionState.Accepted => "Được tính",
        SubmissionState.Replaced => "Đã có bản mới hơn",
        SubmissionState.Duplicate => "Trùng nội dung",
        SubmissionState.Refused => "Trả lại",
        SubmissionState.AfterClosing => "Đến sau khi khóa kỳ",
        SubmissionState.Excluded => "Đã loại ra",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>"quý II/2026", as within a sentence.</summary>
    public static string InSentence(ReportPeriod period) => char.ToLowerInvariant(period.Name[0]) + period.Name[1..];

    /// <summary>"số liệu từ ngày 15/12/2025 đến ngày 14/03/2026".</summary>
    public static string Window(ReportPeriod period) => $"số liệu từ ngày {Vietnamese.Day(period.Window.First)} đến ngày {Vietnamese.Day(period.Window.Last)}";
}
