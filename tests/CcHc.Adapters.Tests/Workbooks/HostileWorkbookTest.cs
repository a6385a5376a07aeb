using System.IO.Compression;
using System.Text;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

public class HostileWorkbookTest
{
    private const string OneCell = "<row r='1'><c r='A1'><v>1</v></c></row>";

    // RELIABILITY 6
    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(95)]
    public void Read_RefusesATruncatedFile(int percent)
    {
        var whole = XlsxFile.WithRows(OneCell).ToBytes();
        Assert.Equal("workbook-damaged", Refusal(whole[..(whole.Length * percent / 100)]));
    }

    [Fact]
    public void Read_NeverThrows_WhateverByteIsBroken()
    {
        var whole = XlsxFile.WithRows(OneCell).Strings("<si><t>chữ</t></si>").ToBytes();
        for (var i = 0; i < whole.Length; i += 3)
        {
            var broken = (byte[])whole.Clone();
            broken[i] ^= 0xFF;
            var read = WorkbookReading.Of(broken);
            Assert.True(read.Content is null != read.Refusal is null);
        }
    }

    // RELIABILITY 21
    [Fact]
    public void Read_RefusesABomb_ByWhatComesOutOfIt()
    {
        var bytes = Packed("xl/worksheets/sheet1.xml", 64 << 20, new string(' ', 1 << 16));
        Assert.True(bytes.Length < 1 << 20);
        Assert.Equal("workbook-swollen", Refusal(bytes));
    }

    [Theory]
    [InlineData("rows")]
    [InlineData("cells")]
    [InlineData("merges")]
    [InlineData("strings")]
    [InlineData("characters")]
    [InlineData("sheets")]
    [InlineData("total")]
    public void Read_RefusesMoreThanTheLimit(string what)
    {
        var file = new XlsxFile().Sheet("S", "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row><row r='2'><c r='A2'><v>1</v></c></row>",
            after: "<mergeCells><mergeCell ref='A1:B1'/><mergeCell ref='A2:B2'/></mergeCells>").Sheet("T", OneCell)
                .Strings("<si><t>một</t></si><si><t>hai</t></si>").ToBytes();
        var limits = what switch
        {
            "rows" => new WorkbookLimits { MaxRows = 1 },
            "cells" => new WorkbookLimits { MaxCells = 2 },
            "merges" => new WorkbookLimits { MaxMerges = 1 },
            "strings" => new WorkbookLimits { MaxStrings = 1 },
            "characters" => new WorkbookLimits { MaxTextCharacters = 5 },
            "sheets" => new WorkbookLimits { MaxSheets = 1 },
            _ => new WorkbookLimits { MaxTotalBytes = 1000 },
        };
        Assert.Null(WorkbookReading.Of(file).Refusal);
        Assert.Equal("workbook-swollen", WorkbookReading.Of(file, limits: limits).Refusal?.Code);
    }

    [Fact]
    public void Read_RefusesATextLongerThanExcelAllows() =>
        Assert.Equal("workbook-swollen", Refusal(XlsxFile.WithCells($"<c r='A1' t='inlineStr'><is><t>{new string('ă', 70_000)}</t></is></c>").ToBytes()));

    [Theory]
    [InlineData("<row r='1' spans='{0}'/>")]
    [InlineData("<row r='1'><c r='A1' t='str'><v><![CDATA[<{0}]]></v></c></row>")]
    [InlineData("<row r='1'><c r='A1' t='str'><v><![CDATA[<a>{0}<b>{0}]]></v></c></row>")]
    [InlineData("<row r='1'>{0}</row>")]
    public void Read_RefusesAnEndlessTag_BeforeItFillsTheMemory(string row)
    {
        var file = XlsxFile.WithRows(string.Format(System.Globalization.CultureInfo.InvariantCulture, row, new string('x', 3 << 20))).ToBytes();
        Assert.Equal("workbook-swollen", Refusal(file));
    }

    [Theory]
    [InlineData(1_048_600)]
    [InlineData(1_100_000)]
    [InlineData(1_500_000)]
    [InlineData(2_500_000)]
    public void Read_RefusesAnEndlessTag_AlsoWhereMuchIsReadAtOnce(int length)
    {
        var file = XlsxFile.WithRows($"<row r='1' spans='{new string('1', length)}'/>").ToBytes();
        Assert.Equal("workbook-swollen", Refusal(file));
        Assert.Equal("workbook-swollen", WorkbookReading.Of(file, limits: new WorkbookLimits { XmlReaderOnly = true }).Refusal?.Code);
    }

    [Theory]
    [InlineData("<a>", 1_000_000)]
    [InlineData("<c r='A1'><v>1</v></c>", 20_000)]
    [InlineData("<name{0}/>", 50_000)]
    public void Read_RefusesWhatRepeatsWithoutEnd(string piece, int times)
    {
        var row = string.Concat(Enumerable.Range(0, times)
            .Select(i => piece.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
        Assert.Equal("workbook-swollen", Refusal(XlsxFile.WithCells(row).ToBytes()));
    }

    [Fact]
    public void Read_RefusesMoreStylesThanExcelCanHold() =>
        Assert.Equal("workbook-swollen", Refusal(XlsxFile.WithRows(OneCell).Styles(string.Concat(Enumerable.Repeat("<xf/>", 100_001))).ToBytes()));

    [Fact]
    public void Read_TakesAShortCData() =>
        Assert.Equal("a < b", WorkbookReading.FirstCell(XlsxFile.WithCells("<c r='A1' t='str'><v>a <![CDATA[<]]> b</v></c>")).Text);

    [Fact]
    public void Read_TakesNoPartForUtf16_WhateverItDeclares() =>
        Assert.Equal("ă",
            WorkbookReading.FirstCell(XlsxFile.WithCells("")
                .Part("xl/worksheets/sheet1.xml",
                    "\ufeff<?xml version='1.0' encoding='utf-16'?><worksheet><sheetData><row><c t='str'><v>ă</v></c></row></sheetData></worksheet>")).Text);

    [Fact]
    public void Read_RefusesTooManyParts_BeforeOpeningAny()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i <= WorkbookLimits.Default.MaxEntries; i++)
            {
                zip.CreateEntry("e" + i);
            }
        }

        Assert.Equal("workbook-swollen", Refusal(bytes.ToArray()));
    }

    // RELIABILITY 22
    [Theory]
    [InlineData("xl/workbook.xml", "<!DOCTYPE workbook SYSTEM 'http://127.0.0.1:9/x.dtd'><workbook/>")]
    [InlineData("xl/worksheets/sheet1.xml", "<!DOCTYPE w [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><worksheet>&b;</worksheet>")]
    [InlineData("xl/sharedStrings.xml", "<!DOCTYPE s [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><sst><si><t>&f;</t></si></sst>")]
    public void Read_RefusesADtd(string part, string xml) =>
        Assert.Equal("workbook-dtd", Refusal(XlsxFile.WithRows(OneCell).Part(part, xml).ToBytes()));

    [Theory]
    [InlineData("<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>", null)]
    [InlineData("<row r='1'><c r='XFE1'><v>1</v></c></row>", "workbook-damaged")]
    [InlineData("<row r='1'><c r='XFD1'/><c><v>1</v></c></row>", "workbook-damaged")]
    [InlineData("<row r='1048577'><c><v>1</v></c></row>", "workbook-damaged")]
    [InlineData("<row r='1'><c r='A99999999999999999999'><v>1</v></c></row>", "workbook-damaged")]
    [InlineData("<row r='2'><c r='A2'><v>1</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>", "workbook-damaged")]
    [InlineData("<row r='1'><c r='A1' t='s'><v>5</v></c></row>", "workbook-damaged")]
    [InlineData("<row r='1'><c r='A1'><v>5</v></c><c r='A1'><v>6</v></c></row>", "workbook-damaged")]
    [InlineData("<row r='1'><c r='A1' s='99999'><v>5</v></c></row>", null)]
    public void Read_AcceptsExcelsLastCell_AndNothingBeyond(string rows, string? code)
    {
        var read = WorkbookReading.Of(XlsxFile.WithRows(rows).ToBytes());
        Assert.Equal(code, read.Refusal?.Code);
        Assert.Equal(code is null ? 1 : null, read.Content?.Sheets[0].Rows[0].Cells.Count);
    }

    // RELIABILITY 20
    [Fact]
    public void Read_ReadsAMillionStyledEmptyRowsAsTheSheetBehindThem()
    {
        var rows = new StringBuilder("<row r='1'><c r='A1' t='inlineStr'><is><t>Nhiệm vụ</t></is></c></row>");
        for (var row = 2; row <= 1_048_576; row++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r='{row}' s='1' customFormat='1'><c r='A{row}' s='1'/></row>");
        }

        Assert.Single(WorkbookReading.FirstSheet(XlsxFile.WithRows(rows.ToString())).Rows);
    }

    // RELIABILITY 22
    [Fact]
    public void Read_NamesWhatItNeverOpens()
    {
        var file = XlsxFile.WithRows(OneCell)
            .Part("xl/vbaProject.bin", "x").Part("xl/embeddings/oleObject1.bin", "x")
            .Part("xl/externalLinks/externalLink1.xml", "<externalLink><externalBook/></externalLink>")
            .Part("xl/externalLinks/_rels/externalLink1.xml.rels",
                "<Relationships><Relationship Id='r' Type='x/externalLinkPath' Target='file:///S:/cu/so.xlsx' TargetMode='External'/></Relationships>")
            .Part("xl/externalLinks/externalLink2.xml", "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>");
        var findings = WorkbookReading.Of(file.ToBytes()).Findings;
        Assert.Equal(["workbook-external-link", "workbook-dde", "workbook-macros", "workbook-objects"], findings.Select(f => f.Code));
        Assert.Contains("S:/cu/so.xlsx", findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("cmd|/c calc", findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NeverFollowsASheetOutsideThePackage()
    {
        var file = XlsxFile.WithRows(OneCell).Part("xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='http://127.0.0.1:9/s.xml' TargetMode='External'/></Relationships>");
        Assert.Empty(WorkbookReading.Of(file.ToBytes()).Content!.Sheets);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("0050-06-15T00:00:00")]
    [InlineData("1899-12-31")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void Read_TakesADayBeforeExcelsFirst_ForWords(string day) =>
        Assert.Equal((CellKind.Text, day), WorkbookReading.FirstCell(XlsxFile.WithCells($"<c r='A1' t='d'><v>{day}</v></c>")) is var cell
            ? (cell.Kind, cell.Text) : default);

    [Fact]
    public void Read_TakesNoEndlessTextForAnErrorCode() =>
        Assert.Equal(CellKind.Text, WorkbookReading.FirstCell(XlsxFile.WithCells($"<c r='A1' t='e'><v>#{new string('N', 5_000)}</v></c>")).Kind);

    [Fact]
    public void Read_CutsTheNameOfASheet_ThatNoProgramWouldGive() =>
        Assert.Equal(100, WorkbookReading.FirstSheet(new XlsxFile().Sheet(new string('T', 50_000), OneCell)).Name.Length);

    [Fact]
    public void Read_NamesTheFirstOfManyOutsideLinks()
    {
        var file = XlsxFile.WithRows(OneCell);
        for (var i = 0; i < 50; i++)
        {
            file.Part($"xl/externalLinks/externalLink{i}.xml", "<externalLink/>");
        }

        var findings = WorkbookReading.Of(file.ToBytes()).Findings;
        Assert.Equal(21, findings.Count);
        Assert.Contains("còn 30 liên kết khác", findings[^1].Message, StringComparison.Ordinal);
    }

    /// <summary>Sizes and places told in eight bytes instead of four, in the extra field of an entry.</summary>
    [Theory]
    [InlineData(long.MaxValue, long.MaxValue)]
    [InlineData(-1L, -1L)]
    [InlineData(10L, long.MinValue)]
    public void Read_RefusesAZip_WhoseEntriesTellWhatCannotBe(long size, long packed)
    {
        var bytes = XlsxFile.WithRows(OneCell).ToBytes();
        byte[] lie = [1, 0, 16, 0, .. BitConverter.GetBytes(size), .. BitConverter.GetBytes(packed)];
        Assert.Equal("workbook-damaged", Refusal(WithExtraFields(bytes, lie)));
    }

    /// <summary>LibreOffice's .xls with the number of rows its first sheet tells changed.</summary>
    [Theory]
    [InlineData(65_536, null)]
    [InlineData(65_537, "workbook-damaged")]
    [InlineData(int.MaxValue, "workbook-damaged")]
    public void Read_RefusesAnOldWorkbook_OfMoreRowsThanItCanHave(int rows, string? code)
    {
        var bytes = File.ReadAllBytes(WorkbookReading.TestData("libreoffice.xls"));
        // The record of a sheet's size: kind 0x0200, fourteen bytes, the first row in the first four of them.
        var at = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x00, 0x02, 0x0E, 0x00]);
        BitConverter.TryWriteBytes(bytes.AsSpan(at + 8), rows);
        Assert.Equal(code, Refusal(bytes));
    }

    [Fact]
    public void Read_RefusesSheetsOfOnePart() =>
        Assert.Equal("workbook-swollen", Refusal(XlsxFile.WithRows(OneCell).Sheet("T", OneCell)
            .Part("xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='s1' Type='x/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='s2' Type='x/worksheet' Target='worksheets/sheet1.xml'/></Relationships>").ToBytes()));

    [Fact]
    public void Read_ShowsNoControlCharacter_OfALinkItNames()
    {
        var file = XlsxFile.WithRows(OneCell)
            .Part("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService='cmd&#1;' ddeTopic='/c&#9;calc'/></externalLink>");
        Assert.Contains("“cmd|/c calc”", Assert.Single(WorkbookReading.Of(file.ToBytes()).Findings).Message, StringComparison.Ordinal);
    }

    private static string? Refusal(byte[] bytes) => WorkbookReading.Of(bytes).Refusal?.Code;

    /// <summary>The zip with an extra field behind each name of its directory, and both sizes there saying to look into it.</summary>
    private static byte[] WithExtraFields(byte[] zip, byte[] extra)
    {
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var start = (int)BitConverter.ToUInt32(zip, end + 16);
        using var changed = new MemoryStream();
        changed.Write(zip, 0, start);
        for (var at = start; at < end;)
        {
            var (name, rest) = (BitConverter.ToUInt16(zip, at + 28), BitConverter.ToUInt16(zip, at + 30) + BitConverter.ToUInt16(zip, at + 32));
            var header = zip.AsSpan(at, 46).ToArray();
            header.AsSpan(20, 8).Fill(0xFF);
            BitConverter.TryWriteBytes(header.AsSpan(30), (ushort)extra.Length);
            BitConverter.TryWriteBytes(header.AsSpan(32), (ushort)0);
            changed.Write([.. header, .. zip.AsSpan(at + 46, name), .. extra]);
            at += 46 + name + rest;
        }

        var tail = zip.AsSpan(end).ToArray();
        BitConverter.TryWriteBytes(tail.AsSpan(12), (uint)(changed.Length - start));
        changed.Write(tail);
        return changed.ToArray();
    }

    /// <summary>A workbook with one part grown by repeating a text.</summary>
    private static byte[] Packed(string part, int size, string repeated)
    {
        using var bytes = new MemoryStream();
        bytes.Write(XlsxFile.WithRows(OneCell).ToBytes());
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var grown = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Optimal).Open());
            grown.Write("<worksheet xmlns='" + XlsxFile.Main + "'><sheetData>");
            for (var written = 0; written < size; written += repeated.Length)
            {
                grown.Write(repeated);
                grown.Write("<row/>");
            }

            grown.Write("</sheetData></worksheet>");
        }

        return bytes.ToArray();
    }
}
