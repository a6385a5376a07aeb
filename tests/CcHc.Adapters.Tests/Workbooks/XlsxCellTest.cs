using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

public class XlsxCellTest
{
    [Theory]
    [InlineData("<c r='A1'><v>1</v></c>", CellKind.Number, "1")]
    [InlineData("<c r='A1'><v>1.1000000000000001</v></c>", CellKind.Number, "1.1")]
    [InlineData("<c r='A1'><v>-0</v></c>", CellKind.Number, "0")]
    [InlineData("<c r='A1'><v>12345678901234567</v></c>", CellKind.Number, "12345678901234568")]
    [InlineData("<c r='A1'><v>1E-7</v></c>", CellKind.Number, "1E-07")]
    [InlineData("<c r='A1' t='n'><v>912345678</v></c>", CellKind.Number, "912345678")]
    [InlineData("<c r='A1' t='b'><v>1</v></c>", CellKind.Boolean, "TRUE")]
    [InlineData("<c r='A1' t='b'><v>0</v></c>", CellKind.Boolean, "FALSE")]
    [InlineData("<c r='A1' t='e'><v>#REF!</v></c>", CellKind.Error, "#REF!")]
    [InlineData("<c r='A1' t='str'><f>B1</f><v>Quý I</v></c>", CellKind.Text, "Quý I")]
    [InlineData("<c r='A1' t='inlineStr'><is><t>Sở Nội vụ</t></is></c>", CellKind.Text, "Sở Nội vụ")]
    [InlineData("<c r='A1' t='inlineStr'><is><r><t>Sở </t></r><r><t>Tư pháp</t></r><rPh sb='0' eb='1'><t>đọc</t></rPh></is></c>", CellKind.Text, "Sở Tư pháp")]
    [InlineData("<c r='A1' t='d'><v>2026-03-31T00:00:00</v></c>", CellKind.Date, "31/03/2026")]
    [InlineData("<c r='A1' t='d'><v>2026-03-30T17:00:00Z</v></c>", CellKind.Date, "31/03/2026")]
    [InlineData("<c r='A1' t='d'><v>2026-03-31T23:59:00</v></c>", CellKind.Date, "31/03/2026")]
    [InlineData("<c r='A1'><v>NaN</v></c>", CellKind.Text, "NaN")]
    public void Read_ShowsTheCellAsItsReaderSeesIt(string cell, CellKind kind, string text)
    {
        var read = WorkbookReading.FirstCell(XlsxFile.WithCells(cell));
        Assert.Equal((kind, text), (read.Kind, read.Text));
    }

    [Theory]
    [InlineData("dòng một_x000D_\ndòng hai", "dòng một\ndòng hai")]
    [InlineData("mã _x005F_x0041_", "mã _x0041_")]
    [InlineData("lẻ _xD83D_ nửa", "lẻ \ufffd nửa")]
    [InlineData("chuông _x0007_ kêu", "chuông  kêu")]
    [InlineData("chuông &#7; kêu", "chuông  kêu")]
    [InlineData("Sở\u00a0Y tê\u0301", "Sở Y tế")]
    public void Read_NormalisesText(string stored, string text) =>
        Assert.Equal(text, WorkbookReading.FirstCell(XlsxFile.WithCells($"<c r='A1' t='inlineStr'><is><t>{stored}</t></is></c>")).Text);

    [Fact]
    public void Read_JoinsRunsOfASharedString()
    {
        var file = XlsxFile.WithCells("<c r='A1' t='s'><v>1</v></c>")
            .Strings("<si><t>đầu</t></si><si><r><rPr><b/></rPr><t xml:space='preserve'>Sở </t></r><r><t>Nội vụ</t></r><rPh sb='0' eb='1'><t>bỏ</t></rPh></si>");
        Assert.Equal("Sở Nội vụ", WorkbookReading.FirstCell(file).Text);
    }

    [Fact]
    public void Read_CountsOnFromTheCellBefore_WhenCellsHaveNoAddress()
    {
        var row =
            WorkbookReading.FirstSheet(XlsxFile.WithRows("<row><c><v>1</v></c><c r='D1'><v>4</v></c><c><v>5</v></c></row><row><c><v>9</v></c></row>")).Rows;
        Assert.Equal([1, 4, 5], row[0].Cells.Select(c => c.Column));
        Assert.Equal(2, row[1].Number);
    }

    [Fact]
    public void Read_PutsCellsInColumnOrder() =>
        Assert.Equal([1, 2, 3], WorkbookReading.FirstSheet(
            XlsxFile.WithCells("<c r='C1'><v>3</v></c><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c>")).Rows[0].Cells.Select(c => c.Column));

    [Fact]
    public void Read_LeavesOutEmptyRowsAndStyledBlankCells()
    {
        var sheet =
            WorkbookReading.FirstSheet(
                XlsxFile.WithRows(
                    "<row r='1' s='1'/><row r='2'><c r='A2' s='0'/><c r='B2' t='inlineStr'><is><t> </t></is></c></row><row r='3'><c r='A3' s='0'/><c r='C3'><v>7</v></c></row>"));
        Assert.Equal((3, 3), (Assert.Single(sheet.Rows).Number, Assert.Single(sheet.Rows[0].Cells).Column));
    }

    // RELIABILITY 24
    [Theory]
    [InlineData("<c r='A1'><f>SUM(B1:B2)</f><v>3</v></c>", CellTraits.Formula)]
    [InlineData("<c r='A1'><f>SUM(B1:B2)</f></c>", CellTraits.Formula | CellTraits.FormulaWithoutValue)]
    [InlineData("<c r='A1'><f>SUM(B1:B2)</f><v/></c>", CellTraits.Formula | CellTraits.FormulaWithoutValue)]
    [InlineData("<c r='A1' t='str'><f>IF(B1,\"\",\"\")</f><v></v></c>", CellTraits.Formula)]
    [InlineData("<c r='A1'><f>TODAY()+30</f><v>46000</v></c>", CellTraits.Formula | CellTraits.VolatileFormula)]
    [InlineData("<c r='A1'><f>if(B1,now(),1)</f><v>46000</v></c>", CellTraits.Formula | CellTraits.VolatileFormula)]
    [InlineData("<c r='A1'><f>NOTTODAY()</f><v>1</v></c>", CellTraits.Formula)]
    [InlineData("<c r='A1' t='str'><f>\"xem TODAY()\"</f><v>xem</v></c>", CellTraits.Formula)]
    [InlineData("<c r='A1'><f>'Số NOW(1)'!A1</f><v>1</v></c>", CellTraits.Formula)]
    public void Read_TellsWhatStandsBehindAFormula(string cell, CellTraits traits) =>
        Assert.Equal(traits, WorkbookReading.FirstCell(XlsxFile.WithCells(cell)).Traits);

    [Fact]
    public void Read_CarriesTodayAlongASharedFormula()
    {
        var row =
            WorkbookReading.FirstSheet(
                XlsxFile.WithCells("<c r='A1'><f t='shared' si='0' ref='A1:B1'>TODAY()</f><v>1</v></c><c r='B1'><f t='shared' si='0'/><v>2</v></c>")).Rows[0];
        Assert.True(row[2].Has(CellTraits.VolatileFormula));
    }
}
