namespace CcHc.Core.Reminders;

/// <summary>Which step of the policy a line has reached (mốc nhắc đã đến), its early steps gathered on one day of the week.</summary>
internal readonly struct ReminderSteps(ReminderPolicy policy, GatheringDay? gathering)
{
    /// <summary>Working days after the due day of the last step reached, null before the first. The days of escalation are steps, too.</summary>
    /// <remarks>
    /// On a gathering day a line also takes the early step it would reach before the next one, so that none is lost. On another day it takes an early step only
    /// when it would not be early any more on the next gathering day: it is new, or that day was slept through.
    /// </remarks>
    public int? Reached(int left)
    {
        var step = Tightest(left);
        if (gathering is not { } day || left <= policy.DailyWithinWorkingDays || step >= 0 || -step <= policy.DailyWithinWorkingDays)
        {
            return step;
        }

        return day.IsToday ? Early(left - (day.WorkingDaysToNext - 1))
            : left - day.WorkingDaysToNext <= policy.DailyWithinWorkingDays ? step
            : null;
    }

    /// <summary>True when an early step is reached and waits for the gathering day.</summary>
    public bool Waits(int left) => Tightest(left) is < 0 && Reached(left) is null;

    private int? Tightest(int left)
    {
        var late = -left;
        var repeated = policy.EveryWorkingDaysAfter > 0 ? late - late % policy.EveryWorkingDaysAfter : 0;
        var step = new[] { repeated, policy.HeadAfterWorkingDays, policy.StandingBodyAfterWorkingDays }.Where(days => days <= late).DefaultIfEmpty(0).Max();
        if (step > 0)
        {
            return step;
        }

        return left <= 0 && policy.OnTheDay ? 0 : Before(left, policy.WorkingDaysBefore);
    }

    private int? Early(int left)
    {
        var daily = policy.DailyWithinWorkingDays;
        return Before(left, policy.WorkingDaysBefore.Where(days => days > daily));
    }

    private static int? Before(int left, IEnumerable<int> stages)
    {
        var before = stages.Where(days => days >= Math.Max(left, 1)).DefaultIfEmpty(0).Min();
        return before > 0 ? -before : null;
    }
}
