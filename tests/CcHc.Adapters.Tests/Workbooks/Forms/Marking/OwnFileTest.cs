using System.IO.Compression;
using System.Xml.Linq;
using CcHc.Adapters.Tests.Support;
using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Sheets;
using static CcHc.Adapters.Tests.Workbooks.Drawing.SampleForm;
using static CcHc.Adapters.Tests.Workbooks.Drawing.WrittenWorkbook;

namespace CcHc.Adapters.Tests.Workbooks.Forms.Marking;

/// <summary>What comes back to an agency is its own file: only the marks are new.</summary>
public sealed class OwnFileTest
{
    private const string Tasks = FormLayout.TaskSheet;
    private static readonly DateOnly Today = new(2026, 3, 16);
    private static readonly Lazy<byte[]> Form = new(() => ReportFormWriter.ToBytes(SampleForm.Form()));
    private static readonly Lazy<WrittenWorkbook> Copy = new(() => Mark(Form.Value));

    private static readonly Finding[] Wrong =
    [
        new(Severity.Error, "done-without-day", "f", Tasks, "I9", "Chưa ghi ngày hoàn thành.", "Ghi ngày hoàn thành.") { About = "STT 1, Rà soát văn bản" },
        new(Severity.Warning, "figure-blank", "f", FormLayout.FigureSheet, "E6", "Để trống.", "Điền số liệu."),
        new(Severity.Warning, "x", "f", FormLayout.NarrativeSheet, "A6", "Mục này để trống.", "Ghi “Không có”."),
        new(Severity.Warning, "far", "f", FormLayout.FigureSheet, "H200", "Ô ngoài bảng.", "Xóa."),
        new(Severity.Warning, "file", "f", null, null, "Cả tệp.", "Xem lại."),
    ];

    [Fact]
    public void Of_MakesAValidWorkbook_WithTheListFirstAndInSight()
    {
        Assert.Equal(["Cần sửa", Tasks, FormLayout.FigureSheet, FormLayout.NarrativeSheet, FormLayout.HiddenSheet], Copy.Value.SheetNames);
        Assert.Empty(Copy.Value.Complaints());
        Assert.Equal("0", (string?)Copy.Value.Part("xl/workbook.xml").Descendants(Main + "workbookView").Single().Attribute("activeTab"));
        Assert.Equal(["Cần sửa"], Copy.Value.SheetNames.Where(
            name => Copy.Value.Sheet(name).Descendants(Main + "sheetView").Any(view => (string?)view.Attribute("tabSelected") == "1")));
        Assert.Equal(["Lỗi", "Cảnh báo", "Cảnh báo", "Cảnh báo", "Cảnh báo"], Copy.Value.Rows("Cần sửa", 6).Select(row => row[0]));
        Assert.Equal("'Nhiệm vụ'!I9", (string?)Copy.Value.Sheet("Cần sửa").Descendants(Main + "hyperlink").First().Attribute("location"));
    }

    [Theory]
    [InlineData("formulas", FormLayout.FigureSheet, "f")]
    [InlineData("lists and checks", Tasks, "dataValidation")]
    [InlineData("checks of figures", FormLayout.FigureSheet, "dataValidation")]
    [InlineData("widths", Tasks, "col")]
    [InlineData("merged cells", Tasks, "mergeCell")]
    [InlineData("the lock", Tasks, "sheetProtection")]
    [InlineData("the page", Tasks, "pageSetup")]
    [InlineData("the filter", Tasks, "autoFilter")]
    [InlineData("panes", Tasks, "pane")]
    public void Of_KeepsEverythingElse(string what, string sheet, string element)
    {
        var before = new WrittenWorkbook(Form.Value).Sheet(sheet).Descendants(Main + element).Select(one => one.ToString()).ToList();
        Assert.True(before.Count > 0, what);
        Assert.Equal(before, Copy.Value.Sheet(sheet).Descendants(Main + element).Select(one => one.ToString()));
    }

