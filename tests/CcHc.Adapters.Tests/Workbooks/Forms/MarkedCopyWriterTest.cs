using System.Globalization;
using System.Xml.Linq;
using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.PeriodReports.Submissions;
using CcHc.Core.Tests.Support;

namespace CcHc.Adapters.Tests.Workbooks.Forms;

public class MarkedCopyWriterTest
{
    [Fact]
    public void ToBytes_MakesAValidWorkbook_WithTheListFirst()
    {
        var copy = Copy(Wrong());
        Assert.Equal(["Cần sửa", "Nhiệm vụ", "Chỉ tiêu", "Thuyết minh", "_cchc"], copy.SheetNames);
        Assert.Empty(copy.Complaints());
        Assert.Empty(Copy(new FilledForm()).Complaints());
    }

    [Fact]
    public void ToBytes_ListsEveryFinding_ErrorsFirst_WithALinkToItsCell()
    {
        var copy = Copy(Wrong());
        var rows = copy.Rows("Cần sửa");
        Assert.Equal(["Lỗi", "Lỗi", "Lỗi", "Cảnh báo", "Cảnh báo"], rows.Select(row => row[0]));
        Assert.Equal(["Chỉ tiêu", "E3"], rows[0].Skip(1).Take(2));
        var link = Assert.Single(copy.Sheet("Cần sửa").Descendants(WrittenWorkbook.Main + "hyperlink"), link => link.Attribute("ref")!.Value == "C5");
        Assert.Equal("'Chỉ tiêu'!E3", link.Attribute("location")!.Value);
        Assert.DoesNotContain(link.Attributes(), attribute => attribute.Name.LocalName == "id");
    }

    [Theory]
    [InlineData("Chỉ tiêu", "E3", "FFFFC7CE")] // error
    [InlineData("Nhiệm vụ", "H4", "FFFFC7CE")] // error, and the cell is blank
    [InlineData("Chỉ tiêu", "E6", "FFFFEB9C")] // warning
    [InlineData("Nhiệm vụ", "F4", null)]
    public void ToBytes_ColoursTheCellsInQuestion(string sheet, string cell, string? colour)
    {
        var copy = Copy(Wrong());
        var fill = copy.Part("xl/styles.xml").Root!.Element(WrittenWorkbook.Main + "fills")!.Elements()
            .ElementAt((int?)copy.StyleOf(sheet, cell).Attribute("fillId") ?? 0);
        Assert.Equal(colour, fill.Descendants(WrittenWorkbook.Main + "fgColor").SingleOrDefault()?.Attribute("rgb")?.Value);
    }

    [Fact]
    public void ToBytes_SaysInAComment_WhatIsWrongAndWhatToType()
    {
        var comments = Comments(Copy(Wrong()));
        Assert.Equal(["E3", "E6", "G6", "H4"], comments.Select(comment => comment.Attribute("ref")!.Value).Order(StringComparer.Ordinal));
        var words = string.Concat(comments.Single(comment => comment.Attribute("ref")!.Value == "H4").Descendants(WrittenWorkbook.Main + "t")
            .Select(text => text.Value));
        Assert.StartsWith("Lỗi: Tình trạng là “Hoàn thành”", words, StringComparison.Ordinal);
        Assert.Contains("Cách sửa: Ghi ngày hoàn thành, ví dụ 15/6/2026.", words, StringComparison.Ordinal);
    }

    [Fact]
    public void ToBytes_GivesTheSameReportWhenItComesBack()
    {
        var before = new FilledForm().Figure("CT02", "không").Figure("CT03", "").Figure("CT05", "0.875")
            .Task(5, $"2|{FilledForm.Rows[1].Task}|Quyết định|||- dòng một\\n- dòng hai|Đang thực hiện||=12/3|+1|KEYBBBBBBBB2");
        var submission = before.Read().Submission!;
        var after = ReportReader.Read(Reread(Copy(before).Bytes), FilledForm.Expected());

        Assert.Empty(after.Findings);
        Assert.Equal(submission.Tasks, after.Submission!.Tasks);
        Assert.Equal(submission.Figures, after.Submission.Figures);
        Assert.Equal(submission.Sections, after.Submission.Sections);
    }

