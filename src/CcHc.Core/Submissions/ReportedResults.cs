using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Core.Submissions;

/// <summary>What the accepted period reports say of each obligation (kết quả đã báo cáo), the latest period's word standing.</summary>
public sealed class ReportedResults
{
    private readonly Dictionary<(string AgencyCode, string RowKey), ReportedTask> _latest = [];

    private ReportedResults()
    {
    }

    public static ReportedResults None { get; } = new();

    /// <param name="oldestFirst">The reports that count, in the order of their periods.</param>
    public static ReportedResults Of(IEnumerable<Submission> oldestFirst)
    {
        var results = new ReportedResults();
        foreach (var submission in oldestFirst)
        {
            foreach (var task in submission.Tasks.Where(task => task.StatusText.Length > 0))
            {
                results._latest[(submission.AgencyCode, task.RowKey)] = task;
            }
        }

        return results;
    }

    /// <summary>The same obligation, with its agency's word where it reported it done. "Không còn thực hiện" is for the standing body to decide: it ends nothing.</summary>
    public Obligation Apply(Obligation obligation) =>
        _latest.Count > 0 && _latest.TryGetValue((obligation.Agency.Code, ObligationKey.Of(obligation)), out var task) && task.Status == TaskProgress.Done
            ? obligation with { Reported = new ReportedCompletion(task.CompletedOn) }
            : obligation;
}
