using CcHc.Core.Deadlines;

namespace CcHc.Core.Plans;

/// <summary>A plan's reporting regime as lines of jobs.yml (mục regimes).</summary>
public static class PlanRegimeEntry
{
    public static IReadOnlyList<string> Lines(PlanRegime regime, PlanHeader header) => [];
}
