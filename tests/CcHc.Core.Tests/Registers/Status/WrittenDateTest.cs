using System.Globalization;
using CcHc.Core.Registers.Status;

namespace CcHc.Core.Tests.Registers.Status;

public class WrittenDateTest
{
    // RELIABILITY 15, 16
    [Theory]
    [InlineData("05/3/2026", "2026-03-05")]
    [InlineData("ngày 5/3/2026.", "2026-03-05")]
    [InlineData("5-3-2026", "2026-03-05")]
    [InlineData("05.03.2026", "2026-03-05")]
    [InlineData("15-3-26", "2026-03-15")]
    [InlineData("2026-03-05", "2026-03-05")]
    [InlineData("2026-03-05T00:00:00Z", "2026-03-05")]
    [InlineData("2026-03-04T17:00:00.000Z", "2026-03-05")]
    [InlineData("2026-03-04T16:59:59Z", "2026-03-04")]
    [InlineData("2026-12-31T17:00:00Z", "2027-01-01")]
    [InlineData("2026-03-04T23:59:59", "2026-03-04")]
    [InlineData("31/12/2026 23:59", "2026-12-31")]
    [InlineData("Ngày 05 tháng 3 năm 2026", "2026-03-05")]
    [InlineData("29/02/2028", "2028-02-29")]
    [InlineData("NGÀY 1-2-26", "2026-02-01")]
    [InlineData("1 tháng 2 năm 2026", "2026-02-01")]
    [InlineData("05/3/2026 08:00:00", "2026-03-05")]
    public void Read_PutsTheDayFirst(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), WrittenDate.Read(text));

    [Theory]
    [InlineData("31/02/2026")]
    [InlineData("29/02/2027")]
    [InlineData("00/00/2026")]
    [InlineData("13/13/2026")]
    [InlineData("15/3")]
    [InlineData("15.3")]
    [InlineData("3/2026")]
    [InlineData("5/3-2026")]
    [InlineData("5/3/1926")]
    [InlineData("26")]
    [InlineData("2026-03-04T17:00:00+07:00")]
    [InlineData("trước 5/3/2026")]
    [InlineData("5/3/2026 và 6/4/2026")]
    [InlineData("Quý I")]
    [InlineData("Quý II/2026")]
    [InlineData("lần 5/3/2026")]
    [InlineData("45000")]
    [InlineData("")]
    public void Read_GuessesNoDate(string text) => Assert.Null(WrittenDate.Read(text));
}
