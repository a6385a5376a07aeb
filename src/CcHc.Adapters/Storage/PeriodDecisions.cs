using CcHc.Core.Submissions;

namespace CcHc.Adapters.Storage;

/// <summary>Why a decision about a period could not be taken.</summary>
public enum DecisionObstacle { None, PeriodIsOpen, PeriodIsClosed, NoSuchFile }

/// <summary>What became of a decision.</summary>
/// <param name="Changed">Files that came into another state because of it.</param>
public sealed record Decision(DecisionObstacle Obstacle, int Changed = 0);

/// <summary>What only a person decides about a period and its files (quyết định về kỳ báo cáo), each with a name and a reason.</summary>
public sealed class PeriodDecisions(ReportPeriods periods, Submissions submissions, VersionKeeper versions)
{
    public static bool MayExclude(ReceivedReport report) =>
        report.State is SubmissionState.Accepted or SubmissionState.Replaced or SubmissionState.Duplicate or SubmissionState.AfterClosing;

    public static bool MayInclude(ReceivedReport report) => report.State == SubmissionState.Excluded;

    /// <summary>Opens a closed period again: late files count from then on; the frozen version stays as it is.</summary>
    public async Task<Decision> ReopenAsync(string period, string person, string reason, CancellationToken cancellationToken = default) =>
        await periods.ReopenAsync(period, person, reason, cancellationToken)
            ? new Decision(DecisionObstacle.None, await versions.DecideAsync(cancellationToken))
            : new Decision(DecisionObstacle.PeriodIsOpen);

    /// <summary>Takes a file out of its period's report; the version before it counts again.</summary>
    /// <param name="hash">Null: whatever content came under that name.</param>
    public Task<Decision> ExcludeAsync(string period, string file, string? hash, string person, string reason, CancellationToken cancellationToken = default) =>
        TurnAsync(period, file, hash, MayExclude, SubmissionState.Excluded, person, reason, cancellationToken);

    /// <summary>Takes back that a file was excluded.</summary>
    /// <param name="hash">Null: whatever content came under that name.</param>
    public Task<Decision> IncludeAsync(string period, string file, string? hash, string person, string reason, CancellationToken cancellationToken = default) =>
        TurnAsync(period, file, hash, MayInclude, SubmissionState.Replaced, person, reason, cancellationToken);

    private async Task<Decision> TurnAsync(
        string period, string file, string? hash, Predicate<ReceivedReport> isMeant, SubmissionState state, string person, string reason, CancellationToken cancellationToken)
    {
        if (await periods.FindAsync(period, cancellationToken) is { IsClosed: true })
        {
            return new Decision(DecisionObstacle.PeriodIsClosed);
        }

        var meant = (await submissions.GlanceAsync(period, cancellationToken)).Where(report => report.File == file && (hash is null || report.Hash == hash) && isMeant(report)).ToList();
        if (meant.Count == 0)
        {
            return new Decision(DecisionObstacle.NoSuchFile);
        }

        await submissions.ChangeAsync([.. meant.Select(report => new StateChange(report.File, report.Hash, state, 0, person, reason))], cancellationToken);
        return new Decision(DecisionObstacle.None, meant.Count + await versions.DecideAsync(cancellationToken));
    }
}
