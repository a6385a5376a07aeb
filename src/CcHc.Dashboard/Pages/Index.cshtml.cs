using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Answers;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Localization;
using CcHc.Dashboard.Pages.Jobs;
using CcHc.Dashboard.Pages.Periods;
using CcHc.Dashboard.Pages.Setup;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>How the office and the service stand (tổng quan): read from the database, nothing is driven from here.</summary>
public sealed class IndexModel(
    OfficeSnapshotCache office, JobsFile settings, RunLog log, JobPlans plans, OutboxStore outbox, LetterHold hold, AnswerStore answers,
    IncomingMailStore incoming, SubmittedFiles submissions,
    SetupChecklist setup, IEnumerable<NextRuns> hosts, ViewLocalizer words, TimeProvider clock) : PageModel
{
    private const int AgenciesShown = 12;
    private const int MonthListIsDue = 10;

    /// <summary>The registers are read each hour of each day; a day and two hours old, something has stopped.</summary>
    private static readonly TimeSpan OldestBoard = TimeSpan.FromHours(26);

    /// <summary>A run planned so long ago that never began.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public OfficeStatus Office { get; private set; } = null!;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Sent back in a period still open, by an agency that has not handed in since.</summary>
    private int FilesRefused { get; set; }

    public IReadOnlyList<BarChart> Charts { get; private set; } = [];

    public IReadOnlyList<AwaitedPeriod> Periods { get; private set; } = [];

    public IReadOnlyList<JobPlan> Plans { get; private set; } = [];

    public IReadOnlyDictionary<string, DateTimeOffset> Next { get; private set; } = new Dictionary<string, DateTimeOffset>();

    public IReadOnlyDictionary<string, LoggedRun> Runs { get; private set; } = new Dictionary<string, LoggedRun>();

    public IReadOnlyDictionary<DeliveryState, int> Mail { get; private set; } = new Dictionary<DeliveryState, int>();

    public HeldSince? Held { get; private set; }

    /// <summary>Empty once everything of the first set-up is done.</summary>
    public IReadOnlyList<SetupStep> Setup { get; private set; } = [];

    public int AnswersWaiting { get; private set; }

    public int MailWaiting { get; private set; }

    public bool IsBoardOld => Office.TakenAt is { } taken && Now - taken > OldestBoard;

    public bool IsLate(JobPlan plan) => plan is { IsEnabled: true, PausedUntil: null, NextAt: { } next } && Now - next > Patience;

    /// <summary>Years whose list of days off should be there and is not; from October on also the next.</summary>
    public IEnumerable<int> YearsWithoutList => new[] { Office.Today.Year, Office.Today.Year + (Office.Today.Month >= MonthListIsDue ? 1 : 0) }.Distinct()
        .Where(year => !Office.Calendar.CoversYear(year));

    public int Findings(Severity severity) => Office.Board.Findings.Count(finding => finding.Severity == severity);

    /// <summary>What nobody but a person can settle, worst first: the words with a blank for the count, and where to settle it.</summary>
    public IReadOnlyList<(string Words, int Count, string? Address)> Waiting =>
    [
        .. new (string Words, int Count, string? Address)[]
        {
            ("{0} thư bị từ chối", Mail.GetValueOrDefault(DeliveryState.Refused), LettersOf(DeliveryState.Refused)),
            ("{0} trả lời của cơ quan chờ xử lý", AnswersWaiting, "/tra-loi"),
            ("{0} thư đến chờ người xem", MailWaiting, "/tra-loi"),
            ("{0} tệp báo cáo bị trả lại, chưa nộp lại", FilesRefused, Url.Page("/Periods/Index")),
            ("{0} thư đang bị giữ", Mail.GetValueOrDefault(DeliveryState.Held), LettersOf(DeliveryState.Held)),
            ("{0} thư chưa rõ đã đến chưa", Mail.GetValueOrDefault(DeliveryState.Unknown), LettersOf(DeliveryState.Unknown)),
            ("{0} nhiệm vụ cần xác nhận cách đọc thời hạn", Office.ToConfirm, Url.Page("/Registers/Index")),
            ("{0} lỗi trong sổ theo dõi", Findings(Severity.Error), Url.Page("/Registers/Index", null, new { muc = "error" }, null, null, "canh-bao")),
            ("{0} sổ đang dùng bản đọc trước", Office.Board.Sources.Count(source => source.IsYesterdays), Url.Page("/Registers/Index")),
        }.Where(one => one.Count > 0),
    ];

    private string? LettersOf(DeliveryState state) => Url.Page("/Letters/Index", new Dictionary<string, string> { ["tinh-trang"] = state.Code() });

    /// <summary>What a person should look at first.</summary>
    public static IReadOnlyList<DeliveryState> LetterStates { get; } =
        [DeliveryState.Unknown, DeliveryState.Refused, DeliveryState.Held, DeliveryState.TryLater, DeliveryState.Queued, DeliveryState.Sending,
            DeliveryState.Sent];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Office = await office.NowAsync(cancellationToken);
        Periods = AwaitedPeriod.Of(Office.Reports, settings.Regime);
        Plans = await plans.ListAsync(cancellationToken);
        Next = await NextRuns.ReadAsyncOf(hosts, Plans, cancellationToken);
        Runs = await log.LatestAsync(cancellationToken);
        Mail = await outbox.CountAsync(cancellationToken);
        Held = await hold.ReadAsync(cancellationToken);
        var steps = await setup.StepsAsync(Office, cancellationToken);
        Setup = steps.All(step => step.IsDone) ? [] : steps;
        AnswersWaiting = await answers.CountWaitingAsync(cancellationToken);
        MailWaiting = await incoming.CountAsync(waitingOnly: true, cancellationToken);
        FilesRefused = (await submissions.FiledAsync(cancellationToken)).Where(file => file.ClosedAt is null).GroupBy(file => (file.Period, file.AgencyCode))
            .Where(files => files.Key.AgencyCode.Length == 0 || !files.Any(file => file.IsValid))
            .Sum(files => files.Count(file => file.State == SubmissionState.Refused));
        var summary = Office.Summary;
        Charts =
        [
            BarChart.Of(words["Tình trạng theo cơ quan ({0} cơ quan nhiều việc quá hạn nhất)", Math.Min(AgenciesShown, summary.ByAgency.Count)],
                words["Cơ quan"], summary.ByAgency.Take(AgenciesShown).Select(line =>
                    (line.Code.Length == 0 ? words["Chưa xác định cơ quan"]
                        : line.Name, line.Counts, new TaskFilter { Agency = line.Code.Length == 0 ? TaskFilter.NoAgency : line.Code }))),
            BarChart.Of(words["Tình trạng theo lĩnh vực"], words["Lĩnh vực"],
                summary.ByArea.Select(line => (words[line.Name], line.Counts, TaskFilter.OfArea(line.Code)))),
            BarChart.Of(words["Việc đến hạn theo tháng"], words["Tháng"], Months(summary)),
        ];
    }

    /// <summary>The months around today, and in one line each all that lies before and after them: no overdue task falls out.</summary>
    private IEnumerable<(string Name, StatusCounts Counts, TaskFilter Filter)> Months(OfficeSummary summary)
    {
        if (summary.Before(Office.Today) is { } earlier)
        {
            yield return (words["đến hết {0}", FormattableString.Invariant($"{earlier.First:MM/yyyy}")], earlier.Counts,
                new TaskFilter { To = earlier.Last, Sort = TaskSort.Due });
        }

        foreach (var month in summary.Around(Office.Today))
        {
            yield return (FormattableString.Invariant($"{month.First:MM/yyyy}"), month.Counts,
                new TaskFilter { From = month.First, To = month.Last, Sort = TaskSort.Due });
        }

        if (summary.After(Office.Today) is { } later)
        {
            yield return (words["từ {0}", FormattableString.Invariant($"{later.First:MM/yyyy}")], later.Counts,
                new TaskFilter { From = later.First, Sort = TaskSort.Due });
        }
    }

    public static string Name(LoggedRun run) => JobResultText.Within(run.Outcome?.Result);
}
