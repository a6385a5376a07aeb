using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Calendars;
using CcHc.Core.Regimes;
using CcHc.Dashboard.Pages.Periods;
using CcHc.Dashboard.Tests.Support;
using static CcHc.Dashboard.Tests.Support.TestBoard;

namespace CcHc.Dashboard.Tests.Pages.Periods;

public class ReportRecordTest
{
    /// <summary>The first quarter's report is due on 20/3/2026.</summary>
    [Theory]
    [InlineData("2026-Q1", "2026-03-20T16:59:00Z", false, ReportArrival.InTime)]
    [InlineData("2026-Q1", "2026-03-20T17:01:00Z", false, ReportArrival.Late)]
    [InlineData("2026-Q1", null, false, ReportArrival.Missing)]
    [InlineData("2026-Q1", null, true, ReportArrival.Missing)]
    [InlineData("2026-N", null, false, ReportArrival.Awaited)]
    [InlineData("2026-N", null, true, ReportArrival.Missing)]
    [InlineData("không-còn", "2026-03-20T17:01:00Z", false, ReportArrival.InTime)]
    [InlineData("không-còn", null, false, ReportArrival.Awaited)]
    public void Of_JudgesByTheDayOfTheOffice(string period, string? handedIn, bool isClosed, ReportArrival arrival)
    {
        DateTimeOffset? at = handedIn is null ? null : DateTimeOffset.Parse(handedIn, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(arrival,
            Assert.Single(ReportRecord.Of([new SubmissionTime(period, "STP", at, isClosed)], ReportingRegimes.Decree09, TestBoard.Office(Monday))).Arrival);
    }

    [Fact]
    public void DayOffAsDueDay_IsExcused()
    {
        var days = new[] { new CalendarDay(new DateOnly(2026, 3, 20), CalendarDayKind.DayOff) };
        var owed = new SubmissionTime("2026-Q1", "STP", new DateTimeOffset(2026, 3, 23, 2, 0, 0, TimeSpan.Zero), false);

        Assert.Equal((ReportArrival.InTime, new DateOnly(2026, 3, 23)),
            Assert.Single(ReportRecord.Of([owed], ReportingRegimes.Decree09, TestBoard.Office(Monday, days: days))) is var report
                ? (report.Arrival, report.Due) : default);
    }

    [Fact]
    public void Counts_LeaveOutWhatIsStillAwaited()
    {
        var owed = new[] { new SubmissionTime("2026-N", "STP", null, false), new SubmissionTime("2026-Q1", "STP", null, false),
            new SubmissionTime("2025-N", "STP", DateTimeOffset.UnixEpoch, true) };
        var reports = ReportRecord.Of(owed, ReportingRegimes.Decree09, TestBoard.Office(Monday)).ToList();

        Assert.Equal(["2026-N", "2026-Q1", "2025-N"], reports.Select(report => report.Owed.Period));
        Assert.Equal(new ReportCounts(1, 0, 1), ReportCounts.Of(reports));
    }
}
