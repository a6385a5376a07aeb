using CcHc.Adapters.Storage.Reports;
using CcHc.Core.PeriodReports.Consolidation;

namespace CcHc.Worker.Jobs.ConsolidatePeriod;

/// <summary>What became of putting one period together.</summary>
/// <param name="Output">What was written, or the last version when nothing new had come in; null when there is none.</param>
/// <param name="Files">Those of the output.</param>
public sealed record ConsolidatedPeriod(PeriodReport Report, StoredOutput? Output, bool IsWritten, PeriodFiles? Files)
{
    public int Missing => Report.HandIns.Totals.Missing;

    public string Summary => FormattableString.Invariant(
        $"{Report.Period.Code}: {Report.HandIns.Totals.Received} of {Report.HandIns.Totals.Owed} reports in, {(IsWritten ? $"version {Output!.Version} written, {Files!.Workbook}" : "nothing new since the last version")}.");
}
