using CcHc.Core.Submissions;

namespace CcHc.Adapters.Storage;

/// <summary>Keeps exactly one report of each agency and period counting (bản được dùng): the valid one saved last that came before the period was closed.</summary>
public sealed class VersionKeeper(ReportPeriods periods, Submissions submissions)
{
    /// <returns>How many files changed their state.</returns>
    public async Task<int> DecideAsync(CancellationToken cancellationToken)
    {
        var closed = (await periods.ListAsync(cancellationToken)).Where(period => period.IsClosed).ToDictionary(period => period.Period, period => period.ClosedAt, StringComparer.Ordinal);
        var changes = new List<StateChange>();
        foreach (var reports in (await submissions.ListAsync(cancellationToken: cancellationToken)).Where(report => !report.Reading.IsRefused).GroupBy(report => (report.PeriodCode, report.AgencyCode)))
        {
            var closedAt = closed.GetValueOrDefault(reports.Key.PeriodCode);
            var late = reports.ToLookup(report => report.ReceivedAt > closedAt);
            changes.AddRange(late[true].Where(report => report.State is not (SubmissionState.AfterClosing or SubmissionState.Excluded)).Select(AfterClosing));
            if (closedAt is null)
            {
                changes.AddRange(Decide([.. late[false]]));
            }
        }

        await submissions.ChangeAsync(changes, cancellationToken);
        return changes.Count;
    }

    private static StateChange AfterClosing(ReceivedReport report) =>
        new(report.File, report.Hash, SubmissionState.AfterClosing, 0, "hệ thống", "Nhận sau khi kỳ báo cáo đã chốt: chỉ ghi vào danh sách, không tổng hợp.");

    private static IEnumerable<StateChange> Decide(IReadOnlyList<ReceivedReport> reports)
    {
        var now = reports.ToDictionary(report => (report.File, report.Hash));
        return VersionOrder.Decide(reports.Select(report => new DroppedFile(report.File, report.Hash, report.HandedInAt, report.ReceivedAt, report.State == SubmissionState.Excluded)))
            .Where(verdict => verdict.State != SubmissionState.Excluded)
            .Where(verdict => now[(verdict.Dropped.File, verdict.Dropped.Hash)] is var was && (was.State != verdict.State || was.Version != verdict.Version))
            .Select(verdict => new StateChange(verdict.Dropped.File, verdict.Dropped.Hash, verdict.State, verdict.Version, "hệ thống", verdict.Reason));
    }
}
