using CcHc.Core.Jobs;

namespace CcHc.Core.Tests.Jobs;

public class ReportAskTest
{
    [Fact]
    public void Read_GivesBackWhatWasWritten()
    {
        var ask = new ReportAsk("2026-Q1", "Nguyễn Thị \"Hoa\" (hoa)", "Đủ báo cáo;\nđã duyệt", Again: true, IsClosing: true);
        Assert.Equal(ask, ReportAsk.Read(ask.Write()));
    }

    [Fact]
    public void Read_TakesTheUsualForWhatIsNotSaid() => Assert.Equal(new ReportAsk("2026-Q1", "An"), ReportAsk.Read("""{"Period":"2026-Q1","Person":"An"}"""));
}
