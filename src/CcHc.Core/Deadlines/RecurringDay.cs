using System.Globalization;
using CcHc.Core.Calendars;

namespace CcHc.Core.Deadlines;

/// <summary>
/// The days a recurring duty (nhiệm vụ định kỳ) falls due. Codes: "MM-DD" each year, "Y+1-MM-DD" the year after the reported one, "M:DD" of each month, "Q:DD"
/// of a quarter's last month, "P:DD" of the last month of the milestone's period, "W:1" (Monday) to "W:7" of each week; "M+1", "Q+1" the month or the quarter's
/// first month after it, "M-1", "Q-1", "P-1" the month before; "last" in the place of a day. A day beyond its month is the month's last.
/// </summary>
public static class RecurringDay
{
    /// <summary>In order, without doubles; empty when the words name no day, since then the reporting regime decides.</summary>
    public static IEnumerable<DateOnly> Occurrences(Milestone milestone, DateRange within) => within.Last < within.First ? [] : milestone.OccurrenceDue
        .SelectMany(code => Days(code, milestone.Recurrence, within))
        .Where(
            one => within.Contains(one.Due) && (milestone.Start is not { } start || one.Period >= start) && (milestone.Due is not { } due || one.Period <= due))
        .Select(one => one.Due)
        .Distinct()
        .Order();

    /// <summary>Each due day with the last day of the period it reports.</summary>
    private static IEnumerable<(DateOnly Period, DateOnly Due)> Days(string code, Recurrence recurrence, DateRange within) => code.Split(':') switch
    {
        ["W", var day] => Weekly(Number(day), within),
        [var anchor, var day] => Monthly(anchor, day, recurrence, within),
        _ => Yearly(code, within),
    };

    private static IEnumerable<(DateOnly, DateOnly)> Weekly(int day, DateRange within)
    {
        for (var one = within.First; one <= within.Last; one = one.AddDays(1))
        {
            if ((int)one.DayOfWeek == day % 7)
            {
                yield return (one, one);
            }

            if (one == DateOnly.MaxValue)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<(DateOnly, DateOnly)> Monthly(string anchor, string day, Recurrence recurrence, DateRange within)
    {
        var shift = anchor.Length > 1 ? int.Parse(anchor[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        for (var month = Index(within.First) - 4; month <= Index(within.Last) + 4; month++)
        {
            if (!IsPeriodEnd(anchor[0], recurrence, month % 12 + 1))
            {
                continue;
            }

            // "Q+1:last" is the end of the next quarter, not of its first month.
            var due = month + (anchor == "Q+1" && day == "last" ? 3 : shift);
            if (month >= 12 && due >= 12 && Math.Max(month, due) < 12 * 9999)
            {
                yield return (Day(month, "last"), Day(due, day));
            }
        }
    }

    private static bool IsPeriodEnd(char anchor, Recurrence recurrence, int month) => anchor switch
    {
        'M' => true,
        'Q' => month % 3 == 0,
        _ => recurrence switch
        {
            Recurrence.Monthly => true,
            Recurrence.Quarterly => month % 3 == 0,
            Recurrence.Semiannual => month % 6 == 0,
            Recurrence.NineMonths => month == 9,
            Recurrence.Annual => month == 12,
            _ => false,
        },
    };

    private static IEnumerable<(DateOnly, DateOnly)> Yearly(string code, DateRange within)
    {
        var shift = code.StartsWith("Y", StringComparison.Ordinal) ? int.Parse(code[1..^6], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var (month, day) = (Number(code[^5..^3]), code[^2..]);
        for (var year = Math.Max(2, within.First.Year); year <= Math.Min(9998, within.Last.Year); year++)
        {
            var due = Day(year * 12 + month - 1, day);
            yield return (shift == 0 ? due : DateRange.Year(Math.Clamp(year - shift, 1, 9999)).Last, due);
        }
    }

    private static int Index(DateOnly day) => day.Year * 12 + day.Month - 1;

    private static DateOnly Day(int month, string day)
    {
        var (year, inYear) = (month / 12, month % 12 + 1);
        var length = DateTime.DaysInMonth(year, inYear);
        return new DateOnly(year, inYear, day == "last" ? length : Math.Clamp(Number(day), 1, length));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
