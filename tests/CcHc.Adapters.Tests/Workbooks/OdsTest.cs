using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

public class OdsTest
{
    private const string Date = "office:value-type='date' office:date-value='2026-06-20'";
    private const string Struck =
        "<style:style style:name='x' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>";

    [Theory]
    [InlineData("office:value-type='string'", "<text:p>Quý II</text:p>", CellKind.Text, "Quý II")]
    [InlineData("office:value-type='string'", "<text:p>a</text:p><text:p>b</text:p>", CellKind.Text, "a\nb")]
    [InlineData("office:value-type='string'", "<text:p>a<text:s text:c='2'/>b<text:line-break/>c<text:tab/>d</text:p>", CellKind.Text, "a  b\nc d")]
    [InlineData("office:value-type='string'", "<text:p><text:span>Sở</text:span><text:span> </text:span><text:span>Y tế</text:span></text:p>", CellKind.Text, "Sở Y tế")]
    [InlineData("office:value-type='string'", "<text:p>Sở\n   Y tế</text:p>", CellKind.Text, "Sở Y tế")]
    [InlineData("office:value-type='string'", "<text:p><text:a xlink:href='http://x'>Kế hoạch</text:a></text:p>", CellKind.Text, "Kế hoạch")]
    [InlineData("office:value-type='string' office:string-value='Quý III'", "", CellKind.Text, "Quý III")]
    [InlineData("office:value-type='float' office:value='1.1'", "<text:p>1,1</text:p>", CellKind.Number, "1.1")]
    [InlineData("office:value-type='percentage' office:value='0.07'", "<text:p>7%</text:p>", CellKind.Number, "7%")]
    [InlineData("office:value-type='currency' office:value='5000'", "<text:p>5.000 đ</text:p>", CellKind.Number, "5000")]
    [InlineData(Date, "<text:p>20/06/26</text:p>", CellKind.Date, "20/06/2026")]
    [InlineData("office:value-type='date' office:date-value='2026-06-20T17:30:00'", "", CellKind.Date, "20/06/2026")]
    [InlineData("office:value-type='time' office:time-value='PT17H00M00S'", "<text:p>17:00</text:p>", CellKind.Number, "17:00")]
    [InlineData("office:value-type='time' office:time-value='PT36H00M00S'", "<text:p>36:00</text:p>", CellKind.Number, "1.5")]
    [InlineData("office:value-type='boolean' office:boolean-value='true'", "<text:p>ĐÚNG</text:p>", CellKind.Boolean, "TRUE")]
    [InlineData("office:value-type='boolean' office:boolean-value='false'", "<text:p>SAI</text:p>", CellKind.Boolean, "FALSE")]
    [InlineData("calcext:value-type='error' office:value-type='string' office:string-value=''", "<text:p>#N/A</text:p>", CellKind.Error, "#N/A")]
    [InlineData("office:value-type='date' office:date-value='17:00'", "<text:p>17:00</text:p>", CellKind.Text, "17:00")]
    public void Read_KnowsEveryKindOfCell(string attributes, string content, CellKind kind, string text)
    {
        var cell = First(OdsFile.OfCell($"<table:table-cell {attributes}>{content}</table:table-cell>"));
        Assert.Equal((kind, text), (cell.Kind, cell.Text));
    }

