using CcHc.Adapters.Workbooks.Health;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;

namespace CcHc.Office;

/// <summary>What the office has answered so far (các trả lời), and what was found before.</summary>
/// <param name="Known">Findings of earlier looks; empty when nothing is remembered.</param>
/// <param name="Latest">Of the health workbook saved last; null when there is none.</param>
public sealed record OfficeAnswers(FindingAnswers Answers, IReadOnlyList<KnownFinding> Known, HealthAnswers? Latest)
{
    public static OfficeAnswers None { get; } = new(FindingAnswers.None, [], null);

    public bool IsAccepted(Finding finding) => Acceptance.IsPossible(finding) && Answers[finding.AnswerCode] is { Verdict: Verdict.Right };

    /// <summary>A reading its owner disputes is taken as not understood; one it confirms is understood, and may be told to heads.</summary>
    public InterpretedTask Apply(InterpretedTask understood) => !HasAnswers ? understood : Answers[DeadlinePhrase.CodeOf(understood.Deadline)] switch
    {
        { Verdict: Verdict.Wrong, Note: var correction } => understood with { Deadline = DeadlinePhrase.Disputed(understood.Deadline, correction) },
        { Verdict: Verdict.Right } => understood with { IsConfirmed = true, Deadline = understood.Deadline.IsPartlyUnderstood
            ? DeadlinePhrase.Confirmed(understood.Deadline) : understood.Deadline },
        _ => understood,
    };

    /// <summary>Answers nobody can understand, and those whose code no finding has or ever had.</summary>
    /// <param name="current">Today's findings.</param>
    public IReadOnlyList<Finding> Troubles(IReadOnlyList<Finding> current)
    {
        if (Latest is null)
        {
            return [];
        }

        var codes = current.Concat(Known.Select(known => known.Finding)).Select(finding => finding.AnswerCode).ToHashSet(StringComparer.Ordinal);
        return [.. Latest.Findings, .. Latest.OfFindings.Where(placed => !codes.Contains(placed.Answer.Code)).Select(placed => placed.WhenUnknown)];
    }

    /// <summary>True when both say the same of the same findings.</summary>
    public bool IsSameAs(OfficeAnswers other) =>
        ReferenceEquals(Latest, other.Latest) && Answers.All.SequenceEqual(other.Answers.All) && Known.SequenceEqual(other.Known);

    private bool HasAnswers { get; } = Answers.All.Count > 0;
}