    [Fact]
    public void ToBytes_HasTheSameFindingsWhenItComesBackUnmended()
    {
        var before = Wrong().Read().Findings;
        var after = ReportReader.Read(Reread(Copy(Wrong()).Bytes), FilledForm.Expected()).Findings;
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData(CellTraits.Strikethrough)]
    [InlineData(CellTraits.MonthOnly)]
    [InlineData(CellTraits.YearHidden)]
    [InlineData(CellTraits.ValueHidden)]
    public void ToBytes_KeepsWhatIsTakenBack_OrShowsOnlyAPartOfItself(CellTraits trait)
    {
        var form = new FilledForm().Build();
        var changed = WithTaskRows(form, row => row.Number != 4 ? row
            : row with { Cells = [.. row.Cells.Select(cell => cell.Column == 8 ? cell with { Traits = trait } : cell)] });
        Assert.True(CopyOf(changed).Sheets.Single(sheet => sheet.Name == FormLayout.TaskSheet).Rows.Single(row => row.Number == 4)[8].Has(trait));
    }

    [Fact]
    public void ToBytes_LeavesHiddenRowsHidden()
    {
        var form = new FilledForm().Build();
        var copied = CopyOf(WithTaskRows(form, row => row with { IsHidden = row.Number == 5 })).Sheets.Single(sheet => sheet.Name == FormLayout.TaskSheet).Rows;
        Assert.Equal([5], copied.Where(row => row.IsHidden).Select(row => row.Number));
    }

