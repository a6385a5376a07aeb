using CcHc.Adapters.Storage;
using CcHc.Core.PeriodReports;

namespace CcHc.Worker.Jobs.AssemblePeriod;

/// <summary>What became of putting one period together.</summary>
/// <param name="Output">What was written, or the last version when nothing new had come in; null on a dry run.</param>
/// <param name="Workbook">Full path; empty when nothing was written.</param>
/// <param name="Document">Full path of the narrative draft.</param>
public sealed record AssembledPeriod(PeriodReport Report, StoredOutput? Output, bool IsWritten, string Workbook, string Document)
{
    public int Missing => Report.HandIns.Totals.Missing;

    public string Summary => FormattableString.Invariant(
        $"{Report.Period.Code}: {Report.HandIns.Totals.Received} of {Report.HandIns.Totals.Owed} reports in, {(IsWritten ? $"version {Output!.Version} written, {Workbook}" : "nothing new since the last version")}.");
}
