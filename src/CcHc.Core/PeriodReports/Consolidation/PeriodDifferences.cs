namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>Something two versions of a period's report say otherwise (khác biệt).</summary>
/// <param name="Before">Empty when the earlier version says nothing of it.</param>
/// <param name="Now">Empty when the later one no longer does.</param>
public sealed record PeriodDifference(string Label, string Before, string Now);

/// <summary>Compares two versions of one period's report, fact by fact.</summary>
public static class PeriodDifferences
{
    /// <summary>In the later version's order, then what only the earlier one says, in its own.</summary>
    public static IReadOnlyList<PeriodDifference> Between(PeriodFacts before, PeriodFacts now)
    {
        var (earlier, later) = (ByKey(before), ByKey(now));
        return
        [
            .. later.Values.Select(fact => new PeriodDifference(fact.Label, earlier.GetValueOrDefault(fact.Key)?.Text ?? "", fact.Text)).Where(IsOne),
            .. earlier.Values.Where(fact => !later.ContainsKey(fact.Key)).Select(fact => new PeriodDifference(fact.Label, fact.Text, "")).Where(IsOne),
        ];
    }

    private static bool IsOne(PeriodDifference difference) => !string.Equals(difference.Before, difference.Now, StringComparison.Ordinal);

    private static OrderedDictionary<string, PeriodFact> ByKey(PeriodFacts facts)
    {
        var byKey = new OrderedDictionary<string, PeriodFact>(StringComparer.Ordinal);
        foreach (var fact in facts.Facts)
        {
            byKey.TryAdd(fact.Key, fact);
        }

        return byKey;
    }
}
