using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>Workbook, styles, relationships and what stands around the rows are read from their bytes as the XML reader reads them.</summary>
public class PlainPartsTest
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Row = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>46193</v></c><c r=\"B1\" s=\"2\"><v>7</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>x</t></is></c></row>";

    private const string Workbook =
        $"<workbook xmlns=\"{XlsxFile.Main}\" xmlns:r=\"{Relations}\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"A &amp; B\" sheetId=\"1\" state=\"hidden\" r:id=\"s1\"/></sheets></workbook>";

    private const string Styles =
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"&quot;Q&quot;0\"/></numFmts><fonts><font/><font><strike/></font></fonts><fills><fill><patternFill><fgColor rgb=\"FF00B050\"/></patternFill></fill></fills>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\" fontId=\"1\"/><xf numFmtId=\"170\" fillId=\"0\"/></cellXfs></styleSheet>";

    [Theory]
    [InlineData("<workbook><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook><sheets><sheet xmlns:r='urn:r' name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook><sheets xmlns:r='urn:r'><sheet name='A' r:id='s1'/></sheets><r:x/></workbook>")]
    [InlineData("<workbook><a xmlns:r='urn:r'/><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<x:workbook xmlns:x='urn:x' xmlns:r='urn:r'><x:workbookPr date1904='true'/><x:sheets><x:sheet name='A' r:id='s1'></x:sheet></x:sheets></x:workbook>")]
    [InlineData("<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\r\n<workbook xmlns:r='urn:r'>\r\n <sheets>\r\n  <sheet name='A' r:id='s1'/>\r\n </sheets>\r\n</workbook>\r\n")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><workbook xmlns:r='urn:r'><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><definedNames><definedName name='a'>'A'!$A$1&amp;&quot;x&quot;</definedName></definedNames><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><definedNames><definedName>&#32;</definedName><definedName> </definedName></definedNames><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><definedNames><definedName>&other;</definedName></definedNames><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><definedNames><definedName>a]]></definedName></definedNames><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><!-- --><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A>B &gt; &#x1EA0;' x=\"a'b\" r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A\nB\tC' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A<B' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A' name='B' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r' xmlns:q='urn:r'><sheets><sheet name='A' r:id='s1' q:id='s2'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A' id='s2' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r=''><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:xml='urn:x' xmlns:r='urn:r'><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:q='http://www.w3.org/XML/1998/namespace' xmlns:r='urn:r'><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A' r:id='s1'></sheets></sheet></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A' r:id='s1'/></sheets></workbook><x/>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A' r:id='s1'/></sheets>")]
    [InlineData("x<workbook xmlns:r='urn:r'><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A'r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name = 'A' r:id='s1' /></sheets ></workbook >")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A' r:1d='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><sheets><sheet name='A' :id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r'><a.b-c/><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r' xml:space='preserve'> <sheets> <sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<workbook xmlns:r='urn:r' a='1>' b='2>' c='>>>>>>>>>>>>>>>>>>>>>>>>'><sheets><sheet name='A' r:id='s1'/></sheets></workbook>")]
    [InlineData("<other/>")]
    [InlineData("<workbook/>")]
    [InlineData("")]
    public void Read_IsTheSame_HoweverTheWorkbookIsWritten(string workbook) => ReadBothWays.AreSame(File().Part("xl/workbook.xml", workbook).ToBytes());

    [Theory]
    [InlineData("<mergeCells><mergeCell ref='A1:B2'/></mergeCells><pageMargins left='0.7'/><legacyDrawing q:id='1'/>")]
    [InlineData("<mergeCells count='1'>\n<mergeCell ref='A1:B2'></mergeCell>\n</mergeCells><x14:ext xmlns:x14='urn:x'><x14:a>b</x14:a></x14:ext>")]
    [InlineData("<conditionalFormatting><cfRule><formula>A1&gt;\"]\"</formula></cfRule></conditionalFormatting><mergeCells><mergeCell ref='A1:B2'/></mergeCells>")]
    [InlineData("<mergeCells><mergeCell ref='A1:B2'></mergeCells>")]
    [InlineData("<a/><!-- x --><mergeCells><mergeCell ref='A1:B2'/></mergeCells>")]
    public void Read_IsTheSame_WhateverStandsBehindTheRows(string after) => ReadBothWays.AreSame(new XlsxFile().Sheet("A", Row, "", after).Styles("<xf/>").ToBytes());

    [Fact]
    public void Read_IsTheSame_WhicheverByteOfTheStylesIsWrong() => AreSame("xl/styles.xml", Styles);

    [Fact]
    public void Read_IsTheSame_WhicheverByteOfTheWorkbookIsWrong() => AreSame("xl/workbook.xml", Workbook);

    [Fact]
    public void Read_IsTheSame_WhicheverByteOfTheRelationshipsIsWrong() => AreSame("_rels/.rels",
        $"<Relationships><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"/xl/workbook.xml\"/><Relationship Id='r2' Type='x' Target='http://x' TargetMode='External'/></Relationships>");

    /// <summary>Prefixes without end are looked through by no name.</summary>
    [Fact]
    public void Read_IsTheSame_HoweverManyPrefixesAreDeclared()
    {
        var nested = string.Concat(Enumerable.Range(0, 40).Select(depth => $"<a {string.Join(' ', Enumerable.Range(0, 40).Select(i => $"xmlns:p{depth}x{i}='urn:x'"))}>"));
        var ends = string.Concat(Enumerable.Repeat("</a>", 40));
        ReadBothWays.AreSame(File().Part("xl/styles.xml", Styles.Replace("<fonts>", $"{nested}<p39x39:b/>{ends}<fonts>", StringComparison.Ordinal)).ToBytes());
    }

    [Fact]
    public void Workbook_IsReadFromItsBytes_AsTheFormatsSay()
    {
        var read = WorkbookReader.Read(WorkbookSnapshot.Of(File().Part("xl/workbook.xml", Workbook).ToBytes(), DateTime.UnixEpoch), "so.xlsx");

        var sheet = Assert.Single(read.Content!.Sheets);
        Assert.Equal(("A & B", true), (sheet.Name, sheet.IsHidden));
        Assert.Equal(["21/06/2030", "Q7", "x"], sheet.Rows[0].Cells.Select(cell => cell.Text));
    }

    private static XlsxFile File() => new XlsxFile().Sheet("A", Row).Part("xl/styles.xml", Styles);

    private static void AreSame(string part, string content)
    {
        foreach (var wrong in "<>&\"'/ ]x:1\n")
        {
            for (var i = 0; i < content.Length; i++)
            {
                ReadBothWays.AreSame(File().Part(part, content[..i] + wrong + content[(i + 1)..]).ToBytes());
            }
        }
    }
}
