using CcHc.Core.Findings;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class SubmissionReaderTest
{
    [Fact]
    public void Read_TakesEverythingTheFormSays()
    {
        var reading = new FilledForm().Read();

        Assert.Empty(reading.Findings);
        Assert.Equal(("2026-Q2", "STP", FilledForm.File, false), (reading.PeriodCode, reading.AgencyCode, reading.File, reading.IsRefused));
        var submission = reading.Submission!;
        Assert.Equal(FilledForm.Rows.Select(row => row.Key), submission.Tasks.Select(task => task.RowKey));
        Assert.Equal([TaskProgress.Done, TaskProgress.InProgress, TaskProgress.Open, TaskProgress.Dropped], submission.Tasks.Select(task => task.Status));
        Assert.Equal(
            new("KEYAAAAAAAA1", TaskProgress.Done, "Hoàn thành", "Đã ban hành kế hoạch", new DateOnly(2026, 5, 15), "123/KH-STP", "", "Nhiệm vụ", 4,
                "F4", "J4"),
            submission.Tasks[0]);
        Assert.Equal("Thiếu người", submission.Tasks[1].Difficulty);
        Assert.Equal([("CT01", 200), ("CT02", 190), ("CT03", 0.95), ("CT04", 12.5), ("CT05", 0.9), ("CT06", null)],
            submission.Figures.Select(figure => (figure.Code, figure.Value)));
        Assert.Equal(new("CT04", 12.5, "", "đã quyết toán", "Chỉ tiêu", "E6"), submission.Figures[3]);
        Assert.Equal("Ngày thứ Sáu không hẹn", submission.Figures[5].Text);
        Assert.Equal([0, 1, 2, 3], submission.Sections.Select(section => section.Section));
        Assert.Equal(new(1, "Tiếp nhận trực tuyến 90%.", "Thuyết minh", "A5"), submission.Sections[1]);
    }

    [Fact]
    public void Read_FindsRowsWhereverTheyWereSorted()
    {
        var form = new FilledForm();
        form.Tasks.Reverse(3, 4);
        var reading = form.Read();
        Assert.Empty(reading.Findings);
        Assert.Equal(["F7", "F6", "F5", "F4"], reading.Submission!.Tasks.Select(task => task.ResultCell));
    }

    [Fact]
    public void Read_FindsSheetsByTheirHeadings_WhateverTheyAreCalled()
    {
        var form = new FilledForm { TaskSheet = "Sheet1",
            Last = workbook => workbook with { Sheets = [.. workbook.Sheets.Reverse().Select(sheet => sheet with { Name = sheet.Name + " (2)" })] } };
        var reading = form.Read();
        Assert.Empty(reading.Findings);
        Assert.Equal("Sheet1 (2)", reading.Submission!.Tasks[0].Sheet);
    }

    [Theory]
    [InlineData("stt|NHIỆM VỤ|san pham|Thời hạn|Kết quả kỳ trước|KẾT QUẢ THỰC HIỆN (*)|Tình\u00A0trạng|Ngày  hoàn\\nthành (dd/mm/yyyy)|Số/ký hiệu văn bản|Khó khăn - kiến nghị|Mã dòng")]
    [InlineData("STT|Nhie\u0323\u0302m vu\u0323|Sản phẩm|Thời hạn|Kết quả kỳ trước|Kết quả thực hiện:|Tình trạng|Ngày hoàn thành|Số, ký hiệu văn bản|Khó khăn, kiến nghị|MÃ DÒNG")]
    public void Read_KnowsHeadings_HoweverTheyAreTyped(string headings)
    {
        var reading = new FilledForm().Task(3, headings).Read();
        Assert.Empty(reading.Findings);
        Assert.Equal("123/KH-STP", reading.Submission!.Tasks[0].Document);
    }

    [Fact]
    public void Read_KnowsTheReport_WithoutItsHiddenSheet()
    {
        var finding = new FilledForm { Hidden = null }.OnlyFinding();
        Assert.Equal("report-hidden-sheet-lost", finding.Code);
    }

    [Fact]
    public void Read_SaysTheSame_WhateverTheOrderOfSheets()
    {
        var before = new FilledForm().Read().Submission!;
        var after = new FilledForm { Last = workbook => workbook with { Sheets = [.. workbook.Sheets.Reverse()] } }.Read().Submission!;
        Assert.Equal((before.Tasks, before.Figures, before.Sections), (after.Tasks, after.Figures, after.Sections), (one, other) =>
            one.Tasks.SequenceEqual(other.Tasks) && one.Figures.SequenceEqual(other.Figures) && one.Sections.SequenceEqual(other.Sections));
    }

    [Theory]
    [InlineData("I CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", 0)]
    [InlineData("I/ Chỉ đạo, điều hành", 0)]
    [InlineData("Công tác chỉ đạo, điều hành", 0)]
    [InlineData("I. Co\u0302ng ta\u0301c chi\u0309 đa\u0323o,\u00A0điều hành", 0)]
    [InlineData("I. Công tác chỉ đạo và điều hành của cơ quan", 0)]
    public void Read_KnowsASectionByItsWords(string heading, int section)
    {
        var form = new FilledForm();
        form.Narrative[1] = heading;
        form.Narrative.Insert(3, "Và một dòng nữa.");
        var first = form.Read().Submission!.Sections[0];
        Assert.Equal((section, "Đã ban hành 3 văn bản.\nVà một dòng nữa."), (first.Section, first.Text));
    }

    [Fact]
    public void Read_TakesAnAnswerTypedIntoTheHeadingsOwnCell()
    {
        var form = new FilledForm();
        form.Narrative[1] += "\\nĐã họp giao ban.";
        form.Narrative[2] = "";
        Assert.Equal("Đã họp giao ban.", form.Read().Submission!.Sections[0].Text);
    }

    [Fact]
    public void Read_TakesNeitherHintsNorSignature_ForAnAnswer()
    {
        var form = new FilledForm();
        form.Narrative = [.. form.Narrative.Select((line, i) => i > 0 && i % 2 == 0 ? line + "|- Văn bản đã ban hành" : line),
            "", "THỦ TRƯỞNG CƠ QUAN", "(Ký tên, đóng dấu)", "Nơi nhận:", "- Sở Nội vụ;\\n- Lưu: VT."];
        Assert.Equal(new FilledForm().Read().Submission!.Sections, form.Read().Submission!.Sections);
    }

    [Theory]
    [InlineData("TM. ỦY BAN NHÂN DÂN")]
    [InlineData("TM. UBND XÃ HỒ XANH")]
    [InlineData("CHỦ TỊCH")]
    [InlineData("KT. CHỦ TỊCH")]
    [InlineData("PHÓ CHỦ TỊCH")]
    [InlineData("KT. GIÁM ĐỐC")]
    [InlineData("PHÓ GIÁM ĐỐC")]
    [InlineData("Q. GIÁM ĐỐC")]
    [InlineData("THỦ TRƯỞNG ĐƠN VỊ")]
    [InlineData("CHÁNH VĂN PHÒNG")]
    [InlineData("CHÁNH THANH TRA")]
    [InlineData("TRƯỞNG BAN")]
    [InlineData("(Ký tên, đóng dấu)")]
    [InlineData("Nơi nhận:")]
    public void Read_EndsTheLastAnswerAtTheSignature(string line)
    {
        var form = new FilledForm();
        form.Narrative = [.. form.Narrative, "", line, "Nguyễn Văn A"];
        Assert.Equal(new FilledForm().Read().Submission!.Sections, form.Read().Submission!.Sections);
    }

    [Theory]
    [InlineData("Chủ tịch UBND xã đã chỉ đạo các phòng thực hiện.")]
    [InlineData("Giám đốc Sở đã ký 12 văn bản.")]
    public void Read_KeepsASentenceThatBeginsLikeOne(string line)
    {
        var form = new FilledForm();
        form.Narrative = [.. form.Narrative, line];
        Assert.EndsWith(line, form.Read().Submission!.Sections[3].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ListsSectionsWithoutAnAnswer()
    {
        var form = new FilledForm();
        form.Narrative[4] = form.Narrative[6] = "";
        var reading = form.Read();
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("narrative-blank", "Thuyết minh"), (finding.Code, finding.Sheet));
        Assert.Contains(FormLayout.Sections[2], finding.Message, StringComparison.Ordinal);
        Assert.Equal([0, 3], reading.Submission!.Sections.Select(section => section.Section));
    }

    [Fact]
    public void Read_MissesALostNarrative() => Assert.Equal("narrative-missing", new FilledForm { Narrative = [] }.OnlyFinding().Code);
}
