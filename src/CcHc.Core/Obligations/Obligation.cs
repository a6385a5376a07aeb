using CcHc.Core.Agencies;
using CcHc.Core.Answers;
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

    /// <summary>What a letter adds to its line: a file that was refused, figures that are missing; else empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>What its latest accepted report says of it when that is not "done"; null when none speaks of it.</summary>
    public ReportedUndone? ReportedUndone { get; init; }

    /// <summary>The first day the task's words, or its plan year, give: nothing of it was done long before; null when they give none.</summary>
    public DateOnly? TaskBegins { get; init; }

    /// <summary>The register's own milestone where an extension the office granted stands in its place (<see cref="Milestone"/>); else the same.</summary>
    public Milestone AsRegistered { get => field ?? Milestone; init; }

    /// <summary>What its agency answered between two reports; null when it never did.</summary>
    public AnswerStanding? Answer { get; init; }

    /// <summary>
    /// Its deadline is a real date, a confirmed reading or one of the plain families, and no cell leaves open whether it is done: it may be told to a head.
    /// </summary>
    public bool IsCertain { get; init; } = true;
}

/// <summary>An agency's own word that an obligation is done (báo cáo hoàn thành).</summary>
/// <param name="CompletedOn">Null when the report gives no day.</param>
public sealed record ReportedCompletion(DateOnly? CompletedOn)
{
    /// <summary>The day the report was handed in; null when that is not known.</summary>
    public DateOnly? SaidOn { get; init; }

    /// <summary>The last day its period speaks for: what falls due by then is what it calls done.</summary>
    public DateOnly? Through { get; init; }

    /// <summary>"Quý I/2026"; empty when not known.</summary>
    public string Period { get; init; } = "";

    /// <summary>Somebody at the office accepted it: what the register still says does not dispute it.</summary>
    public bool IsConfirmed { get; init; }
}

/// <summary>An agency's own word that an obligation is not done yet (báo cáo chưa hoàn thành).</summary>
/// <param name="Words">Status and result as it wrote them.</param>
public sealed record ReportedUndone(string Words, DateOnly? SaidOn, DateOnly? Through, string Period)
{
    /// <summary>It has begun: of a duty that comes again no occurrence is missed by that.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>
    /// The last days of the periods before whose reports said the same, without another word between: what fell due then is not done either. Oldest first.
    /// </summary>
    public IReadOnlyList<DateOnly> EarlierThrough { get; init; } = [];
}

/// <summary>An obligation with its standing on the day of the run.</summary>
public sealed record AssessedObligation(Obligation Obligation, DeadlineStatus Standing)
{
    /// <summary>Nothing leaves open when it is due or whether it is done, and register and report agree: it may be told to a head.</summary>
    public bool IsCertain => Obligation.IsCertain && Standing.Record is not { IsDisputed: true };
}