    [Theory]
    [InlineData("<number:date-style style:name='n'><number:day number:style='long'/><number:text>/</number:text><number:month number:style='long'/></number:date-style>", "20/06/2026", CellTraits.YearHidden)]
    [InlineData("<number:date-style style:name='n'><number:month/><number:text>/</number:text><number:year number:style='long'/></number:date-style>", "20/06/2026", CellTraits.MonthOnly)]
    [InlineData("<number:date-style style:name='n'><number:text>Trước ngày </number:text><number:day/><number:text>/</number:text><number:month/><number:text>/</number:text><number:year number:style='long'/></number:date-style>", "Trước ngày 20/6/2026", CellTraits.ShownWords)]
    [InlineData("<number:date-style style:name='n'><number:text>Quý </number:text><number:quarter/><number:text>/</number:text><number:year number:style='long'/></number:date-style>", "Quý 2/2026", CellTraits.ShownWords)]
    [InlineData("<number:date-style style:name='n'><number:year number:style='long'/></number:date-style>", "năm 2026", CellTraits.ShownWords)]
    [InlineData("<number:date-style style:name='n'><number:text>Tháng </number:text><number:month/></number:date-style>", "Tháng 6", CellTraits.ShownWords | CellTraits.YearHidden)]
    [InlineData("<number:date-style style:name='n'><number:day-of-week number:style='long'/><number:text>, </number:text><number:day/><number:text> </number:text><number:month number:textual='true'/><number:text> </number:text><number:year number:style='long'/></number:date-style>", "20/06/2026", CellTraits.None)]
    [InlineData("<number:date-style style:name='n'><number:hours number:style='long'/><number:text>:</number:text><number:minutes number:style='long'/></number:date-style>", "00:00", CellTraits.ShownWords)]
    [InlineData("<number:number-style style:name='n'><number:text/></number:number-style>", "", CellTraits.ValueHidden)]
    [InlineData("<number:number-style style:name='n'><number:number number:decimal-places='2' number:min-integer-digits='1'/></number:number-style>", "20/06/2026", CellTraits.None)]
    public void Read_ShowsADayAsItsStyleDoes(string format, string text, CellTraits traits)
    {
        var cell =
            First(
                OdsFile.OfCell($"<table:table-cell table:style-name='c' {Date}/>", format
                    + "<style:style style:name='p' style:family='table-cell' style:data-style-name='n'/><style:style style:name='c' style:family='table-cell' style:parent-style-name='p'/>"));
        Assert.Equal((text, traits), (cell.Text, cell.Traits));
    }

    [Theory]
    [InlineData("<number:number number:decimal-places='2' number:min-integer-digits='1'/>", "1.1", "1.10")]
    [InlineData("<number:number number:min-integer-digits='1'/>", "1.1", "1.1")]
    [InlineData("<number:text>Quý </number:text><number:number number:decimal-places='0' number:min-integer-digits='1'/>", "2", "Quý 2")]
    [InlineData("<number:text>âm</number:text><style:map style:condition='value()&gt;=0' style:apply-style-name='plus'/>", "2", "cộng 2")]
    [InlineData("<number:text>âm</number:text><style:map style:condition='value()&gt;=0' style:apply-style-name='plus'/>", "-2", "âm")]
    public void Read_ShowsANumberAsItsStyleDoes(string format, string value, string text)
    {
        const string Plus =
            "<number:number-style style:name='plus'><number:text>cộng </number:text><number:number number:decimal-places='0' number:min-integer-digits='1'/></number:number-style>";
        var styles =
            $"{Plus}<number:number-style style:name='n'>{format}</number:number-style><style:style style:name='c' style:family='table-cell' style:data-style-name='n'/>";
        Assert.Equal(text, First(OdsFile.OfCell($"<table:table-cell table:style-name='c' office:value-type='float' office:value='{value}'/>", styles)).Text);
    }

    [Theory]
    [InlineData("<text:span text:style-name='x'>30/3/2026 </text:span>30/9/2026", "30/9/2026", false)]
    [InlineData("<text:span text:style-name='x'>30/3/2026</text:span>", "30/3/2026", true)]
    [InlineData("30/6/2026<text:span text:style-name='up'>1</text:span>", "30/6/2026", false)]
    public void Read_TakesBackWhatIsStruck(string line, string text, bool isStruck)
    {
        const string Raised = "<style:style style:name='up' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>";
        var cell = First(OdsFile.OfCell($"<table:table-cell office:value-type='string'><text:p>{line}</text:p></table:table-cell>", Struck + Raised));
        Assert.Equal((text, isStruck), (cell.Text, cell.Has(CellTraits.Strikethrough)));
    }

