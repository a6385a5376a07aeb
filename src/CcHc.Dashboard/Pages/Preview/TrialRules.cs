using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Reminders;
using CcHc.Dashboard.Shared;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Pages.Preview;

/// <summary>Rules somebody tries out without putting them in force (thử quy tắc): null stays as it is.</summary>
/// <param name="Off">A day off more.</param>
/// <param name="Worked">A day worked more.</param>
public sealed record TrialRules(string? Before = null, int? Every = null, int? Head = null, int? StandingBody = null, bool? Strict = null, DateOnly? Off = null,
    DateOnly? Worked = null)
{
    private const int LongestCount = 250;
    private const int MostSteps = 20;

    public static TrialRules None { get; } = new();

    public bool IsAsked => this != None;

    /// <summary>What an address asks for; a value that is in force already is no change.</summary>
    public static TrialRules Read(IQueryCollection asked, ReminderPolicy inForce)
    {
        return new TrialRules(
            Steps(asked.Word("truoc")) is { } steps && !steps.SequenceEqual(inForce.WorkingDaysBefore) ? Written(steps) : null,
            Count("sau", inForce.EveryWorkingDaysAfter), Count("lanh-dao", inForce.HeadAfterWorkingDays),
            Count("thuong-truc", inForce.StandingBodyAfterWorkingDays),
            asked.Word("truoc-ngay") is "chat" or "thuong" && asked.Word("truoc-ngay") == "chat" != inForce.StrictBefore ? !inForce.StrictBefore : null,
            asked.Day("nghi"), asked.Day("lam"));

        int? Count(string name, int now) => asked.Number(name, 0, LongestCount) is { } given && given != now ? given : null;
    }

    public ReminderPolicy ApplyTo(ReminderPolicy policy) => policy with
    {
        WorkingDaysBefore = Before is null ? policy.WorkingDaysBefore : Steps(Before)!,
        EveryWorkingDaysAfter = Every ?? policy.EveryWorkingDaysAfter,
        HeadAfterWorkingDays = Head ?? policy.HeadAfterWorkingDays,
        StandingBodyAfterWorkingDays = StandingBody ?? policy.StandingBodyAfterWorkingDays,
        StrictBefore = Strict ?? policy.StrictBefore,
    };

    public WorkingCalendar ApplyTo(WorkingCalendar calendar)
    {
        CalendarDay?[] days = [Off is { } off ? new CalendarDay(off, CalendarDayKind.DayOff) : null, Worked is { } worked
            ? new CalendarDay(worked, CalendarDayKind.MakeUpWorkingDay) : null];
        return Off is null && Worked is null ? calendar : calendar.With(days.OfType<CalendarDay>());
    }

    public RemindingRules ApplyTo(RemindingRules rules) => rules with { OfTasks = ApplyTo(rules.OfTasks), Calendar = ApplyTo(rules.Calendar) };

    public Dictionary<string, string> ToAddress(DateOnly? day) => QueryParameters.Address(
        ("ngay", QueryParameters.Written(day)), ("truoc", Before ?? ""), ("sau", Text(Every)), ("lanh-dao", Text(Head)), ("thuong-truc", Text(StandingBody)),
        ("truoc-ngay", Strict switch { null => "", true => "chat", _ => "thuong" }), ("nghi", QueryParameters.Written(Off)),
        ("lam", QueryParameters.Written(Worked)));

    /// <summary>"15, 7, 3, 1".</summary>
    public static string Written(IEnumerable<int> steps) => string.Join(", ", steps.Select(step => step.ToString(CultureInfo.InvariantCulture)));

    private static string Text(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <returns>Null for anything but a list of days.</returns>
    private static IReadOnlyList<int>? Steps(string written)
    {
        var words = written.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var steps = words.Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0).ToList();
        return steps.Count is > 0 and <= MostSteps && steps.TrueForAll(days => days is >= 1 and <= LongestCount) ? steps : null;
    }
}
