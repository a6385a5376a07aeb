using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>Forms of the package that other programs write, and damage that looks like absence.</summary>
public class PackageFormTest
{
    private const string Row = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Sở Tư pháp</t></is></c></row>";

    [Theory]
    [InlineData(false, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    [InlineData(true, true, false)]
    [InlineData(false, false, true)]
    [InlineData(true, false, true)]
    public void Read_ReadsPartsInUtf16(bool isBigEndian, bool hasMark, bool hasDeclaration)
    {
        var encoding = new UnicodeEncoding(isBigEndian, hasMark);
        var xml = (hasDeclaration ? "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" : "")
            + $"<worksheet xmlns=\"{XlsxFile.Main}\"><sheetData>{Row}</sheetData></worksheet>";
        var read =
            WorkbookReading.Of(With(XlsxFile.WithRows(Row).ToBytes(), "xl/worksheets/sheet1.xml", [.. encoding.GetPreamble(), .. encoding.GetBytes(xml)]));
        Assert.Equal("Sở Tư pháp", read.Content?.Sheets[0].Rows[0].Cells[0].Text);
    }

    [Fact]
    public void Read_CountsWhatUtf16Hides()
    {
        // Every one of these characters has the byte of "<" in it, where none stands.
        var xml = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>" + new string('\u3C3C', 2_000_000) + "</v></c></row></sheetData></worksheet>";
        var read = WorkbookReading.Of(With(XlsxFile.WithRows(Row).ToBytes(), "xl/worksheets/sheet1.xml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(xml)]));
        Assert.Equal("workbook-swollen", read.Refusal?.Code);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Read_ReadsAPackageOfTheLongForm(bool hidesPlace, bool hidesCount) =>
        Assert.Equal("Sở Tư pháp",
            WorkbookReading.Of(LongForm(XlsxFile.WithRows(Row).ToBytes(), hidesPlace, hidesCount, null)).Content?.Sheets[0].Rows[0].Cells[0].Text);

    [Theory]
    [InlineData(-1L)]
    [InlineData(1L << 40)]
    [InlineData(long.MaxValue)]
    public void Read_RefusesALongFormThatPointsNowhere(long place) =>
        Assert.NotNull(WorkbookReading.Of(LongForm(XlsxFile.WithRows(Row).ToBytes(), true, true, place)).Refusal);

    [Theory]
    [InlineData("<sheet name='NV' sheetId='1' r:id='s9'/>", "“NV”")]
    [InlineData("<sheet name='NV' sheetId='1' r:id='s1'/><sheet name='PL 2' sheetId='2' r:id='s8'/>", "“PL 2”")]
    [InlineData("<sheet name='NV' sheetId='1' r:id=''/>", "“NV”")]
    [InlineData("<sheet name='NV' sheetId='1'/>", "“NV”")]
    [InlineData("<sheet name='NV' sheetId='1' state='hidden' r:id='S1'/>", "“NV”")]
    public void Read_TakesASheetWithoutItsLinkForDamage(string sheets, string named)
    {
        var file = XlsxFile.WithRows(Row).Part("xl/workbook.xml", $"<workbook xmlns='{XlsxFile.Main}' xmlns:r='http://r'><sheets>{sheets}</sheets></workbook>");
        var refusal = WorkbookReading.Of(file.ToBytes()).Refusal;
        Assert.Equal("workbook-damaged", refusal?.Code);
        Assert.Contains(named, refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KeepsComments()
    {
        var file = XlsxFile.WithRows(Row)
            .Part("xl/worksheets/_rels/sheet1.xml.rels",
                "<Relationships><Relationship Id='c' Type='http://x/comments' Target='../comments1.xml'/></Relationships>")
            .Part("xl/comments1.xml",
                "<comments><authors><author>An</author></authors><commentList><comment ref='A1'><text><r><rPr><b/></rPr><t>An:</t></r><r><t xml:space='preserve'> lùi sang 30/9</t></r></text></comment><comment ref='C7'><text><t>x</t></text></comment></commentList></comments>");
        Assert.Equal([new CellComment(1, 1, "An: lùi sang 30/9"), new CellComment(7, 3, "x")], WorkbookReading.FirstSheet(file).Comments);
    }

    private static byte[] With(byte[] package, string part, byte[] content)
    {
        using var bytes = new MemoryStream();
        bytes.Write(package);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(content);
        }

        return bytes.ToArray();
    }

    /// <summary>The same package with its end told in the 64-bit record.</summary>
    private static byte[] LongForm(byte[] package, bool hidesPlace, bool hidesCount, long? toldPlace)
    {
        var end = package.AsSpan().LastIndexOf("PK\x05\x06"u8);
        var (count, size, place) = (BinaryPrimitives.ReadUInt16LittleEndian(package.AsSpan(end + 10)),
            BinaryPrimitives.ReadUInt32LittleEndian(package.AsSpan(end + 12)), BinaryPrimitives.ReadUInt32LittleEndian(package.AsSpan(end + 16)));
        using var written = new MemoryStream();
        using var writer = new BinaryWriter(written);
        writer.Write(package.AsSpan(0, end));
        writer.Write(0x06064B50u);
        writer.Write(44L);
        writer.Write([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        writer.Write((long)count);
        writer.Write((long)count);
        writer.Write((long)size);
        writer.Write(toldPlace ?? place);
        writer.Write(0x07064B50u);
        writer.Write(0u);
        writer.Write((long)end);
        writer.Write(1u);
        writer.Write(0x06054B50u);
        writer.Write(0u);
        writer.Write(hidesCount ? ushort.MaxValue : count);
        writer.Write(hidesCount ? ushort.MaxValue : count);
        writer.Write(hidesPlace ? uint.MaxValue : size);
        writer.Write(hidesPlace ? uint.MaxValue : place);
        writer.Write((ushort)0);
        return written.ToArray();
    }
}
