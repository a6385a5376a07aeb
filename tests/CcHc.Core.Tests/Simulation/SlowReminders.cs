using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Core.Tests.Simulation;

/// <summary>One line of one day's letters.</summary>
internal sealed record SlowReminder(string Task, string Milestone, DateOnly Due, string Stage, string Agency);

/// <summary>The stage rule, walked step by step from the earliest to the tightest, with a memory of what was sent.</summary>
internal sealed class SlowReminders(ReminderPolicy policy)
{
    private readonly HashSet<SlowReminder> _sent = [];
    // The tightest step of each line so far, for the agency and for the standing body.
    private readonly Dictionary<(string Task, string Milestone, DateOnly Due, string Agency, bool StandingBody), int> _passed = [];

    /// <summary>What goes out on a working day for one obligation; remembered as sent.</summary>
    public IReadOnlyList<SlowReminder> Remind(SlowLine obligation, DateOnly today, SlowCalendar calendar)
    {
        var (_, task, time, milestone, standing, agency) = obligation;
        if (agency is not { HasAddress: true } || standing is not { Due: { } due, Written: { } written, Left: { } left } || IsTooOld(due, today)
            || Gathered(left, today, calendar) is not { } step)
        {
            return [];
        }

        var name = step == 0 ? "T" : step < 0 ? $"T{step}" : $"T+{step}";
        var isTold = !policy.TellsHeadsOnlyWhatIsCertain || task.IsCertain;
        var isForHead = isTold && policy.HeadAfterWorkingDays > 0 && step >= policy.HeadAfterWorkingDays;
        var isForStandingBody = isTold && policy.StandingBodyAfterWorkingDays > 0 && step >= policy.StandingBodyAfterWorkingDays;
        var line = new SlowReminder(task.Name, milestone, time.Last ?? written, name + (isForHead ? "/head" : ""), agency.Code);
        SlowReminder[] lines = isForStandingBody ? [line, line with { Stage = name + "/standing-body" }] : [line];
        return [.. lines.Where((l, i) => MayGo(l, step, i == 1))];
    }

    /// <summary>Every reason that is true of an obligation without a reminder today.</summary>
    public IReadOnlySet<NoReminderReason> WhyNot(SlowLine obligation, bool isWorked, DateOnly today, SlowCalendar calendar)
    {
        var (standing, reasons) = (obligation.Standing, new HashSet<NoReminderReason>());
        void Add(NoReminderReason reason, bool isTrue) => _ = isTrue && reasons.Add(reason);

        Add(NoReminderReason.NotAWorkingDay, !isWorked);
        Add(NoReminderReason.NoAgency, obligation.Agency is null);
        Add(NoReminderReason.NoAddress, obligation.Agency is { HasAddress: false });
        Add(NoReminderReason.Done, standing.Kind is StatusKind.DoneInTime or StatusKind.DoneLate or StatusKind.DoneUndated);
        Add(NoReminderReason.Dropped, standing.Kind == StatusKind.Dropped);
        Add(NoReminderReason.WaitingForEvent, standing.Kind == StatusKind.WaitingForEvent);
        Add(NoReminderReason.NotUnderstood, standing.Kind == StatusKind.NotUnderstood);
        Add(NoReminderReason.NoDeadline, standing is { Kind: StatusKind.Continuous or StatusKind.Recurring, Due: null });
        Add(NoReminderReason.TooOld, standing.Due is { } due && IsTooOld(due, today));
        Add(NoReminderReason.NotYet, standing.Left is { } far && Step(far) is null);
        Add(NoReminderReason.Gathered, standing.Left is { } early && Step(early) is < 0 && Gathered(early, today, calendar) is null);
        Add(NoReminderReason.AlreadySent, standing.Left is { } near && Gathered(near, today, calendar) is not null);
        return reasons;
    }

    private bool IsTooOld(DateOnly due, DateOnly today) => today.DayNumber - due.DayNumber > policy.OldestOverdueDays;

    /// <summary>The last step reached, in working days after the due day; null before the first.</summary>
    private int? Step(int left)
    {
        int? reached = null;
        foreach (var before in policy.WorkingDaysBefore.OrderDescending())
        {
            reached = left <= before ? -before : reached;
        }

        reached = policy.OnTheDay && left <= 0 ? 0 : reached;
        for (var late = 1; late <= -left; late++)
        {
            var isStep = policy.EveryWorkingDaysAfter > 0 && late % policy.EveryWorkingDaysAfter == 0;
            reached = isStep || late == policy.HeadAfterWorkingDays || late == policy.StandingBodyAfterWorkingDays ? late : reached;
        }

        return reached;
    }

    /// <summary>
    /// The step of today when early ones are gathered: on the gathering day all that come before the next one, on others only what would come too late for it.
    /// </summary>
    private int? Gathered(int left, DateOnly today, SlowCalendar calendar)
    {
        var step = Step(left);
        if (policy.GatherEarlyOn is not { } weekday || left <= policy.DailyWithinWorkingDays || step >= -policy.DailyWithinWorkingDays)
        {
            return step;
        }

        var daysToNext = 0;
        var day = today;
        do
        {
            day = day.AddDays(1);
            daysToNext += calendar.Works(day) ? 1 : 0;
        }
        while (!IsGatheringDay(day, weekday, calendar));

        if (!IsGatheringDay(today, weekday, calendar))
        {
            return left - daysToNext <= policy.DailyWithinWorkingDays ? step : null;
        }

        int? reached = null;
        for (var passed = 0; passed < daysToNext; passed++)
        {
            foreach (var before in policy.WorkingDaysBefore.Where(days => days > policy.DailyWithinWorkingDays).OrderDescending())
            {
                reached = left - passed <= before ? -before : reached;
            }
        }

        return reached;
    }

    /// <summary>The weekday, or the first worked day after it.</summary>
    private static bool IsGatheringDay(DateOnly day, DayOfWeek weekday, SlowCalendar calendar)
    {
        var start = day;
        while (start.DayOfWeek != weekday)
        {
            start = start.AddDays(-1);
        }

        // A weekday in a long holiday gathers on the first worked day after that holiday.
        for (var week = start; ; week = week.AddDays(-7))
        {
            var first = week;
            while (!calendar.Works(first))
            {
                first = first.AddDays(1);
            }

            if (first == day)
            {
                return true;
            }

            if (first < day)
            {
                return false;
            }
        }
    }

    /// <summary>Neither sent before nor passed by a tighter step.</summary>
    private bool MayGo(SlowReminder line, int step, bool isForStandingBody)
    {
        var place = (line.Task, line.Milestone, line.Due, line.Agency, isForStandingBody);
        if (_passed.TryGetValue(place, out var tightest) && tightest >= step)
        {
            return false;
        }

        _passed[place] = step;
        return _sent.Add(line);
    }
}
