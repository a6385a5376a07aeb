using System.Globalization;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Registers.Years;

/// <summary>
/// Years that count up down a column (kéo điền năm): Excel's fill handle makes 2026, 2027, 2028 of a deadline that was meant to be copied. They are read as
/// written and told.
/// </summary>
internal static class FilledYears
{
    private const int ShortestRun = 3;
    private const int YearLength = 4;

    public static void Check(IReadOnlyList<TaskDraft> drafts, FindingList findings)
    {
        var run = new List<FilledYear>();
        foreach (var draft in drafts)
        {
            var words = draft.TimeText.Length == 0 && draft.DueDate is { } due ? TaskFields.Write(due) : draft.TimeText;
            if (LastYear(words) is not (>= 0 and var at))
            {
                Tell(run, findings);
                continue;
            }

            var next = new FilledYear(words, at, draft.TimeCell);
            if (run.Count > 0 && !next.GoesOnFrom(run[^1]))
            {
                Tell(run, findings);
            }

            run.Add(next);
        }

        Tell(run, findings);
    }

    private static void Tell(List<FilledYear> run, FindingList findings)
    {
        if (run.Count >= ShortestRun)
        {
            findings.Add(RegisterFindings.YearsFilled(run[0].Year, run[^1].Year, run[0].Cell, run[^1].Cell), run[1].Cell);
        }

        run.Clear();
    }

    /// <summary>Where the last year of this century begins; -1 where none is written.</summary>
    private static int LastYear(string words)
    {
        for (var at = words.LastIndexOf("20", StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : words.LastIndexOf("20", at - 1, StringComparison.Ordinal))
        {
            if (IsDigit(words, at + 2) && IsDigit(words, at + 3) && !IsDigit(words, at + 4) && !IsDigit(words, at - 1))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsDigit(string words, int at) => at >= 0 && at < words.Length && char.IsAsciiDigit(words[at]);

    /// <summary>A time that names a year.</summary>
    /// <param name="At">Where in the words the year begins.</param>
    private sealed record FilledYear(string Words, int At, string Cell)
    {
        public int Year { get; } = int.Parse(Words.AsSpan(At, YearLength), CultureInfo.InvariantCulture);

        /// <summary>True for the same words with the year after the other's.</summary>
        public bool GoesOnFrom(FilledYear above) =>
            Year == above.Year + 1 && At == above.At && Words.AsSpan(0, At).SequenceEqual(above.Words.AsSpan(0, At))
            && Words.AsSpan(At + YearLength).SequenceEqual(above.Words.AsSpan(At + YearLength));
    }
}
