using System.Globalization;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>Stored values as a reader of the sheet (trang tính) sees them: plain, percent, a day, or what their number format writes.</summary>
internal static class CellValues
{
    /// <summary>Days from 1 January 1900 to 1 January 1904 in Excel's count.</summary>
    public const double Days1904 = 1462;

    private const double MissingLeapDay = 60;
    private const double FirstDayAfter9999 = 2958466;

    public static SheetCell OfNumber(int column, double stored, NumberFormat format, bool is1904, CellTraits traits)
    {
        if (format.IsSimple)
        {
            return new SheetCell(column, CellKind.Number, General(stored), stored, traits);
        }

        var section = format.For(stored);
        return section.Meaning switch
        {
            FormatMeaning.Plain => new SheetCell(column, CellKind.Number, Padded(stored, section.Decimals), stored, traits),
            FormatMeaning.Percent => new SheetCell(column, CellKind.Number, Percent(stored), stored, traits),
            FormatMeaning.ShownNumber =>
                new SheetCell(column, CellKind.Number, ShownText.OfNumber(format.HidesSign ? Math.Abs(stored) : stored, section), stored,
                    traits | CellTraits.ShownWords),
            FormatMeaning.Hidden => HiddenValue(column, traits),
            _ => OfSerial(column, stored, section, is1904, traits),
        };
    }

    /// <summary>A day as the library or an ISO date gives it, already an OLE date.</summary>
    public static SheetCell OfDay(int column, double oleDate, NumberFormat format, CellTraits traits)
    {
        var section = format.For(oleDate);
        return section.Meaning switch
        {
            FormatMeaning.Hidden => HiddenValue(column, traits),
            FormatMeaning.Plain or FormatMeaning.Percent or FormatMeaning.ShownNumber => Day(column, oleDate, traits),
            _ => Dated(column, oleDate, section, traits),
        };
    }

    public static SheetCell OfText(int column, string text, NumberFormat format, CellTraits traits)
    {
        if (format.Text is { } section && !string.IsNullOrWhiteSpace(text))
        {
            if (section.Meaning == FormatMeaning.Hidden)
            {
                return HiddenValue(column, traits);
            }

            text = section.IsOfText ? ShownText.OfText(text, section) : text;
        }

        return new SheetCell(column, string.IsNullOrWhiteSpace(text) ? CellKind.Blank : CellKind.Text, text, 0, traits);
    }

    /// <summary>A time of day (giờ trong ngày), which is no day.</summary>
    public static SheetCell OfTime(int column, TimeSpan time, CellTraits traits) =>
        new(column, CellKind.Number, time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture), time.TotalDays,
            traits | CellTraits.ShownWords);

    /// <summary>The shortest text that is the same number: "1.1", "1", "1E-07".</summary>
    public static string General(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < long.MaxValue
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>
    /// A day counted by Excel. Day 60 of 1900 never was; it, and counts past the year 9999, stay numbers. A count below one is a time of day.
    /// </summary>
    private static SheetCell OfSerial(int column, double serial, FormatSection section, bool is1904, CellTraits traits)
    {
        var in1900 = is1904 ? serial + Days1904 : serial;
        var day = Math.Floor(in1900);
        if (serial is >= 0 and < 1 && IsOfTime(section))
        {
            return OfTime(column, TimeSpan.FromSeconds(Math.Round(serial * 86400) % 86400), traits);
        }

        if (in1900 < 1 || (is1904 && serial < 0) || day == MissingLeapDay || in1900 >= FirstDayAfter9999)
        {
            return new SheetCell(column, CellKind.Number, General(serial), serial, traits);
        }

        // Excel counts a 29 February 1900, OLE dates do not: before it the two counts differ by one.
        return Dated(column, day < MissingLeapDay ? in1900 + 1 : in1900, section, traits);
    }

    private static SheetCell Dated(int column, double oleDate, FormatSection section, CellTraits traits)
    {
        if (section.Meaning is FormatMeaning.Day or FormatMeaning.Month or FormatMeaning.DayOfYear)
        {
            return Day(column, oleDate, section.Meaning switch
            {
                FormatMeaning.Month => traits | CellTraits.MonthOnly,
                FormatMeaning.DayOfYear => traits | CellTraits.YearHidden,
                _ => traits,
            });
        }

        var date = DateTime.FromOADate(oleDate);
        var shown = IsOfTime(section) ? traits | CellTraits.ShownWords
            : section.HidesYear ? traits | CellTraits.ShownWords | CellTraits.YearHidden : traits | CellTraits.ShownWords;
        return new SheetCell(column, CellKind.Text, ShownText.OfDate(date, section), oleDate, shown);
    }

    private static SheetCell Day(int column, double oleDate, CellTraits traits) =>
        new(column, CellKind.Date, DateTime.FromOADate(oleDate).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), oleDate, traits);

    private static SheetCell HiddenValue(int column, CellTraits traits) => new(column, CellKind.Blank, "", 0, traits | CellTraits.ValueHidden);

    private static bool IsOfTime(FormatSection section) =>
        !section.Has(FormatTokenKind.Year) && !section.Has(FormatTokenKind.Quarter) && !section.Has(FormatTokenKind.Month) && !section.Has(FormatTokenKind.Day);

    /// <summary>
    /// 1.1 with two decimals is "1.10". No digit is taken away: a number rounded for the eye is still the number, and a whole one needs none.
    /// </summary>
    private static string Padded(double value, int decimals)
    {
        var general = General(value);
        var point = general.IndexOf('.');
        return point < 0 || general.Contains('E', StringComparison.Ordinal) ? general : general.PadRight(point + 1 + decimals, '0');
    }

    /// <summary>"7%" for 0.07: ten decimals are kept, so that the multiplication shows no binary dust.</summary>
    private static string Percent(double value) => General(Math.Round(value * 100, 10)) + "%";
}
