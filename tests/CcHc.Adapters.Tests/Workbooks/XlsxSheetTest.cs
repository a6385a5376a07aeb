using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

public class XlsxSheetTest
{
    private const string OneCell = "<row r='1'><c r='A1'><v>1</v></c></row>";

    [Fact]
    public void Read_TellsHiddenSheets()
    {
        var file = new XlsxFile().Sheet("Hiện", OneCell).Sheet("Ẩn", OneCell, state: "hidden").Sheet("Rất ẩn", OneCell, state: "veryHidden");
        Assert.Equal([false, true, true], WorkbookReading.Of(file.ToBytes()).Content!.Sheets.Select(s => s.IsHidden));
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("true", true)]
    [InlineData("0", false)]
    [InlineData("false", false)]
    public void Read_TellsHiddenRowsAndColumns(string flag, bool isHidden)
    {
        var sheet =
            WorkbookReading.FirstSheet(new XlsxFile().Sheet("S", $"<row r='1' hidden='{flag}'><c r='A1'><v>1</v></c><c r='C1'><v>3</v></c></row>",
                $"<cols><col min='2' max='16384' hidden='{flag}'/></cols>"));
        Assert.Equal(isHidden, sheet.Rows[0].IsHidden);
        Assert.Equal((false, isHidden), (sheet.Rows[0][1].Has(CellTraits.HiddenColumn), sheet.Rows[0][3].Has(CellTraits.HiddenColumn)));
    }

    [Fact]
    public void Read_TellsHiddenColumns_HoweverOftenTheyAreHidden()
    {
        var cells = string.Concat("ABCDEFGHIJ".Select(column => $"<c r='{column}1'><v>1</v></c>"));
        string[] areas =
        [
            "min='4' max='5'", "min='2' max='2'", "min='3' max='5'", "min='8' max='2147483647'", "min='8' max='9'", "min='7' max='6'", "max='0'", "min='2'",
        ];
        var sheet = WorkbookReading.FirstSheet(new XlsxFile().Sheet("S", $"<row r='1'>{cells}</row>",
            $"<cols>{string.Concat(areas.Select(area => $"<col {area} hidden='1'/>"))}</cols>"));
        Assert.Equal([2, 3, 4, 5, 8, 9, 10], sheet.Rows[0].Cells.Where(cell => cell.Has(CellTraits.HiddenColumn)).Select(cell => cell.Column));
    }

    [Fact]
    public void Read_CutsMergesWhereTheContentEnds()
    {
        var sheet = WorkbookReading.FirstSheet(new XlsxFile().Sheet("S", "<row r='1'><c r='A1'><v>1</v></c></row><row r='5'><c r='D5'><v>2</v></c></row>",
            after: "<mergeCells><mergeCell ref='A1:A4'/><mergeCell ref='B2:XFD1048576'/><mergeCell ref='F9:G10'/><mergeCell ref='lạ'/><mergeCell ref='D5:A1'/><mergeCell ref='C1:B9'/></mergeCells>"));
        Assert.Equal([new CellArea(1, 1, 4, 1), new CellArea(2, 2, 5, 4)], sheet.Merges);
    }

    // RELIABILITY 25
    [Fact]
    public void Read_GivesTheSameRows_WithAFilterAndFrozenPanes()
    {
        const string rows =
            "<row r='1'><c r='A1' t='str'><v>Nhiệm vụ</v></c></row><row r='2' hidden='1'><c r='A2' t='str'><v>Lọc mất</v></c></row><row r='3'><c r='A3' t='str'><v>Còn thấy</v></c></row>";
        const string panes =
            "<sheetViews><sheetView workbookViewId='0'><pane ySplit='1' topLeftCell='A3' activePane='bottomLeft' state='frozen'/></sheetView></sheetViews>";
        const string filter = "<autoFilter ref='A1:A3'><filterColumn colId='0'><filters><filter val='Còn thấy'/></filters></filterColumn></autoFilter>";
        string[] Texts(XlsxFile file) => [.. WorkbookReading.FirstSheet(file).Rows.Select(row => $"{row.Number} {row.IsHidden} {row[1].Text}")];

        Assert.Equal(Texts(new XlsxFile().Sheet("S", rows)), Texts(new XlsxFile().Sheet("S", rows, before: panes, after: filter)));
    }

    [Fact]
    public void Read_TellsStruckFonts()
    {
        var file = XlsxFile.WithCells("<c r='A1' s='1'><v>1</v></c><c r='B1' s='2'><v>2</v></c>")
            .Styles(string.Concat(Enumerable.Range(0, 3).Select(i => $"<xf fontId='{i}'/>")),
                fonts: "<font/><font><strike/></font><font><strike val='0'/></font>");
        Assert.Equal([CellTraits.Strikethrough, CellTraits.None], WorkbookReading.FirstSheet(file).Rows[0].Cells.Select(c => c.Traits));
    }

    [Theory]
    [InlineData("<r><rPr><strike/></rPr><t>xong</t></r><r><t> </t></r>", CellTraits.Strikethrough)]
    [InlineData("<r><rPr><strike/></rPr><t>cũ</t></r><r><t> mới</t></r>", CellTraits.None)]
    public void Read_TellsFontsOfRuns(string runs, CellTraits traits) =>
        Assert.Equal(traits, WorkbookReading.FirstCell(XlsxFile.WithCells("<c r='A1' t='s'><v>0</v></c>").Strings($"<si>{runs}</si>")).Traits);

    [Fact]
    public void Read_FollowsAbsoluteTargets() => Assert.Single(WorkbookReading.FirstSheet(new XlsxFile { TargetPrefix = "/xl/" }.Sheet("S", OneCell)).Rows);

    [Fact]
    public void Read_FollowsTargetsThatClimb() =>
        Assert.Single(WorkbookReading.FirstSheet(new XlsxFile { TargetPrefix = "../xl/./" }.Sheet("S", OneCell)).Rows);

    [Fact]
    public void Read_KnowsTheStrictNamespaces()
    {
        var file = new XlsxFile { IsStrict = true }.Sheet("S", "<row r='1'><c r='A1' t='s'><v>0</v></c></row>").Strings("<si><t>Nghiêm</t></si>");
        Assert.Equal("Nghiêm", WorkbookReading.FirstCell(file).Text);
    }

    [Fact]
    public void Read_GivesPathAndHash()
    {
        var bytes = XlsxFile.WithRows(OneCell).ToBytes();
        var content = WorkbookReading.Of(bytes, "so-theo-doi\\a.xlsx").Content!;
        Assert.Equal(("so-theo-doi/a.xlsx", "a.xlsx", Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))),
            (content.Path, content.FileName, content.Hash));
    }

    [Fact]
    public void Read_SkipsChartSheets()
    {
        var file = new XlsxFile().Sheet("Bảng", OneCell).Sheet("Biểu đồ", OneCell)
            .Part("xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='s2' Type='x/chartsheet' Target='worksheets/sheet2.xml'/></Relationships>");
        Assert.Equal(["Bảng"], WorkbookReading.Of(file.ToBytes()).Content!.Sheets.Select(s => s.Name));
    }
}
