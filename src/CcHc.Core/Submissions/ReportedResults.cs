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

    /// <summary>
    /// The same obligation, with its agency's word where it reported it done; where that said nothing, with the word of the agencies it took over from, when all of them did.
    /// "Không còn thực hiện" is for the standing body to decide: it ends nothing.
    /// </summary>
    public Obligation Apply(Obligation obligation)
    {
        if (_latest.Count == 0)
        {
            return obligation;
        }

        var key = ObligationKey.Of(obligation);
        var words = _latest.TryGetValue((obligation.Agency.Code, key), out var own) ? [own] : obligation.SucceededFrom.Select(ended => _latest.GetValueOrDefault((ended.Code, key))).ToList();
        return words.Count > 0 && words.TrueForAll(task => task is { Status: TaskProgress.Done })
            ? obligation with { Reported = new ReportedCompletion(words.Exists(task => task!.CompletedOn is null) ? null : words.Max(task => task!.CompletedOn)) }
            : obligation;
    }
}
