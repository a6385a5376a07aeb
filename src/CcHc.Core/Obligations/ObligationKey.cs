using CcHc.Core.Findings;

namespace CcHc.Core.Obligations;

/// <summary>Names an obligation in a report form and in what comes back (mã dòng); the same as long as its task and its milestone are.</summary>
public static class ObligationKey
{
    /// <summary>Twelve signs; of one agency's obligations no two are alike.</summary>
    public static string Of(Obligation obligation) =>
        ShortCode.Of("row", obligation.Task.Key, obligation.MilestoneKey) + ShortCode.Of(obligation.MilestoneKey, obligation.Task.Key);
}
