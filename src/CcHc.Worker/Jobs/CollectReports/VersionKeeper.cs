using CcHc.Adapters.Storage;
using CcHc.Core.Submissions;

namespace CcHc.Worker.Jobs.CollectReports;

/// <summary>What came of a person's decision on a file.</summary>
public enum DecisionOutcome { Done, NoSuchFile, PeriodIsClosed }

/// <summary>Keeps exactly one report of each agency and period counting (bản được dùng), also after a person took a file out or back.</summary>
public sealed class VersionKeeper(Submissions submissions)
{
    /// <returns>How many files changed their state.</returns>
    public Task<int> DecideAsync(CancellationToken cancellationToken) => submissions.ReviseAsync(FileDecisions.Of, cancellationToken);

    /// <summary>Takes a file out, of several contents under its name the one that counts or was last to; the copies of that content with it. The version before it counts again.</summary>
    public Task<DecisionOutcome> ExcludeAsync(string period, string file, string person, string reason, CancellationToken cancellationToken) =>
        TakeAsync(period, filed => FileDecisions.Exclude(filed, period, file, person, reason), cancellationToken);

    /// <summary>Takes back that a file was taken out.</summary>
    public Task<DecisionOutcome> IncludeAsync(string period, string file, string person, string reason, CancellationToken cancellationToken) =>
        TakeAsync(period, filed => FileDecisions.Include(filed, period, file, person, reason), cancellationToken);

    private async Task<DecisionOutcome> TakeAsync(string period, Func<IReadOnlyList<FiledReport>, IReadOnlyList<StateChange>> decide, CancellationToken cancellationToken)
    {
        var isClosed = false;
        var changed = await submissions.ReviseAsync(
            filed => (isClosed = filed.Any(file => file.Period == period && file.ClosedAt is not null)) ? [] : decide(filed), cancellationToken);
        return isClosed ? DecisionOutcome.PeriodIsClosed : changed == 0 ? DecisionOutcome.NoSuchFile : DecisionOutcome.Done;
    }
}
