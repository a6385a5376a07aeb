using CcHc.Core.Calendars;

namespace CcHc.Core.Tests.Calendars;

public sealed class NamedDaysOffTest
{
    [Theory]
    [InlineData("2026-01-01", "Tết Dương lịch")]
    [InlineData("2026-02-16", "Tết Nguyên đán (ngày cuối năm cũ)")]
    [InlineData("2026-02-17", "Tết Nguyên đán (mùng 1)")]
    [InlineData("2026-04-26", "Giỗ Tổ Hùng Vương (10/3 âm lịch)")]
    [InlineData("2026-04-27", "Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)")]
    [InlineData("2026-09-01", "Quốc khánh (ngày liền kề 02/9)")]
    [InlineData("2027-02-06", "Tết Nguyên đán (mùng 1)")]
    public void EachDayOff_HasTheNameOfItsHoliday(string day, string name)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(name, StatutoryDaysOff.Named(date.Year).Single(one => one.Day == date).Name);
    }

    [Fact]
    public void NamesCoverExactlyTheDaysOff() => Assert.All(Enumerable.Range(2015, 30), year =>
        Assert.Equal(StatutoryDaysOff.Of(year).Order(), StatutoryDaysOff.Named(year).Select(one => one.Day)));
}
