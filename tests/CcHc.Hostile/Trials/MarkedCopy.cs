using CcHc.Core.Findings;

namespace CcHc.Hostile.Trials;

/// <summary>A marked copy handed in again says what its file said (bản đánh dấu nộp lại).</summary>
internal static class MarkedCopy
{
    /// <summary>What is said of a package with macros; a copy has none.</summary>
    private const string Macros = "workbook-macros";

    private const int MostTold = 5;

    /// <param name="of">Findings of the file.</param>
    /// <param name="again">Findings of its marked copy.</param>
    public static IEnumerable<string> Complaints(IReadOnlyList<Finding> of, IReadOnlyList<Finding> again)
    {
        var (before, after) = (of.Where(finding => finding.Code != Macros).Select(Name).ToList(), again.Select(Name).ToList());
        var lost = Less(before, after);
        var added = Less(after, before);
        if (lost.Count + added.Count > 0)
        {
            yield return $"the marked file reads otherwise than the file it marks: lost {Told(lost)}, added {Told(added)}";
        }
    }

    /// <summary>A sheet whose name no program would write has another in a copy that was drawn again.</summary>
    private static string Name(Finding finding) => $"{finding.Code} {finding.Cell}";

    private static List<string> Less(IEnumerable<string> all, IEnumerable<string> others)
    {
        var left = all.ToList();
        foreach (var other in others)
        {
            left.Remove(other);
        }

        return left;
    }

    private static string Told(List<string> names) => names.Count == 0 ? "nothing" : string.Join(", ", names.Take(MostTold)) + (names.Count > MostTold
        ? FormattableString.Invariant($" and {names.Count - MostTold} more") : "");
}
