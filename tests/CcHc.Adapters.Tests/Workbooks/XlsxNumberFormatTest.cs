using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

public class XlsxNumberFormatTest
{
    private const string Ninth = "46090";

    [Theory]
    [InlineData(0, CellKind.Number)]
    [InlineData(2, CellKind.Number)]
    [InlineData(14, CellKind.Date)]
    [InlineData(17, CellKind.Date)]
    [InlineData(22, CellKind.Date)]
    [InlineData(23, CellKind.Number)]
    [InlineData(30, CellKind.Date)]
    [InlineData(46, CellKind.Number)]
    [InlineData(49, CellKind.Number)]
    [InlineData(57, CellKind.Date)]
    public void Read_KnowsTheFormatsExcelHasBuiltIn(int id, CellKind kind) =>
        Assert.Equal(kind, WorkbookReading.FirstCell(Styled($"<xf numFmtId='{id}'/>", "", Ninth)).Kind);

    [Theory]
    [InlineData("dd/mm/yyyy", CellKind.Date)]
    [InlineData("[$-1042A]dd\\ mmmm\\ yyyy;@", CellKind.Date)]
    [InlineData("&quot;ngày &quot;d&quot; tháng &quot;m", CellKind.Date)]
    [InlineData("MM/YYYY", CellKind.Date)]
    [InlineData("h:mm AM/PM", CellKind.Text)]
    [InlineData("[h]:mm:ss", CellKind.Number)]
    [InlineData("[mm]:ss", CellKind.Number)]
    [InlineData("General", CellKind.Number)]
    [InlineData("#,##0&quot; đồng&quot;", CellKind.Number)]
    [InlineData("0\\d", CellKind.Number)]
    [InlineData("0_d", CellKind.Number)]
    [InlineData("[Red]0.00", CellKind.Number)]
    [InlineData("0;&quot;d&quot;;dd", CellKind.Number)]
    [InlineData("&quot;mở", CellKind.Number)]
    public void Read_KnowsADayByItsOwnFormat(string code, CellKind kind) =>
        Assert.Equal(kind, WorkbookReading.FirstCell(Styled("<xf numFmtId='164'/>", $"<numFmt numFmtId='164' formatCode='{code}'/>", Ninth)).Kind);

    [Theory]
    [InlineData("mm/yyyy", true)]
    [InlineData("mmm\\-yy;@", true)]
    [InlineData("&quot;tháng &quot;m/yyyy", true)]
    [InlineData("dd/mm/yyyy", false)]
    [InlineData("d-mmm", false)]
    [InlineData("yyyy", false)]
    [InlineData("mm:ss", false)]
    public void Read_TellsADayShownAsAMonth(string code, bool isMonth) =>
        Assert.Equal(isMonth, WorkbookReading.FirstCell(Styled("<xf numFmtId='164'/>", $"<numFmt numFmtId='164' formatCode='{code}'/>", Ninth))
            .Has(CellTraits.MonthOnly));

    [Fact]
    public void Read_TellsADayShownAsAMonth_ByExcelsOwnFormat() =>
        Assert.True(WorkbookReading.FirstCell(Styled("<xf numFmtId='17'/>", "", Ninth)).Has(CellTraits.MonthOnly));

    [Theory]
    [InlineData("9", "1", "100%")]
    [InlineData("10", "0.07", "7%")]
    [InlineData("10", "0.1234", "12.34%")]
    public void Read_ShowsPercent(string format, string stored, string text)
    {
        var cell = WorkbookReading.FirstCell(Styled($"<xf numFmtId='{format}'/>", "", stored));
        Assert.Equal((CellKind.Number, text), (cell.Kind, cell.Text));
    }

    // RELIABILITY 15
    [Theory]
    [InlineData("1", CellKind.Date, "01/01/1900")]
    [InlineData("59", CellKind.Date, "28/02/1900")]
    [InlineData("60", CellKind.Number, "60")]
    [InlineData("60.5", CellKind.Number, "60.5")]
    [InlineData("61", CellKind.Date, "01/03/1900")]
    [InlineData("46112", CellKind.Date, "31/03/2026")]
    [InlineData("46112.99", CellKind.Date, "31/03/2026")]
    [InlineData("2958465", CellKind.Date, "31/12/9999")]
    [InlineData("2958466", CellKind.Number, "2958466")]
    [InlineData("0.75", CellKind.Number, "0.75")]
    [InlineData("-3", CellKind.Number, "-3")]
    public void Read_MakesADayOnlyOfACountThatIsOne(string serial, CellKind kind, string text)
    {
        var cell = WorkbookReading.FirstCell(Styled("<xf numFmtId='14'/>", "", serial));
        Assert.Equal((kind, text), (cell.Kind, cell.Text));
        Assert.Equal(kind == CellKind.Date ? text : null, cell.Date?.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("0", "01/01/1904")]
    [InlineData("44650", "31/03/2026")]
    public void Read_CountsFrom1904_WhenTheWorkbookDoes(string serial, string text) =>
        Assert.Equal(text, WorkbookReading.FirstCell(Styled("<xf numFmtId='14'/>", "", serial).Since1904()).Text);

    private static XlsxFile Styled(string style, string formats, string value) =>
        XlsxFile.WithCells($"<c r='A1' s='1'><v>{value}</v></c>").Styles($"<xf numFmtId='0'/>{style}", formats);
}
