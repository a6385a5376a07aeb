using System.Globalization;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;

namespace CcHc.Core.Obligations;

/// <summary>Names an obligation in a report form and in what comes back (mã dòng); the same as long as its task and its milestone are.</summary>
public static class ObligationKey
{
    /// <summary>
    /// Twelve signs; of one agency's obligations no two are alike. The due day counts only where the task has several: an extension makes no new obligation of
    /// a task's only one.
    /// </summary>
    public static string Of(Obligation obligation)
    {
        var milestone = obligation.IsSole ? obligation.MilestoneKey
            : string.Join('|', obligation.MilestoneKey, KindOf(obligation.AsRegistered), DayOf(obligation.AsRegistered));
        return ShortCode.Of("row", obligation.Task.Key, milestone) + ShortCode.Of(milestone, obligation.Task.Key);
    }

    private static string KindOf(Milestone milestone) =>
        milestone.Kind is MilestoneKind.Recurring or MilestoneKind.Event or MilestoneKind.Continuous ? milestone.Kind.ToString() : "";

    private static string DayOf(Milestone milestone) => milestone.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
