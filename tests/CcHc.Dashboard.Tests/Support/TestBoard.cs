using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Snapshot;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Support;

/// <summary>A small office for tests: two agencies, two registers, and tasks due so many days from today.</summary>
internal static class TestBoard
{
    /// <summary>Every stage on a day of its own, none kept for a weekday.</summary>
    public static readonly ReminderPolicy EachOnItsDay = ReminderPolicy.Default with { GatherEarlyOn = null };

    public const string Plan = "so-theo-doi/Kế hoạch CCHC.xlsx";
    public const string Annex = "so-theo-doi/xã A & B/Phụ lục.xlsx";

    /// <summary>A Monday.</summary>
    public static readonly DateOnly Monday = new(2026, 6, 15);

    public static readonly Agency Justice = new() { Code = "STP", Name = "Sở Tư pháp", Group = "Sở, ban, ngành", Emails = ["stp@x.example"],
        HeadEmails = ["gd.stp@x.example"], FocalPoint = "Bà <b>Hoa</b>" };
    public static readonly Agency Home = new() { Code = "SNV", Name = "Sở Nội vụ", Group = "Sở, ban, ngành", Emails = ["snv@x.example"] };
    public static readonly Agency Silent = new() { Code = "X-KHE", Name = "UBND xã Khe Sâu", Group = "UBND cấp xã" };

    public static JobsFile Settings { get; } = new(
        "jobs.yml", "tỉnh Mẫu", "SNV", "chung", "ra", ReportingRegimes.Decree09.Code, EachOnItsDay, ResultRecipients.Nobody, []);

    public static RegisterTask Task(int row, string text, TaskArea area = TaskArea.Procedures, string file = Plan, TaskProgress status = TaskProgress.Open,
        DateOnly? completed = null) => new()
    {
        Key = $"{file}#{row}", Place = new SourcePlace(file, "Phụ lục 01", row, $"B{row}", $"F{row}", $"D{row}"), Number = $"{row}", Area = area, Text = text,
        Products = ["Báo cáo"],
        LeadText = "Sở Tư pháp", TimeText = "Quý II/2026", PlanYear = 2026, Status = status, StatusText = status == TaskProgress.Done
            ? "Hoàn thành" : "", CompletedOn = completed,
    };

    public static Obligation Owed(RegisterTask task, Agency agency, DateOnly? due, string label = "") => new(
        task,
        due is { } day ? new Milestone { Kind = MilestoneKind.Date, Due = day, Label = label, Reading = $"Hạn là ngày {day:dd/MM/yyyy}" }
            : new Milestone { Kind = MilestoneKind.Continuous, Reading = "Thường xuyên" },
        "m1", agency)
    {
        IsSole = true,
    };

    /// <summary>One of each kind: overdue, due soon, far, done in time, done late, continuous, without agency, without address.</summary>
    public static IReadOnlyList<Obligation> OfEachKind(DateOnly today) =>
    [
        Owed(Task(5, "Rà soát văn bản <script>alert(1)</script> hết hiệu lực", TaskArea.Institutions), Justice, today.AddDays(-40)),
        Owed(Task(6, "Công bố danh mục thủ tục"), Justice, today.AddDays(3)),
        Owed(Task(6, "Công bố danh mục thủ tục"), Home, today.AddDays(3)),
        Owed(Task(7, "Số hóa hồ sơ còn hiệu lực", TaskArea.Modernisation, Annex), Home, today.AddDays(120)),
        Owed(Task(8, "Bồi dưỡng công chức", TaskArea.CivilService, Annex, TaskProgress.Done, today.AddDays(-60)), Home, today.AddDays(-50)),
        Owed(Task(9, "Tự chấm điểm chỉ số", TaskArea.Steering, Plan, TaskProgress.Done, today.AddDays(-5)), Justice, today.AddDays(-20)),
        Owed(Task(10, "Tuyên truyền thường xuyên", TaskArea.Communication), Home, null),
        Owed(Task(11, "Kiểm tra kỷ luật"), Agency.Unresolved("Tổ một cửa"), today.AddDays(30)),
        Owed(Task(12, "Niêm yết thủ tục"), Silent, today.AddDays(3)),
    ];

    public static IReadOnlyList<Finding> Findings { get; } =
    [
        new(Severity.Error, "date-error", Plan, "Phụ lục 01", "F5", "Không hiểu thời hạn “31/02”.", "Ghi rõ ngày, ví dụ 30/6/2026.") { AnswerCode = "K7F3QD" },
        new(Severity.Warning, "unknown-agency", Plan, "Phụ lục 01", "D11", "“Tổ một cửa” không có trong danh bạ.", "Thêm tên này.") { AnswerCode = "A2B3C4" },
        new(Severity.Error, "file-not-readable", "so-theo-doi/hỏng.xlsx", null, null, "Không mở được tệp.", "Lưu lại tệp.") { AnswerCode = "Z9Z9Z9" },
    ];

    public static OfficeSnapshot Board(DateOnly today, IEnumerable<Obligation>? obligations = null, IReadOnlyList<CalendarDay>? days = null) =>
        OfficeSnapshot.Of(
            today, obligations ?? OfEachKind(today).Concat(Reports(today)), [Justice, Home, Silent], days
                ?? [new CalendarDay(new DateOnly(today.Year, 4, 30), CalendarDayKind.DayOff, "Ngày Chiến thắng")], Findings,
            [new SourceFile(Plan, "a", DateTimeOffset.UnixEpoch, 7), new SourceFile(Annex, "b", DateTimeOffset.UnixEpoch, 2, IsYesterdays: true),
                new SourceFile("danh-ba-co-quan.xlsx", "c", DateTimeOffset.UnixEpoch, 0)]);

    /// <summary>Of a period whose report is missing from one agency.</summary>
    public static IEnumerable<Obligation> Reports(DateOnly today)
    {
        var period = ReportingRegimes.Decree09.Period($"{today.Year}-6T")! with { Due = today.AddDays(2) };
        return ReportDuties.Of([new AwaitedReport(period, Justice, today.AddDays(-8), "bieu-mau/a.xlsx", null),
            new AwaitedReport(period, Home, today.AddDays(-8), "bieu-mau/b.xlsx", today.AddDays(-1))], "Sở Nội vụ");
    }

    public static OfficeStatus Office(DateOnly today, IEnumerable<Obligation>? obligations = null, IReadOnlyList<CalendarDay>? days = null) =>
        OfficeStatus.Of(Board(today, obligations, days), "1", DateTimeOffset.UnixEpoch, Settings, today);

    /// <summary>As if the worker had read it just now.</summary>
    public static async Task<DateOnly> PutTestBoardAsync(this TestDashboard dashboard)
    {
        var today = dashboard.Today;
        await dashboard.Services.GetRequiredService<OfficeSnapshotStore>().PutAsync("thử", () => Board(today));
        return today;
    }
}
