namespace CcHc.Core.PeriodReports.Consolidation.Figures;

/// <summary>One number beside the last period's and last year's (dòng so sánh).</summary>
/// <param name="Previous">Null when there is none to compare with.</param>
public sealed record ComparisonLine(KeyNumber Number, double? Previous, double? YearBefore)
{
    public double? Change => Number.Value - Previous;

    public double? ChangeInYear => Number.Value - YearBefore;

    /// <summary>Part of what it was before; null also from 0, and of a share, whose change is in points.</summary>
    public double? ChangeRate => RateFrom(Previous);

    public double? ChangeRateInYear => RateFrom(YearBefore);

    internal static IReadOnlyList<ComparisonLine> Compare(IReadOnlyList<KeyNumber> numbers, PeriodFacts? previous, PeriodFacts? yearBefore)
    {
        var (last, lastYear) = (ByKey(previous), ByKey(yearBefore));
        return [.. numbers.Select(number => new ComparisonLine(number, last.GetValueOrDefault(number.Key), lastYear.GetValueOrDefault(number.Key)))];
    }

    private static Dictionary<string, double?> ByKey(PeriodFacts? facts)
    {
        var numbers = new Dictionary<string, double?>(StringComparer.Ordinal);
        foreach (var fact in facts?.Facts ?? [])
        {
            numbers.TryAdd(fact.Key, fact.Number);
        }

        return numbers;
    }

    private double? RateFrom(double? before) => before is { } from and not 0 && !Number.IsShare ? (Number.Value - from) / Math.Abs(from) : null;
}
