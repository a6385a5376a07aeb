using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Regimes;

namespace CcHc.Core.Tests.Regimes;

public class ReportingRegimeTest
{
    [Theory]
    [InlineData("nd-09-2019", "2026-Q1", "Quý I/2026", "2025-12-15", "2026-03-14", "2026-03-20")]
    [InlineData("nd-09-2019", "2026-6T", "6 tháng đầu năm 2026", "2025-12-15", "2026-06-14", "2026-06-20")]
    [InlineData("nd-09-2019", "2026-Q3", "Quý III/2026", "2026-06-15", "2026-09-14", "2026-09-20")]
    [InlineData("nd-09-2019", "2026-N", "Năm 2026", "2025-12-15", "2026-12-14", "2026-12-20")]
    [InlineData("soc-trang-2021", "2021-Q1", "Quý I/2021", "2020-12-15", "2021-03-14", "2021-03-18")]
    [InlineData("soc-trang-2021", "2021-Q3", "Quý III/2021", "2021-06-15", "2021-09-14", "2021-09-18")]
    [InlineData("soc-trang-2021", "2021-N", "Năm 2021", "2020-12-15", "2021-12-14", "2021-12-18")]
    [InlineData("thanh-hoa-2019", "2019-9T", "9 tháng năm 2019", "2019-01-01", "2019-09-30", null)]
    [InlineData("thanh-hoa-2019", "2019-Q1", "Quý I/2019", "2019-01-01", "2019-03-31", null)]
    [InlineData("bac-kan-2007", "2007-Q2", "Quý II/2007", "2007-04-01", "2007-06-30", "2007-06-19")]
    [InlineData("bac-kan-2007", "2007-6T", "6 tháng đầu năm 2007", "2007-01-01", "2007-06-30", "2007-06-19")]
    [InlineData("bac-kan-2007", "2008-T02", "Tháng 2/2008", "2008-02-01", "2008-02-29", null)]
    [InlineData("quang-ngai-2018", "2018-6T", "6 tháng đầu năm 2018", "2018-01-01", "2018-06-30", null)]
    public void Period_HasItsWindowAndDueDay(string regime, string code, string name, string first, string last, string? due)
    {
        var period = ReportingRegimes.ByCode(regime)!.Period(code)!;
        Assert.Equal(name, period.Name);
        Assert.Equal(new DateRange(Day(first), Day(last)), period.Window);
        Assert.Equal(due is null ? null : Day(due), period.Due);
    }

    [Theory]
    [InlineData("nd-09-2019", "2026-Q1 2026-6T 2026-Q3 2026-N")]
    [InlineData("thanh-hoa-2019", "2026-Q1 2026-6T 2026-9T 2026-N")]
    [InlineData("quang-ngai-2018", "2026-Q1 2026-6T 2026-Q3 2026-N")]
    public void Periods_LeaveOutWhatAnotherReportReplaces(string regime, string codes) =>
        Assert.Equal(codes, string.Join(' ', ReportingRegimes.ByCode(regime)!.Periods(2026).Select(p => p.Code)));

    [Fact]
    public void Periods_OfBacKan_HaveMonthsAndAllQuarters() => Assert.Equal(12 + 4 + 1 + 1, ReportingRegimes.BacKan2007.Periods(2007).Count);

    [Theory]
    [InlineData("soc-trang-2021", Recurrence.Quarterly, "2021-01-05", "2021-03-18")]
    [InlineData("soc-trang-2021", Recurrence.Quarterly, "2021-03-18", "2021-06-18")] // the half-year report stands for quarter II
    [InlineData("soc-trang-2021", Recurrence.Quarterly, "2021-12-18", "2022-03-18")]
    [InlineData("soc-trang-2021", Recurrence.Semiannual, "2021-07-01", "2021-12-18")]
    [InlineData("soc-trang-2021", Recurrence.Annual, "2021-01-05", "2021-12-18")]
    [InlineData("soc-trang-2021", Recurrence.Monthly, "2021-01-05", null)]
    [InlineData("bac-kan-2007", Recurrence.Quarterly, "2007-04-01", "2007-06-19")]
    [InlineData("bac-kan-2007", Recurrence.Monthly, "2007-04-01", null)]
    [InlineData("quang-ngai-2018", Recurrence.Quarterly, "2018-01-05", null)]
    [InlineData("nd-09-2019", Recurrence.NineMonths, "2026-01-05", null)]
    [InlineData("nd-09-2019", Recurrence.None, "2026-01-05", null)]
    public void NextDue_IsTheRegimesDay_OrNoneWhereItSetsNone(string regime, Recurrence frequency, string after, string? expected) =>
        Assert.Equal(expected is null ? null : Day(expected), ReportingRegimes.ByCode(regime)!.NextDue(frequency, Day(after)));

    [Fact]
    public void PeriodsDue_AreThoseWhoseDueDayLiesInTheRange() =>
        Assert.Equal(["2020-N", "2021-Q1", "2021-6T"],
            ReportingRegimes.SocTrang2021.PeriodsDue(new DateRange(Day("2020-12-18"), Day("2021-06-18"))).Select(p => p.Code));

    [Fact]
    public void WithDueDay_SetsADayOnlyWhereNoneIs()
    {
        Assert.True(ReportingRegimes.BacKan2007.NeedsDueDay);
        var regime = ReportingRegimes.BacKan2007.WithDueDay(new ReportDueDay(5, MonthsLater: 1));
        Assert.False(regime.NeedsDueDay);
        Assert.Equal(Day("2008-03-05"), regime.Period("2008-T02")!.Due);
        Assert.Equal(Day("2008-03-19"), regime.Period("2008-Q1")!.Due);
    }

    [Fact]
    public void DueDay_IsTheMonthsLastDay_WhereTheMonthIsShorter() =>
        Assert.Equal(Day("2026-06-30"), ReportingRegimes.QuangNgai2018.WithDueDay(new ReportDueDay(31)).Period("2026-6T")!.Due);

    [Theory]
    [InlineData("2026-Q2")]
    [InlineData("2026")]
    [InlineData("Q1")]
    [InlineData("xx-Q1")]
    [InlineData("2026-Q5")]
    [InlineData("")]
    public void Period_IsNull_ForACodeTheRegimeDoesNotHave(string code) => Assert.Null(ReportingRegimes.Decree09.Period(code));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
