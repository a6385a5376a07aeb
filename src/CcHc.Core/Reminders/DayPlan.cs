using CcHc.Core.Answers;
using CcHc.Core.Obligations;

namespace CcHc.Core.Reminders;

/// <summary>What one day brings (kế hoạch nhắc việc trong ngày): how everything stands, who is reminded of what, and the letters that say so.</summary>
/// <param name="Assessed">
/// Period reports and tasks of the registers, as the agencies are told of them. A row that asks for the period report is not among them while that report's
/// form is out: the report stands for it.
/// </param>
public sealed record DayPlan(DateOnly Day, IReadOnlyList<AssessedObligation> Assessed, ReminderPlan Plan, RemindingRules Rules)
{
    /// <summary>Written when first asked for.</summary>
    public IReadOnlyList<ReminderLetter> Letters =>
        field ??= LetterWriter.WriteAll(Plan.Reminders, Rules.Letters(Day), Day,
            LetterFacts.Of(Assessed, Undelivered.Count == 0 ? Sent : Sent.Except(Undelivered), Plan.Unconfirmed.Count, Decided));

    /// <summary>Answers whose agencies are told today what became of them; none on a day off.</summary>
    public IReadOnlyList<AnswerDecision> Decided { get; init; } = [];

    /// <summary>What was reminded before this day.</summary>
    public IReadOnlySet<ReminderKey> Sent { get; init; } = new HashSet<ReminderKey>();

    /// <summary>What of it reached nobody: no letter says of these that they were reminded.</summary>
    public IReadOnlySet<ReminderKey> Undelivered { get; init; } = new HashSet<ReminderKey>();

    /// <param name="tasks">Obligations of the registers.</param>
    /// <param name="reports">Period reports awaited.</param>
    /// <param name="isWorkingDay">Null: as the office's calendar says.</param>
    public static DayPlan Of(
        IEnumerable<Obligation> tasks, IEnumerable<Obligation> reports, RemindingRules rules, IReadOnlySet<ReminderKey> sent, DateOnly day,
        bool? isWorkingDay = null,
        IReadOnlyList<AnswerDecision>? decided = null)
    {
        var (assessment, isWorked) = (rules.Assessment, isWorkingDay ?? rules.Calendar.IsWorkingDay(day));
        var duties = reports as IReadOnlyCollection<Obligation> ?? [.. reports];
        var rows = new PeriodReportRows(duties);
        var ofTasks = DeadlineAssessor.Assess(tasks.Select(rows.Close), assessment, day);
        var ofReports = DeadlineAssessor.Assess(duties, assessment, day);
        var (chased, own) = (ofTasks.Where(rows.IsChasedAsReport).ToList(), ofTasks.Where(one => !rows.IsChasedAsReport(one)).ToList());
        var passed = new Lazy<PassedStages>(() => new PassedStages(sent));
        var reminded = Plan(ofReports, rules.OfReports);
        var others = Plan(own, rules.OfTasks);
        return new DayPlan(
            day, [.. ofReports, .. own],
            new ReminderPlan(
                [.. reminded.Reminders, .. others.Reminders],
                [.. reminded.NotReminded, .. others.NotReminded,
                    .. chased.Select(one => new NotReminded(one, isWorked ? NoReminderReason.IsPeriodReport : NoReminderReason.NotAWorkingDay))])
            {
                Unconfirmed = [.. reminded.Unconfirmed, .. others.Unconfirmed],
            },
            rules)
        {
            Sent = sent,
            Decided = isWorked ? decided ?? [] : [],
        };

        ReminderPlan Plan(IReadOnlyList<AssessedObligation> assessed, ReminderPolicy policy) => ReminderPlanner.Plan(
            assessed, policy.HeardBy(rules.StandingBody), sent, passed, day, isWorked, GatheringDay.Of(policy, rules.Calendar, day));
    }

    /// <summary>The last of <see cref="Days"/>, without the letters of those before it, which in a country are what takes the time.</summary>
    /// <param name="day">Where it is a day off: null.</param>
    /// <inheritdoc cref="Days"/>
    public static DayPlan? Ahead(
        IReadOnlyCollection<Obligation> tasks, IReadOnlyCollection<Obligation> reports, RemindingRules rules, IReadOnlySet<ReminderKey> sent, DateOnly first,
        DateOnly day)
    {
        if (day < first || !rules.Calendar.IsWorkingDay(day))
        {
            return null;
        }

        HashSet<ReminderKey>? passed = null;
        for (var before = first; before < day; before = before.AddDays(1))
        {
            if (rules.Calendar.IsWorkingDay(before))
            {
                passed ??= [.. sent];
                passed.UnionWith(Of(tasks, reports, rules, passed, before).Plan.Reminders.Select(reminder => reminder.Key));
            }
        }

        return Of(tasks, reports, rules, passed ?? sent, day);
    }

    /// <summary>Working day by working day, each day's reminders counting as sent on the next, if everything stays as it is.</summary>
    /// <param name="last">Included.</param>
    public static IEnumerable<DayPlan> Days(
        IReadOnlyCollection<Obligation> tasks, IReadOnlyCollection<Obligation> reports, RemindingRules rules, IReadOnlySet<ReminderKey> sent, DateOnly first,
        DateOnly last)
    {
        var passed = new HashSet<ReminderKey>(sent);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!rules.Calendar.IsWorkingDay(day))
            {
                continue;
            }

            var plan = Of(tasks, reports, rules, passed, day);
            // Read before the day's own reminders are among the sent.
            _ = plan.Letters;
            yield return plan;
            passed.UnionWith(plan.Plan.Reminders.Select(reminder => reminder.Key));
        }
    }
}
