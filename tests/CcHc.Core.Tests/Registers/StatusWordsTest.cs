using CcHc.Core.Registers;
using TaskStatus = CcHc.Core.Registers.TaskStatus;

namespace CcHc.Core.Tests.Registers;

public class StatusWordsTest
{
    [Theory]
    [InlineData("Đã HT", TaskStatus.Done)]
    [InlineData("HT", TaskStatus.Done)]
    [InlineData("hoàn thành", TaskStatus.Done)]
    [InlineData("ĐÃ HOÀN THÀNH.", TaskStatus.Done)]
    [InlineData("Da hoan thanh", TaskStatus.Done)]
    [InlineData("xong", TaskStatus.Done)]
    [InlineData("Đã xong", TaskStatus.Done)]
    [InlineData("100%", TaskStatus.Done)]
    [InlineData("Đạt 100 %", TaskStatus.Done)]
    [InlineData("Hoàn thành 100%", TaskStatus.Done)]
    [InlineData("Hoàn thành đúng hạn", TaskStatus.Done)]
    [InlineData("Hoàn thành trễ hạn", TaskStatus.Done)]
    [InlineData("Hoàn thành (trễ hạn)", TaskStatus.Done)]
    [InlineData("Đã hoàn thành ngày 12/3/2026", TaskStatus.Done)]
    [InlineData("Đã ban hành", TaskStatus.Done)]
    [InlineData("✓", TaskStatus.Done)]
    [InlineData("Đang thực hiện", TaskStatus.InProgress)]
    [InlineData("đang triển khai (60%)", TaskStatus.InProgress)]
    [InlineData("Cơ bản hoàn thành", TaskStatus.InProgress)]
    [InlineData("hoàn thành 80%", TaskStatus.InProgress)]
    [InlineData("99,5%", TaskStatus.InProgress)]
    [InlineData("Thường xuyên", TaskStatus.InProgress)]
    [InlineData("Chưa", TaskStatus.Open)]
    [InlineData("Chưa thực hiện", TaskStatus.Open)]
    [InlineData("chưa hoàn thành", TaskStatus.Open)]
    [InlineData("Không hoàn thành", TaskStatus.Open)]
    [InlineData("0%", TaskStatus.Open)]
    [InlineData("Quá hạn", TaskStatus.Open)]
    [InlineData("", TaskStatus.Open)]
    [InlineData("Hủy", TaskStatus.Dropped)]
    [InlineData("Đưa ra khỏi kế hoạch", TaskStatus.Dropped)]
    [InlineData("Hoàn thành trong quý sau", TaskStatus.Unknown)]
    [InlineData("Dự kiến hoàn thành", TaskStatus.Unknown)]
    [InlineData("Không thực hiện", TaskStatus.Unknown)]
    [InlineData("Tình hình tốt", TaskStatus.Unknown)]
    [InlineData("120%", TaskStatus.Unknown)]
    public void Read_KnowsTheSpellingsAndNeverGuessesDone(string words, TaskStatus status) => Assert.Equal(status, StatusWords.Read(words));

    [Theory]
    [InlineData(0, TaskStatus.Open)]
    [InlineData(0.5, TaskStatus.InProgress)]
    [InlineData(1, TaskStatus.Done)]
    [InlineData(60, TaskStatus.InProgress)]
    [InlineData(100, TaskStatus.Done)]
    [InlineData(-1, TaskStatus.Unknown)]
    public void Read_TakesNumbersAsShares(double share, TaskStatus status) => Assert.Equal(status, StatusWords.Read(share));
}
