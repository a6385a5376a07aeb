using CcHc.Core.Findings;
using CcHc.Core.Obligations;

namespace CcHc.Core.StatusReport;

/// <summary>A file that went into an output (nguồn), so that any figure can be traced back.</summary>
/// <param name="ReadAt">When its bytes were read.</param>
/// <param name="IsYesterdays">The file could not be read now; an earlier reading stands in.</param>
public sealed record SourceFile(string File, string Hash, DateTimeOffset ReadAt, int Tasks, bool IsYesterdays = false)
{
    /// <summary>Which header was taken for which field; empty for what is no register.</summary>
    public string Columns { get; init; } = "";
}

/// <summary>One line of a summary: an agency or an area with its counts.</summary>
public sealed record SummaryLine(string Code, string Name, StatusCounts Counts);

/// <summary>Overdue obligations of one age band.</summary>
public sealed record OverdueBand(string Name, IReadOnlyList<AssessedObligation> Obligations);

/// <summary>The workbook for Sở Nội vụ (bảng tổng hợp) as values: what each sheet says, before anything is drawn.</summary>
/// <param name="AsOf">The day the standing was judged on.</param>
public sealed record DailyStatusReport(
    string ProvinceName,
    DateOnly AsOf,
    StatusCounts Totals,
    IReadOnlyList<SummaryLine> ByAgency,
    IReadOnlyList<SummaryLine> ByArea,
    IReadOnlyList<AssessedObligation> Details,
    IReadOnlyList<OverdueBand> Overdue,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<SourceFile> Sources)
{
    /// <summary>Overdue, but nothing a head may be told before the standing body confirmed it; worst first.</summary>
    public IReadOnlyList<AssessedObligation> Unconfirmed { get; init; } = [];

    /// <summary>The limit of "sắp đến hạn" the standings were judged with.</summary>
    public int DueSoonWorkingDays => Details is [var first, ..] ? first.Standing.DueSoonWorkingDays : DeadlineStatus.DefaultDueSoonWorkingDays;
}
