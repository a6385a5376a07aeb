using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Snapshot;

namespace CcHc.Dashboard.Pages.Preview;

/// <summary>Why an obligation is reminded today, or is not, and when next (vì sao nhắc, vì sao không nhắc).</summary>
/// <param name="Today">The stages a letter of today carries it at; empty when none does.</param>
/// <param name="WhyNot">Null when it is reminded today.</param>
/// <param name="NextDay">The first day from today on that a letter would go, as things stand now; null when none would within a good year.</param>
public sealed record ReminderOutlook(TaskRow Row, IReadOnlyList<ReminderStage> Today, NoReminderReason? WhyNot, DateOnly? NextDay, ReminderStage? NextStage)
{
    private const int DaysAhead = 400;

    /// <summary>Time alone does not lead out of these: somebody must change the register or the directory first.</summary>
    private static readonly NoReminderReason[] Lasting =
        [NoReminderReason.Done, NoReminderReason.Dropped, NoReminderReason.WaitingForEvent, NoReminderReason.NotUnderstood, NoReminderReason.NoAgency,
            NoReminderReason.NoAddress, NoReminderReason.TooOld];

    /// <summary>The reminders' policy as the day's letters follow it: without an address of the standing body nothing is escalated to it.</summary>
    public static ReminderPolicy PolicyOf(JobsFile office, OfficeStatus now) =>
        office.Reminders.HeardBy(now.Board.Agencies.FirstOrDefault(agency => agency.Code == office.StandingBodyCode));

    /// <param name="sent">Of these rows' tasks at least.</param>
    /// <returns>One for each row, in the same order.</returns>
    public static IReadOnlyList<ReminderOutlook> Of(IReadOnlyList<TaskRow> rows, ReminderPolicy policy, IReadOnlySet<ReminderKey> sent, OfficeStatus now)
    {
        var outlooks = new Dictionary<Obligation, ReminderOutlook>(ReferenceEqualityComparer.Instance);
        var today = Plan([.. rows.Select(row => row.Obligation)], now.Today);
        var stages = today.Reminders.ToLookup<Reminder, Obligation, ReminderStage>(reminder => reminder.Assessed.Obligation, reminder => reminder.Stage,
            ReferenceEqualityComparer.Instance);
        var reasons = today.NotReminded.ToDictionary<NotReminded, Obligation, NoReminderReason>(one => one.Assessed.Obligation, one => one.Reason,
            ReferenceEqualityComparer.Instance);
        foreach (var row in rows)
        {
            IReadOnlyList<ReminderStage> reached = [.. stages[row.Obligation]];
            outlooks[row.Obligation] = reached.Count > 0
                ? new ReminderOutlook(row, reached, null, now.Today, reached[0])
                : new ReminderOutlook(row, [], reasons[row.Obligation], null, null);
        }

        var waiting = outlooks.Values.Where(one => one.WhyNot is { } why && !Lasting.Contains(why)).Select(one => one.Row.Obligation).ToList();
        for (var day = now.Today.AddDays(1); waiting.Count > 0 && day <= now.Today.AddDays(DaysAhead); day = day.AddDays(1))
        {
            if (!now.Calendar.IsWorkingDay(day))
            {
                continue;
            }

            foreach (var reminder in Plan(waiting, day).Reminders)
            {
                var outlook = outlooks[reminder.Assessed.Obligation];
                outlooks[outlook.Row.Obligation] = outlook with { NextDay = day, NextStage = outlook.NextStage ?? reminder.Stage };
            }

            waiting.RemoveAll(one => outlooks[one].NextDay is not null);
        }

        return [.. rows.Select(row => outlooks[row.Obligation])];

        ReminderPlan Plan(IEnumerable<Obligation> obligations, DateOnly day) =>
            ReminderPlanner.Plan(DeadlineAssessor.Assess(obligations, now.Rules, day), policy, sent, day, now.Calendar.IsWorkingDay(day),
                GatheringDay.Of(policy, now.Calendar, day));
    }
}
