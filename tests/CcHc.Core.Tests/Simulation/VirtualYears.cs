using System.Globalization;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using static CcHc.Core.Tests.Simulation.HandCalendars;

namespace CcHc.Core.Tests.Simulation;

/// <summary>The years that are simulated.</summary>
internal static class VirtualYears
{
    private static readonly HandRegime Ministry = new("nd-09-2019", 20);
    private static readonly HandRegime SocTrang = new("soc-trang-2021", 18);
    private static readonly HandRegime NoDay = new("quang-ngai-2018", null);

    // Three days, Tết, the end of the second quarter.
    private static readonly (DateOnly, DateOnly)[] Outages2026 =
        [Span("2026-01-20", "2026-01-22"), Span("2026-02-12", "2026-02-24"), Span("2026-06-26", "2026-07-03")];

    public static IReadOnlyList<VirtualYear> All { get; } =
    [
        // The list of 2027 is typed in only in December 2026.
        new("Tết 2026, next list late", 1, Day("2025-12-01"), 2025, ReminderPolicy.Default, Ministry,
            [(Day("2025-12-01"), [Year2025, Year2026]), (Day("2026-12-15"), [Year2025, Year2026, Year2027])], Outages2026),
        new("leap year 2028, list changed twice", 2, Day("2027-10-01"), 2027,
            new ReminderPolicy { WorkingDaysBefore = [10, 2], EveryWorkingDaysAfter = 3, HeadAfterWorkingDays = 0, StandingBodyAfterWorkingDays = 0,
                DueDayOff = DueDayOff.Keep, GatherEarlyOn = null },
            SocTrang,
            [
                (Day("2027-10-01"), [Year2027]), (Day("2027-12-20"), [Year2027, Year2028]),
                (Day("2028-03-22"), [Year2027, Year2028 with { DaysOff = Year2028.DaysOff + " 24/3 27/3-31/3 21/8-25/8", MadeUp = "5/2 8/4 26/8" }]),
            ],
            [Span("2028-02-29", "2028-02-29"), Span("2028-01-20", "2028-02-02")]),
        new("no list at all, strict before", 3, Day("2027-10-01"), 2027,
            new ReminderPolicy { DueDayOff = DueDayOff.PreviousWorkingDay, StrictBefore = true }, Ministry, [(Day("2027-10-01"), [])], []),
        new("previous working day, list removed", 4, Day("2026-01-05"), 2026, new ReminderPolicy { DueDayOff = DueDayOff.PreviousWorkingDay }, Ministry,
            [(Day("2026-01-05"), [Year2025, Year2026]), (Day("2026-04-21"), [Year2025])], Outages2026),
        new("thirty days at most, no regime day", 5, Day("2025-12-01"), 2025,
            new ReminderPolicy { OldestOverdueDays = 30, EveryWorkingDaysAfter = 4, HeadAfterWorkingDays = 8, StandingBodyAfterWorkingDays = 12,
                GatherEarlyOn = DayOfWeek.Wednesday }, NoDay,
            [(Day("2025-12-01"), [Year2025, Year2026])], Outages2026),
        new("not on the day, escalation between stages", 6, Day("2026-06-01"), 2026,
            new ReminderPolicy { WorkingDaysBefore = [5], OnTheDay = false, EveryWorkingDaysAfter = 7, HeadAfterWorkingDays = 10,
                StandingBodyAfterWorkingDays = 16 }, SocTrang,
            [(Day("2026-06-01"), [Year2026, Year2027])], []),
        new("escalation alone after the day", 7, Day("2026-03-02"), 2026,
            new ReminderPolicy { WorkingDaysBefore = [1, 20, 5], EveryWorkingDaysAfter = 0, HeadAfterWorkingDays = 6, StandingBodyAfterWorkingDays = 3,
                DueDayOff = DueDayOff.Keep, TellsHeadsOnlyWhatIsCertain = false, GatherEarlyOn = DayOfWeek.Friday, DailyWithinWorkingDays = 5 },
            Ministry,
            // The step of 20 days is slept through, that of 5 is sent, then a worked weekend moves the end of June away again.
            [(Day("2026-03-02"), [Year2026]), (Day("2026-06-24"), [Year2026 with { MadeUp = Year2026.MadeUp + " 27/6 28/6" }])],
            [Span("2026-06-01", "2026-06-22")]),
        new("the office that often is down", 8, Day("2027-11-15"), 2027, ReminderPolicy.Default, Ministry, [(Day("2027-11-15"), [Year2027, Year2028])],
            [.. Enumerable.Range(0, 40).Select(i => (Day("2027-11-20").AddDays(i * 9), Day("2027-11-20").AddDays(i * 9 + i % 7)))]),
    ];

    private static (DateOnly First, DateOnly Last) Span(string first, string last) => (Day(first), Day(last));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
