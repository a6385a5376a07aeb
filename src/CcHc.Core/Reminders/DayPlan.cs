using CcHc.Core.Obligations;

namespace CcHc.Core.Reminders;

/// <summary>What one day brings (kế hoạch nhắc việc trong ngày): how everything stands, who is reminded of what, and the letters that say so.</summary>
/// <param name="Assessed">Period reports and tasks of the registers.</param>
public sealed record DayPlan(DateOnly Day, IReadOnlyList<AssessedObligation> Assessed, ReminderPlan Plan, RemindingRules Rules)
{
    /// <summary>Written when first asked for.</summary>
    public IReadOnlyList<ReminderLetter> Letters => field ??= LetterWriter.WriteAll(Plan.Reminders, Rules.Letters(Day), Day);

    /// <param name="tasks">Obligations of the registers.</param>
    /// <param name="reports">Period reports awaited.</param>
    /// <param name="isWorkingDay">Null: as the office's calendar says.</param>
    public static DayPlan Of(
        IEnumerable<Obligation> tasks, IEnumerable<Obligation> reports, RemindingRules rules, IReadOnlySet<ReminderKey> sent, DateOnly day, bool? isWorkingDay = null)
    {
        var (assessment, isWorked) = (rules.Assessment, isWorkingDay ?? rules.Calendar.IsWorkingDay(day));
        var ofTasks = DeadlineAssessor.Assess(tasks, assessment, day);
        var ofReports = DeadlineAssessor.Assess(reports, assessment, day);
        var reminded = ReminderPlanner.Plan(ofReports, rules.Heard(rules.OfReports), sent, day, isWorked);
        var others = ReminderPlanner.Plan(ofTasks, rules.Heard(rules.OfTasks), sent, day, isWorked);
        return new DayPlan(
            day, [.. ofReports, .. ofTasks], new ReminderPlan([.. reminded.Reminders, .. others.Reminders], [.. reminded.NotReminded, .. others.NotReminded]), rules);
    }

    /// <summary>Working day by working day, each day's reminders counting as sent on the next, if everything stays as it is.</summary>
    /// <param name="last">Included.</param>
    public static IEnumerable<DayPlan> Days(
        IReadOnlyCollection<Obligation> tasks, IReadOnlyCollection<Obligation> reports, RemindingRules rules, IReadOnlySet<ReminderKey> sent, DateOnly first, DateOnly last)
    {
        var passed = new HashSet<ReminderKey>(sent);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!rules.Calendar.IsWorkingDay(day))
            {
                continue;
            }

            var plan = Of(tasks, reports, rules, passed, day);
            yield return plan;
            passed.UnionWith(plan.Plan.Reminders.Select(reminder => reminder.Key));
        }
    }
}
