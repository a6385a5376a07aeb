using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>What one agency owes at one milestone of one task (nghĩa vụ).</summary>
/// <param name="MilestoneKey">Names the milestone among those of its task with the same due day; the same after rows or lines move.</param>
public sealed record Obligation(RegisterTask Task, Milestone Milestone, string MilestoneKey, Agency Agency)
{
    /// <summary>The task has no other milestone: its due day may move and it stays the same obligation.</summary>
    public bool IsSole { get; init; }

    /// <summary>The agencies the register names, when they ended and <see cref="Agency"/> took over from them; else empty.</summary>
    public IReadOnlyList<Agency> SucceededFrom { get; init; } = [];

    /// <summary>What the agency's accepted period report says of it; null when none does.</summary>
    public ReportedCompletion? Reported { get; init; }
}

/// <summary>An agency's own word that an obligation is done (báo cáo hoàn thành).</summary>
/// <param name="CompletedOn">Null when the report gives no day.</param>
public sealed record ReportedCompletion(DateOnly? CompletedOn);

/// <summary>An obligation with its standing on the day of the run.</summary>
public sealed record AssessedObligation(Obligation Obligation, Standing Standing);