    [Theory]
    [InlineData(600, 100)]
    [InlineData(10, 16_384)]
    public void ToBytes_CopiesTheForm_WhateverElseFindsNoRoom(int rows, int columns)
    {
        var wide = Enumerable.Range(1, columns).Select(column => new SheetCell(column, CellKind.Text, "việc")).ToList();
        var notes = new Sheet("Ghi chép", [.. Enumerable.Range(1, rows).Select(row => new SheetRow(row, wide))], []);
        var form = Wrong().Build();
        var large = form with { Sheets = [notes, .. form.Sheets.Select(sheet => sheet.Name != FormLayout.TaskSheet ? sheet
            : sheet with { Rows = [.. sheet.Rows, .. Enumerable.Range(90, 3).Select(row => new SheetRow(row, wide))] })] };
        var findings = ReportReader.Read(large, FilledForm.Expected()).Findings;
        var copy = MarkedCopyWriter.ToBytes(large, findings, "Sở Tư pháp", FilledForm.Today);
        Assert.Equal(findings, ReportReader.Read(Reread(copy), FilledForm.Expected()).Findings);
        Assert.Equal((true, false), (SaysThatItIsAPart(copy), SaysThatItIsAPart(Copy(Wrong()).Bytes)));

        static bool SaysThatItIsAPart(byte[] copy) =>
            Reread(copy).Sheets[0].Rows.Any(row => row.Cells.Any(cell => cell.Text.Contains("nộp lại tệp gốc", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("T", "T", "T", "T")]
    [InlineData("T", "T", "T (2)", "T (2)")]
    [InlineData("a/b", "a:b", "", "")]
    [InlineData("Nhiệm vụ", "Chỉ tiêu", "Thuyết minh", "ẩn")]
    public void ToBytes_CopiesEverySheet_WhateverItsName(params string[] names)
    {
        var form = Wrong().Build();
        var named = form with { Sheets = [.. form.Sheets.Select((sheet, i) => sheet with { Name = names[i] })] };
        var findings = ReportReader.Read(named, FilledForm.Expected()).Findings;
        var again = ReportReader.Read(Reread(MarkedCopyWriter.ToBytes(named, findings, "Sở Tư pháp", FilledForm.Today)), FilledForm.Expected()).Findings;
        Assert.Equal(findings.Select(finding => (finding.Code, finding.Cell)), again.Select(finding => (finding.Code, finding.Cell)));
    }

    [Fact]
    public void ACopy_DoesNotFindItsOwnListWrong()
    {
        var quoting = new Finding(Severity.Warning, "x", FilledForm.File, FormLayout.TaskSheet, "F4",
            "Không đọc được “Quaûn lyù nhaø nöôùc veà ñaát ñai, baûo veä moâi tröôøng”.", "Gõ lại.");
        var copy = MarkedCopyWriter.ToBytes(new FilledForm().Build(), [quoting], "Sở Tư pháp", FilledForm.Today);
        Assert.NotEmpty(WorkbookReading.Of(copy, FilledForm.File).Findings);
        Assert.Empty(ReportReader.Read(WorkbookSnapshot.Of(copy, default), FilledForm.File, FilledForm.Expected()).Findings);
    }

    [Fact]
    public void ToBytes_DropsTheOldList_WhenACopyIsMarkedAgain()
    {
        var returned = Reread(Copy(Wrong()).Bytes);
        var again =
            new WrittenWorkbook(
                MarkedCopyWriter.ToBytes(returned, ReportReader.Read(returned, FilledForm.Expected()).Findings, "Sở Tư pháp", FilledForm.Today));
        Assert.Equal(["Cần sửa", "Nhiệm vụ", "Chỉ tiêu", "Thuyết minh", "_cchc"], again.SheetNames);
        Assert.Equal(5, again.Rows("Cần sửa").Count);
    }

    [Fact]
    public void ToBytes_CarriesWhatIsHidden_Hidden()
    {
        var copy = Copy(new FilledForm());
        Assert.Equal("hidden", copy.Part("xl/workbook.xml").Descendants(WrittenWorkbook.Main + "sheet")
            .Single(sheet => sheet.Attribute("name")!.Value == FormLayout.HiddenSheet).Attribute("state")?.Value);
        var keys = copy.Sheet("Nhiệm vụ").Descendants(WrittenWorkbook.Main + "col").Single(column => (int)column.Attribute("min")! == 11);
        Assert.Equal("1", keys.Attribute("hidden")?.Value);
        Assert.Equal("STP", copy[FormLayout.HiddenSheet, "B3"]);
    }

    [Fact]
    public void ToBytes_WritesNoFormula_AndKeepsDaysAndNumbers()
    {
        var copy = Copy(new FilledForm().Task(5, $"2|{FilledForm.Rows[1].Task}|Quyết định|||=1+1|Hoàn thành|@1/6/2026|-2+3||KEYBBBBBBBB2"));
        Assert.All(copy.SheetNames, name => Assert.Empty(copy.Sheet(name).Descendants(WrittenWorkbook.Main + "f")));
        Assert.Equal("=1+1", copy["Nhiệm vụ", "F5"]);
        Assert.Equal("46174", copy["Nhiệm vụ", "H5"]);
        Assert.Equal("12.5", copy["Chỉ tiêu", "E6"]);
    }

    [Fact]
    public void ToBytes_GivesTheSameBytes() => Assert.Equal(Copy(Wrong()).Bytes, Copy(Wrong()).Bytes);

    [Fact]
    public void ToBytes_StopsCommentingAfterTwoHundredCells_AndStillColours()
    {
        var findings = Enumerable.Range(1, 300)
            .Select(
                row => new Finding(Severity.Warning, "x", FilledForm.File, "Chỉ tiêu", string.Create(CultureInfo.InvariantCulture, $"E{row}"), "Sai.", "Sửa."))
                    .ToList();
        var copy = new WrittenWorkbook(MarkedCopyWriter.ToBytes(new FilledForm().Build(), findings, "Sở Tư pháp", FilledForm.Today));
        Assert.Equal(200, Comments(copy).Count);
        Assert.True((int?)copy.StyleOf("Chỉ tiêu", "E299").Attribute("fillId") > 1);
        Assert.Empty(copy.Complaints());
    }

    [Fact]
    public void ToBytes_TakesAnyWorkbook()
    {
        Sheet[] odd =
        [
            SheetBuilder.Sheet("a", ["\uD800\u0001x|#REF!|#SPILL!|@1/6/2026|0.5", new string('x', 40_000)]) with { Merges =
                [new(1, 1, 1, 3), new(1, 2, 1, 4), new(1, 1, 1_048_576, 16_384)] },
            SheetBuilder.Sheet("A", ["trùng tên"]),
            SheetBuilder.Sheet("Cần sửa", ["của lần trước"]),
            SheetBuilder.Sheet("a/b:c*d?e[f]'" + new string('n', 40), ["tên trang"]),
            SheetBuilder.Sheet("rỗng", []),
            SheetBuilder.Sheet("lớn", Enumerable.Repeat(string.Join('|', Enumerable.Repeat("x", 100)), 1_000)),
        ];
        Finding[] findings =
        [
            new(Severity.Error, "x", "f", "không có trang này", "A1", "Sai.", "Sửa."),
            new(Severity.Error, "x", "f", "a", "XFD1048576", "Sai.", "Sửa."),
            new(Severity.Error, "x", "f", null, null, "\u0001\uD800", ""),
        ];
        var copy = new WrittenWorkbook(MarkedCopyWriter.ToBytes(SheetBuilder.Workbook("f", odd), findings, "=Sở", FilledForm.Today));
        Assert.Equal(6, copy.SheetNames.Count);
        Assert.Empty(copy.Complaints());
    }

    /// <summary>Two errors on the figure and the task sheet, a status nobody knows, a blank figure and a row that was deleted.</summary>
    private static FilledForm Wrong()
    {
        var form = new FilledForm()
            .Task(4, $"1|{FilledForm.Rows[0].Task}|Kế hoạch|31/03/2026||Đã ban hành kế hoạch|Hoàn thành||123/KH-STP||KEYAAAAAAAA1")
            .Task(6, $"3|{FilledForm.Rows[2].Task}|Kho dữ liệu|31/12/2026||Chưa có kinh phí|Khá tốt||||KEYCCCCCCCC3")
            .Figure("CT01", "khoảng 200").Figure("CT03", "").Figure("CT04", "");
        form.Tasks.RemoveAt(6);
        return form;
    }

    private static WrittenWorkbook Copy(FilledForm form)
    {
        var workbook = form.Build();
        return new WrittenWorkbook(
            MarkedCopyWriter.ToBytes(workbook, ReportReader.Read(workbook, FilledForm.Expected()).Findings, "Sở Tư pháp", FilledForm.Today));
    }

    private static WorkbookContent WithTaskRows(WorkbookContent form, Func<SheetRow, SheetRow> change) => form with { Sheets =
        [.. form.Sheets.Select(sheet => sheet.Name == FormLayout.TaskSheet ? sheet with { Rows = [.. sheet.Rows.Select(change)] } : sheet)] };

    private static WorkbookContent CopyOf(WorkbookContent workbook) => Reread(MarkedCopyWriter.ToBytes(workbook, [], "Sở Tư pháp", FilledForm.Today));

    private static List<XElement> Comments(WrittenWorkbook copy) =>
        [.. copy.PartNames.Where(part => part.StartsWith("xl/comments", StringComparison.Ordinal))
            .SelectMany(part => copy.Part(part).Descendants(WrittenWorkbook.Main + "comment"))];

    private static WorkbookContent Reread(byte[] bytes) => WorkbookReading.Of(bytes, FilledForm.File).Content!;
}
