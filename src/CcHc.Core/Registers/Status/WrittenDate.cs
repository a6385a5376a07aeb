using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Calendars;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Status;

/// <summary>
/// Reads one whole date written as text, day before month: 05/3/2026, 5-3-2026, 5.3.2026, 2026-03-05, "ngày 5 tháng 3 năm 2026". Two digits of a year mean
/// 20xx; without a year, or with words around it, it is no date. "2026-03-04T17:00:00Z" is the day it is then at the office.
/// </summary>
public static partial class WrittenDate
{
    private static readonly char[] Edges = [' ', '.', ';', ','];

    /// <summary>"ngày tháng năm".</summary>
    private const int MostLetters = 12;

    /// <summary>"1/2/26".</summary>
    private const int FewestDigits = 4;

    /// <summary>Null when the text is no single date of the calendar.</summary>
    public static DateOnly? Read(string text)
    {
        if (!MayBe(text))
        {
            return null;
        }

        var folded = VietnameseText.Fold(text).Trim(Edges);
        foreach (var form in (Regex[])[DayFirst(), Iso(), InWords()])
        {
            if (form.Match(folded) is { Success: true } match)
            {
                var day = OnCalendar(Number(match, "d"), Number(match, "m"), Number(match, "y"));
                return day is { } utc && match.Groups["utc"].Success ? OfficeTime.DayOfUtc(utc, Number(match, "h")) : day;
            }
        }

        return null;
    }

    /// <summary>"03/26/2026": only a writer who puts the month first can mean it, so other dates of that column may be turned round as well.</summary>
    public static bool IsMonthFirst(string text) =>
        MayBe(text) && DayFirst().Match(VietnameseText.Fold(text).Trim(Edges)) is { Success: true } match
        && Number(match, "d") <= 12 && OnCalendar(Number(match, "m"), Number(match, "d"), Number(match, "y")) is { Day: > 12 };

    /// <summary>False for words no date is written with; nearly every text of a register is one of those.</summary>
    private static bool MayBe(string text)
    {
        var (letters, digits) = (0, 0);
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            if (letters > MostLetters)
            {
                return false;
            }
        }

        // None, those of a time of day (T, Z), "ngày", "tháng năm", "ngày tháng năm".
        return digits >= FewestDigits && letters is 0 or 1 or 2 or 4 or 8 or MostLetters;
    }

    private static DateOnly? OnCalendar(int day, int month, int year)
    {
        var fullYear = year < 100 ? 2000 + year : year;
        return fullYear is >= 2000 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(fullYear, month)
            ? new DateOnly(fullYear, month, day)
            : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:ngay )?(?<d>[0-9]{1,2}) ?(?<mark>[/.\-]) ?(?<m>[0-9]{1,2}) ?\k<mark> ?(?<y>[0-9]{4}|[0-9]{2})(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?$")]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})(?:[t ](?<h>[0-9]{1,2}):[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?(?<utc>z)?)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?:ngay )?(?<d>[0-9]{1,2}) thang (?<m>[0-9]{1,2}) nam (?<y>[0-9]{4})$")]
    private static partial Regex InWords();
}
