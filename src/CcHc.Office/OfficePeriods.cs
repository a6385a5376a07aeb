using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;

namespace CcHc.Office;

/// <summary>The periods of the office's regime (kỳ báo cáo) as the day's work needs them.</summary>
public sealed class OfficePeriods(JobsFile office, OfficeRules rules)
{
    /// <exception cref="UnknownPeriodException">The regime has no such period.</exception>
    public ReportPeriod Named(string code)
    {
        if (office.Regime.Period(code) is { } period)
        {
            return period;
        }

        var year = code.Length >= 4 && int.TryParse(code.AsSpan(0, 4), out var given) && given is > 1 and < 9999 ? given : 2026;
        throw new UnknownPeriodException(
            $"The regime {office.Regime.Code} has no period \"{code}\". Its periods of {year}: {string.Join(", ", office.Regime.Periods(year).Select(one => one.Code))}.");
    }

    /// <returns>Null when the regime has no such period any more.</returns>
    public ReportPeriod? Find(string code) => office.Regime.Period(code);

    /// <summary>The last day to hand in, a day off already moved; null when the regime sets none.</summary>
    public DateOnly? DueOf(ReportPeriod period, OfficeReading reading) => period.Due is { } due ? Assessment(reading).Moved(due) : null;

    /// <summary>Periods whose forms should be out: due within so many working days as the office said, or today.</summary>
    public IEnumerable<ReportPeriod> ToIssue(OfficeReading reading, DateOnly today)
    {
        var last = reading.Calendar.AddWorkingDays(today, rules.Reports.FormsWorkingDaysBefore);
        // A due day off moves, so the written one may lie a little outside.
        return office.Regime.PeriodsDue(new DateRange(today.AddDays(-14), last.AddDays(14)))
            .Where(period => DueOf(period, reading) is { } due && due >= today && due <= last);
    }

    /// <summary>The period before this one, whatever its kind; null when the regime has none.</summary>
    public ReportPeriod? Before(ReportPeriod period) =>
        office.Regime.Periods(period.Year - 1).Concat(office.Regime.Periods(period.Year)).LastOrDefault(one => one.LastDay < period.LastDay);

    /// <summary>The same period a year earlier; null when the regime has none.</summary>
    public ReportPeriod? YearBefore(ReportPeriod period) =>
        office.Regime.Periods(period.Year - 1).FirstOrDefault(one => one.Code[4..] == period.Code[4..]);

    private AssessmentRules Assessment(OfficeReading reading) => rules.Assessment(reading.Calendar);
}

/// <summary>A period that is not in the regime, or not open for what was asked; the message says what there is.</summary>
public sealed class UnknownPeriodException(string message) : Exception(message);
