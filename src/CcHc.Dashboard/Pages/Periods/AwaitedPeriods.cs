using CcHc.Core.Obligations;
using CcHc.Core.Regimes;

namespace CcHc.Dashboard.Pages.Periods;

/// <summary>One open period's reports (kỳ đang thu báo cáo).</summary>
/// <param name="Missing">Of agencies that have not handed in, in the directory's order.</param>
public sealed record AwaitedPeriod(string Code, string Name, DateOnly? Due, int Owed, IReadOnlyList<AssessedObligation> Missing)
{
    /// <returns>Earliest due first.</returns>
    public static IReadOnlyList<AwaitedPeriod> Of(IReadOnlyList<AssessedObligation> reports, ReportingRegime regime) =>
    [
        .. reports.GroupBy(report => report.Obligation.Task.Key, StringComparer.Ordinal)
            .Select(group =>
            {
                var code = group.Key[(group.Key.IndexOf('|', StringComparison.Ordinal) + 1)..];
                return new AwaitedPeriod(code, regime.Period(code)?.Name
                    ?? code, group.Max(report => report.Standing.Due), group.Count(), [.. group.Where(report => report.Standing.IsOpen)]);
            })
            .OrderBy(period => period.Due).ThenBy(period => period.Code, StringComparer.Ordinal),
    ];
}
