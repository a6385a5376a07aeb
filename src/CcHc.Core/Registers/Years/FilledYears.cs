using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Registers.Years;

/// <summary>
/// Years that count up down a column (kéo điền năm): Excel's fill handle makes 2026, 2027, 2028 of a deadline that was meant to be copied. They are read as
/// written and told.
/// </summary>
internal static partial class FilledYears
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
        foreach (var year in LastYears().EnumerateMatches(words))
        {
            return year.Index;
        }

        return -1;
    }

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.RightToLeft)]
    private static partial Regex LastYears();

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
