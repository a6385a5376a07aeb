using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using static CcHc.Adapters.Tests.Workbooks.Drawing.SampleForm;
using static CcHc.Adapters.Tests.Workbooks.Drawing.WrittenWorkbook;

namespace CcHc.Adapters.Tests.Workbooks.Forms;

public class ReportFormWriterTest
{
    private static readonly string[] TaskHeadings =
    [
        FormLayout.NumberColumn, FormLayout.TaskColumn, FormLayout.ProductColumn, FormLayout.OriginColumn, FormLayout.DueColumn, FormLayout.PreviousColumn,
        FormLayout.ResultColumn,
        FormLayout.StatusColumn, FormLayout.CompletedColumn, FormLayout.DocumentColumn, FormLayout.DifficultyColumn, FormLayout.KeyColumn,
    ];

    [Fact]
    public void ToBytes_ReadsBackAsLaidOut()
    {
        var read = WorkbookReading.Of(ReportFormWriter.ToBytes(Form()));
        Assert.Empty(read.Findings);
        Assert.Equal(
            [(FormLayout.TaskSheet, false), (FormLayout.FigureSheet, false), (FormLayout.NarrativeSheet, false), (FormLayout.HiddenSheet, true)],
            read.Content!.Sheets.Select(sheet => (sheet.Name, sheet.IsHidden)));

        var tasks = read.Content.Sheets[0];
        Assert.Equal(TaskHeadings, Texts(RowOf(tasks, 8)));
        Assert.Equal([.. Form().Rows.Select(row => row.Key), "", "PS-1", "PS-2", "PS-3", "PS-4", "PS-5"], tasks.Rows.Where(row => row.Number > 8)
            .Select(row => row[12].Text));
        Assert.StartsWith(FormLayout.ExtraHeading, RowOf(tasks, 12)[1].Text, StringComparison.Ordinal);
        Assert.True(RowOf(tasks, 9)[12].Has(CellTraits.HiddenColumn));
        Assert.Equal(
            ["1", "Rà soát văn bản hết hiệu lực", "Báo cáo rà soát", "Cải cách thủ tục hành chính\nKế hoạch CCHC 2026", "Quý I/2026\nHạn: 31/3/2026",
                "Đang thực hiện\nĐã lấy ý kiến", "Đang thực hiện", "12/BC-STP"],
            Texts(RowOf(tasks, 9)).SkipLast(1));

        var figures = read.Content.Sheets[1];
        Assert.Equal(
            [FormLayout.CodeColumn, FormLayout.FigureColumn, FormLayout.UnitColumn, FormLayout.PreviousFigureColumn, FormLayout.ValueColumn,
                FormLayout.NoteColumn], Texts(RowOf(figures, 4)));
        Assert.Equal(Form().Figures.Select(figure => figure.Indicator.Code), figures.Rows.Where(row => row.Number > 4).Select(row => row[1].Text));
        Assert.Equal(["CT03", "Chỉ tiêu CT03", "hồ sơ", "1200"], Texts(RowOf(figures, 5)));

        var narrative = read.Content.Sheets[2];
        Assert.Equal(FormLayout.Sections, narrative.Rows.Select(row => row[1].Text).Where(FormLayout.Sections.Contains));
    }

    [Fact]
    public void ToBytes_NamesPeriodAgencyAndDueDayInWords()
    {
        var tasks = WorkbookReading.Of(ReportFormWriter.ToBytes(Form())).Content!.Sheets[0];
        Assert.Equal("SỞ TƯ PHÁP", RowOf(tasks, 2)[1].Text);
        Assert.Equal("Sở Tư pháp – Kỳ báo cáo: Quý I/2026 – số liệu từ ngày 15/12/2025 đến hết ngày 14/3/2026; gửi về Sở Nội vụ chậm nhất ngày 20/3/2026",
            RowOf(tasks, 6)[1].Text);
    }

