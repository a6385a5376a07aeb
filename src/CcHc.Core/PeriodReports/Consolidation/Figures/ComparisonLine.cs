namespace CcHc.Core.PeriodReports.Consolidation.Figures;

/// <summary>One number beside the last period's and last year's (dòng so sánh).</summary>
/// <param name="Previous">Null when there is none to compare with.</param>
public sealed record ComparisonLine(KeyNumber Number, double? Previous, double? YearBefore)
{
    /// <summary>Beyond this a percentage says nothing a reader can use; the figures themselves do.</summary>
    private const double GreatestRate = 10;

    /// <summary>Every report is in, so that the number is of the same agencies as the one it is set beside.</summary>
    public bool IsWhole { get; init; } = true;

    public double? Change => Number.Value - Previous;

    public double? ChangeInYear => Number.Value - YearBefore;

    /// <summary>Part of what it was before; null also from 0, and of a share, whose change is in points.</summary>
    public double? ChangeRate => RateFrom(Previous);

    public double? ChangeRateInYear => RateFrom(YearBefore);

    /// <param name="isWhole">False while reports are missing: figures are then of fewer agencies.</param>
    internal static IReadOnlyList<ComparisonLine> Compare(IReadOnlyList<KeyNumber> numbers, PeriodFacts? previous, PeriodFacts? yearBefore, bool isWhole = true)
    {
        var (last, lastYear) = (ByKey(previous), ByKey(yearBefore));
        return [
            .. numbers.Select(
                number => new ComparisonLine(number, last.GetValueOrDefault(number.Key), lastYear.GetValueOrDefault(number.Key)) { IsWhole = isWhole
                    || number.Part != KeyNumberPart.Figures })];
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

    private double? RateFrom(double? before) =>
        before is { } from and not 0 && !Number.IsShare && IsWhole && (Number.Value - from) / Math.Abs(from) is { } rate && Math.Abs(rate) < GreatestRate
            ? rate
            : null;
}
