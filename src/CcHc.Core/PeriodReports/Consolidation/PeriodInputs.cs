using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Regimes;
using CcHc.Core.StatusReport;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>Everything a period's consolidated report is made of (đầu vào); the same inputs give the same report.</summary>
public sealed record PeriodInputs
{
    public required string ProvinceName { get; init; }
    public required ReportPeriod Period { get; init; }
    /// <summary>The day it is judged on.</summary>
    public required DateOnly AsOf { get; init; }
    /// <summary>Last day to hand in, a day off already moved; null when the regime sets none.</summary>
    public DateOnly? Due { get; init; }
    /// <summary>1, 2, 3 …; each run of a period that writes a file has its own.</summary>
    public int Version { get; init; } = 1;
    public bool IsClosing { get; init; }
    /// <summary>Every obligation on the period's forms, its standing already judged with what the agencies reported.</summary>
    public required IReadOnlyList<AssessedObligation> Obligations { get; init; }
    /// <summary>One for each agency that owes the report, in directory order.</summary>
    public required IReadOnlyList<AgencySubmission> HandIns { get; init; }
    public IReadOnlyList<UsedFile> Files { get; init; } = [];
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];
    public IReadOnlyList<Finding> Findings { get; init; } = [];
    public IReadOnlyList<SourceFile> Registers { get; init; } = [];
    public IReadOnlyList<Agency> Directory { get; init; } = [];
    /// <summary>The last period's report; null when there is none.</summary>
    public PeriodFacts? Previous { get; init; }
    /// <summary>The same period's of the year before; null when there is none.</summary>
    public PeriodFacts? YearBefore { get; init; }
    /// <summary>The version this one is compared with: the frozen one of a closed period; null otherwise.</summary>
    public PeriodFacts? Frozen { get; init; }
}
