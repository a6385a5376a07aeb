using System.Net;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>A cell is read as its number format shows it.</summary>
public class ShownValueTest
{
    // 46193 is 20/06/2026, 46023 is 01/01/2026, 46174 is 01/06/2026, 45823 is 15/06/2025.
    [Theory]
    [InlineData("\"Quý \"0", "2", "Quý 2", CellKind.Number)]
    [InlineData("\"Quý \"0\"/2026\"", "3", "Quý 3/2026", CellKind.Number)]
    [InlineData("\"Quý II/2026\"", "1", "Quý II/2026", CellKind.Number)]
    [InlineData("\"Tháng \"00", "6", "Tháng 06", CellKind.Number)]
    [InlineData("0\"/2026\"", "6", "6/2026", CellKind.Number)]
    [InlineData("00\\/0000", "62026", "06/2026", CellKind.Number)]
    [InlineData("[=1]\"Đã xong\";[=0]\"Chưa xong\";General", "1", "Đã xong", CellKind.Number)]
    [InlineData("[=1]\"Đã xong\";[=0]\"Chưa xong\";General", "0", "Chưa xong", CellKind.Number)]
    [InlineData("[<=12]\"Tháng \"0;\"Ngày \"0", "13", "Ngày 13", CellKind.Number)]
    [InlineData("[Red]\"Quý \"0;[Blue]\"âm \"0", "-2", "âm 2", CellKind.Number)]
    [InlineData("0.00", "1.1", "1.10", CellKind.Number)]
    [InlineData("0.0", "1.11", "1.11", CellKind.Number)]
    [InlineData("0.00", "2", "2", CellKind.Number)]
    [InlineData("#,##0", "1234", "1234", CellKind.Number)]
    [InlineData("_-* #,##0_-;-* #,##0_-", "5", "5", CellKind.Number)]
    [InlineData("# ?/?", "2", "2", CellKind.Number)]
    [InlineData("[h]:mm", "1.5", "1.5", CellKind.Number)]
    [InlineData("yyyy", "46023", "năm 2026", CellKind.Text)]
    [InlineData("\"Năm \"yyyy", "46023", "Năm 2026", CellKind.Text)]
    [InlineData("mm", "46174", "tháng 6", CellKind.Text)]
    [InlineData("\"Tháng \"m", "46174", "Tháng 6", CellKind.Text)]
    [InlineData("\"Trước ngày \"dd/mm/yyyy", "46193", "Trước ngày 20/06/2026", CellKind.Text)]
    [InlineData("\"Trước ngày \"dd/mm", "46193", "Trước ngày 20/06", CellKind.Text)]
    [InlineData("\"Đến hết \"d/m/yyyy", "46193", "Đến hết 20/6/2026", CellKind.Text)]
    [InlineData("dd/mm/yyyy\" (đã gia hạn)\"", "46193", "20/06/2026 (đã gia hạn)", CellKind.Text)]
    [InlineData("\"Trước tháng \"m\\/yyyy", "46174", "Trước tháng 6/2026", CellKind.Text)]
    [InlineData("QQ yyyy", "46174", "quý 2 2026", CellKind.Text)]
    [InlineData("\"Quý \"Q\"/\"yyyy", "46174", "Quý 2/2026", CellKind.Text)]
    [InlineData("hh:mm", "46193.7083333333", "17:00", CellKind.Text)]
    [InlineData("hh:mm", "0.708333333333333", "17:00", CellKind.Number)]
    [InlineData("\"Tháng \"m\"/\"yyyy", "46174", "01/06/2026", CellKind.Date)]
    [InlineData("[$-42A]d\" tháng \"m\" năm \"yyyy;@", "46193", "20/06/2026", CellKind.Date)]
    [InlineData("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "46193", "20/06/2026", CellKind.Date)]
    [InlineData("\"Thứ \"d\", ngày \"dd/mm/yyyy", "46193", "20/06/2026", CellKind.Date)]
    [InlineData("dd/mm", "45823", "15/06/2025", CellKind.Date)]
    public void Read_ShowsWhatTheCellShows(string code, string stored, string text, CellKind kind)
    {
        var cell = Cell(code, $"<c r='A1' s='1'><v>{stored}</v></c>");
        Assert.Equal((text, kind), (cell.Text, cell.Kind));
    }

    [Theory]
    [InlineData("dd/mm", CellTraits.YearHidden)]
    [InlineData("d-mmm", CellTraits.YearHidden)]
    [InlineData("[$-42A]dd\\ mmmm", CellTraits.YearHidden)]
    [InlineData("\"ngày \"d\" tháng \"m", CellTraits.YearHidden)]
    [InlineData("\"Trước \"dd/mm", CellTraits.YearHidden | CellTraits.ShownWords)]
    [InlineData("\"Tháng \"m", CellTraits.YearHidden | CellTraits.ShownWords)]
    [InlineData("mmm", CellTraits.YearHidden | CellTraits.ShownWords)]
    [InlineData("dddd", CellTraits.YearHidden | CellTraits.ShownWords)]
    [InlineData("\"Trước \"dd/mm/yyyy", CellTraits.ShownWords)]
    [InlineData("mm/yyyy", CellTraits.MonthOnly)]
    [InlineData("dd/mm/yy", CellTraits.None)]
    [InlineData("hh:mm", CellTraits.ShownWords)]
    [InlineData(";;;", CellTraits.ValueHidden)]
    [InlineData("\"\"", CellTraits.ValueHidden)]
    [InlineData("\" \";\" \"", CellTraits.ValueHidden)]
    public void Read_TellsWhatADayDoesNotShow(string code, CellTraits traits) =>
        Assert.Equal(traits, Cell(code, "<c r='A1' s='1'><v>46193</v></c>").Traits);

    [Theory]
    [InlineData("\"Sở \"@", "Tư pháp", "Sở Tư pháp", CellTraits.None)]
    [InlineData("General;General;General;\"Trước \"@", "30/6/2026", "Trước 30/6/2026", CellTraits.None)]
    [InlineData("@", "Quý II", "Quý II", CellTraits.None)]
    [InlineData("0;0;0;@", "Quý II", "Quý II", CellTraits.None)]
    [InlineData("0;0;0;", "Quý II", "", CellTraits.ValueHidden)]
    [InlineData(";;;", "Quý II", "", CellTraits.ValueHidden)]
    [InlineData(";;", "Quý II", "Quý II", CellTraits.None)]
    public void Read_ShowsTextsByTheirSection(string code, string stored, string text, CellTraits traits)
    {
        var cell = Cell(code, $"<c r='A1' s='1' t='str'><v>{stored}</v></c>");
        Assert.Equal((text, traits), (cell.Text, cell.Traits));
    }

    [Theory]
    [InlineData("2026-08-31", "31/08/2026", CellKind.Date)]
    [InlineData("2026-09-30T08:00:00", "30/09/2026", CellKind.Date)]
    [InlineData("2026-09-30T08:00:00.000", "30/09/2026", CellKind.Date)]
    [InlineData("2026-03-04T17:30:00Z", "05/03/2026", CellKind.Date)]
    [InlineData("17:00:00", "17:00", CellKind.Number)]
    [InlineData("T17:00:00", "17:00", CellKind.Number)]
    [InlineData("08:30", "08:30", CellKind.Number)]
    [InlineData("08:30:15.5", "08:30:15", CellKind.Number)]
    [InlineData("00:00:00Z", "00:00", CellKind.Number)]
    [InlineData("30/6", "30/6", CellKind.Text)]
    [InlineData("tháng 6", "tháng 6", CellKind.Text)]
    public void Read_TakesNoDayFromAnIsoTime(string stored, string text, CellKind kind)
    {
        var cell = WorkbookReading.FirstCell(XlsxFile.WithCells($"<c r='A1' t='d'><v>{stored}</v></c>"));
        Assert.Equal((text, kind), (cell.Text, cell.Kind));
    }

    private static SheetCell Cell(string code, string cell) =>
        WorkbookReading.FirstCell(XlsxFile.WithCells(cell)
            .Styles("<xf numFmtId='0'/><xf numFmtId='164'/>", $"<numFmt numFmtId='164' formatCode=\"{WebUtility.HtmlEncode(code)}\"/>"));
}
