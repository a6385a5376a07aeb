using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.Obligations;

public class RegimeCheckTest
{
    [Theory]
    [InlineData("quang-ngai-2018", "Định kỳ hàng quý", TaskProgress.Open, true)]
    [InlineData("bac-kan-2007", "Hằng tháng", TaskProgress.Open, true)] // its monthly report has no day
    [InlineData("bac-kan-2007", "Hằng quý", TaskProgress.Open, false)]
    [InlineData("nd-09-2019", "Định kỳ hàng quý", TaskProgress.Open, false)]
    [InlineData("quang-ngai-2018", "Định kỳ hàng quý, trước ngày 20 tháng cuối quý", TaskProgress.Open, false)]
    [InlineData("quang-ngai-2018", "Định kỳ hàng quý", TaskProgress.Done, false)]
    [InlineData("quang-ngai-2018", "Quý II", TaskProgress.Open, false)]
    public void Of_TellsOfDutiesThatWaitForADay(string regime, string time, TaskProgress status, bool isTold)
    {
        var task = new RegisterTask { Key = "1", Place = new SourcePlace("so.xlsx", "Trang", 5, "B5", "F5", "D5"), Text = "Báo cáo", TimeText = time,
            PlanYear = 2026, Status = status };
        var finding = RegimeCheck.Of(ReportingRegimes.ByCode(regime)!, [new InterpretedTask(task, DeadlineParser.Read(time, 2026), [])]);

        Assert.Equal(isTold, finding is not null);
        Assert.True(finding is null || finding.Remedy.Contains("due_day: 20", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_IsSilent_OnceTheOfficeSetADay()
    {
        var task =
            new RegisterTask { Key = "1", Place = new SourcePlace("so.xlsx", "Trang", 5, "B5", "F5", "D5"), Text = "Báo cáo", TimeText = "Định kỳ hàng quý" };
        Assert.Null(
            RegimeCheck.Of(ReportingRegimes.QuangNgai2018.WithDueDay(new(20)), [new InterpretedTask(task, DeadlineParser.Read("Định kỳ hàng quý", 2026), [])]));
    }
}
