using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;

namespace CcHc.Core.Reminders;

/// <summary>Which open tasks a person chases now (đôn đốc ngay); what is empty or 0 leaves nothing out.</summary>
/// <param name="Agencies">Codes.</param>
/// <param name="DaysUnanswered">So many days at least since the task fell due, or since its agency last answered.</param>
public sealed record ChaseFilter(IReadOnlySet<string> Agencies, IReadOnlySet<TaskArea> Areas, IReadOnlySet<StatusGroup> Standings, int DaysUnanswered)
{
    /// <summary>Never what is done, what nobody can be written to about, or what was answered and waits for a decision.</summary>
    public bool Takes(AssessedObligation one, DateOnly today)
    {
        var (obligation, standing) = (one.Obligation, one.Standing);
        return standing is { IsOpen: true, WorkingDaysLeft: not null } && obligation.Agency is { IsUnresolved: false, Emails.Count: > 0 }
            && obligation.Answer is not { IsWaiting: true }
            && (Agencies.Count == 0 || Agencies.Contains(obligation.Agency.Code))
            && (Areas.Count == 0 || Areas.Contains(obligation.Task.Area))
            && (Standings.Count == 0 || Standings.Contains(StatusGroups.Of(standing)))
            && (DaysUnanswered == 0 || Silent(obligation, standing, today) >= DaysUnanswered);
    }

    private static int Silent(Obligation obligation, DeadlineStatus standing, DateOnly today) =>
        today.DayNumber - Math.Max(standing.Due!.Value.DayNumber, obligation.Answer?.Latest?.SaidOn.DayNumber ?? 0);
}

/// <summary>Writes the letters of a chase: one an agency, beside its daily one and without a say in which stages that one brings.</summary>
public static class ChaseLetters
{
    public const string Kind = "chase";

    /// <param name="paragraph">The officer's own words, above the tasks; may be empty.</param>
    public static IReadOnlyList<ReminderLetter> Write(IReadOnlyList<AssessedObligation> assessed, ChaseFilter filter, string paragraph, RemindingRules rules,
        DateOnly today)
    {
        var reminders = assessed.Where(one => filter.Takes(one, today))
            .Select(one => new Reminder(one, new ReminderStage(-one.Standing.WorkingDaysLeft!.Value)));
        return [.. LetterWriter.WriteAll(reminders, rules.Letters(today) with { Paragraph = paragraph.Trim() }, today)
            .Select(letter => letter with { Subject = "[Đôn đốc] " + letter.Subject, IsChase = true })];
    }
}