    [Fact]
    public void Of_LeavesTheNamesOfPrintedRowsWithTheirSheets() =>
        Assert.Equal(
            [("1", "'Nhiệm vụ'!$8:$8"), ("2", "'Chỉ tiêu'!$4:$4")],
            Copy.Value.Part("xl/workbook.xml").Descendants(Main + "definedName").Where(name => (string?)name.Attribute("name") == "_xlnm.Print_Titles")
                .Select(name => ((string?)name.Attribute("localSheetId"), name.Value)));

    [Theory]
    [InlineData(Tasks, "I9", "FFFFC7CE")]
    [InlineData(FormLayout.FigureSheet, "E6", "FFFFEB9C")]
    [InlineData(FormLayout.FigureSheet, "H200", "FFFFEB9C")]
    [InlineData(Tasks, "I10", "FFFFF8DC")] // the form's own yellow
    public void Of_ColoursTheCellsInQuestion_AndNoOthers(string sheet, string cell, string colour) => Assert.Equal(colour, FillOf(Copy.Value, sheet, cell));

    [Fact]
    public void Of_KeepsAMarkedCellAsItWasTyped()
    {
        var (before, after) = (new WrittenWorkbook(Form.Value).StyleOf(Tasks, "I9"), Copy.Value.StyleOf(Tasks, "I9"));
        Assert.Equal(((string?)before.Attribute("numFmtId"), (string?)before.Attribute("borderId"), "0"),
            ((string?)after.Attribute("numFmtId"), (string?)after.Attribute("borderId"), (string?)after.Element(Main + "protection")?.Attribute("locked")));
    }

    [Fact]
    public void Of_SaysInAComment_WhatIsWrongAndWhatToType()
    {
        var comments = Comments(Copy.Value);
        Assert.Equal(["A6", "E6", "H200", "I9"], comments.Select(comment => (string?)comment.Attribute("ref")).Order(StringComparer.Ordinal));
        Assert.Contains("Lỗi: Chưa ghi ngày hoàn thành.\nCách sửa: Ghi ngày hoàn thành.", comments.Select(comment => comment.Value));
    }

    [Fact]
    public void Of_ReadsBackAsTheSameReport()
    {
        var (before, after) = (Read(Form.Value), Read(Copy.Value.Bytes));
        Assert.Equal(
            before.Sheets.SelectMany(
                sheet => sheet.Rows.SelectMany(row => row.Cells.Where(cell => !cell.IsBlank).Select(cell => (sheet.Name, row.Number, cell)))),
            after.Sheets.Skip(1)
                .SelectMany(sheet => sheet.Rows.SelectMany(row => row.Cells.Where(cell => !cell.IsBlank).Select(cell => (sheet.Name, row.Number, cell)))));
    }

