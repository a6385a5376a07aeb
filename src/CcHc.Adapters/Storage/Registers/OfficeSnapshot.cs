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

    /// <summary>
    /// Who owes which of <see cref="Obligations"/>, in the order of the reading: place of the obligation, place of the agency, and so on. Null in a board of an
    /// earlier version, where each obligation stands for itself.
    /// </summary>
    public IReadOnlyList<int>? Owed { get; init; }

    /// <summary>
    /// Tasks and agencies stand once, and so does what the agencies of one milestone owe alike: of a country's half million obligations a few thousand differ
    /// in more than their agency.
    /// </summary>
    public static OfficeSnapshot Of(DateOnly asOf, IEnumerable<Obligation> obligations, IReadOnlyList<Agency> agencies, IReadOnlyList<CalendarDay> days,
        IReadOnlyList<Finding> findings, IReadOnlyList<SourceFile> sources)
    {
        var known = agencies.Select((agency, place) => (agency.Code, place)).ToDictionary(one => one.Code, one => one.place, StringComparer.Ordinal);
        var rows = new SnapshotRows();
        foreach (var obligation in obligations)
        {
            rows.Add(obligation, known.TryGetValue(obligation.Agency.Code, out var listed) ? listed : -1);
        }

        return new OfficeSnapshot(asOf, rows.Tasks, rows.Obligations, agencies, days, findings, sources) { Owed = rows.Owed };
    }

    /// <summary>The obligations as they were.</summary>
    public IEnumerable<Obligation> ToObligations()
    {
        var byCode = Agencies.ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var before = Obligations.Select(row => (Agency[])[.. row.SucceededFrom.Select(byCode.GetValueOrDefault).OfType<Agency>()]).ToList();
        for (var place = 0; place < (Owed?.Count / 2 ?? Obligations.Count); place++)
        {
            var (alike, agency) = Owed is null ? (place, Obligations[place].Agency) : (Owed[2 * place], Owed[(2 * place) + 1]);
            var row = Obligations[alike];
            yield return new Obligation(Tasks[row.Task], row.Milestone, row.MilestoneKey, agency < 0 ? Agency.Unresolved(row.AgencyWords) : Agencies[agency])
            {
                IsSole = row.IsSole,
                Reported = row.Reported,
                ReportedUndone = row.ReportedUndone,
                TaskBegins = row.TaskBegins,
                IsCertain = row.IsCertain,
                Note = row.Note,
                Answer = row.Answer,
                AsRegistered = row.AsRegistered ?? row.Milestone,
                SucceededFrom = before[alike],
            };
        }
    }
}

/// <summary>An obligation of the board, as every agency owes it that <see cref="OfficeSnapshot.Owed"/> names with it.</summary>
/// <param name="Task">Its place among the tasks.</param>
/// <param name="Agency">The first one's place among the agencies; -1 when nobody could tell which.</param>
/// <param name="AgencyWords">The register's own where nobody could tell which; else empty.</param>
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
