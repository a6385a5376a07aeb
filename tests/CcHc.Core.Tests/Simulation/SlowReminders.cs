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
    public IReadOnlyList<SlowReminder> Remind(SlowLine obligation, DateOnly today)
    {
        var (task, time, milestone, standing, agency) = obligation;
        if (agency is not { HasAddress: true } || standing is not { Due: { } due, Written: { } written, Left: { } left } || IsTooOld(due, today) || Step(left) is not { } step)
        {
            return [];
        }

        var name = step == 0 ? "T" : step < 0 ? $"T{step}" : $"T+{step}";
        var isForHead = policy.HeadAfterWorkingDays > 0 && step >= policy.HeadAfterWorkingDays;
        var isForStandingBody = policy.StandingBodyAfterWorkingDays > 0 && step >= policy.StandingBodyAfterWorkingDays;
        var line = new SlowReminder(task.Name, milestone, time.Last ?? written, name + (isForHead ? "/head" : ""), agency.Code);
        SlowReminder[] lines = isForStandingBody ? [line, line with { Stage = name + "/standing-body" }] : [line];
        return [.. lines.Where((l, i) => MayGo(l, step, i == 1))];
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
