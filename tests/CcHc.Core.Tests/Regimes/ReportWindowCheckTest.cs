using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Regimes;

namespace CcHc.Core.Tests.Regimes;

public class ReportWindowCheckTest
{
    [Theory]
    [InlineData(Recurrence.Quarterly, "15/06/2020 – 14/09/2021", "15/06/2021 – 14/09/2021")] // as Sóc Trăng printed it for quý III/2021
    [InlineData(Recurrence.Annual, "15/12/2021 – 14/12/2021", "15/12/2020 – 14/12/2021")]
    [InlineData(Recurrence.Quarterly, "15/12/2021 – 14/03/2021", "15/12/2020 – 14/03/2021")]
    [InlineData(Recurrence.Quarterly, "15/04/2021 – 14/09/2021", "15/06/2021 – 14/09/2021")] // no year is right: counted back from the end
    [InlineData(Recurrence.Monthly, "01/02/2026 – 31/03/2026", "01/03/2026 – 31/03/2026")]
    public void Proposal_IsTheWindowProbablyMeant(Recurrence frequency, string written, string meant) =>
        Assert.Equal(Range(meant), ReportWindowCheck.Proposal(frequency, Range(written)));

    [Theory]
    [InlineData(Recurrence.Quarterly, "15/12/2020 – 14/03/2021")]
    [InlineData(Recurrence.Quarterly, "30/11/2020 – 28/02/2021")]
    [InlineData(Recurrence.Quarterly, "01/07/2021 – 30/09/2021")]
    [InlineData(Recurrence.Semiannual, "15/12/2020 – 14/06/2021")]
    [InlineData(Recurrence.NineMonths, "01/01/2019 – 30/09/2019")]
    [InlineData(Recurrence.Annual, "15/12/2020 – 14/12/2021")]
    [InlineData(Recurrence.Monthly, "01/02/2028 – 29/02/2028")]
    public void Proposal_IsNone_WhenTheWindowCanBeTrue(Recurrence frequency, string written) =>
        Assert.Null(ReportWindowCheck.Proposal(frequency, Range(written)));

    [Theory]
    [InlineData("Báo cáo Quý III/2021: chốt số liệu từ ngày 15/6/2020 đến ngày 14/9/2021", "quý III", "15/6/2021 – 14/9/2021")]
    [InlineData("Báo cáo năm 2021 (số liệu 15/12/2021 - 14/12/2021)", "năm", "15/12/2020 – 14/12/2021")]
    [InlineData("Quý I năm 2021, số liệu từ 15/12/2019 đến hết 14/3/2020", "quý I", "15/12/2020 – 14/3/2021")] // both days are a year off
    [InlineData("Báo cáo 6 tháng đầu năm 2021: số liệu 15/12/2019 – 14/6/2021", "6 tháng", "15/12/2020 – 14/6/2021")]
    [InlineData("Báo cáo quý I: số liệu 15/12/2020 - 14/3/2021;\nBáo cáo quý III: số liệu 15/6/2020 - 14/9/2021", "quý III", "15/6/2021 – 14/9/2021")]
    public void InWords_TellsOfTheWindowThatDoesNotFit(string text, string period, string meant)
    {
        var finding = Assert.Single(ReportWindowCheck.InWords(text));
        Assert.Equal("report-window-wrong", finding.Code);
        Assert.Contains(period, finding.Message, StringComparison.Ordinal);
        Assert.Contains(meant, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Báo cáo Quý I/2021: chốt số liệu từ ngày 15/12/2020 đến ngày 14/3/2021")]
    [InlineData("Báo cáo 6 tháng đầu năm 2021: chốt số liệu từ ngày 15/12/2020 đến ngày 14/6/2021")]
    [InlineData("Báo cáo Năm 2021: chốt số liệu từ ngày 15/12/2020 đến ngày 14/12/2021")]
    [InlineData("Từ ngày 15/6/2020 đến ngày 14/9/2021")] // no report period
    [InlineData("Quý III/2021 tập huấn; từ 15/6/2020 đến 14/9/2021 thí điểm")] // not a window of figures
    [InlineData("Báo cáo quý III: số liệu từ 31/6/2020 đến 14/9/2021")] // no such day: the deadline reader tells
    [InlineData("")]
    public void InWords_SaysNothing_OfAnythingElse(string text) => Assert.Empty(ReportWindowCheck.InWords(text));

    private static DateRange Range(string text) => text.Split(" – ") is var days ? new(Day(days[0]), Day(days[1])) : default;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "dd/MM/yyyy", CultureInfo.InvariantCulture);
}
