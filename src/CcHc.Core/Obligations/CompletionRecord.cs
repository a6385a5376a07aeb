using CcHc.Core.Deadlines;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>
/// The one record a verdict goes by (căn cứ): the register or the agency's accepted report; status, day and words are all of it. Where they differ, the later
/// statement counts. A report speaks on the day it was handed in, a register on the day of completion it gives: a day after the report outdates it. A register
/// that says done without a usable day is not outdated by a report that says otherwise: nobody is chased for what Sở Nội vụ wrote down as done, and it counts
/// as "đã xong, chưa rõ ngày".
/// </summary>
/// <param name="Day">Of completion, if it can be true; null otherwise.</param>
public sealed record CompletionRecord(bool IsDone, bool IsReported, DateOnly? Day)
{
    /// <summary>The other record says something else: both are told.</summary>
    public bool IsDisputed { get; init; }

    public static CompletionRecord Of(Obligation obligation, DateOnly today)
    {
        var register = OfRegister(obligation, today);
        if (obligation.Milestone.Kind is MilestoneKind.Continuous or MilestoneKind.Recurring)
        {
            return register;
        }

        if (obligation.Reported is { } reported)
        {
            var report = new CompletionRecord(true, true, CompletionCheck.Usable(reported.CompletedOn, obligation, today));
            return !register.IsDone ? report with { IsDisputed = obligation.Task.StatusText.Length > 0 && !reported.IsConfirmed }
                : register.Day > reported.SaidOn || (report.Day is null && register.Day is not null)
                ? register with { IsDisputed = report.Day is not null && report.Day != register.Day }
                : report with { IsDisputed = register.Day is not null && register.Day != report.Day };
        }

        return obligation.ReportedUndone is { } undone && register.IsDone
            ? IsOutdated(register.Day, obligation.Task.CompletedOn, undone, today)
            ? new CompletionRecord(false, true, null) { IsDisputed = true } : register with { IsDisputed = register.Day is null }
            : register;
    }

    /// <summary>A day that lies ahead is no statement of today's: the agency's own word outdates it.</summary>
    private static bool IsOutdated(DateOnly? day, DateOnly? written, ReportedUndone undone, DateOnly today) =>
        day is { } done ? done <= undone.SaidOn : written > today;

    private static CompletionRecord OfRegister(Obligation obligation, DateOnly today)
    {
        var task = obligation.Task;
        var isMeant = task.IsDoneByDayAlone && task.CompletedOn > today;
        var isDone = (task.Status == TaskProgress.Done && !isMeant)
            || (obligation.Milestone.Kind is not (MilestoneKind.Continuous or MilestoneKind.Recurring) && obligation.Milestone.Due <= task.DoneThrough);
        return new CompletionRecord(isDone, false, isDone ? CompletionCheck.Usable(task.CompletedOn, obligation, today) : null);
    }
}
