using CcHc.Core.Agencies;
using CcHc.Core.Regimes;

namespace CcHc.Core.PeriodReports.Indicators;

/// <summary>What kind of value a figure takes (kiểu).</summary>
public enum IndicatorKind
{
    WholeNumber,
    Decimal,
    /// <summary>A share, kept as a fraction: 12,5 % is 0.125.</summary>
    Rate,
    Text,
}

/// <summary>How the agencies' figures become the province's (cách tổng hợp).</summary>
public enum TotalRule
{
    None,
    Sum,
    Average,
    Largest,
    Smallest,
    /// <summary>One figure's total divided by another's, never an average of shares.</summary>
    Ratio,
}

/// <summary>A figure asked in the period report (chỉ tiêu), one row of chi-tieu.xlsx.</summary>
public sealed record Indicator
{
    /// <summary>"CT01"; unique.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string Unit { get; init; } = "";
    public IndicatorKind Kind { get; init; }
    public TotalRule Total { get; init; }
    /// <summary>Codes of what is divided and by what; only of <see cref="TotalRule.Ratio"/>. Such a figure is calculated, never typed.</summary>
    public (string Numerator, string Denominator)? RatioOf { get; init; }
    /// <summary>Groups of the directory that give it; empty = everybody who reports.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
    /// <summary>Last day of the first period it is asked for; null = always.</summary>
    public DateOnly? From { get; init; }
    /// <summary>
    /// Least and greatest value that can be true, both included; null = no bound. A count is never negative, a rate lies between 0 and 1 unless stated.
    /// </summary>
    public double? Least { get; init; }
    public double? Greatest { get; init; }

    public bool IsCalculated => RatioOf is not null;

    /// <summary>Whether this period asks for it.</summary>
    public bool IsAskedIn(ReportPeriod period) => From is not { } from || from <= period.LastDay;

    public bool IsAskedOf(Agency agency) => Groups.Count == 0 || Groups.Any(group => AgencyGroups.AreSame(group, agency.Group));
}
