namespace CcHc.Core.Plans;

/// <summary>What became of a task in a changed plan (kế hoạch điều chỉnh).</summary>
public enum PlanChange { New, Dropped, Moved, Reworded, Time, Agency }

/// <summary>One difference between a plan and the register in force.</summary>
/// <param name="Draft">1-based row of the draft; null for a task that is no longer in the plan.</param>
/// <param name="Place">Sheet and cell of the register; empty for a new task.</param>
public sealed record PlanDifference(PlanChange Kind, int? Draft, string Place, string Before, string After)
{
    public string KindName => Kind switch
    {
        PlanChange.New => "nhiệm vụ mới",
        PlanChange.Dropped => "không còn",
        PlanChange.Moved => "chuyển lĩnh vực",
        PlanChange.Reworded => "sửa lời",
        PlanChange.Time => "đổi thời gian",
        _ => "đổi cơ quan",
    };
}

/// <summary>How a plan differs from the register in force (so với sổ đang theo dõi).</summary>
/// <param name="Register">The register's path within the shared folder.</param>
public sealed record PlanDifferences(string Register, IReadOnlyList<PlanDifference> Lines);
