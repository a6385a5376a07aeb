namespace CcHc.Core.Findings;

/// <summary>Every answer of the office that stands today (các trả lời), by code.</summary>
public sealed class FindingAnswers
{
    private readonly Dictionary<string, FindingAnswer> _byCode;

    private FindingAnswers(Dictionary<string, FindingAnswer> byCode, IReadOnlyList<string> withdrawn) => (_byCode, Withdrawn) = (byCode, withdrawn);

    public static FindingAnswers None { get; } = new([], []);

    public IReadOnlyCollection<FindingAnswer> All => _byCode.Values;

    /// <summary>Codes whose kept answer was taken back.</summary>
    public IReadOnlyList<string> Withdrawn { get; }

    public FindingAnswer? this[string code] => _byCode.GetValueOrDefault(code);

    /// <summary>
    /// The kept answers as the written ones change them. A code nobody wrote of keeps its answer: a deleted row or a lost workbook takes nothing back. An
    /// answer that only repeats the kept one keeps its day.
    /// </summary>
    /// <param name="written">The later one last.</param>
    public static FindingAnswers Merge(IEnumerable<FindingAnswer> kept, IEnumerable<WrittenAnswer> written, DateOnly today)
    {
        var answers = kept.ToDictionary(answer => answer.Code, StringComparer.Ordinal);
        var withdrawn = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, verdict, note) in written)
        {
            if (verdict == Verdict.Withdrawn)
            {
                answers.Remove(code);
                withdrawn.Add(code);
                continue;
            }

            withdrawn.Remove(code);
            var known = answers.GetValueOrDefault(code);
            answers[code] = new FindingAnswer(code, verdict, note, known?.Verdict == verdict ? known.Day : today);
        }

        return new FindingAnswers(answers, [.. withdrawn]);
    }
}
