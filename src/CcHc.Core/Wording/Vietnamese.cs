using System.Globalization;
using CcHc.Core.Text;

namespace CcHc.Core.Wording;

/// <summary>The short Vietnamese words every output shares: days, and what fits a line.</summary>
public static class Vietnamese
{
    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    /// <summary>"15/6/2026".</summary>
    public static string Day(DateOnly day) => DayText.Of(day);

    /// <summary>"thứ Hai, 15/6/2026".</summary>
    public static string WeekdayAndDay(DateOnly day) => Weekdays[(int)day.DayOfWeek] + ", " + Day(day);

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
