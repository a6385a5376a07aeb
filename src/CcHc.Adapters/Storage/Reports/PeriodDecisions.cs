using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Storage.Reports;

/// <summary>Why a decision about a period could not be taken.</summary>
public enum DecisionObstacle { None, PeriodIsOpen, PeriodIsClosed, NoSuchFile }

/// <summary>What became of a decision.</summary>
/// <param name="Changed">Files that came into another state because of it.</param>
public sealed record Decision(DecisionObstacle Obstacle, int Changed = 0);

/// <summary>What only a person decides about a period and its files (quyết định về kỳ báo cáo), each with a name and a reason.</summary>
public sealed class PeriodDecisions(ReportPeriods periods, SubmittedFiles submissions, VersionKeeper versions)
{
    public static bool MayExclude(SubmittedFile report) =>
        report.State is SubmissionState.Accepted or SubmissionState.Replaced or SubmissionState.Duplicate or SubmissionState.AfterClosing;

    public static bool MayInclude(SubmittedFile report) => report.State == SubmissionState.Excluded;

    /// <summary>Opens a closed period again: late files count from then on; the frozen version stays as it is.</summary>
    public async Task<Decision> ReopenAsync(string period, string person, string reason, CancellationToken cancellationToken = default) =>
        await periods.ReopenAsync(period, person, reason, cancellationToken)
            ? new Decision(DecisionObstacle.None, await versions.DecideAsync(cancellationToken))
            : new Decision(DecisionObstacle.PeriodIsOpen);

    /// <summary>Takes a file out of its period's report, the copies of its content with it; the version before it counts again.</summary>
    /// <param name="hash">Null: of several contents under that name the one that counts, or was last to.</param>
    public Task<Decision> ExcludeAsync(string period, string file, string? hash, string person, string reason, CancellationToken cancellationToken = default) =>
        TurnAsync(period, filed => FileDecisions.Exclude(filed, period, file, hash, person, reason), cancellationToken);

    /// <summary>Takes back that a file was excluded.</summary>
    /// <param name="hash">Null: of several contents under that name the one saved last.</param>
    public Task<Decision> IncludeAsync(string period, string file, string? hash, string person, string reason, CancellationToken cancellationToken = default) =>
        TurnAsync(period, filed => FileDecisions.Include(filed, period, file, hash, person, reason), cancellationToken);

    private async Task<Decision> TurnAsync(string period, Func<IReadOnlyList<SubmittedFileEntry>, IReadOnlyList<StateChange>> decide,
        CancellationToken cancellationToken)
    {
        var isClosed = false;
        var changed = await submissions.ReviseAsync(
            filed => (isClosed = filed.Any(file => file.Period == period && file.ClosedAt is not null)) ? [] : decide(filed), cancellationToken);
        return new Decision(isClosed ? DecisionObstacle.PeriodIsClosed : changed == 0 ? DecisionObstacle.NoSuchFile : DecisionObstacle.None, changed);
    }
}