    [Theory]
    [InlineData("Sở Tư pháp", "UBND TỈNH MẪU", "SỞ TƯ PHÁP", "Số:          /BC-………", "THỦ TRƯỞNG CƠ QUAN")]
    [InlineData("UBND xã Hồ Xanh", "ỦY BAN NHÂN DÂN", "XÃ HỒ XANH", "Số:          /BC-UBND", "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH")]
    [InlineData("UBND phường Hòa Mẫu", "ỦY BAN NHÂN DÂN", "PHƯỜNG HÒA MẪU", "Số:          /BC-UBND", "TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH")]
    [InlineData("Văn phòng UBND tỉnh", "UBND TỈNH MẪU", "VĂN PHÒNG UBND TỈNH", "Số:          /BC-………", "THỦ TRƯỞNG CƠ QUAN")]
    public void ToBytes_IsHeadedAndSignedAsItsAgencyIssuesPapers(string agency, string above, string name, string number, string signature)
    {
        var read = WorkbookReading.Of(ReportFormWriter.ToBytes(Form(agency: Justice with { Name = agency }))).Content!;
        var tasks = read.Sheets[0];
        Assert.Equal((above, name, number), (RowOf(tasks, 1)[1].Text, RowOf(tasks, 2)[1].Text, RowOf(tasks, 4)[2].Text));
        Assert.Equal([.. signature.Split('|'), "(Ký tên, đóng dấu)"], read.Sheets[2].Rows.Where(row => row.Number > 12).Select(row => row[1].Text)
            .TakeWhile(text => text != "Nơi nhận:"));
    }

    [Theory]
    [InlineData(TaskArea.Procedures, "Kế hoạch số 215/KH-UBND ngày 19/12/2025", "Cải cách thủ tục hành chính\nKế hoạch số 215/KH-UBND ngày 19/12/2025")]
    [InlineData(TaskArea.Other, "DANH SÁCH VIỆC THEO DÕI THÊM NĂM 2026", "DANH SÁCH VIỆC THEO DÕI THÊM NĂM 2026")]
    public void ToBytes_NamesFieldAndPlanOfATask(TaskArea area, string plan, string expected)
    {
        var row = Row(5);
        var owed = row.Assessed.Obligation;
        var named = row with { Assessed = row.Assessed with { Obligation = owed with { Task = owed.Task with { Area = area, Plan = plan } } } };
        Assert.Equal(expected, new WrittenWorkbook(ReportFormWriter.ToBytes(Form([named])))[FormLayout.TaskSheet, "D9"]);
    }

    [Fact]
    public void ToBytes_HidesWhatTheFormIsKnownBy()
    {
        var form = Form();
        var hidden = WorkbookReading.Of(ReportFormWriter.ToBytes(form)).Content!.Sheets[3];
        Assert.Equal(
            [
                (FormLayout.VersionEntry, FormLayout.Version), (FormLayout.PeriodEntry, "2026-Q1"), (FormLayout.AgencyEntry, "STP"),
                (FormLayout.TokenEntry, form.Token),
                .. form.Rows.Select(row => (FormLayout.RowEntry, row.Key)), .. form.Figures.Select(figure => (FormLayout.FigureEntry, figure.Indicator.Code)),
            ],
            hidden.Rows.Select(row => (row[1].Text, row[2].Text)));
    }

    [Theory]
    [InlineData(FormLayout.TaskSheet, "B4 C4 F4 J4 G9 H9 I9 J9 K9 G11 K11 B13 C13 G13 H13 I17 J13 K17", false)]
    [InlineData(FormLayout.TaskSheet, "A1 A4 D4 E4 K4 A5 A6 A7 A8 G8 A9 B9 C9 D9 E9 F9 L9 A12 A13 D13 F13 L13", true)]
    [InlineData(FormLayout.FigureSheet, "E5 E6 F5 F7 E12", false)]
    [InlineData(FormLayout.FigureSheet, "A5 B5 C5 D5 E7 E4", true)]
    [InlineData(FormLayout.NarrativeSheet, "A6 A8 A10 A12", false)]
    [InlineData(FormLayout.NarrativeSheet, "A1 A5 A7 B6 A14", true)]
    public void ToBytes_LocksAllButWhatIsFilledIn(string sheet, string cells, bool isLocked)
    {
        var workbook = Write();
        Assert.All(cells.Split(' '), cell => Assert.Equal((cell, isLocked), (cell, IsLocked(workbook, sheet, cell))));
        var protection = workbook.Sheet(sheet).Root!.Element(Main + "sheetProtection")!;
        Assert.Equal(("1", "0", "0", null), (
            (string?)protection.Attribute("sheet"), (string?)protection.Attribute("formatRows"), (string?)protection.Attribute("formatColumns"),
            (string?)protection.Attribute("password")));
    }

