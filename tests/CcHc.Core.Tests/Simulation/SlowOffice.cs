using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Core.Tests.Simulation;

/// <summary>An obligation as the slow office sees it on a day.</summary>
/// <param name="Written">The due day before a day off moved it.</param>
internal sealed record SlowStanding(StatusKind Kind, DateOnly? Due = null, DateOnly? Written = null, int? Left = null);

/// <summary>How an obligation stands, decided the long way from the written rules: day by day, nothing remembered.</summary>
internal sealed class SlowOffice(SlowCalendar calendar, ReminderPolicy policy, HandRegime regime)
{
    /// <summary>
    /// The times that bind: Hạn replaces the words; Gia hạn đến moves the last time due before it (all that are due that day), or stands alone.
    /// </summary>
    public static IReadOnlyList<HandMilestone> Binding(HandTask task)
    {
        IReadOnlyList<HandMilestone> times = task.Due is { } due ? [new HandMilestone(HandKind.Dated, due)] : task.Time.Milestones;
        if (task.ExtendedTo is not { } extended)
        {
            return times;
        }

        DateOnly? moved = null;
        foreach (var time in times)
        {
            moved = time.Kind == HandKind.Dated && time.Last < extended && !(time.Last < moved) ? time.Last : moved;
        }

        var extension = new HandMilestone(HandKind.Dated, extended);
        return moved is null ? [extension] : [.. times.Select(time => time.Kind == HandKind.Dated && time.Last == moved ? extension : time)];
    }

    /// <summary>M1, M2 … among those due the same day; Quarterly1 … among those of a frequency.</summary>
    public static string KeyOf(IReadOnlyList<HandMilestone> times, int index)
    {
        var time = times[index];
        var before = times.Take(index).Count(t => t.Kind == time.Kind && t.Last == time.Last && t.Frequency == time.Frequency);
        return $"{(time.Kind == HandKind.Recurring ? time.Frequency : "M")}{before + 1}";
    }

    public SlowStanding Standing(HandTask task, HandMilestone time, DateOnly today)
    {
        var last = time.Last is { } day ? Moved(day) : (DateOnly?)null;
        var latest = time.Before is { } before && !policy.StrictBefore ? Moved(before) : last;
        if (task.Status == HandStatus.Dropped)
        {
            return new SlowStanding(StatusKind.Dropped);
        }

        if (task.Status == HandStatus.Done || (task.Status == HandStatus.Open && task.CompletedOn <= today))
        {
            // A day that cannot be true is none, and without a deadline nobody can say whether in time.
            var on = task.CompletedOn <= today && task.CompletedOn >= Begins(task) ? task.CompletedOn : null;
            return new SlowStanding(on is null || time.Kind == HandKind.NotUnderstood
                ? StatusKind.DoneUndated : on > latest ? StatusKind.DoneLate : StatusKind.DoneInTime);
        }

        return time.Kind switch
        {
            HandKind.Continuous => new SlowStanding(StatusKind.Continuous),
            HandKind.Event => new SlowStanding(StatusKind.WaitingForEvent),
            HandKind.NotUnderstood => new SlowStanding(StatusKind.NotUnderstood),
            HandKind.Recurring => Occurrence(Next(time, task.PlanYear, today), today),
            _ when today > last && !policy.StrictBefore && time.Before is { } written => Until(latest!.Value, written, today),
            _ => Until(last!.Value, time.Last!.Value, today),
        };
    }

    /// <summary>A month before the plan's year, or before an earlier time of the task.</summary>
    private static DateOnly Begins(HandTask task)
    {
        var first = new DateOnly(task.PlanYear, 1, 1);
        foreach (var time in Binding(task))
        {
            first = (time.From ?? time.Last) is { } day && day < first ? day : first;
        }

        return first.AddDays(-31);
    }

    private SlowStanding Occurrence(DateOnly? written, DateOnly today) =>
        written is not { } next ? new SlowStanding(StatusKind.Recurring)
        : Until(Moved(next), next, today) is { Kind: StatusKind.Upcoming } upcoming ? upcoming with { Kind = StatusKind.Recurring }
        : Until(Moved(next), next, today);

    private SlowStanding Until(DateOnly due, DateOnly written, DateOnly today) =>
        today == due ? new SlowStanding(StatusKind.DueToday, due, written, 0)
        : today < due ? new SlowStanding(StatusKind.Upcoming, due, written, calendar.Count(today, due))
        : new SlowStanding(StatusKind.Overdue, due, written, -calendar.Count(due, today));

    /// <summary>The first day it falls on whose moved day is not over, within the plan: from 1 January of its year to 31 January after it.</summary>
    private DateOnly? Next(HandMilestone time, int planYear, DateOnly today)
    {
        var fallsOn = time.FallsOn ?? (day => regime.IsDue(time.Frequency, day));
        var end = time.To ?? new DateOnly(planYear + 1, 1, 31);
        for (var day = time.From ?? new DateOnly(planYear, 1, 1); day <= end; day = day.AddDays(1))
        {
            if (fallsOn(day) && Moved(day) >= today)
            {
                return day;
            }
        }

        return null;
    }

    private DateOnly Moved(DateOnly day) => policy.DueDayOff switch
    {
        DueDayOff.NextWorkingDay => calendar.Step(day, 1),
        DueDayOff.PreviousWorkingDay => calendar.Step(day, -1),
        _ => day,
    };
}
