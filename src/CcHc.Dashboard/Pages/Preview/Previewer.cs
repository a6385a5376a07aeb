using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Pages.Plans;
using CcHc.Dashboard.Snapshot;
using CcHc.Office;

namespace CcHc.Dashboard.Pages.Preview;

/// <summary>What one day would send (thư sẽ gửi).</summary>
public sealed record PreviewedDay(DateOnly Day, bool IsWorkingDay, IReadOnlyList<ReminderLetter> Letters, IReadOnlyList<Reminder> Reminders)
{
    /// <summary>Against the rules in force; null when these are they.</summary>
    public PlanChanges? Changes { get; init; }

    /// <returns>Null when the agency gets no such letter that day.</returns>
    public ReminderLetter? Find(string agency, bool isEscalation) =>
        Letters.FirstOrDefault(letter => letter.Agency.Code == agency && letter.IsEscalation == isEscalation);
}

/// <summary>
/// Works out the letters of a day to come (xem trước): from the board the worker left and what was sent, by the rules in force or by others. Kept until either
/// changes, for a large office's day is a second's work.
/// </summary>
public sealed class Previewer(OfficeSnapshotCache view, SentLedger ledger, BoardReminding reminding, MailSettings mail)
{
    /// <summary>Further ahead too much will have changed.</summary>
    public const int MostDaysAhead = 62;

    private const int MostKept = 12;

    private readonly SemaphoreSlim _working = new(1, 1);
    private readonly Dictionary<(DateOnly, TrialRules), PreviewedDay> _kept = [];
    private IReadOnlySet<ReminderKey> _sent = new HashSet<ReminderKey>();
    private (string Board, DateOnly Today, string Ledger)? _of;

    /// <summary>The next working day: what is sent today is sent already, or soon.</summary>
    public static DateOnly DayShownFirst(OfficeStatus now) => now.Calendar.AddWorkingDays(now.Today, 1);

    /// <param name="day">From today on.</param>
    public async Task<PreviewedDay> DayAsync(DateOnly day, TrialRules trial, CancellationToken cancellationToken)
    {
        var now = await view.NowAsync(cancellationToken);
        var stamp = (now.Fingerprint, now.Today, await ledger.StampAsync(cancellationToken));
        await _working.WaitAsync(cancellationToken);
        try
        {
            if (_of != stamp)
            {
                _kept.Clear();
                (_sent, _of) = (await ledger.ReadAsync(cancellationToken: cancellationToken), stamp);
            }

            return Known(now, day, trial);
        }
        finally
        {
            _working.Release();
        }
    }

    private PreviewedDay Known(OfficeStatus now, DateOnly day, TrialRules trial)
    {
        if (_kept.TryGetValue((day, trial), out var known))
        {
            return known;
        }

        var worked = Work(now, day, trial.ApplyTo(reminding.RulesOf(now)));
        if (trial.IsAsked)
        {
            worked = worked with { Changes = PlanChanges.Of(Known(now, day, TrialRules.None).Reminders, worked.Reminders) };
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept.Add((day, trial), worked);
        return worked;
    }

    private PreviewedDay Work(OfficeStatus now, DateOnly day, RemindingRules rules)
    {
        IReadOnlyList<Obligation> tasks = now.Obligations, reports = [.. now.Reports.Select(report => report.Obligation)];
        var plan = DayPlan.Ahead(tasks, reports, rules, SentBefore(tasks, reports, rules, now.Today), now.Today, day);
        return new PreviewedDay(day, rules.Calendar.IsWorkingDay(day), plan?.Letters ?? [], plan?.Plan.Reminders ?? []);
    }

    /// <summary>On the first day of mail what is long overdue is left to the officer; from then on it counts as reminded.</summary>
    private IReadOnlySet<ReminderKey> SentBefore(IReadOnlyList<Obligation> tasks, IReadOnlyList<Obligation> reports, RemindingRules rules, DateOnly today)
    {
        var firstDay = rules.Calendar.IsWorkingDay(today) ? today : rules.Calendar.AddWorkingDays(today, 1);
        return FirstDayOfMail.IsAhead(mail, _sent) ? FirstDayOfMail.With(_sent, LongOverdue.Of(DayPlan.Of(tasks, reports, rules, _sent, firstDay))) : _sent;
    }
}
