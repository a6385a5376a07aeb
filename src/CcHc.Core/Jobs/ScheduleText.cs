using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.Core.Jobs;

/// <summary>A schedule's words in Vietnamese (lịch chạy bằng lời), for pages an officer reads; jobs.yml keeps its own.</summary>
public static partial class ScheduleText
{
    private static readonly (string Begin, string Name)[] Days =
        [("mon", "thứ Hai"), ("tue", "thứ Ba"), ("wed", "thứ Tư"), ("thu", "thứ Năm"), ("fri", "thứ Sáu"), ("sat", "thứ Bảy"), ("sun", "Chủ nhật")];

    /// <summary>"daily 07:30" is "hằng ngày, 07:30"; a cron expression stays one, named as such.</summary>
    /// <param name="words">As written in jobs.yml, understood by <see cref="JobSchedule"/>.</param>
    public static string InVietnamese(string words)
    {
        var text = ScheduleGrammar.Spaces().Replace(words.Trim(), " ");
        var small = text.ToLowerInvariant();
        if (small.StartsWith("cron ", StringComparison.Ordinal))
        {
            return $"theo biểu thức cron {text[5..]}";
        }

        if (small == "hourly")
        {
            return "mỗi giờ";
        }

        if (ScheduleGrammar.Every().Match(small) is { Success: true } every)
        {
            var unit = every.Groups["unit"].Value == "hour" ? "giờ" : "phút";
            return every.Groups["n"].Value is { Length: > 0 } count and not "1" ? $"mỗi {count} {unit}" : $"mỗi {unit}";
        }

        return ScheduleGrammar.DaysAndTimes().Match(small) is { Success: true } match && DaysOf(match.Groups["days"].Value) is { } days
            ? $"{days}, {string.Join(" và ", match.Groups["time"].Captures.Select(time => time.Value))}"
            : words;
    }

    private static string? DaysOf(string days)
    {
        switch (days)
        {
            case "daily" or "every day":
                return "hằng ngày";
            case "weekdays":
                return "thứ Hai đến thứ Sáu";
            case "last day":
                return "ngày cuối tháng";
        }

        if (ScheduleGrammar.DayOfMonth().Match(days) is { Success: true } day)
        {
            return int.Parse(day.Groups[1].Value, CultureInfo.InvariantCulture) >= 31 ? "ngày cuối tháng" : $"ngày {day.Groups[1].Value} hằng tháng";
        }

        var names = days.Split(", ").Select(name => Days.FirstOrDefault(known => name.StartsWith(known.Begin, StringComparison.Ordinal)).Name).ToList();
        return names.Exists(name => name is null) ? null : string.Join(", ", names);
    }
}
