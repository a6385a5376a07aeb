using CcHc.Core.PeriodReports;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class IncompleteReportTest
{
    [Theory]
    // answered, asked, the office's threshold in percent
    [InlineData(0, 20, 50, true)]
    [InlineData(9, 20, 50, true)]
    [InlineData(10, 20, 50, false)]
    [InlineData(20, 20, 50, false)]
    [InlineData(1, 3, 33, false)]
    [InlineData(1, 3, 34, true)]
    [InlineData(19, 20, 100, true)]
    [InlineData(20, 20, 100, false)]
    [InlineData(0, 20, 0, false)]
    [InlineData(0, 0, 100, false)]
    public void IsIncomplete_BelowTheOfficesThreshold(int answered, int asked, int leastPercent, bool isIncomplete) =>
        Assert.Equal(isIncomplete, new SubmissionContent("bao-cao/2026-Q2/STP.xlsx", "", "2026-Q2", "STP", [], [], []) { Answered = answered,
            Asked = asked }.IsIncomplete(leastPercent));
}
