using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
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
    private IReadOnlyList<Obligation> _obligations = [];

    public IReadOnlySet<ReminderKey> Sent => _sent;

    /// <summary>Task keys of the product, with the names people give those tasks.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    public void Read(IReadOnlyList<HandTask> tasks)
    {
        var sheets = tasks.GroupBy(t => t.PlanYear).OrderBy(g => g.Key).Select(SheetOf).ToArray();
        var reading = RegisterParser.Parse(SheetBuilder.Workbook("so-theo-doi/ke-hoach.xlsx", sheets));
        foreach (var task in reading.Tasks)
        {
            _names[task.Key] = $"{task.PlanYear}/{task.Number}";
        }

        _obligations = [.. reading.Tasks.SelectMany(t => ObligationBuilder.Build(TaskUnderstanding.Of(t, _agencies)))];
    }

    public IReadOnlyList<AssessedObligation> Assess(DateOnly day) => DeadlineAssessor.Assess(_obligations, RulesOn(day), day);

    /// <summary>The day's plan; what it sends is remembered.</summary>
    public ReminderPlan Plan(IReadOnlyList<AssessedObligation> assessed, DateOnly day)
    {
        var plan = ReminderPlanner.Plan(assessed, year.Policy, _sent, day, RulesOn(day).Calendar.IsWorkingDay(day));
        _sent.UnionWith(plan.Reminders.Select(r => r.Key));
        return plan;
    }

    private AssessmentRules RulesOn(DateOnly day) => AssessmentRules.From(
        year.Policy, new WorkingCalendar(year.ListsOn(day).SelectMany(list => list.Entries)), ReportingRegimes.ByCode(year.Regime.Code)!);

    private static Sheet SheetOf(IGrouping<int, HandTask> tasks) => SheetBuilder.Sheet($"Năm {tasks.Key}",
    [
        $"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM {tasks.Key}",
        "STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian thực hiện | Hạn | Gia hạn đến | Tình trạng | Ngày hoàn thành",
        .. tasks.Select(t => $"{t.Number} | {t.Text} | {t.Lead.Words} | {t.Time.Words} | {Cell(t.Due)} | {Cell(t.ExtendedTo)} | {Words(t.Status)} | {Cell(t.CompletedOn)}"),
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