    [Fact]
    public void Of_TakesTheMarksOfTheLastRoundOut_AndKeepsOneList()
    {
        var again = Mark(Copy.Value.Bytes, Wrong[1]);
        Assert.Equal(Copy.Value.SheetNames, again.SheetNames);
        Assert.Empty(again.Complaints());
        Assert.Single(again.Rows("Cần sửa", 6));
        Assert.Equal("E6", Assert.Single(Comments(again)).Attribute("ref")?.Value);
        Assert.Equal(("FFFFF8DC", "FFFFEB9C"), (FillOf(again, Tasks, "I9"), FillOf(again, FormLayout.FigureSheet, "E6")));
        Assert.Single(again.PartNames, part => part.StartsWith("xl/drawings/vml", StringComparison.Ordinal)
            && again.Part(part).ToString().Contains("ClientData", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_GivesTheSameBytes() => Assert.Equal(Copy.Value.Bytes, Mark(Form.Value).Bytes);

    [Fact]
    public void Of_LeavesAnAgencysOwnCommentAlone()
    {
        var own = MarkedCopyWriter.ToBytes(Read(Form.Value), [new Finding(Severity.Info, "x", "f", Tasks, "I9", "Chỗ này cơ quan ghi chú.", "")],
            "Sở Tư pháp", Today);
        own = Changed(own, "xl/comments", text => text.Replace(">CcHc<", ">Bà Lan<", StringComparison.Ordinal));
        var marked = Mark(own);
        Assert.Empty(marked.Complaints());
        var comments = Comments(marked);
        Assert.Single(comments, comment => (string?)comment.Attribute("ref") == "I9" && comment.Value.Contains("cơ quan ghi chú", StringComparison.Ordinal));
        Assert.Contains(comments, comment => (string?)comment.Attribute("ref") == "E6");
    }

    [Fact]
    public void Of_MarksTheFirstCellOfAMergedAnswer()
    {
        var merged = Changed(Form.Value, "xl/worksheets/sheet1.xml",
            text => text.Replace("<mergeCells>", "<mergeCells><mergeCell ref=\"I9:I10\" />", StringComparison.Ordinal));
        var marked = Mark(merged, Wrong[0] with { Cell = "I10" });
        Assert.Equal("FFFFC7CE", FillOf(marked, Tasks, "I9"));
        Assert.Equal("I9", Assert.Single(Comments(marked)).Attribute("ref")?.Value);
    }

    [Fact]
    public void Of_LeavesMacrosOut()
    {
        var macros = Changed(Form.Value, "[Content_Types].xml", text => text.Replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
            StringComparison.Ordinal)
            .Replace("</Types>", "<Override PartName=\"/xl/vbaProject.bin\" ContentType=\"application/vnd.ms-office.vbaProject\" /></Types>",
                StringComparison.Ordinal));
        macros = Changed(macros, "xl/_rels/workbook.xml.rels", text => text.Replace("</Relationships>",
            "<Relationship Id=\"rIdV\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\" /></Relationships>",
            StringComparison.Ordinal));
        macros = With(macros, "xl/vbaProject.bin", [1, 2, 3]);
        var marked = Mark(macros);
        Assert.DoesNotContain("xl/vbaProject.bin", marked.PartNames);
        Assert.DoesNotContain("macroEnabled", marked.Part("[Content_Types].xml").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("vbaProject", marked.Part("xl/_rels/workbook.xml.rels").ToString(), StringComparison.Ordinal);
        Assert.Empty(marked.Complaints());
    }

    [Fact]
    public void Of_WritesWordsOfAFindingAsText()
    {
        var marked = Mark(Form.Value, Wrong[0] with { Message = "=HYPERLINK(\"x\") <b>\u0001\uD800", Remedy = "&amp;" });
        Assert.Empty(marked.Complaints());
        Assert.Equal(new WrittenWorkbook(Form.Value).Sheet(FormLayout.FigureSheet).Descendants(Main + "f")
            .Count(), marked.SheetNames.Sum(name => marked.Sheet(name).Descendants(Main + "f").Count()));
    }

    /// <summary>Every report of the sample province, as other programs saved it.</summary>
    [Fact]
    public void Of_MarksWhatOtherProgramsSaved()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Folder, "samples", "tinh-mau", "bao-cao"), "*.xlsx", SearchOption.AllDirectories);
        Assert.True(files.Length > 30);
        foreach (var file in files.Order(StringComparer.Ordinal).Where((_, index) => index % 4 == 0))
        {
            var bytes = File.ReadAllBytes(file);
            if (WorkbookReading.Of(bytes, "f.xlsx").Content is not { } content)
            {
                continue;
            }

            var sheet = content.Sheets[0];
            var marked = Mark(bytes, new Finding(Severity.Warning, "x", "f", sheet.Name, "A1", "Sai.", "Sửa."));
            Assert.Equal("Cần sửa", marked.SheetNames[0]);
            Assert.Equal(new WrittenWorkbook(bytes).Complaints().Count, marked.Complaints().Count);
            Assert.Equal(content.Sheets.Select(one => one.Name), Read(marked.Bytes).Sheets.Skip(1).Select(one => one.Name));
            Assert.Equal("FFFFEB9C", FillOf(marked, sheet.Name, "A1"));
        }
    }

