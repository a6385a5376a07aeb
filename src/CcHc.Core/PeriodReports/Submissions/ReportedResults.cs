using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>What the accepted period reports say of each obligation (kết quả đã báo cáo), the latest period's word standing.</summary>
public sealed class ReportedResults
{
    private readonly Dictionary<(string AgencyCode, string RowKey), Word> _latest = [];
    private readonly Dictionary<string, CountedReport> _last = new(StringComparer.OrdinalIgnoreCase);

    private ReportedResults()
    {
    }

    public static ReportedResults None { get; } = new();

    /// <param name="oldestFirst">The reports that count, in the order of their periods.</param>
    public static ReportedResults Of(IEnumerable<SubmissionContent> oldestFirst) =>
        Of(oldestFirst.Select(content => new CountedReport(content, null, null, "")));

    /// <param name="oldestFirst">The reports that count, in the order of their periods.</param>
    public static ReportedResults Of(IEnumerable<CountedReport> oldestFirst)
    {
        var results = new ReportedResults();
        foreach (var report in oldestFirst)
        {
            results._last[report.Content.AgencyCode] = report;
            foreach (var task in report.Content.Tasks.Where(task => task.StatusText.Length > 0))
            {
                var key = (report.Content.AgencyCode, task.RowKey);
                results._latest[key] = new Word(task, report, results._latest.TryGetValue(key, out var before) ? before.UndoneBefore(task) : []);
            }
        }

        return results;
    }

    /// <summary>
    /// The same obligation, with its agency's word where it reported it done; where that said nothing, with the word of the agencies it took over from, when
    /// all of them did. "Không còn thực hiện" is for the standing body to decide: it ends nothing.
    /// </summary>
    public Obligation Apply(Obligation obligation)
    {
        // A row that asks for the period report is done by handing that report in, whatever its own line says.
        if (_last.TryGetValue(obligation.Agency.Code, out var last) && last.Through is not null && PeriodReportRows.IsReport(obligation))
        {
            return obligation with { Reported =
                new ReportedCompletion(last.HandedInOn) { SaidOn = last.HandedInOn, Through = last.Through, Period = last.PeriodName } };
        }

        return _latest.Count == 0 ? obligation : WithWords(obligation);
    }

    private Obligation WithWords(Obligation obligation)
    {
        var key = ObligationKey.Of(obligation);
        List<Word?> words = _latest.TryGetValue((obligation.Agency.Code, key), out var own)
            ? [own]
            : [.. obligation.SucceededFrom.Select(ended => _latest.TryGetValue((ended.Code, key), out var said) ? said : null)];
        if (words.Count > 0 && words.TrueForAll(said => said is { Task.Status: TaskProgress.Done }))
        {
            return obligation with
            {
                Reported = new ReportedCompletion(words.Exists(said => said!.Task.CompletedOn is null) ? null : words.Max(said => said!.Task.CompletedOn))
                {
                    SaidOn = words.Max(said => said!.Report.HandedInOn),
                    Through = words.Min(said => said!.Report.Through),
                    Period = words[0]!.Report.PeriodName,
                },
            };
        }

        return words.Find(said => said is { Task.Status: TaskProgress.Open or TaskProgress.InProgress }) is { } undone
            ? obligation with
            {
                ReportedUndone = new ReportedUndone(WordsOf(undone.Task), undone.Report.HandedInOn, undone.Report.Through, undone.Report.PeriodName)
                {
                    IsUnderWay = undone.Task.Status == TaskProgress.InProgress,
                    EarlierThrough = undone.EarlierThrough,
                },
            }
            : obligation;
    }

    private static string WordsOf(ReportedTask task) => string.Join("; ", new[] { task.StatusText, task.Result }.Where(text => text.Length > 0));

    /// <summary>The latest word of one row.</summary>
    /// <param name="EarlierThrough">See <see cref="ReportedUndone.EarlierThrough"/>.</param>
    private sealed record Word(ReportedTask Task, CountedReport Report, IReadOnlyList<DateOnly> EarlierThrough)
    {
        /// <summary>The periods this word and those before it called untouched, for a later word that says so again.</summary>
        public IReadOnlyList<DateOnly> UndoneBefore(ReportedTask later) =>
            Task.Status == TaskProgress.Open && later.Status == TaskProgress.Open
                ? Report.Through is { } through ? [.. EarlierThrough, through] : EarlierThrough : [];
    }
}

/// <summary>A report that counts, with what its statements are held against.</summary>
/// <param name="HandedInOn">Null when not known.</param>
/// <param name="Through">The last day its period speaks for: the later of the period's last day and the day it is due.</param>
public sealed record CountedReport(SubmissionContent Content, DateOnly? HandedInOn, DateOnly? Through, string PeriodName);
