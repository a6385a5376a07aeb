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
        if (_last is not { } last || !IsSame(last.Obligation, obligation))
        {
            _last = last = (obligation, Make(obligation));
        }

        return last.Key;
    }

    // The agencies of one milestone come one after another: a country's have one key, made once.
    [ThreadStatic]
    private static (Obligation Obligation, string Key)? _last;

    private static bool IsSame(Obligation one, Obligation other) => ReferenceEquals(one.Task, other.Task) && one.IsSole == other.IsSole
        && ReferenceEquals(one.AsRegistered, other.AsRegistered) && string.Equals(one.MilestoneKey, other.MilestoneKey, StringComparison.Ordinal);

    private static string Make(Obligation obligation)
    {
        var milestone = obligation.IsSole ? obligation.MilestoneKey
            : string.Join('|', obligation.MilestoneKey, KindOf(obligation.AsRegistered), DayOf(obligation.AsRegistered));
        return ShortCode.Of("row", obligation.Task.Key, milestone) + ShortCode.Of(milestone, obligation.Task.Key);
    }

    private static string KindOf(Milestone milestone) =>
        milestone.Kind is MilestoneKind.Recurring or MilestoneKind.Event or MilestoneKind.Continuous ? milestone.Kind.ToString() : "";

    private static string DayOf(Milestone milestone) => milestone.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
