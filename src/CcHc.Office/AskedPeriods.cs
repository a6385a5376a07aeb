using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Jobs;
using CcHc.Core.Regimes;

namespace CcHc.Office;

/// <summary>The period a person asks to put together or to close (kỳ được yêu cầu), where that can be done.</summary>
public sealed class AskedPeriods(OfficePeriods office, ReportPeriods issued)
{
    /// <exception cref="UnknownPeriodException">The regime has no such period, no form of it went out, or it is closed and asked to be closed
    /// again.</exception>
    public async Task<ReportPeriod> FindAsync(PeriodCommand ask, CancellationToken cancellationToken)
    {
        var period = office.Named(ask.Period);
        var stored = await issued.FindAsync(period.Code, cancellationToken)
            ?? throw new UnknownPeriodException($"No form of {period.Code} was issued yet. Issue them first: cchc report forms --period {period.Code}.");
        return ask.IsClosing && stored.IsClosed
            ? throw new UnknownPeriodException(
                $"{period.Code} was closed by {stored.ClosedBy} already. To change it: cchc report reopen --period {period.Code} --by NAME --reason TEXT.")
            : period;
    }
}
