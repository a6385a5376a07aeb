using CcHc.Adapters.Storage.Reports;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Storage;

/// <summary>Keeps exactly one report of each agency and period counting (bản được dùng).</summary>
public sealed class VersionKeeper(SubmittedFiles submissions)
{
    /// <returns>How many files changed their state.</returns>
    public Task<int> DecideAsync(CancellationToken cancellationToken) => submissions.ReviseAsync(FileDecisions.Of, cancellationToken);
}
