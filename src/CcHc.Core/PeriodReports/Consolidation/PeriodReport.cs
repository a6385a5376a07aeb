using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation.Figures;
using CcHc.Core.Regimes;
using CcHc.Core.StatusReport;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>A period's consolidated report for Sở Nội vụ (báo cáo tổng hợp kỳ) as values: what each sheet says, before anything is drawn.</summary>
public sealed record PeriodReport
{
    public required string ProvinceName { get; init; }
    public required ReportPeriod Period { get; init; }
    /// <summary>The day it was judged on.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Last day to hand in; null when the regime sets none.</summary>
    public DateOnly? Due { get; init; }
    public required int Version { get; init; }
    public bool IsClosing { get; init; }

    /// <summary>How many tasks the period's obligations belong to.</summary>
    public required int Tasks { get; init; }
    public required StatusSummary Standings { get; init; }
    public required SubmissionSummary HandIns { get; init; }
    /// <summary>The limit of "sắp đến hạn" the standings were judged with.</summary>
    public int DueSoonWorkingDays => Details is [var first, ..] ? first.Assessed.Standing.DueSoonWorkingDays : DeadlineStatus.DefaultDueSoonWorkingDays;
    /// <summary>By area, then as the registers list the tasks.</summary>
    public required IReadOnlyList<DetailLine> Details { get; init; }
    /// <summary>All age bands, youngest first, an empty one too.</summary>
    public required IReadOnlyList<OverdueLines> Overdue { get; init; }
    /// <summary>In the order of the indicators.</summary>
    public required IReadOnlyList<FigureSummary> Figures { get; init; }
    public required IReadOnlyList<ComparisonLine> Comparison { get; init; }
    /// <summary>The names of the periods compared with; null when there is none.</summary>
    public string? PreviousName { get; init; }
    public string? YearBeforeName { get; init; }
    /// <summary>In the order of the details.</summary>
    public required IReadOnlyList<DifficultyLine> Difficulties { get; init; }
    /// <summary>Work outside the plans, in the order of the agencies.</summary>
    public IReadOnlyList<ExtraLine> Extra { get; init; } = [];
    public required IReadOnlyList<NarrativeSection> Narrative { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }
    public required IReadOnlyList<SourceFile> Registers { get; init; }
    /// <summary>Every dropped file, an agency's together in the order they were saved.</summary>
    public IReadOnlyList<UsedFileLine> Files { get; init; } = [];
    /// <summary>What changed since the frozen version; null when there is none to compare with.</summary>
    public IReadOnlyList<PeriodDifference>? Differences { get; init; }
}
