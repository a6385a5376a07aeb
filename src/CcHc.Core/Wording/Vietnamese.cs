using System.Globalization;
using CcHc.Core.Text;

namespace CcHc.Core.Wording;

/// <summary>The short Vietnamese words every output shares: days, figures, and what fits a line.</summary>
public static class Vietnamese
{
    // Stated here, so that no machine's own list of cultures changes what a letter says.
    private static readonly NumberFormatInfo Figures = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    /// <summary>"15/6/2026".</summary>
    public static string Day(DateOnly day) => DayText.Of(day);

    /// <summary>"thứ Hai, 15/6/2026".</summary>
    public static string WeekdayAndDay(DateOnly day) => Weekdays[(int)day.DayOfWeek] + ", " + Day(day);

    /// <summary>"1.234", "12,5"; trailing zeros are left out.</summary>
    /// <param name="decimals">At most so many.</param>
    public static string Number(double value, int decimals = 4) => value.ToString("#,##0." + new string('#', decimals), Figures);

    /// <summary>"95,25%" of 0.9525: the sign follows the figure without a space, as decrees print it.</summary>
    public static string Percent(double share, int decimals = 2) => Number(share * 100, decimals) + "%";

    /// <summary>The first letter as a sentence begins.</summary>
    public static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Cut at a word near the limit, with "…" when something was cut.</summary>
    public static string Shortened(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', limit - 1, limit / 4);
        var end = space > 0 ? space : limit - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd(' ', ',', ';') + "…";
    }
}
