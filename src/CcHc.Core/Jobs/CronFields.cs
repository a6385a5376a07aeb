using System.Text.RegularExpressions;

namespace CcHc.Core.Jobs;

/// <summary>What people bring along from other crons: five fields without seconds, and weekdays as numbers that here begin with Sunday.</summary>
internal static partial class CronFields
{
    private const int WeekdayField = 5;
    private static readonly string[] Names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>What is wrong and how to write it; null when nothing is to be said before the scheduler reads the expression.</summary>
    public static string? Refusal(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 5)
        {
            var (day, weekday) = fields[4] == "*" ? (fields[2], "?") : (fields[2] == "*" ? "?" : fields[2], Unix(fields[4]));
            return $"a cron expression here has six fields, the seconds first. Write \"cron 0 {fields[0]} {fields[1]} {day} {fields[3]} {weekday}\".";
        }

        if (fields.Length <= WeekdayField || !Numbered().IsMatch(fields[WeekdayField]))
        {
            return null;
        }

        var written = fields[WeekdayField];
        return $"weekdays as numbers count from Sunday here (1 = SUN), elsewhere from Monday: \"{written}\" would be {Quartz(written)}. Write the names, such as {Unix(written)} or {Quartz(written)}.";
    }

    private static string Quartz(string field) => Number().Replace(field, number => Name(number.Value[0] - '0' - 1));

    private static string Unix(string field) => Number().Replace(field, number => Name(number.Value[0] - '0'));

    private static string Name(int day) => Names[(day + 7) % 7];

    // "FRI#2" is the second Friday, "FRIL" the last: those numbers are no days.
    [GeneratedRegex(@"(?<![#/0-9A-Z])[0-7](?![0-9])")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<![#/0-9A-Z])[0-9]")]
    private static partial Regex Numbered();
}
