using CcHc.Core.Jobs;

namespace CcHc.Core.Tests.Jobs;

public class PeriodCommandTest
{
    [Fact]
    public void Read_GivesBackWhatWasWritten()
    {
        var ask = new PeriodCommand("2026-Q1", "Nguyễn Thị \"Hoa\" (hoa)", "Đủ báo cáo;\nđã duyệt", Again: true, IsClosing: true);
        Assert.Equal(ask, PeriodCommand.Read(ask.Write()));
    }

    [Fact]
    public void Read_TakesTheUsualForWhatIsNotSaid() =>
        Assert.Equal(new PeriodCommand("2026-Q1", "An"), PeriodCommand.Read("""{"Period":"2026-Q1","Person":"An"}"""));
}
