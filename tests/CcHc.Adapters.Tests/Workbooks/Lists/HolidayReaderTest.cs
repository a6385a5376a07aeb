using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Tests.Workbooks.Lists;

public class HolidayReaderTest
{
    [Theory]
    [InlineData("30/4/2026|nghỉ|Giải phóng miền Nam", CalendarDayKind.DayOff)]
    [InlineData("30-04-2026|Nghỉ lễ|", CalendarDayKind.DayOff)]
    [InlineData("2026-04-30|NGHỈ BÙ|", CalendarDayKind.DayOff)]
    [InlineData("30.4.2026|Làm bù|", CalendarDayKind.MakeUpWorkingDay)]
    [InlineData("30/04/2026|đi làm bù|", CalendarDayKind.MakeUpWorkingDay)]
    public void Read_TakesTheDayAndItsKind(string row, CalendarDayKind kind)
    {
        var day = Assert.Single(Read(row).Days);
        Assert.Equal((new DateOnly(2026, 4, 30), kind, row.Split('|')[2]), (day.Day, day.Kind, day.Note));
    }

    [Theory]
    [InlineData("14/02/2026 - 22/02/2026")]
    [InlineData("14/2/2026–22/2/2026")]
    [InlineData("từ 14/02/2026 đến 22/02/2026")]
    public void Read_TakesEveryDayOfASpan(string span)
    {
        var reading = Read($"{span}|nghỉ|Tết Nguyên đán");
        Assert.Empty(reading.Findings);
        Assert.Equal(Enumerable.Range(14, 9).Select(d => new DateOnly(2026, 2, d)), reading.Days.Select(d => d.Day));
    }

    [Fact]
    public void Read_PutsDaysInOrder() => Assert.Equal([1, 2], Read("02/09/2026|nghỉ|", "01/09/2026|nghỉ|").Days.Select(d => d.Day.Day));

    [Theory]
    [InlineData("31/02/2026|nghỉ|", "day-unreadable", "A2")]
    [InlineData("30/4|nghỉ|", "day-unreadable", "A2")]
    [InlineData("|nghỉ|Tết", "day-unreadable", "A2")]
    [InlineData("22/02/2026 - 14/02/2026|nghỉ|", "day-unreadable", "A2")]
    [InlineData("01/01/2026 - 31/12/2026|nghỉ|", "day-unreadable", "A2")]
    [InlineData("30/04/2026||", "holiday-kind-unknown", "B2")]
    [InlineData("30/04/2026|họp|", "holiday-kind-unknown", "B2")]
    public void Read_NamesARowItCannotUse(string row, string code, string cell)
    {
        var reading = Read(row);
        Assert.Empty(reading.Days);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, cell), (finding.Code, finding.Cell));
    }

    [Theory]
    [InlineData("02/05/2026|làm bù|", null)]
    [InlineData("03/05/2026|làm bù|", null)]
    [InlineData("04/05/2026|làm bù|", "holiday-make-up-on-weekday")]
    public void Read_DoubtsAMakeUpDayOnAWeekday(string row, string? code)
    {
        var reading = Read(row);
        Assert.Single(reading.Days);
        Assert.Equal(code, reading.Findings.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("nghỉ", "holiday-twice")]
    [InlineData("làm bù", "holiday-contrary")]
    public void Read_KeepsTheFirstOfTwoRowsForADay(string second, string code)
    {
        var reading = Read("02/05/2026|nghỉ|trước", $"02/05/2026|{second}|sau");
        Assert.Equal("trước", Assert.Single(reading.Days).Note);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, "A3"), (finding.Code, finding.Cell));
    }

    [Fact]
    public void Read_TellsAWorkbookThatIsNoHolidayList() =>
        Assert.Equal("holiday-columns-missing", Assert.Single(HolidayReader.Read(WorkbookReading.Of(XlsxFile.WithRows("").ToBytes()).Content!).Findings).Code);

    private static HolidayReading Read(params string[] rows)
    {
        var cells = rows.Prepend("Ngày|Loại|Ghi chú")
            .Select(row => $"<row>{string.Concat(row.Split('|').Select(text => $"<c t='inlineStr'><is><t>{text}</t></is></c>"))}</row>");
        return HolidayReader.Read(WorkbookReading.Of(XlsxFile.WithRows(string.Concat(cells)).ToBytes()).Content!);
    }
}