    [Theory]
    [InlineData("Strict")]
    [InlineData("no styles")]
    [InlineData("not a workbook at all")]
    [InlineData("half a letter in a cell")]
    [InlineData("half a letter in a sheet's name")]
    [InlineData("a part that packs tightly")]
    [InlineData("a picture without end")]
    public void Of_DrawsTheSheetsAgain_WhereTheFileIsNoOrdinaryOne(string what)
    {
        var bytes = what switch
        {
            "Strict" =>
                Changed(Form.Value, "xl/workbook.xml",
                    text => text.Replace(Main.NamespaceName, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)),
            "no styles" => Changed(Form.Value, "xl/styles.xml", text => "<styleSheet xmlns=\"" + Main.NamespaceName + "\" />"),
            "half a letter in a cell" => Changed(Form.Value, "xl/worksheets/sheet",
                text => text.Replace("</sheetData>", "<row r=\"900\"><c r=\"A900\" t=\"str\"><v>a&#xD800;b</v></c></row></sheetData>", StringComparison.Ordinal)),
            "half a letter in a sheet's name" => Changed(Form.Value, "xl/workbook.xml",
                text => text.Replace($"name=\"{FormLayout.NarrativeSheet}\"", "name=\"a&#xD800;b\"", StringComparison.Ordinal)),
            "a part that packs tightly" => With(Form.Value, "xl/more.xml", new byte[17 << 20]),
            "a picture without end" => With(Form.Value, "xl/media/image1.png", new byte[140 << 20]),
            _ => "STT,Nhiệm vụ"u8.ToArray(),
        };
        var copy = new WrittenWorkbook(MarkedCopyWriter.Of(bytes, Read(Form.Value), Wrong, "Sở Tư pháp", Today));
        Assert.Equal("Cần sửa", copy.SheetNames[0]);
        Assert.Empty(copy.Complaints());
        Assert.Empty(copy.Sheet(FormLayout.FigureSheet).Descendants(Main + "f"));
        Assert.Null(WorkbookReading.Of(copy.Bytes, "f.xlsx").Refusal);
    }

    private static WrittenWorkbook Mark(byte[] bytes, params Finding[] findings) =>
        new(MarkedCopyWriter.Of(bytes, Read(bytes), findings.Length == 0 ? Wrong : findings, "Sở Tư pháp", Today));

    private static WorkbookContent Read(byte[] bytes) => WorkbookReading.Of(bytes, "f.xlsx").Content!;

    private static string? FillOf(WrittenWorkbook copy, string sheet, string cell) =>
        copy.Part("xl/styles.xml").Root!.Element(Main + "fills")!.Elements().ElementAt((int)copy.StyleOf(sheet, cell).Attribute("fillId")!)
            .Descendants(Main + "fgColor").SingleOrDefault()?.Attribute("rgb")?.Value;

    private static List<XElement> Comments(WrittenWorkbook copy) =>
        [.. copy.PartNames.Where(part => part.StartsWith("xl/comments", StringComparison.Ordinal))
            .SelectMany(part => copy.Part(part).Descendants(Main + "comment"))];

    private static byte[] Changed(byte[] bytes, string part, Func<string, string> change)
    {
        using var target = new MemoryStream();
        target.Write(bytes);
        using (var zip = new ZipArchive(target, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.StartsWith(part, StringComparison.Ordinal)).ToList())
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                {
                    text = reader.ReadToEnd();
                }

                var name = entry.FullName;
                entry.Delete();
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(change(text));
            }
        }

        return target.ToArray();
    }

    private static byte[] With(byte[] bytes, string part, byte[] content)
    {
        using var target = new MemoryStream();
        target.Write(bytes);
        using (var zip = new ZipArchive(target, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(content);
        }

        return target.ToArray();
    }
}