    [Theory]
    [InlineData(FormLayout.TaskSheet, "list", "H9:H11", "\"Hoàn thành,Đang thực hiện,Chưa thực hiện,Không còn thực hiện\"", null)]
    [InlineData(FormLayout.TaskSheet, "date", "I9:I11", "45658", "46752")]
    [InlineData(FormLayout.FigureSheet, "whole", "E5:E6 E8", "0", "1000000000000000")]
    [InlineData(FormLayout.FigureSheet, "decimal", "E9", "0", "1")]
    [InlineData(FormLayout.FigureSheet, "decimal", "E10", "1", "100")]
    [InlineData(FormLayout.FigureSheet, "decimal", "E11", "-1000000000000000", "1000000000000000")]
    public void ToBytes_RefusesWhatCannotBeTrue(string sheet, string type, string cells, string first, string? second)
    {
        var check = Write().Sheet(sheet).Descendants(Main + "dataValidation").Single(one => (string?)one.Attribute("sqref") == cells);
        Assert.Equal((type, first, second),
            ((string?)check.Attribute("type"), (string?)check.Element(Main + "formula1"), (string?)check.Element(Main + "formula2")));
        Assert.Equal(("1", "1", "stop"),
            ((string?)check.Attribute("allowBlank"), (string?)check.Attribute("showErrorMessage"), (string?)check.Attribute("errorStyle")));
        Assert.InRange(((string)check.Attribute("error")!).Length, 1, 225);
        Assert.InRange(((string)check.Attribute("prompt")!).Length, 1, 255);
    }

    [Theory]
    [InlineData("E9", "Gõ tỷ lệ theo % từ 0% đến 100%, ví dụ 85,5%. Chưa có số liệu thì để trống; số 0 nghĩa là đã thống kê và bằng không.")]
    [InlineData("E10", "Gõ một số từ 1 đến 100, ví dụ 12,5. Chưa có số liệu thì để trống; số 0 nghĩa là đã thống kê và bằng không.")]
    public void ToBytes_SaysWhatToType(string cell, string prompt) =>
        Assert.Equal(prompt, (string?)Write().Sheet(FormLayout.FigureSheet).Descendants(Main + "dataValidation")
            .Single(one => (string?)one.Attribute("sqref") == cell).Attribute("prompt"));

    [Fact]
    public void ToBytes_CalculatesARatio_AndLeavesItBlankWhereEitherFigureIs()
    {
        var cell = Write().Cell(FormLayout.FigureSheet, "E7")!;
        Assert.Equal("IF(AND(ISNUMBER(E6),N(E5)<>0),E6/E5,\"\")", (string?)cell.Element(Main + "f"));
        Assert.Null(cell.Element(Main + "v"));
    }

    [Fact]
    public void ToBytes_SaysWhatIsKnownAlready()
    {
        var workbook = Write();
        Assert.Equal(("Hoàn thành", "46056"), (workbook[FormLayout.TaskSheet, "H10"], workbook[FormLayout.TaskSheet, "I10"]));
        Assert.Equal((null, null, null), (workbook[FormLayout.TaskSheet, "G11"], workbook[FormLayout.TaskSheet, "H11"], workbook[FormLayout.TaskSheet, "I11"]));
    }

    [Theory]
    [InlineData(2024, false)]
    [InlineData(2025, true)]
    public void ToBytes_CarriesNoDayTheCellWouldRefuse(int year, bool isCarried) =>
        Assert.Equal(isCarried, new WrittenWorkbook(
            ReportFormWriter.ToBytes(Form([Row(5, status: TaskProgress.Done, completed: new(year, 12, 31))])))[FormLayout.TaskSheet, "I9"] is not null);