    [Fact]
    public void Read_RepeatsRowsAndCells_AndKeepsTheirPlaces()
    {
        var sheet = Sheet(OdsFile.Of("""
            <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
            <table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
            <table:table-row-group><table:table-row table:number-rows-repeated="2" table:visibility="filter">
            <table:table-cell/><table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table-row-group>
            <table:table-row><table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="2" office:value-type="string"><text:p>gộp</text:p></table:table-cell><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>y</text:p></table:table-cell></table:table-row>
            <table:table-row><table:covered-table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="string"><text:p>z</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            """));
        Assert.Equal([4, 5, 6, 7], sheet.Rows.Select(row => row.Number));
        Assert.Equal([true, true, false, false], sheet.Rows.Select(row => row.IsHidden));
        Assert.Equal([(2, false), (3, true)], sheet.Rows[0].Cells.Select(cell => (cell.Column, cell.Has(CellTraits.HiddenColumn))));
        Assert.Equal(["y", "z"], sheet.Rows.Skip(2).Select(row => row[3].Text));
        Assert.Equal(new CellArea(6, 1, 7, 2), Assert.Single(sheet.Merges));
    }

    [Fact]
    public void Read_KeepsAComment_ApartFromTheWords()
    {
        var sheet =
            Sheet(
                OdsFile.OfCell(
                    "<table:table-cell office:value-type='string'><office:annotation><dc:creator>An</dc:creator><dc:date>2026-01-01</dc:date><text:p>Lùi sang</text:p><text:p>30/9</text:p></office:annotation><text:p>Quý II</text:p></table:table-cell>"));
        Assert.Equal(("Quý II", new CellComment(1, 1, "Lùi sang 30/9")), (sheet.Rows[0][1].Text, Assert.Single(sheet.Comments)));
    }

    [Theory]
    [InlineData("of:=TODAY()+30", CellTraits.Formula | CellTraits.VolatileFormula)]
    [InlineData("of:=[.A1]+1", CellTraits.Formula)]
    public void Read_TellsFormulas(string formula, CellTraits traits) =>
        Assert.Equal(traits, First(OdsFile.OfCell($"<table:table-cell table:formula='{formula}' {Date}/>")).Traits);

    [Theory]
    [InlineData("<manifest><file-entry><encryption-data/></file-entry></manifest>", "spreadsheet", "workbook-password")]
    [InlineData("<manifest/>", "text", "workbook-unknown")]
    [InlineData("<manifest/>", "presentation", "workbook-unknown")]
    public void Read_RefusesWhatIsNoSheetToRead(string manifest, string body, string code) =>
        Assert.Equal(code, WorkbookReading.Of(OdsFile.Of("", manifest: manifest, body: body)).Refusal?.Code);

    [Theory]
    [InlineData("<table:table-row table:number-rows-repeated='1000000'><table:table-cell office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>")]
    [InlineData("<table:table-row><table:table-cell table:number-columns-repeated='1000000' office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>")]
    [InlineData("<table:table-row table:number-rows-repeated='1000'><table:table-cell table:number-columns-repeated='16000' office:value-type='string'><text:p>x</text:p></table:table-cell></table:table-row>")]
    public void Read_RefusesABombOfRepetitions(string rows) => Assert.Equal("workbook-swollen", WorkbookReading.Of(OdsFile.Of(rows)).Refusal?.Code);

    [Fact]
    public void Read_ReadsWhatLibreOfficeSaved()
    {
        var read = WorkbookReaderOf("libreoffice.ods");
        Assert.Equal([false, true], read.Select(sheet => sheet.IsHidden));
        Assert.Equal(["TT", "Nhiệm vụ", "Hạn", "Tỷ lệ", "Ghi chú ẩn"], read[0].Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(("Rà soát thủ tục\ncấp xã", "31/03/2026", "100%"), (read[0].Rows[1][2].Text, read[0].Rows[1][3].Text, read[0].Rows[1][4].Text));
        Assert.True(read[0].Rows[3].IsHidden && read[0].Rows[4][2].Has(CellTraits.Strikethrough));
    }

    private static IReadOnlyList<Sheet> WorkbookReaderOf(string name) =>
        WorkbookReading.Of(File.ReadAllBytes(WorkbookReading.TestData(name)), name).Content!.Sheets;

    private static Sheet Sheet(byte[] bytes)
    {
        var read = WorkbookReading.Of(bytes, "so-theo-doi/so.ods");
        return Assert.Single((read.Content ?? throw new InvalidOperationException(read.Refusal!.Message)).Sheets);
    }

    private static SheetCell First(byte[] bytes) => Sheet(bytes).Rows is [var row, ..] ? row.Cells[0] : throw new InvalidOperationException("No row was read.");
}
