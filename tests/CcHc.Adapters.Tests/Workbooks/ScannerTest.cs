using System.Runtime.ExceptionServices;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>The scanner reads what the XML reader reads, from the forms it was written for to those it leaves alone.</summary>
public class ScannerTest
{
    private const string Strings =
        "<si><t>a</t></si><si><t xml:space='preserve'> b </t></si><si><t> </t></si><si/><si><t/></si><si><t>&amp;&lt;&gt;&quot;&apos;&#225;&#x1EA1;</t></si>"
            + "<si><r><t>x</t></r><r><rPr><strike/><sz val='11'/><rFont val='.VnTime'/></rPr><t>y</t></r></si><si><r><rPr><strike val='0'/></rPr><t xml:space='preserve'> z</t></r></si>";

    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Folder, "samples"), "*.xlsx", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "TestData"), "*.xlsx")).Order(StringComparer.Ordinal))
        {
            files.Add(path);
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_IsTheSame_OfWorkbooksAsProgramsWriteThem(string path) => AreSame(File.ReadAllBytes(path));

    /// <summary>Read twice, a workbook takes longer than by the XML reader alone.</summary>
    [Fact]
    public void Read_LeavesNoPartOfTheSampleRegisters_ToTheXmlReader() =>
        Assert.All(Directory.EnumerateFiles(Path.Combine(Repository.Folder, "samples", "tinh-mau", "so-theo-doi"), "*.xlsx"),
            path => Assert.Equal(0, PartsLeft(File.ReadAllBytes(path))));

    [Fact]
    public void Read_LeavesASheetWithAComment_ToTheXmlReader() =>
        Assert.Equal(1, PartsLeft(XlsxFile.WithRows("<row r=\"1\"><!-- c --><c r=\"A1\"><v>1</v></c></row>").ToBytes()));

    /// <summary>How many parts of a workbook were begun by the scanner and left to the XML reader.</summary>
    private static int PartsLeft(byte[] workbook)
    {
        var (left, reader) = (0, Environment.CurrentManagedThreadId);
        void Note(object? sender, FirstChanceExceptionEventArgs thrown) =>
            left += Environment.CurrentManagedThreadId == reader && thrown.Exception.GetType().Name == "UnusualXmlException" ? 1 : 0;

        AppDomain.CurrentDomain.FirstChanceException += Note;
        try
        {
            Assert.NotNull(WorkbookReader.Read(WorkbookSnapshot.Of(workbook, DateTime.UnixEpoch), "so.xlsx").Content);
        }
        finally
        {
            AppDomain.CurrentDomain.FirstChanceException -= Note;
        }

        return left;
    }

    [Theory]
    [InlineData("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' s='1'><v>46193</v></c></row>")]
    [InlineData("<row r=\"1\" spans=\"1:8\" ht=\"31.5\" customHeight=\"1\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>2</v></c><c r=\"C1\" t=\"s\"><v>5</v></c><c r=\"D1\" t=\"s\"><v>6</v></c><c r=\"E1\" t=\"s\"><v>7</v></c></row>")]
    [InlineData("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")]
    [InlineData("<row r=\"2\" hidden=\"1\"/><row r=\"5\" hidden=\"true\"><c r=\"C5\"><v>1.5E3</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><f>TODAY()</f><v>46193</v></c><c r=\"B1\"><f t=\"shared\" si=\"0\" ref=\"B1:B2\">NOW()</f><v>1</v></c><c r=\"C1\"><f t=\"shared\" si=\"0\"/><v>2</v></c><c r=\"D1\"><f>A1&amp;\"x\"</f></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Sở &amp; ban</v></c><c r=\"B1\" t=\"b\"><v>1</v></c><c r=\"C1\" t=\"e\"><v>#N/A</v></c><c r=\"D1\" t=\"d\"><v>2026-06-30</v></c><c r=\"E1\" t=\"n\"><v> 7 </v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Quý II</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><r><rPr><strike/></rPr><t>cũ</t></r><r><t>mới</t></r></is></c><c r=\"C1\" t=\"inlineStr\"></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>một\nhai</t><rPh sb=\"0\" eb=\"1\"><t>z</t></rPh></is></c></row>")]
    [InlineData("<row r=\"1\"><!-- c --><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v><![CDATA[a<b]]></v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a]]b</v></c><c r=\"B1\" t=\"str\"><v>]</v></c></row>")]
    [InlineData("<row r=\"1\" x14ac:dyDescent=\"0.25\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v><extLst><ext uri=\"x\"/></extLst></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"C1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\">\r\n <c r=\"A1\">\r\n <v>1</v>\r\n </c>\r\n</row>\r\n<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a\r\nb</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&#32;</v></c><c r=\"B1\" t=\"str\"><v> </v></c><c r=\"C1\" t=\"str\"><v>&#x0D;x</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>x</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1048577\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"ZZZ1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"2\"><c r=\"A2\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"9999999999\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"0000000003\"><c r=\"A3\" s=\"0000000001\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\" r=\"2\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" s=\"1\" s=\"1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"s=\"1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</c></v></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row ><row r=\"2\"><c r=\"A2\"><v>1</v></c ></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&unknown;</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a & b</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" q:w=\"1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c>chữ lạc</row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><other/><row r=\"2\"><c r=\"A2\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" x=\"a>b\"><v>1</v></c></row><row r=\"2\" x=\"/>\"><c r=\"A2\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c>")]
    [InlineData("<row r=\"1\"><x:c r=\"A1\"><v>1</v></x:c></row>")]
    [InlineData("<rows r=\"1\"><c r=\"A1\"><v>1</v></c></rows>")]
    [InlineData("<row r=\"1\"><c xml:space=\"preserve\" r=\"A1\" t=\"str\"><v> </v></c></row>")]
    [InlineData("<row r=\"9\" s=\"1\"><c r=\"A9\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B9\" s=\"1\"/></row><row r=\"10\" s=\"1\"><c r=\"A10\" s=\"1\" t=\"s\"><v>1</v></c><c r=\"B10\" s=\"1\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A1\" t=\"s\"><v>0</v></c></row><row r=\"12\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>7</v></c><c r=\"B1\"/></row><row r=\"2\"><c r=\"A2\"/><c r=\"B2\"><v>1.5</v></c></row><row r=\"3\"><c r=\"A3\"><v>-8</v></c><c r=\"B3\"><v>1E2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\"><v></v></c><c r=\"C3\"><v>3</v></c></row><row r=\"4\"><c r=\"A4\"><v>123456789012</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>6</v></c></row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c></row>")]
    [InlineData("<row r=\"1\" hidden=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>2</v></c></row><row r=\"3\" hidden=\"1\"/><row r=\"4\"/><row r=\"5\"><c r=\"A5\"><v>5</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>2</v></row><row r=\"3\"><c r=\"A3\"><v>3</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row><row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"n\"></c><c r=\"B1\" s=\"1\" t=\"n\"><v>7</v></c><c r=\"C1\" t=\"s\"></c><c r=\"D1\" s=\"1\" /></row><row r=\"2\"><c r=\"A2\" t=\"n\"><v>2.5</v></c><c r=\"B2\" s=\"1\" t=\"n\"></c><c r=\"D2\" s=\"1\" /></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" s=\"1\"><v>1</v></c><c r=\"B1\" /></row><row r=\"2\"><c r=\"A2\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B2\"><v>2</v></c></row><row r=\"3\"><c r=\"A3\" s=\"1\"><v>3</v></c><c r=\"B3\" /></row><row r=\"4\"><c r=\"A4\" /><c r=\"B4\"><v>4</v></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t>S&#7903; N&#x1ED9;i v\u1EE5 &amp; UBND &lt;x&gt;</t></is></c></row><row r=\"2\"><c r=\"A2\" s=\"1\" t=\"inlineStr\"><is><t>S&#7903; N&#x1ED9;i v\u1EE5 &amp; UBND &lt;x&gt;</t></is></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b _x005F_ c_d</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t> </t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>&#32;</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t></t></is></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a]b</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>a]]></t></is></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>b</t><t>c</t></is></c></row><row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><v>d</v></c></row><row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>&#99999999;</t></is></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&#13;&#10;x</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>&#;</t></is></c></row>")]
    [InlineData("<row r=\"1\"><c r=\"A1\" t=\"\"></c><c r=\"B1\" t=\"s\"/><c r=\"C1\" t=\"inlineStr\"/><c r=\"D1\" t=\"n\" s=\"1\"><v>46193</v></c></row>")]
    [InlineData("")]
    public void Read_IsTheSame_HoweverTheRowsAreWritten(string rows)
    {
        var file = new XlsxFile().Sheet("NV", rows, "<sheetViews/><cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>",
            "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>");
        AreSame(file.Strings(Strings).Styles("<xf numFmtId='0'/><xf numFmtId='14' fontId='1'/>", fonts: "<font/><font><strike/></font>").ToBytes());
        var declared = $"<worksheet xmlns=\"{XlsxFile.Main}\" xmlns:x14ac=\"http://x14ac\" xmlns:x=\"http://x\"><sheetData>{rows}</sheetData></worksheet>";
        AreSame(XlsxFile.WithRows("").Strings(Strings).Part("xl/worksheets/sheet1.xml", declared).ToBytes());
    }

    [Theory]
    [InlineData("<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData><sheetData><row r='2'><c r='A2'><v>2</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><x><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></x></worksheet>")]
    [InlineData("<worksheet><!-- <sheetData> --><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<!DOCTYPE x><worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<?xml version='1.0'?><?pi x?><worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet xml:space='preserve'><sheetData><row r='1'><c r='A1' t='str'><v> </v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData ><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData/></worksheet>")]
    [InlineData("<worksheet><sheetData></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>")]
    [InlineData("<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>rest")]
    [InlineData("<worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></other>")]
    [InlineData("<m:worksheet xmlns:m='urn:m'><m:sheetData><m:row r='1'><m:c r='A1'><m:v>1</m:v></m:c></m:row></m:sheetData></m:worksheet>")]
    [InlineData("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>")]
    [InlineData("")]
    public void Read_IsTheSame_WhateverStandsAroundTheRows(string sheet) => AreSame(XlsxFile.WithRows("").Part("xl/worksheets/sheet1.xml", sheet).ToBytes());

    [Theory]
    [InlineData("<sst><si><t>a</t></si></sst>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<sst xmlns=\"m\" count=\"1\" uniqueCount=\"1\"><si><t>a</t></si>\n</sst>\n")]
    [InlineData("<?xml version=\"1.1\"?><sst><si><t>a</t></si></sst>")]
    [InlineData("<sst xmlns:p=''><si><t>a</t></si></sst>")]
    [InlineData("<sst p:x='1'><si><t>a</t></si></sst>")]
    [InlineData("<sst><si><t>a</t></si><extLst/></sst>")]
    [InlineData("<sst><si><t>a_x000D_b</t></si></sst>")]
    [InlineData("<sst><si><t>a_b</t></si></sst>")]
    [InlineData("<sst><si><t>&#7843;_x0041_&apos;</t></si></sst>")]
    [InlineData("<sst><si><t>a</si></t></sst>")]
    [InlineData("<sst><si><t>a</t></si>")]
    [InlineData("<sst><si><t>a</t></si></sst>x")]
    [InlineData("<sst><si><t>a\u0001</t></si></sst>")]
    [InlineData("<sst><si><t>a]]></t></si></sst>")]
    [InlineData("<sst><si><t>a]]&gt;</t></si></sst>")]
    [InlineData("<sst><si><t>a\r\nb</t></si></sst>")]
    [InlineData("<sst><si><t>a<b/>c</t></si></sst>")]
    [InlineData("<sst><si><t>a</t><t>b</t></si></sst>")]
    [InlineData("<sst><si><r/><r><t>a</t></r></si></sst>")]
    [InlineData("<sst><si><r><rPr/><t>a</t></r></si></sst>")]
    [InlineData("<sst><si><r><rPr><strike></strike></rPr><t>a</t></r></si></sst>")]
    [InlineData("<sst><si><rPr><strike/></rPr><t>a</t></si></sst>")]
    [InlineData("<sst><si id='1'><t>a</t></si></sst>")]
    [InlineData("<sst/>")]
    [InlineData("<sst><size/><si><t>a</t></si></sst>")]
    public void Read_IsTheSame_HoweverTheTextsAreWritten(string strings) =>
        AreSame(XlsxFile.WithCells("<c r=\"A1\" t=\"s\"><v>0</v></c>").Part("xl/sharedStrings.xml", strings).ToBytes());

    /// <summary>Every byte of a sheet and its texts changed, one after the other, into those that mean something to XML.</summary>
    [Fact]
    public void Read_IsTheSame_WhicheverByteIsWrong()
    {
        const string Rows =
            "<row r=\"1\" ht=\"15\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B1\"><f>A1</f><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"
                + "<row r=\"2\" ht=\"15\"><c r=\"A2\" s=\"1\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"/></row>";
        const string Items = "<sst><si><t>a</t></si><si><r><rPr><strike/></rPr><t xml:space=\"preserve\">b</t></r></si></sst>";
        var sheet = $"<worksheet><sheetData>{Rows}</sheetData></worksheet>";
        foreach (var wrong in "<>&\"'/ ]x:1\n")
        {
            for (var i = 0; i < sheet.Length; i++)
            {
                AreSame(XlsxFile.WithRows("").Part("xl/sharedStrings.xml", Items).Part("xl/worksheets/sheet1.xml", Spoilt(sheet, i, wrong)).ToBytes());
            }

            for (var i = 0; i < Items.Length; i++)
            {
                AreSame(XlsxFile.WithRows(Rows).Part("xl/sharedStrings.xml", Spoilt(Items, i, wrong)).ToBytes());
            }
        }
    }

    private static string Spoilt(string text, int at, char wrong) => text[..at] + wrong + text[(at + 1)..];

    private static void AreSame(byte[] bytes) => ReadBothWays.AreSame(bytes);
}
