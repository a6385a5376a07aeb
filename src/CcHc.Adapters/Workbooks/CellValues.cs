using System.Globalization;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks;

/// <summary>Stored numbers as a reader of the sheet (trang tính) means them: plain, percent or a day.</summary>
internal static class CellValues
{
    /// <summary>Days from 1 January 1900 to 1 January 1904 in Excel's count.</summary>
    public const double Days1904 = 1462;

    private const double MissingLeapDay = 60;
    private const double FirstDayAfter9999 = 2958466;

    public static SheetCell OfNumber(int column, double stored, NumberMeaning meaning, bool is1904, CellTraits traits) => meaning switch
    {
        NumberMeaning.Date => OfSerial(column, stored, is1904, traits),
        NumberMeaning.Month => OfSerial(column, stored, is1904, traits | CellTraits.MonthOnly),
        NumberMeaning.Percent => new SheetCell(column, CellKind.Number, Percent(stored), stored, traits),
        _ => new SheetCell(column, CellKind.Number, General(stored), stored, traits),
    };

    /// <summary>A day counted by Excel. Day 60 of 1900 never was; it, times without a day, and counts past the year 9999 stay numbers.</summary>
    public static SheetCell OfSerial(int column, double serial, bool is1904, CellTraits traits)
    {
        var in1900 = is1904 ? serial + Days1904 : serial;
        var day = Math.Floor(in1900);
        if (in1900 < 1 || (is1904 && serial < 0) || day == MissingLeapDay || in1900 >= FirstDayAfter9999)
        {
            return new SheetCell(column, CellKind.Number, General(serial), serial, traits);
        }

        // Excel counts a 29 February 1900, OLE dates do not: before it the two counts differ by one.
        return OfDay(column, day < MissingLeapDay ? in1900 + 1 : in1900, traits);
    }

    public static SheetCell OfDay(int column, double oleDate, CellTraits traits) =>
        new(column, CellKind.Date, DateTime.FromOADate(oleDate).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), oleDate, traits);

    /// <summary>The shortest text that is the same number: "1.1", "1", "1E-07".</summary>
    public static string General(double value) =>
        value == Math.Floor(value) && Math.Abs(value) < long.MaxValue
            ? ((long)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>"7%" for 0.07: ten decimals are kept, so that the multiplication shows no binary dust.</summary>
    private static string Percent(double value) => General(Math.Round(value * 100, 10)) + "%";
}
