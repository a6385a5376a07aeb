using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Core.Deadlines;

/// <summary>
/// The words of a time cell with the plan's year and what they were read as (cụm từ thời hạn): what the office confirms once, wherever it is written.
/// </summary>
public static class DeadlinePhrase
{
    /// <summary>
    /// The code a reading is answered by: another text, another year or another day gives another code, other products beside it or another wording of the
    /// explanation do not.
    /// </summary>
    public static string CodeOf(DeadlineReading reading) => ShortCode.Of(
        ["deadline", VietnameseText.OneLine(reading.Text), reading.PlanYear?.ToString(CultureInfo.InvariantCulture), .. reading.Milestones.Select(Meaning)]);

    /// <summary>The reading after its owner said it is wrong: not understood, so that nothing is reminded by it until a day is written.</summary>
    /// <param name="correction">What the owner wrote it should be; may be empty.</param>
    public static DeadlineReading Disputed(DeadlineReading reading, string correction) => reading with
    {
        IsUnderstood = false,
        IsPartlyUnderstood = false,
        Findings =
        [
            .. reading.Findings,
            new FindingTemplate(Severity.Warning, "deadline-reading-disputed",
                $"Cách hiểu thời hạn “{VietnameseText.OneLine(reading.Text)}” đã được trả lời là sai{(correction.Length > 0 ? $" (“{correction}”)" : "")}; hệ thống không nhắc theo cách hiểu này.",
                "Ghi lại thời hạn rõ hơn, hoặc điền cột Hạn."),
        ],
    };

    /// <summary>A reading only partly understood, after a person said it is right: it counts as understood. Others stay as they are.</summary>
    public static DeadlineReading Confirmed(DeadlineReading reading) =>
        reading.IsPartlyUnderstood ? reading with { IsUnderstood = true, IsPartlyUnderstood = false } : reading;

    private static string Meaning(Milestone milestone) => string.Join('|',
    [
        milestone.IsAlignedByOrder ? "" : milestone.Label ?? "", milestone.Kind.ToString(), Day(milestone.Start), Day(milestone.Due), Day(milestone.AltDue),
        milestone.Recurrence.ToString(), .. milestone.OccurrenceDue, .. milestone.Either.Select(day => Day(day)), milestone.Trigger ?? "",
    ]);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
