using CcHc.Core.Calendars;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>How an agency stands with its report (tình trạng gửi báo cáo).</summary>
public enum SubmissionStatus { InTime, Late, Missing }

/// <summary>What decides when a dropped file counts as handed in.</summary>
public interface IDatedSubmission
{
    DateTimeOffset SavedAt { get; }
    DateTimeOffset ReceivedAt { get; }
    SubmissionState State { get; }
}

/// <summary>
/// When an agency handed in, and whether that was in time (thời điểm nộp): its first valid version decides, so a later correction makes nobody late.
/// </summary>
public static class SubmissionTiming
{
    /// <summary>
    /// When it was saved, unless that lies ahead of the receipt. A file that waited for the service while this stood still is not late for it.
    /// </summary>
    public static DateTimeOffset HandedInAt(IDatedSubmission file) => file.SavedAt < file.ReceivedAt ? file.SavedAt : file.ReceivedAt;

    /// <summary>Was valid and nobody took it out: it is, or was, the agency's report.</summary>
    public static bool IsValid(IDatedSubmission file) => file.State is SubmissionState.Accepted or SubmissionState.Replaced;

    /// <param name="files">Of one agency and period, in any order.</param>
    /// <returns>Null while nothing valid came.</returns>
    public static DateTimeOffset? FirstValid(IEnumerable<IDatedSubmission> files) => files.Where(IsValid).Min(file => (DateTimeOffset?)HandedInAt(file));

    /// <param name="day">The office's day of the first valid version; null while none came.</param>
    /// <param name="due">A day off already moved, itself in time; null: nobody is late.</param>
    public static SubmissionStatus StatusOf(DateOnly? day, DateOnly? due) =>
        day is null ? SubmissionStatus.Missing : day > due ? SubmissionStatus.Late : SubmissionStatus.InTime;

    /// <summary>0 when in time.</summary>
    public static int WorkingDaysLate(DateOnly day, DateOnly? due, WorkingCalendar calendar) =>
        StatusOf(day, due) == SubmissionStatus.Late ? calendar.WorkingDaysBetween(due!.Value, day) : 0;
}
