using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Status;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Obligations;

/// <summary>"Xong tháng 4" beside a deadline in May: finished early, or for April only? Asked, never silent, and never told to a head meanwhile.</summary>
public class EarlierPeriodCheckTest
{
    [Theory]
    [InlineData("30/5/2026", "Xong tháng 4", true)]
    [InlineData("30/5/2026", "Hoàn thành tháng 4/2026", true)]
    [InlineData("Trước ngày 15/6/2026", "Đã hoàn thành quý I", true)]
    [InlineData("Quý III/2026", "Đã báo cáo quý II", true)]
    [InlineData("Tháng 12/2026", "Xong 6 tháng đầu năm", true)]
    [InlineData("Năm 2026", "Xong 9 tháng", true)]
    [InlineData("Quý I/2027", "Hoàn thành năm 2026", true)]
    [InlineData("30/5/2026", "Xong tháng 5", false)]
    [InlineData("Quý II/2026", "Hoàn thành quý II", false)]
    [InlineData("Năm 2026", "Hoàn thành năm 2026", false)]
    [InlineData("- Lần một: 31/3/2026\n- Lần hai: 30/9/2026", "Xong quý I", false)]
    [InlineData("Hằng quý", "Đã gửi quý I", false)]
    [InlineData("Thường xuyên", "Xong quý I", false)]
    [InlineData("30/5/2026", "Đang thực hiện", false)]
    [InlineData("30/5/2026", "Đã hoàn thành", false)]
    public void Of_AsksWhetherAnEarlierPeriodEndsTheOneDeadline(string time, string status, bool isAsked)
    {
        var said = StatusParser.Read(status, 2026);
        var task = Given.Task(time) with { Status = said.Progress, StatusText = status, DoneThrough = said.DoneThrough };
        var understood = new InterpretedTask(task, DeadlineParser.Read(time, 2026), []);

        Assert.Equal(isAsked ? "done-for-earlier-period" : null, EarlierPeriodCheck.Of(understood)?.Code);
        Assert.True(!isAsked || !DeadlineCertainty.Of(understood));
    }
}
