using System.Globalization;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Simulation;

/// <summary>The product's own way from the papers of a day to its plan: sheets are parsed, words read, obligations assessed and planned.</summary>
internal sealed class VirtualOffice(VirtualYear year)
{
    private readonly AgencyExpressions _agencies = new(HandAgencies.Directory());
    private readonly HashSet<ReminderKey> _sent = [];
    private readonly Dictionary<string, string> _names = [];
    private readonly Dictionary<(string Time, int? PlanYear, string Lead), InterpretedTask> _understood = [];
    private readonly Dictionary<IReadOnlyList<HandList>, AssessmentRules> _rules = [];
    private IReadOnlyList<Obligation> _obligations = [];

    /// <summary>The whole year, a day after another.</summary>
    public static IEnumerable<LivedDay> Live(VirtualYear year)
    {
        var (papers, office) = (new OfficePapers(year), new VirtualOffice(year));
        office.Read(papers.Tasks);
        foreach (var day in year.Days)
        {
            if (papers.LiveThrough(day))
            {
                office.Read(papers.Tasks);
            }

            var assessed = office.Assess(day);
            yield return new LivedDay(day, papers.Tasks, assessed, year.IsDown(day) ? null : office.Plan(assessed, day), office._names);
        }
    }

    private void Read(IReadOnlyList<HandTask> tasks)
    {
        var sheets = tasks.GroupBy(t => t.PlanYear).OrderBy(g => g.Key).Select(SheetOf).ToArray();
        var reading = RegisterParser.Parse(SheetBuilder.Workbook("so-theo-doi/ke-hoach.xlsx", sheets));
        foreach (var task in reading.Tasks)
        {
            _names[task.Key] = $"{task.PlanYear}/{task.Number}";
        }

        _obligations = [.. reading.Tasks.SelectMany(t => ObligationBuilder.Build(Understand(t)))];
    }

    /// <summary>The same words in the same plan mean the same, so each cell is read once a year.</summary>
    private InterpretedTask Understand(RegisterTask task)
    {
        var words = (task.TimeText, task.PlanYear, task.LeadText);
        if (!_understood.TryGetValue(words, out var known))
        {
            _understood[words] = known = InterpretedTask.Of(task, _agencies);
        }

        return known with { Task = task };
    }

    private IReadOnlyList<AssessedObligation> Assess(DateOnly day) => DeadlineAssessor.Assess(_obligations, RulesOn(day), day);

    /// <summary>The day's plan; what it sends is remembered.</summary>
    private ReminderPlan Plan(IReadOnlyList<AssessedObligation> assessed, DateOnly day)
    {
        var plan = ReminderPlanner.Plan(assessed, year.Policy, _sent, day, RulesOn(day).Calendar
            .IsWorkingDay(day), GatheringDay.Of(year.Policy, RulesOn(day).Calendar, day));
        _sent.UnionWith(plan.Reminders.Select(r => r.Key));
        return plan;
    }

    private AssessmentRules RulesOn(DateOnly day)
    {
        var lists = year.ListsOn(day);
        if (!_rules.TryGetValue(lists, out var known))
        {
            var calendar = new WorkingCalendar(lists.SelectMany(list => list.Entries));
            _rules[lists] = known = year.Policy.Assessment(calendar, ReportingRegimes.ByCode(year.Regime.Code)!);
        }

        return known;
    }

    private static Sheet SheetOf(IGrouping<int, HandTask> tasks) => SheetBuilder.Sheet($"Năm {tasks.Key}",
    [
        $"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM {tasks.Key}",
        "STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện | Hạn | Gia hạn đến | Tình trạng | Ngày hoàn thành",
        .. tasks.Select(
            t => $"{t.Number} | {t.Text} | {t.Lead.Words} | {t.Time.Words} | {Cell(t.Due)} | {Cell(t.ExtendedTo)} | {Words(t.Status)} | {Cell(t.CompletedOn)}"),
    ]);

    private static string Cell(DateOnly? day) => day?.ToString("'@'d/M/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Words(HandStatus status) => status switch
    {
        HandStatus.InProgress => "Đang thực hiện",
        HandStatus.Done => "Đã hoàn thành",
        HandStatus.Dropped => "Hủy bỏ",
        _ => "",
    };
}
