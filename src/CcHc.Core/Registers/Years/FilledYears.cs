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

    public static void Check(IReadOnlyList<TaskDraft> drafts, FindingList findings)
    {
        var run = new List<(string Words, int Year, string Cell)>();
        foreach (var draft in drafts)
        {
            var words = draft.TimeText.Length == 0 && draft.DueDate is { } due ? TaskFields.Write(due) : draft.TimeText;
            var last = LastYear().Match(words);
            if (!last.Success)
            {
                Tell(run, findings);
                continue;
            }

            var next = (words[..last.Index] + words[(last.Index + last.Length)..], int.Parse(last.Value, CultureInfo.InvariantCulture), draft.TimeCell);
            if (run.Count > 0 && (run[^1].Words != next.Item1 || run[^1].Year + 1 != next.Item2))
            {
                Tell(run, findings);
            }

            run.Add(next);
        }

        Tell(run, findings);
    }

    private static void Tell(List<(string Words, int Year, string Cell)> run, FindingList findings)
    {
        if (run.Count >= ShortestRun)
        {
            findings.Add(RegisterFindings.YearsFilled(run[0].Year, run[^1].Year, run[0].Cell, run[^1].Cell), run[1].Cell);
        }

        run.Clear();
    }

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9])", RegexOptions.RightToLeft)]
    private static partial Regex LastYear();
}
