using System.Text;
using System.Text.RegularExpressions;
using CcHc.Adapters.Workbooks.Reading.Xlsx;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>
/// The words of a text with several fonts that still stand (chữ còn hiệu lực): what is struck through is taken back, and a raised figure behind a word is the
/// mark of a footnote, not part of the word.
/// </summary>
internal static partial class StandingRuns
{
    /// <summary>A struck piece of this length between two words was a word; a shorter one is a letter or figure put right.</summary>
    private const int ShortestWord = 4;

    /// <summary>The runs that stand; the same list where all do.</summary>
    /// <param name="isStruck">Whether a run is struck through.</param>
    public static IReadOnlyList<StoredRun> Of(IReadOnlyList<StoredRun> runs, Func<StoredRun, bool> isStruck)
    {
        var isTakenBack = false;
        for (var i = 0; i < runs.Count; i++)
        {
            isTakenBack |= isStruck(runs[i]) || IsFootnoteMark(runs, i);
        }

        return isTakenBack ? Without(runs, isStruck) : runs;
    }

    private static List<StoredRun> Without(IReadOnlyList<StoredRun> runs, Func<StoredRun, bool> isStruck)
    {
        var standing = new List<StoredRun>();
        var gap = 0;
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            if (isStruck(run))
            {
                gap += run.Text.Length;
            }
            else if (!IsFootnoteMark(runs, i) && run.Text.Length > 0)
            {
                var touches = standing.Count > 0 && char.IsLetterOrDigit(standing[^1].Text[^1]) && char.IsLetterOrDigit(run.Text[0]);
                standing.Add(touches && gap >= ShortestWord ? run with { Text = ' ' + run.Text } : run);
                gap = 0;
            }
        }

        return standing;
    }

    public static string Join(IReadOnlyList<StoredRun> runs)
    {
        if (runs.Count == 1)
        {
            return runs[0].Text;
        }

        var text = new StringBuilder();
        foreach (var run in runs)
        {
            text.Append(run.Text);
        }

        return text.ToString();
    }

    /// <summary>"m" with a raised 2 is a square metre.</summary>
    private static bool IsFootnoteMark(IReadOnlyList<StoredRun> runs, int at) =>
        runs[at].Font.IsRaised && at > 0 && Mark().IsMatch(runs[at].Text) && !Unit().IsMatch(runs[at - 1].Text);

    [GeneratedRegex(@"^\s*[\(\[]?(?:[0-9]{1,2}(?:\s?[,;]\s?[0-9]{1,2}){0,3}|[*†‡§]{1,3}|[a-z])[\)\]]?\s*$")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?:^|[\s0-9])(?:m|km|cm|dm|mm)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unit();
}
