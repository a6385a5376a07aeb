using System.Globalization;

namespace CcHc.Core.Jobs;

/// <summary>"every 45 minutes" as cron expressions. Cron starts anew each hour, so only an interval that a day is a whole number of can be kept.</summary>
internal static class ScheduleInterval
{
    private const int MinutesOfADay = 24 * 60;

    /// <summary>The expressions, or what is wrong with the interval and which ones near it can be kept.</summary>
    public static (IReadOnlyList<string> Crons, string? Refusal) Of(int count, bool areHours)
    {
        var minutes = areHours ? count * 60 : count;
        if (minutes is < 1 or >= MinutesOfADay)
        {
            return ([], "an interval must be at least a minute and less than a day; for once a day write \"daily 07:30\".");
        }

        if (MinutesOfADay % minutes != 0)
        {
            var (unit, size) = areHours ? ("hours", 60) : ("minutes", 1);
            var (less, more) = (Near(minutes, -size), Near(minutes, size));
            var cure = string.Join(" or ", new[] { less, more }.Where(near => near > 0)
                .Select(near => string.Create(CultureInfo.InvariantCulture, $"\"every {near / size} {unit}\"")));
            return ([], string.Create(CultureInfo.InvariantCulture,
                $"{count} {unit} do not fit into a day a whole number of times, so the interval could not be kept. Write {cure}."));
        }

        return (minutes < 60 && 60 % minutes == 0 ? [string.Create(CultureInfo.InvariantCulture, $"0 0/{minutes} * ? * *")]
            : minutes % 60 == 0 ? [string.Create(CultureInfo.InvariantCulture, $"0 0 0/{minutes / 60} ? * *")]
            : AcrossHours(minutes), null);
    }

    /// <summary>One expression for each minute of the hour the runs fall on.</summary>
    private static List<string> AcrossHours(int minutes) =>
    [
        .. Enumerable.Range(0, MinutesOfADay / minutes).Select(run => run * minutes).GroupBy(time => time % 60).OrderBy(times => times.Key)
            .Select(times => string.Create(CultureInfo.InvariantCulture, $"0 {times.Key} {string.Join(',', times.Select(time => time / 60))} ? * *")),
    ];

    private static int Near(int minutes, int step)
    {
        for (var near = minutes + step; near is > 0 and < MinutesOfADay; near += step)
        {
            if (MinutesOfADay % near == 0)
            {
                return near;
            }
        }

        return 0;
    }
}