    [Fact]
    public void ToBytes_StillAsksFiguresAndNarrative_OfAnAgencyWithoutTasks()
    {
        var workbook = new WrittenWorkbook(ReportFormWriter.ToBytes(Form([], [])));
        Assert.StartsWith("Kỳ này cơ quan không có nhiệm vụ", workbook[FormLayout.TaskSheet, "A9"], StringComparison.Ordinal);
        Assert.Equal("Kỳ này không hỏi số liệu.", workbook[FormLayout.FigureSheet, "A5"]);
        Assert.False(IsLocked(workbook, FormLayout.NarrativeSheet, "A6"));
        Assert.Empty(workbook.Complaints());
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+cmd")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("Mã _x0041_\u0001 hết")]
    public void ToBytes_KeepsForeignTextAsText(string text)
    {
        var previous = Rows[0].Previous! with { Result = text, Status = TaskProgress.Unknown, Document = text };
        var bytes = ReportFormWriter.ToBytes(Form(
            [Row(5, text, previous: previous)], [Figure("CT01", IndicatorKind.Text, null, name: text) with { PreviousText = text }],
            Justice with { Name = text }));
        var workbook = new WrittenWorkbook(bytes);
        Assert.Empty(workbook.Complaints());
        Assert.All([FormLayout.TaskSheet, FormLayout.FigureSheet, FormLayout.NarrativeSheet],
            sheet => Assert.Empty(workbook.Sheet(sheet).Descendants(Main + "f")));

        var safe = text.Replace("\u0001", "", StringComparison.Ordinal);
        var read = WorkbookReading.Of(bytes).Content!;
        Assert.Equal((safe, safe), (RowOf(read.Sheets[0], 9)[2].Text, RowOf(read.Sheets[0], 9)[6].Text));
        Assert.Equal((safe, safe), (RowOf(read.Sheets[1], 5)[2].Text, RowOf(read.Sheets[1], 5)[4].Text));
        if (text[0] is not 'M')
        {
            Assert.Equal("1", (string?)workbook.StyleOf(FormLayout.TaskSheet, "B9").Attribute("quotePrefix"));
        }
    }

    [Theory]
    [InlineData("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông, nông nghiệp và phát triển nông thôn tỉnh Mẫu")]
    [InlineData("Sở A & B")]
    public void ToBytes_IsAValidWorkbook(string agency)
    {
        var workbook = new WrittenWorkbook(ReportFormWriter.ToBytes(Form(agency: Justice with { Name = agency })));
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void ToBytes_PrintsOnA4WithItsHeadingsRepeated()
    {
        var workbook = Write();
        Assert.All([FormLayout.TaskSheet, FormLayout.FigureSheet, FormLayout.NarrativeSheet], sheet =>
        {
            var page = workbook.Sheet(sheet).Root!.Element(Main + "pageSetup")!;
            Assert.Equal(("9", "landscape"), ((string?)page.Attribute("paperSize"), (string?)page.Attribute("orientation")));
        });
        Assert.Equal(
            ["'Nhiệm vụ'!$8:$8", "'Chỉ tiêu'!$4:$4"],
            workbook.Part("xl/workbook.xml").Descendants(Main + "definedName").Where(name => (string?)name.Attribute("name") == "_xlnm.Print_Titles")
                .Select(name => name.Value));
    }

    [Fact]
    public void ToBytes_OpensAtTheFirstCellToFill()
    {
        var selection = Write().Sheet(FormLayout.TaskSheet).Descendants(Main + "selection").Last();
        Assert.Equal(("bottomRight", "G9"), ((string?)selection.Attribute("pane"), (string?)selection.Attribute("activeCell")));
    }

    [Fact]
    public void ToBytes_LetsARowGrowWithWhatIsTyped() =>
        Assert.All([(FormLayout.TaskSheet, 9), (FormLayout.FigureSheet, 5), (FormLayout.NarrativeSheet, 6)], place =>
        {
            var row = Write().Sheet(place.Item1).Descendants(Main + "row").Single(one => (int)one.Attribute("r")! == place.Item2);
            Assert.NotNull(row.Attribute("ht"));
            Assert.Null(row.Attribute("customHeight"));
        });

    [Fact]
    public void ToBytes_GivesTheSameBytes_ForTheSameForm() => Assert.Equal(Write().Bytes, Write().Bytes);

    private static WrittenWorkbook Write() => new(ReportFormWriter.ToBytes(Form()));

    private static bool IsLocked(WrittenWorkbook workbook, string sheet, string cell) =>
        workbook.Cell(sheet, cell) is null || (string?)workbook.StyleOf(sheet, cell).Element(Main + "protection")?.Attribute("locked") is not ("0" or "false");

    private static SheetRow RowOf(Sheet sheet, int number) => sheet.Rows.Single(row => row.Number == number);

    private static IEnumerable<string> Texts(SheetRow row) => row.Cells.Where(cell => !cell.IsBlank).Select(cell => cell.Text);
}
