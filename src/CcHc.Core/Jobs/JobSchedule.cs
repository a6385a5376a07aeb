using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Calendars;

namespace CcHc.Core.Jobs;

/// <summary>When a job runs (lịch chạy), in office time: cron expressions of six fields, seconds first.</summary>
/// <param name="Words">As written in jobs.yml.</param>
/// <param name="Crons">One or more; the job runs whenever any of them says so.</param>
public sealed partial record JobSchedule(string Words, IReadOnlyList<string> Crons)
{
    private const int LastDay = 31;

    private static readonly string[] DayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>What <see cref="Read(string, JobDays)"/> understands, for messages.</summary>
    public const string Examples =
        "daily 07:30; daily 07:30, 13:30; weekdays 07:30; mondays, thursdays 08:00; day 1 08:00; last day 16:00; hourly; every 5 minutes; cron 0 30 7 ? * MON-FRI";

    /// <summary>The day of the month the words name; 31 for the last one. With <see cref="JobDays.Working"/> a day off moves it.</summary>
    public int? DayOfMonth { get; private init; }

    /// <summary>Null when the words are no schedule.</summary>
    public static JobSchedule? Read(string words, JobDays days = JobDays.All) => Read(words, days, out _);

    /// <param name="refusal">Why there is no schedule, in words for the administrator; null when the words are simply not understood. Whether a cron expression
    /// can ever come true is the scheduler's to say.</param>
    public static JobSchedule? Read(string words, JobDays days, out string? refusal)
    {
        refusal = null;
        var text = ScheduleGrammar.Spaces().Replace(words.Trim().ToLowerInvariant(), " ");
        if (text.StartsWith("cron ", StringComparison.Ordinal))
        {
            var cron = ScheduleGrammar.Spaces().Replace(words.Trim()[5..].Trim(), " ").ToUpperInvariant();
            refusal = CronFields.Refusal(cron);
            return refusal is null ? new JobSchedule(words, [cron]) : null;
        }

        if (text == "hourly")
        {
            return new JobSchedule(words, ["0 0 * ? * *"]);
        }

        if (ScheduleGrammar.Every().Match(text) is { Success: true } every)
        {
            var count = every.Groups["n"].Success ? int.Parse(every.Groups["n"].Value, CultureInfo.InvariantCulture) : 1;
            (var crons, refusal) = ScheduleInterval.Of(count, every.Groups["unit"].Value == "hour");
            return refusal is null ? new JobSchedule(words, crons) : null;
        }

        return AtTimes(words, text, days, out refusal);
    }

    /// <summary>
    /// Whether a time planned for this day counts. Of working days a day of the month is the first one on or after it, the last day the last one in the month.
    /// </summary>
    public bool CountsOn(DateOnly day, JobDays days, WorkingCalendar calendar)
    {
        if (days == JobDays.All)
        {
            return true;
        }

        if (DayOfMonth is not { } number)
        {
            return calendar.IsWorkingDay(day);
        }

        return MovedIn(day.Year, day.Month) == day || day.AddMonths(-1) is var before && MovedIn(before.Year, before.Month) == day;

        DateOnly MovedIn(int year, int month)
        {
            var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
            return number >= LastDay ? calendar.PreviousWorkingDay(last)
                : calendar.NextWorkingDay(number < last.Day ? new DateOnly(year, month, number) : last);
        }
    }

    private static JobSchedule? AtTimes(string words, string text, JobDays days, out string? refusal)
    {
        refusal = null;
        if (ScheduleGrammar.DaysAndTimes().Match(text) is not { Success: true } match || DayFields(match.Groups["days"].Value) is not { } written)
        {
            return null;
        }

        if (days == JobDays.Working && written.Fields is ["? * SAT" or "? * SUN" or "? * SAT,SUN" or "? * SUN,SAT"])
        {
            refusal =
                "with \"days: working\" it never comes, since the office works on no such day but a make-up one. Leave \"days\" out, or name another weekday.";
            return null;
        }

        // A day that may move is looked for on every day; CountsOn picks the right one.
        IReadOnlyList<string> fields = written.Day is not null && days == JobDays.Working ? ["? * *"] : written.Fields;
        var crons = new List<string>();
        foreach (var time in match.Groups["time"].Captures.Select(capture => capture.Value))
        {
            if (!TimeOnly.TryParseExact(time, ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
            {
                return null;
            }

            crons.AddRange(fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} {field}")));
        }

        return new JobSchedule(words, crons) { DayOfMonth = written.Day };
    }

    /// <summary>Day of month, month and day of week; a day beyond its month is the month's last.</summary>
    private static (IReadOnlyList<string> Fields, int? Day)? DayFields(string days)
    {
        switch (days)
        {
            case "daily" or "every day":
                return (["? * *"], null);
            case "weekdays":
                return (["? * MON-FRI"], null);
            case "last day":
                return (["L * ?"], LastDay);
        }

        if (ScheduleGrammar.DayOfMonth().Match(days) is { Success: true } day)
        {
            return int.Parse(day.Groups[1].Value, CultureInfo.InvariantCulture) switch
            {
                LastDay => (["L * ?"], LastDay),
                29 => (["29 1,3-12 ?", "L 2 ?"], 29),
                30 => (["30 1,3-12 ?", "L 2 ?"], 30),
                >= 1 and <= 28 and var number => ([string.Create(CultureInfo.InvariantCulture, $"{number} * ?")], number),
                _ => null,
            };
        }

        var names = days.Split(", ")
            .Select(
                name =>
                    DayNames.FirstOrDefault(known => name.StartsWith(known, StringComparison.Ordinal) && name.EndsWith("s", StringComparison.Ordinal)
                        && name.Contains("day", StringComparison.Ordinal))).ToList();
        return names.Contains(null) ? null : (["? * " + string.Join(',', names).ToUpperInvariant()], null);
    }
}
