using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>Works out how each agency stands with its report of a period (bảng theo dõi gửi báo cáo).</summary>
public static class AgencySubmissions
{
    /// <summary>One for each agency, in the given order. The day is that of its first valid version: a later correction makes nobody late.</summary>
    /// <param name="received">The period's files, in any order.</param>
    /// <param name="due">A day off already moved; null: nobody is late.</param>
    public static IReadOnlyList<AgencySubmission> Of(IReadOnlyList<Agency> owing, IEnumerable<SubmittedFile> received, DateOnly? due, WorkingCalendar calendar,
        DateOnly today, int leastPercent = 0)
    {
        var byAgency = received.ToLookup(report => report.AgencyCode, StringComparer.OrdinalIgnoreCase);
        return [.. owing.Select(agency => Of(agency, [.. byAgency[agency.Code]], due, calendar, today, leastPercent))];
    }

    private static AgencySubmission Of(Agency agency, IReadOnlyList<SubmittedFile> received, DateOnly? due, WorkingCalendar calendar, DateOnly today,
        int leastPercent)
    {
        var refused = received.Count(report => report.State == SubmissionState.Refused);
        if (received.FirstOrDefault(report => report.State == SubmissionState.Accepted) is not { } counted)
        {
            return new AgencySubmission(agency, SubmissionStatus.Missing, null, 0, null, SubmissionTiming.WorkingDaysLate(today, due, calendar), refused);
        }

        var day = OfficeTime.DayOf(SubmissionTiming.FirstValid(received)!.Value);
        return new AgencySubmission(
            agency, SubmissionTiming.StatusOf(day, due), counted.Reading.Submission, counted.Version, day,
            SubmissionTiming.WorkingDaysLate(day, due, calendar), refused)
        {
            IsIncomplete = counted.Reading.Submission?.IsIncomplete(leastPercent) == true,
        };
    }
}
