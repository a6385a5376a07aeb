using CcHc.Core.Registers;
using CcHc.Core.Registers.Status;

namespace CcHc.Core.Tests.Registers.Status;

public class StatusParserTest
{
    // RELIABILITY 29
    [Theory]
    [InlineData("Đã HT", TaskProgress.Done)]
    [InlineData("HT", TaskProgress.Done)]
    [InlineData("hoàn thành", TaskProgress.Done)]
    [InlineData("ĐÃ HOÀN THÀNH.", TaskProgress.Done)]
    [InlineData("Da hoan thanh", TaskProgress.Done)]
    [InlineData("xong", TaskProgress.Done)]
    [InlineData("Đã xong", TaskProgress.Done)]
    [InlineData("100%", TaskProgress.Done)]
    [InlineData("Đạt 100 %", TaskProgress.Done)]
    [InlineData("Hoàn thành 100%", TaskProgress.Done)]
    [InlineData("Hoàn thành đúng hạn", TaskProgress.Done)]
    [InlineData("Hoàn thành trễ hạn", TaskProgress.Done)]
    [InlineData("Hoàn thành (trễ hạn)", TaskProgress.Done)]
    [InlineData("Đã hoàn thành ngày 12/3/2026", TaskProgress.Done)]
    [InlineData("Đã ban hành", TaskProgress.Done)]
    [InlineData("Hoàn thành ngày 12 / 3 / 2026 100%", TaskProgress.Done)]
    [InlineData("Xong ngày 12/3/2026 (trễ 2 ngày (có lý do)) trễ hạn", TaskProgress.Done)]
    [InlineData("Hoàn thành, trước thời hạn", TaskProgress.Done)]
    [InlineData("Xong trễ", TaskProgress.Done)]
    [InlineData("✓", TaskProgress.Done)]
    [InlineData("Đang thực hiện", TaskProgress.InProgress)]
    [InlineData("đang triển khai (60%)", TaskProgress.InProgress)]
    [InlineData("Cơ bản hoàn thành", TaskProgress.InProgress)]
    [InlineData("hoàn thành 80%", TaskProgress.InProgress)]
    [InlineData("99,5%", TaskProgress.InProgress)]
    [InlineData("Thường xuyên", TaskProgress.InProgress)]
    [InlineData("Chưa", TaskProgress.Open)]
    [InlineData("Chưa thực hiện", TaskProgress.Open)]
    [InlineData("chưa hoàn thành", TaskProgress.Open)]
    [InlineData("Không hoàn thành", TaskProgress.Open)]
    [InlineData("0%", TaskProgress.Open)]
    [InlineData("Quá hạn", TaskProgress.Open)]
    [InlineData("", TaskProgress.Open)]
    [InlineData("Hủy", TaskProgress.Dropped)]
    [InlineData("Đưa ra khỏi kế hoạch", TaskProgress.Dropped)]
    [InlineData("Hoàn thành trong quý sau", TaskProgress.Unknown)]
    [InlineData("Dự kiến hoàn thành", TaskProgress.Unknown)]
    [InlineData("Không thực hiện", TaskProgress.Unknown)]
    [InlineData("Tình hình tốt", TaskProgress.Unknown)]
    [InlineData("120%", TaskProgress.Unknown)]
    public void Read_KnowsTheSpellingsAndNeverGuessesDone(string words, TaskProgress status) => Assert.Equal(status, StatusParser.Read(words).Progress);

    [Theory]
    [InlineData(0, TaskProgress.Open)]
    [InlineData(0.5, TaskProgress.InProgress)]
    [InlineData(1, TaskProgress.Done)]
    [InlineData(60, TaskProgress.InProgress)]
    [InlineData(100, TaskProgress.Done)]
    [InlineData(-1, TaskProgress.Unknown)]
    public void Read_TakesNumbersAsShares(double share, TaskProgress status) => Assert.Equal(status, StatusParser.Read(share));
}
