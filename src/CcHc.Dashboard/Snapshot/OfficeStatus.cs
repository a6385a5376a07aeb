using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;

namespace CcHc.Dashboard.Snapshot;

/// <summary>Everything the pages show of the office's tasks, judged today.</summary>
/// <param name="TakenAt">When the worker last read; null before the first time.</param>
/// <param name="Rows">Obligations of the registers, worst first.</param>
/// <param name="Reports">Period reports awaited.</param>
/// <param name="Obligations">Of the registers, as they were read: the order letters list them in.</param>
public sealed record OfficeStatus(
    string Fingerprint, DateTimeOffset? TakenAt, DateOnly Today, OfficeSnapshot Board, WorkingCalendar Calendar, AssessmentRules Rules,
    IReadOnlyList<TaskRow> Rows, IReadOnlyList<AssessedObligation> Reports, IReadOnlyList<Obligation> Obligations)
{
    private Dictionary<string, List<TaskRow>>? _byTask;
    private readonly Lazy<OfficeSummary> _summary = new(() => OfficeSummary.Of(Rows));

    private readonly Lazy<int> _toConfirm = new(() => Rows.Select(row => row.Assessed).Where(one => one.Standing.IsOpen && !one.IsCertain)
        .Select(one => one.Obligation.Task.Key).Distinct(StringComparer.Ordinal).Count());

    private readonly Lazy<AgencyDirectory> _directory = new(() => new AgencyDirectory(Board.Agencies, ""));

    public AgencyDirectory Directory => _directory.Value;

    private readonly Lazy<Dictionary<string, string>> _names = new(() => Board.Agencies.DistinctBy(agency => agency.Code)
        .ToDictionary(agency => agency.Code, agency => agency.Name, StringComparer.Ordinal));

    /// <summary>What pages call an agency; its code when the directory has it no more.</summary>
    public string NameOf(string agencyCode) => _names.Value.GetValueOrDefault(agencyCode, agencyCode);

    /// <summary>A report that answers less of its form is "đã nhận, chưa đủ".</summary>
    public int LeastAnsweredPercent { get; init; }

    public TaskLists Tasks { get; } = new(Rows);

    public DueDays DueDays { get; } = new(Rows, Reports);

    public OfficeSummary Summary => _summary.Value;

    /// <summary>Tasks whose deadline a person should confirm before any head hears of them.</summary>
    public int ToConfirm => _toConfirm.Value;

    public static OfficeStatus Of(OfficeSnapshot board, string fingerprint, DateTimeOffset? takenAt, JobsFile office, DateOnly today)
    {
        var calendar = new WorkingCalendar(board.Days);
        var rules = office.Reminders.Assessment(calendar, office.Regime);
        var assessed = DeadlineAssessor.Assess(board.ToObligations(), rules, today);
        var (words, rows, reports) = (new RowWords(), new List<TaskRow>(assessed.Count), new List<AssessedObligation>());
        foreach (var one in assessed)
        {
            if (ReportDuties.IsReport(one.Obligation))
            {
                reports.Add(one);
            }
            else
            {
                rows.Add(words.Row(one));
            }
        }

        return new OfficeStatus(
            // Everything of the board's obligations is in the rows now.
            fingerprint, takenAt, today, board with { Obligations = [], Owed = null }, calendar, rules,
            [.. rows.OrderBy(row => row.Rank).ThenBy(row => row.Assessed.Standing.Due ?? DateOnly.MaxValue)],
            [.. reports], [.. rows.Select(row => row.Obligation)])
        {
            LeastAnsweredPercent = office.Reports.LeastAnsweredPercent,
        };
    }

    /// <returns>Empty when there is no such task.</returns>
    public IReadOnlyList<TaskRow> OfTask(string id)
    {
        _byTask ??= Rows.GroupBy(row => row.TaskId, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.ToList(), StringComparer.Ordinal);
        return _byTask.GetValueOrDefault(id) ?? [];
    }
}
