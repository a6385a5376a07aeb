using System.Text.Json;
using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;

namespace CcHc.Worker.Json;

/// <summary>The JSON shapes of the verbs. Members may be added, never renamed: other programs read them.</summary>
public static class Shapes
{
    public static object Of(DeadlineReading reading) => new
    {
        reading.Text,
        Year = reading.PlanYear,
        Understood = reading.IsUnderstood,
        PartlyUnderstood = reading.IsPartlyUnderstood,
        Milestones = reading.Milestones.Select(Of),
        Findings = reading.Findings.Select(Of),
    };

    public static object Of(Milestone milestone) => new
    {
        milestone.Label,
        Kind = Name(milestone.Kind),
        milestone.Start,
        milestone.Due,
        milestone.AltDue,
        Strict = milestone.IsStrict,
        Recurrence = milestone.Recurrence switch
        {
            Recurrence.None => null,
            Recurrence.NineMonths => "nine_month",
            var often => Name(often),
        },
        AdHoc = milestone.IsAdHoc,
        milestone.OccurrenceDue,
        milestone.AltOccurrenceDue,
        milestone.Window,
        milestone.Trigger,
        milestone.Offset,
        Conditional = milestone.IsConditional,
        Tentative = milestone.IsTentative,
        Inherited = milestone.IsInherited,
        AlignedByOrder = milestone.IsAlignedByOrder,
        OpenEnded = milestone.IsOpenEnded,
        milestone.Either,
        YearFromPlan = milestone.IsYearFromPlan,
        milestone.Reading,
    };

    public static object Of(AgencyMention mention, string text) => new
    {
        Text = text,
        Role = Name(mention.Role),
        Resolved = mention.Resolved.Select(agency => agency.Code),
        mention.Vague,
        mention.Unknown,
        Findings = mention.Findings.Select(Of),
    };

    public static object Of(InterpretedTask understood)
    {
        var task = understood.Task;
        return new
        {
            Type = "task",
            task.Place.File,
            task.Place.Sheet,
            task.Place.Row,
            task.Key,
            task.Number,
            task.Section,
            Area = task.Area.Code(),
            Task = task.Text,
            task.Products,
            task.LeadText,
            task.CoordinatingText,
            task.TimeText,
            Lead = understood.InRole(AgencyRole.Lead).Select(agency => agency.Code),
            Coordinating = understood.InRole(AgencyRole.Coordinating).Select(agency => agency.Code),
            Milestones = TaskMilestones.Of(task, understood.Deadline).Select(Of),
            Status = Name(task.Status),
            task.CompletedOn,
            task.DoneThrough,
            task.MayBeDone,
            Certain = DeadlineCertainty.Of(understood),
        };
    }

    public static object Of(Finding finding, bool isAccepted = false) => new
    {
        Type = "finding",
        Severity = Name(finding.Severity),
        finding.Code,
        finding.File,
        finding.Sheet,
        finding.Cell,
        finding.Message,
        finding.Remedy,
        AnswerCode = finding.AnswerCode.Length > 0 ? finding.AnswerCode : null,
        Accepted = isAccepted,
    };

    public static object Of(ReminderLetter letter) => new
    {
        Date = letter.Day,
        Agency = letter.Agency.Code,
        letter.To,
        letter.Subject,
        Kind = letter.IsEscalation ? "escalation" : letter.IsToHead ? "head" : "reminder",
        Items = letter.Reminders.Select(reminder => new
        {
            reminder.Key.TaskKey,
            Milestone = reminder.Assessed.Obligation.Milestone.Label ?? reminder.Key.MilestoneKey,
            reminder.Assessed.Standing.Due,
            Stage = reminder.Stage.ToString(),
            Standing = Name(reminder.Assessed.Standing.Kind),
            reminder.Assessed.Standing.WorkingDaysLeft,
            reminder.Assessed.Standing.ShownDue,
        }),
    };

    private static object Of(FindingTemplate finding) => new { Severity = Name(finding.Severity), finding.Code, finding.Message, finding.Remedy };

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
