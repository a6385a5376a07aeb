namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>
/// Decides what becomes of the dropped files (xét bản được dùng): of each agency and period the valid one saved last counts, of those that came before the
/// period was closed.
/// </summary>
public static class FileDecisions
{
    private const string Machine = "hệ thống";

    /// <param name="filed">Every file of every period.</param>
    /// <returns>Only what is to be changed.</returns>
    public static IReadOnlyList<StateChange> Of(IEnumerable<SubmittedFileEntry> filed)
    {
        var changes = new List<StateChange>();
        foreach (var files in filed.Where(file => file.State != SubmissionState.Refused).GroupBy(file => (file.Period, file.AgencyCode.ToUpperInvariant())))
        {
            changes.AddRange(files.Where(IsTooLate).Select(AfterClosing));
            changes.AddRange(Decide([.. files.Where(file => file.ClosedAt is null)]));
        }

        return changes;
    }

    /// <summary>
    /// A person takes a file out: of several contents under its name the one that counts or was last to, under whatever name that lies there.
    /// </summary>
    /// <param name="hash">Null: whatever content came under that name.</param>
    /// <returns>With what follows from it; nothing when there is no such file.</returns>
    public static IReadOnlyList<StateChange> Exclude(IReadOnlyList<SubmittedFileEntry> filed, string period, string file, string? hash, string person,
        string reason)
    {
        var contents = filed.Where(one => one.Period == period && one.State is not (SubmissionState.Refused or SubmissionState.Excluded))
            .ToLookup(one => (one.AgencyCode, one.Hash));
        var meant = contents.Where(copies => copies.Any(one => one.File == file) && (hash is null || copies.Key.Hash == hash))
            .OrderByDescending(copies => copies.Any(one => one.State == SubmissionState.Accepted)).ThenByDescending(copies => copies.Max(one => one.Version))
            .ThenByDescending(copies => copies.Max(one => one.ReceivedAt))
            .FirstOrDefault();
        return meant is null
            ? [] : WithWhatFollows(filed, [.. meant.Select(one => new StateChange(one.File, one.Hash, SubmissionState.Excluded, 0, person, reason))]);
    }

    /// <summary>A person takes back that a file was taken out; of several contents under its name the one saved last.</summary>
    /// <returns>With what follows from it; nothing when there is no such file.</returns>
    public static IReadOnlyList<StateChange> Include(IReadOnlyList<SubmittedFileEntry> filed, string period, string file, string? hash, string person,
        string reason)
    {
        var meant = filed.Where(one => one.Period == period && one.File == file && (hash is null || one.Hash == hash) && one.State == SubmissionState.Excluded)
            .MaxBy(one => (one.HandedInAt, one.ReceivedAt));
        return meant is null ? [] : WithWhatFollows(filed, [new StateChange(meant.File, meant.Hash, SubmissionState.Replaced, 0, person, reason)]);
    }

    private static IReadOnlyList<StateChange> WithWhatFollows(IReadOnlyList<SubmittedFileEntry> filed, IReadOnlyList<StateChange> decided)
    {
        var states = decided.ToDictionary(change => (change.File, change.Hash));
        var after =
            filed.Select(one => states.TryGetValue((one.File, one.Hash), out var change) ? one with { State = change.State, Version = change.Version } : one);
        return [.. decided, .. Of(after)];
    }

    /// <summary>One that came in time and was not weighed when the period was closed is not in the frozen version either.</summary>
    private static bool IsTooLate(SubmittedFileEntry file) => file.ClosedAt is { } closed && (file.IsUndecided || file.ReceivedAt > closed)
        && file.State is not (SubmissionState.AfterClosing or SubmissionState.Excluded);

    private static StateChange AfterClosing(SubmittedFileEntry file) =>
        new(file.File, file.Hash, SubmissionState.AfterClosing, 0, Machine, "Nhận sau khi kỳ báo cáo đã chốt: chỉ ghi vào danh sách, không tổng hợp.");

    private static IEnumerable<StateChange> Decide(IReadOnlyList<SubmittedFileEntry> files)
    {
        var now = files.ToDictionary(file => (file.File, file.Hash));
        return VersionOrder.Decide(
            files.Select(file => new FileVersion(file.File, file.Hash, file.HandedInAt, file.ReceivedAt, file.State == SubmissionState.Excluded)))
            .Where(verdict => verdict.State != SubmissionState.Excluded)
            .Where(verdict => now[(verdict.Dropped.File, verdict.Dropped.Hash)] is var was && (was.State != verdict.State || was.Version != verdict.Version))
            .Select(verdict => new StateChange(verdict.Dropped.File, verdict.Dropped.Hash, verdict.State, verdict.Version, Machine, verdict.Reason));
    }
}
