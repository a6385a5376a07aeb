using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Worker.Jobs.ReadRegisters;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>What one day brings (kế hoạch nhắc việc trong ngày): how everything stands, who is reminded of what, and the letters that say so.</summary>
/// <param name="Assessed">Tasks of the registers and reports not yet handed in.</param>
public sealed record DayPlan(IReadOnlyList<AssessedObligation> Assessed, ReminderPlan Plan, IReadOnlyList<ReminderLetter> Letters)
{
    /// <param name="isWorkingDay">Null: as the office's calendar says.</param>
    public static DayPlan Of(OfficeReading reading, OfficeRules rules, IReadOnlySet<ReminderKey> sent, DateOnly day, bool? isWorkingDay = null)
    {
        var (assessment, isWorked) = (rules.Assessment(reading.Calendar), isWorkingDay ?? reading.Calendar.IsWorkingDay(day));
        var tasks = reading.Assess(assessment, day);
        var reports = DeadlineAssessor.Assess(reading.Reports.Duties, assessment, day);
        var ofReports = ReminderPlanner.Plan(reports, rules.Chase(reading), sent, day, isWorked);
        var ofTasks = ReminderPlanner.Plan(tasks, rules.Reminders(reading), sent, day, isWorked);
        var plan = new ReminderPlan([.. ofReports.Reminders, .. ofTasks.Reminders], [.. ofReports.NotReminded, .. ofTasks.NotReminded]);
        return new DayPlan([.. reports, .. tasks], plan, LetterWriter.WriteAll(plan.Reminders, rules.Letters(reading, day), day));
    }
}
