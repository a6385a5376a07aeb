using CcHc.Core.Agencies;
using CcHc.Core.Agencies.Expressions;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;

namespace CcHc.Core.Tests.Support;

/// <summary>Small, readable values for tests of the decisions.</summary>
internal static class Given
{
    public static readonly Agency Justice = new() { Code = "STP", Name = "Sở Tư pháp", Emails = ["stp@x.example"], HeadEmails = ["giamdoc.stp@x.example"] };

    public static readonly Agency HomeAffairs = new() { Code = "SNV", Name = "Sở Nội vụ", Emails = ["snv@x.example"] };

    /// <summary>2026 with 30/4, 1/5 and the swapped Monday 4/5 off, and Saturday 9/5 worked instead.</summary>
    public static readonly WorkingCalendar Calendar = new(
    [
        new CalendarDay(new DateOnly(2026, 4, 30), CalendarDayKind.DayOff),
        new CalendarDay(new DateOnly(2026, 5, 1), CalendarDayKind.DayOff),
        new CalendarDay(new DateOnly(2026, 5, 4), CalendarDayKind.DayOff),
        new CalendarDay(new DateOnly(2026, 5, 9), CalendarDayKind.MakeUpWorkingDay),
    ]);

    public static AssessmentRules Rules(ReminderPolicy? policy = null) =>
        (policy ?? ReminderPolicy.Default).Assessment(Calendar, ReportingRegimes.ByCode("nd-09-2019")!);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static RegisterTask Task(string time, int? planYear = 2026, string key = "so#1") => new()
    {
        Key = key,
        Place = new SourcePlace("so-theo-doi/ke-hoach.xlsx", "Phụ lục", 12, "B12", "F12", "D12"),
        Number = "1",
        Text = "Ban hành kế hoạch rà soát thủ tục hành chính",
        LeadText = "Sở Tư pháp",
        TimeText = time,
        PlanYear = planYear,
    };

    public static IReadOnlyList<Obligation> Obligations(RegisterTask task, Agency? agency = null)
    {
        var deadline = DeadlineParser.Read(task.TimeText, task.PlanYear, task.Products);
        var lead = new AgencyMention(AgencyRole.Lead, agency is null ? [Justice] : [agency], [], [], []);
        return [.. ObligationBuilder.Build(new InterpretedTask(task, deadline, [lead]))];
    }

    public static AssessedObligation Assessed(string time, string today, ReminderPolicy? policy = null) =>
        DeadlineAssessor.Assess(Obligations(Task(time)), Rules(policy), Day(today))[0];
}
