using CcHc.Adapters.Alerts;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;
using CcHc.Office;

namespace CcHc.Worker.Jobs.HealthMail;

/// <summary>What a week looked like to the service (tình hình trong tuần).</summary>
/// <param name="Jobs">Names of the jobs that run by themselves.</param>
/// <param name="Runs">Oldest first.</param>
/// <param name="Reading">Null when the shared folder cannot be entered.</param>
public sealed record HealthWeek(
    DateOnly Today,
    IReadOnlyList<string> Jobs,
    IReadOnlyList<LoggedRun> Runs,
    IReadOnlyDictionary<DeliveryState, int> Mails,
    OfficeReading? Reading,
    IReadOnlyList<Alarm> Alarms)
{
    public const int Days = 7;

    /// <summary>What is to be chased this week; null when the shared folder cannot be entered.</summary>
    public MondayPage? Monday { get; init; }

    /// <summary>From October on next year's list of days off is looked for: reminders then begin to count into January.</summary>
    private const int MonthToLookAhead = 10;

    public IEnumerable<(string File, int Errors)> RegistersWithErrors => (Reading?.Findings ?? [])
        .Where(finding => finding.Severity == Severity.Error).CountBy(finding => finding.File, StringComparer.Ordinal)
        .OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => (file.Key, file.Value));

    /// <summary>Years that letters already count in and the office's list does not have.</summary>
    public IEnumerable<int> YearsWithoutDaysOff => Reading?.Calendar is { } calendar
        ? YearsInUse(Today).Where(year => !calendar.CoversYear(year))
        : [];

    public IEnumerable<LoggedRun> LastFailed =>
        Runs.GroupBy(run => run.Job, StringComparer.Ordinal).Select(runs => runs.Last()).Where(run => run.Outcome?.Result == JobResult.Failed);

    /// <summary>How many things somebody should look at; 0 = all is well.</summary>
    public int Troubles => Alarms.Count + LastFailed.Count() + (Reading is null ? 1 : 0) + RegistersWithErrors.Count() + YearsWithoutDaysOff.Count()
        + ((Reading?.Sources ?? []).Count(source => source.IsYesterdays))
        + (Mails.GetValueOrDefault(DeliveryState.Refused) + Mails.GetValueOrDefault(DeliveryState.Held) + Mails.GetValueOrDefault(DeliveryState.Unknown) > 0
            ? 1 : 0);

    private static IEnumerable<int> YearsInUse(DateOnly today) => today.Month >= MonthToLookAhead ? [today.Year, today.Year + 1] : [today.Year];
}
