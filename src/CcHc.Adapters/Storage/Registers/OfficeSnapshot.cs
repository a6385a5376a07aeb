using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Storage.Registers;

/// <summary>The last reading of the office's workbooks (bảng theo dõi), as the worker left it for those who look.</summary>
/// <param name="AsOf">The day of the run that read.</param>
/// <param name="Obligations">What the registers ask, and period reports awaited.</param>
public sealed record OfficeSnapshot(
    DateOnly AsOf,
    IReadOnlyList<RegisterTask> Tasks,
    IReadOnlyList<SnapshotObligation> Obligations,
    IReadOnlyList<Agency> Agencies,
    IReadOnlyList<CalendarDay> Days,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<SourceFile> Sources)
{
    public static OfficeSnapshot Empty { get; } = new(default, [], [], [], [], [], []);

    /// <summary>Tasks and agencies stand once; an obligation names them by place.</summary>
    public static OfficeSnapshot Of(DateOnly asOf, IEnumerable<Obligation> obligations, IReadOnlyList<Agency> agencies, IReadOnlyList<CalendarDay> days,
        IReadOnlyList<Finding> findings, IReadOnlyList<SourceFile> sources)
    {
        var (tasks, places, rows) =
            (new List<RegisterTask>(), new Dictionary<RegisterTask, int>(ReferenceEqualityComparer.Instance), new List<SnapshotObligation>());
        var known = agencies.Select((agency, place) => (agency.Code, place)).ToDictionary(one => one.Code, one => one.place, StringComparer.Ordinal);
        foreach (var obligation in obligations)
        {
            if (!places.TryGetValue(obligation.Task, out var place))
            {
                places.Add(obligation.Task, place = tasks.Count);
                tasks.Add(obligation.Task);
            }

            var agency = known.TryGetValue(obligation.Agency.Code, out var listed) ? listed : -1;
            rows.Add(new SnapshotObligation(place, agency, agency < 0 ? obligation.Agency.Name : "", obligation.Milestone, obligation.MilestoneKey,
                obligation.IsSole, obligation.Reported, [.. obligation.SucceededFrom.Select(ended => ended.Code)])
            {
                ReportedUndone = obligation.ReportedUndone, TaskBegins = obligation.TaskBegins, IsCertain = obligation.IsCertain, Note = obligation.Note,
                Answer = obligation.Answer, AsRegistered = ReferenceEquals(obligation.AsRegistered, obligation.Milestone) ? null : obligation.AsRegistered,
            });
        }

        return new OfficeSnapshot(asOf, tasks, rows, agencies, days, findings, sources);
    }

    /// <summary>The obligations as they were.</summary>
    public IEnumerable<Obligation> ToObligations()
    {
        var byCode = Agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        foreach (var row in Obligations)
        {
            yield return new Obligation(Tasks[row.Task], row.Milestone, row.MilestoneKey, row.Agency < 0
                ? Agency.Unresolved(row.AgencyWords) : Agencies[row.Agency])
            {
                IsSole = row.IsSole,
                Reported = row.Reported,
                ReportedUndone = row.ReportedUndone,
                TaskBegins = row.TaskBegins,
                IsCertain = row.IsCertain,
                Note = row.Note,
                Answer = row.Answer,
                AsRegistered = row.AsRegistered ?? row.Milestone,
                SucceededFrom = [.. row.SucceededFrom.Select(byCode.GetValueOrDefault).OfType<Agency>()],
            };
        }
    }
}

/// <summary>An obligation of the board.</summary>
/// <param name="Task">Its place among the tasks.</param>
/// <param name="Agency">Its place among the agencies; -1 when nobody could tell which, then <paramref name="AgencyWords"/> are the register's own.</param>
public sealed record SnapshotObligation(
    int Task, int Agency, string AgencyWords, Milestone Milestone, string MilestoneKey, bool IsSole, ReportedCompletion? Reported,
    IReadOnlyList<string> SucceededFrom)
{
    public ReportedUndone? ReportedUndone { get; init; }
    public DateOnly? TaskBegins { get; init; }
    public bool IsCertain { get; init; } = true;
    public string Note { get; init; } = "";
    public AnswerStanding? Answer { get; init; }

    /// <summary>Null when it is the milestone itself.</summary>
    public Milestone? AsRegistered { get; init; }
}
