using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.Core.Jobs;

/// <summary>When a job runs (lịch chạy), in office time: cron expressions of six fields, seconds first.</summary>
/// <param name="Words">As written in jobs.yml.</param>
/// <param name="Crons">One or more; the job runs whenever any of them says so.</param>
public sealed partial record JobSchedule(string Words, IReadOnlyList<string> Crons)
{
    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>What <see cref="Read"/> understands, for messages.</summary>
    public const string Examples = "daily 07:30; daily 07:30, 13:30; weekdays 07:30; mondays, thursdays 08:00; day 1 08:00; last day 16:00; hourly; every 5 minutes; cron 0 30 7 ? * MON-FRI";

    /// <summary>Null when the words are no schedule. Whether a cron expression can ever come true is the scheduler's to say.</summary>
    public static JobSchedule? Read(string words)
    {
        var text = Spaces().Replace(words.Trim().ToLowerInvariant(), " ");
        if (text.StartsWith("cron ", StringComparison.Ordinal))
        {
            return new JobSchedule(words, [words.Trim()[5..].Trim()]);
        }

        if (text == "hourly")
        {
            return new JobSchedule(words, ["0 0 * ? * *"]);
        }

        return Every().Match(text) is { Success: true } every ? EverySoOften(words, every) : AtTimes(words, text);
    }

    private static JobSchedule? EverySoOften(string words, Match every)
    {
        var count = every.Groups["n"].Success ? int.Parse(every.Groups["n"].Value, CultureInfo.InvariantCulture) : 1;
        var (most, cron) = every.Groups["unit"].Value == "minute" ? (59, $"0 0/{count} * ? * *") : (23, $"0 0 0/{count} ? * *");
        return count >= 1 && count <= most ? new JobSchedule(words, [cron]) : null;
    }

    private static JobSchedule? AtTimes(string words, string text)
    {
        if (DaysAndTimes().Match(text) is not { Success: true } match || DayFields(match.Groups["days"].Value) is not { } days)
        {
            return null;
        }

        var crons = new List<string>();
        foreach (var time in match.Groups["time"].Captures.Select(capture => capture.Value))
        {
            if (!TimeOnly.TryParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            {
                return null;
            }

            crons.Add(string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} {days}"));
        }

        return new JobSchedule(words, crons);
    }

    /// <summary>Day of month, month and day of week.</summary>
    private static string? DayFields(string days)
    {
        switch (days)
        {
            case "daily" or "every day":
                return "? * *";
            case "weekdays":
                return "? * MON-FRI";
            case "last day":
                return "L * ?";
        }

        if (DayOfMonth().Match(days) is { Success: true } day)
        {
            var number = int.Parse(day.Groups[1].Value, CultureInfo.InvariantCulture);
            return number is >= 1 and <= 31 ? string.Create(CultureInfo.InvariantCulture, $"{number} * ?") : null;
        }

        var names = days.Split(", ").Select(name => DayNames.FirstOrDefault(known => name.StartsWith(known, StringComparison.Ordinal) && name.EndsWith("s", StringComparison.Ordinal) && name.Contains("day", StringComparison.Ordinal))).ToList();
        return names.Contains(null) ? null : "? * " + string.Join(',', names).ToUpperInvariant();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^every (?:(?<n>[0-9]{1,3}) )?(?<unit>minute|hour)s?$")]
    private static partial Regex Every();

    [GeneratedRegex(@"^(?<days>[a-z0-9 ]+?(?:, [a-z]+)*) (?:at )?(?<time>[0-9]{1,2}:[0-9]{2})(?:, (?<time>[0-9]{1,2}:[0-9]{2}))*$")]
    private static partial Regex DaysAndTimes();

    [GeneratedRegex("^day ([0-9]{1,2})$")]
    private static partial Regex DayOfMonth();
}
