using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>One sheet as openpyxl and LibreOffice write it, in the new and the old form: TestData/README.md.</summary>
public class RealWorkbookTest
{
    [Theory]
    [InlineData("openpyxl.xlsx")]
    [InlineData("libreoffice.xlsx")]
    [InlineData("libreoffice.xls")]
    public void Read_GivesTheSameSheets_WhoeverWroteThem(string file)
    {
        var content = Read(file).Content!;
        Assert.Equal([("Sổ theo dõi", false), ("Trang ẩn", true)], content.Sheets.Select(s => (s.Name, s.IsHidden)));
        var sheet = content.Sheets[0];
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], sheet.Rows.Select(r => r.Number));
        Assert.Equal([4], sheet.Rows.Where(r => r.IsHidden).Select(r => r.Number));
        Assert.Equal([new CellArea(6, 2, 7, 2)], sheet.Merges);
        Assert.Equal(["TT", "Nhiệm vụ", "Hạn", "Tỷ lệ", "Ghi chú ẩn"], sheet.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal(["1", "Rà soát thủ tục\ncấp xã", "31/03/2026", "100%", "cột ẩn"], sheet.Rows[1].Cells.Select(c => c.Text));
        Assert.Equal(["1.1", "Tập huấn một cửa", "30/06/2026", "7%"], sheet.Rows[2].Cells.Select(c => c.Text));
        Assert.Equal((CellKind.Boolean, "TRUE"), (sheet.Rows[4][5].Kind, sheet.Rows[4][5].Text));
        Assert.Equal((true, false), (sheet.Rows[1][5].Has(CellTraits.HiddenColumn), sheet.Rows[1][4].Has(CellTraits.HiddenColumn)));
        Assert.Equal(new DateOnly(2026, 3, 31), sheet.Rows[1][3].Date);
    }

    [Theory]
    [InlineData("openpyxl.xlsx", CellKind.Blank, "", CellTraits.Formula | CellTraits.FormulaWithoutValue)]
    [InlineData("libreoffice.xlsx", CellKind.Date, "30/09/2026", CellTraits.Formula)]
    [InlineData("libreoffice.xls", CellKind.Date, "30/09/2026", CellTraits.None)]
    public void Read_CountsAFormulaAsItsStoredValue(string file, CellKind kind, string text, CellTraits traits)
    {
        var cell = Read(file).Content!.Sheets[0].Rows[4][3];
        Assert.Equal((kind, text, traits), (cell.Kind, cell.Text, cell.Traits));
    }

    // RELIABILITY 25
    [Theory]
    [InlineData("openpyxl.xlsx")]
    [InlineData("libreoffice.xlsx")]
    [InlineData("libreoffice.xls")]
    public void Read_TellsStruckFonts(string file) => Assert.Equal(CellTraits.Strikethrough, Read(file).Content!.Sheets[0].Rows[4][2].Traits);

    [Theory]
    [InlineData("openpyxl.xlsx")]
    [InlineData("libreoffice.xlsx")]
    public void Read_LeavesUnicodeInAnOldFont(string file)
    {
        var cell = Read(file).Content!.Sheets[0].Rows[5][2];
        Assert.Equal(("Việc gộp dòng", CellTraits.None), (cell.Text, cell.Traits));
    }

    [Theory]
    [InlineData("old-fonts.xlsx")]
    [InlineData("old-fonts.xls")]
    public void Read_ReadsOldFontsOfCellsAndRuns(string file)
    {
        var rows = Read(file).Content!.Sheets[0].Rows;
        Assert.Equal(["có", "KẾ HOẠCH", "Sở Tư pháp", "cã chân"], rows[0].Cells.Select(c => c.Text));
        Assert.Equal(["Sở Tư pháp xã", "Sở Nội vụ xã, hoà"], rows[1].Cells.Select(c => c.Text));
        Assert.Equal(["Sở Tài chính", "xã"], Read(file).Content!.Sheets[1].Rows[0].Cells.Select(c => c.Text));
    }

    // RELIABILITY 24: TODAY()+30, a day behind NOW(), DATE(), a day behind INDIRECT, a typed day.
    [Fact]
    public void Read_TellsDaysMadeOfToday_InAnOldWorkbook() => Assert.Equal(
        [true, true, false, false, false], Read("today.xls").Content!.Sheets[0].Rows.Skip(1).Select(row => row[1].Has(CellTraits.VolatileFormula)));

    [Fact]
    public void Read_TellsErrorCells()
    {
        var rows = Read("libreoffice.xlsx").Content!.Sheets[0].Rows;
        Assert.Equal([(CellKind.Error, "#DIV/0!"), (CellKind.Error, "#N/A")], new[] { rows[4][4], rows[6][3] }.Select(c => (c.Kind, c.Text)));
    }

    [Theory]
    [InlineData("libreoffice-1904.xlsx")]
    [InlineData("libreoffice-1904.xls")]
    public void Read_CountsFrom1904_WhenTheWorkbookDoes(string file) =>
        Assert.Equal(("01/04/2030", new DateOnly(2030, 4, 1)), (Read(file).Content!.Sheets[0].Rows[1][3].Text, Read(file).Content!.Sheets[0].Rows[1][3].Date));

    // RELIABILITY 23
    [Theory]
    [InlineData("password.xlsx", "workbook-password")]
    [InlineData("password.xls", "workbook-password")]
    [InlineData("libreoffice-html.xls", "workbook-html")]
    public void Read_RefusesInPlainWords(string file, string code) => Assert.Equal(code, Read(file).Refusal?.Code);

    [Theory]
    [InlineData("libreoffice.xls")]
    [InlineData("old-fonts.xls")]
    public void Read_NeverThrows_HoweverAnOldWorkbookIsBroken(string file)
    {
        var whole = File.ReadAllBytes(WorkbookReading.TestData(file));
        for (var i = 0; i < whole.Length; i += 7)
        {
            var broken = (byte[])whole.Clone();
            broken[i] ^= 0xFF;
            var read = WorkbookReading.Of(broken);
            Assert.True(read.Content is null != read.Refusal is null);
        }
    }

    [Fact]
    public void Read_RefusesAnOldWorkbookWhoseSectorsRunInACircle()
    {
        var bytes = File.ReadAllBytes(WorkbookReading.TestData("libreoffice.xls"));
        var table = (BitConverter.ToInt32(bytes, 76) + 1) * 512;
        BitConverter.GetBytes(1).CopyTo(bytes, table);
        BitConverter.GetBytes(0).CopyTo(bytes, table + 4);
        Assert.Equal("workbook-damaged", WorkbookReading.Of(bytes).Refusal?.Code);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(2000)]
    [InlineData(5000)]
    public void Read_RefusesATruncatedOldWorkbook(int length)
    {
        var read = WorkbookReading.Of(File.ReadAllBytes(WorkbookReading.TestData("libreoffice.xls"))[..length]);
        Assert.NotNull(read.Refusal);
    }

    private static WorkbookReadResult Read(string file) => WorkbookReader.Read(WorkbookReading.TestData(file), file);
}
