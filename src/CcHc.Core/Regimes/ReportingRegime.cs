using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Regimes;

/// <summary>Which period reports are owed, for which days and until when (chế độ báo cáo); data, so that an office may have its own.</summary>
/// <param name="Code">"soc-trang-2021".</param>
/// <param name="Source">The document it comes from.</param>
public sealed record ReportingRegime(string Code, string Name, string Source, IReadOnlyList<ReportKind> Kinds)
{
    /// <summary>True when a report has no due day, which the office must then set (<see cref="WithDueDay"/>).</summary>
    public bool NeedsDueDay => Kinds.Any(k => k.Due is null);

    /// <summary>True when a duty of this frequency goes by a report that has no due day.</summary>
    public bool LacksDueDay(Recurrence frequency) => Kinds.Any(kind => kind.Due is null && Serves(kind, frequency));

    /// <summary>Every period of a year in calendar order, without those another report replaces.</summary>
    public IReadOnlyList<ReportPeriod> Periods(int year)
    {
        var replaced = Kinds.SelectMany(k => k.Replaces).ToHashSet(StringComparer.Ordinal);
        return [.. Kinds.SelectMany(k => k.Periods(year)).Where(p => !replaced.Contains(SuffixOf(p.Code)))
            .OrderBy(p => p.Window.Last).ThenBy(p => p.Code, StringComparer.Ordinal)];
    }

    /// <summary>The period with this code ("2026-Q1"); null when the regime has none such, also because another report replaces it.</summary>
    public ReportPeriod? Period(string code) =>
        code.IndexOf('-', StringComparison.Ordinal) is var dash and > 0
            && int.TryParse(code.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1 and < 9999
            ? Periods(year).FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>Periods whose due day lies in the range, soonest first; a report without a due day is never due.</summary>
    public IReadOnlyList<ReportPeriod> PeriodsDue(DateRange range) =>
        [.. Enumerable.Range(range.First.Year - 1, range.Last.Year - range.First.Year + 2).SelectMany(Periods)
            .Where(p => p.Due is { } due && range.Contains(due))
            .OrderBy(p => p.Due).ThenBy(p => p.Code, StringComparer.Ordinal)];

    /// <summary>
    /// The first due day after a day, for a recurring duty without a written one. A quarterly duty also falls due with the half-year and yearly reports that
    /// replace a quarter's, a half-yearly one with the yearly report. Null when the regime has no such report or sets no day for it.
    /// </summary>
    /// <param name="after">Not included.</param>
    public DateOnly? NextDue(Recurrence frequency, DateOnly after) =>
        Enumerable.Range(after.Year - 1, 3).SelectMany(Periods)
            .Where(p => Serves(p.Kind, frequency))
            .Select(p => p.Due)
            .Where(due => due > after)
            .Min();

    /// <summary>The same regime with a day for every report that has none.</summary>
    public ReportingRegime WithDueDay(ReportDueDay day) => this with { Kinds = [.. Kinds.Select(k => k.Due is null ? k with { Due = day } : k)] };

    private bool Serves(ReportKind kind, Recurrence frequency) => frequency switch
    {
        Recurrence.Quarterly => kind.Frequency == frequency || kind.Replaces.Any(r => r.StartsWith('Q')),
        Recurrence.Semiannual => kind.Frequency == frequency || (kind.Frequency == Recurrence.Annual && Kinds.Any(k => k.Frequency == frequency)),
        _ => kind.Frequency == frequency,
    };

    private static string SuffixOf(string code) => code[(code.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
