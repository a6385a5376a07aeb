using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;

namespace CcHc.Core.Plans;

/// <summary>How a task (nhiệm vụ) stood in the plan.</summary>
public enum PlanTaskForm { TableRow, LabelledLines, ListItem, Sentence }

/// <summary>A task found in a plan, in the plan's own words.</summary>
public sealed record PlanTask
{
    public required PlanPlace Place { get; init; }
    public required PlanTaskForm Form { get; init; }
    /// <summary>Without its closing mark; empty when the plan gives none.</summary>
    public string Number { get; init; } = "";
    public TaskArea Area { get; init; } = TaskArea.Other;
    /// <summary>The heading that names the field, as written; empty when there is none.</summary>
    public string AreaText { get; init; } = "";
    /// <summary>Who leads the whole appendix or part, where its heading says so.</summary>
    public string AreaLead { get; init; } = "";
    public required string Text { get; init; }
    /// <summary>The cell or the lines as they stand: several products a line each.</summary>
    public string Product { get; init; } = "";
    public string Lead { get; init; } = "";
    public string Coordinating { get; init; } = "";
    public string Time { get; init; } = "";
    public string Note { get; init; } = "";
    /// <summary>What it was read from, shown beside it to the officer who checks.</summary>
    public required string Source { get; init; }
    /// <summary>What somebody should look at before the register is used; Vietnamese sentences.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
