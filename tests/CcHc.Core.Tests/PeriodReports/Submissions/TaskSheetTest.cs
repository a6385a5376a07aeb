using CcHc.Core.Findings;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class TaskSheetTest
{
    private const string Second = "2|Công bố danh mục thủ tục giải quyết tại bộ phận một cửa|Quyết định|||{0}|KEYBBBBBBBB2";

    [Theory]
    // Kết quả | Tình trạng | Ngày hoàn thành | Số, ký hiệu | Khó khăn
    [InlineData("Xong|Hoàn thành|||", "done-without-day", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|31/02/2026||", "completed-unreadable", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|tuần trước||", "completed-unreadable", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|15/6||", "completed-unreadable", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|06/15/2026||", "completed-unreadable", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|12||", "completed-unreadable", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|@21/6/2026||", "completed-in-future", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|21/06/2026||", "completed-in-future", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|@1/3/2025||", "completed-long-before", Severity.Warning, "H5")]
    [InlineData("Xong|Hoàn thành|#VALUE!||", "error-cell", Severity.Error, "H5")]
    [InlineData("Xong|Hoàn thành|{TODAY()}||", "formula-without-value", Severity.Error, "H5")]
    [InlineData("|Hoàn thành|@1/6/2026||", "done-without-result", Severity.Warning, "F5")]
    [InlineData("Xong|Đang thực hiện|@1/6/2026||", "completed-but-open", Severity.Warning, "H5")]
    [InlineData("Xong||@1/6/2026||", "completed-but-open", Severity.Warning, "H5")]
    [InlineData("Xong||||", "task-status-blank", Severity.Warning, "G5")]
    [InlineData("Xong|Tốt|||", "task-status-unknown", Severity.Error, "G5")]
    [InlineData("Xong|Dự kiến hoàn thành|||", "task-status-unknown", Severity.Error, "G5")]
    [InlineData("Xong|#N/A|||", "error-cell", Severity.Error, "G5")]
    [InlineData("#REF!|Đang thực hiện|||", "error-cell", Severity.Error, "F5")]
    [InlineData("Xong|Đang thực hiện|||#REF!", "error-cell", Severity.Error, "J5")]
    public void Read_SaysWhatIsWrong_AndWhere(string filled, string code, Severity severity, string cell)
    {
        var reading = Fill(filled).Read();
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, severity, cell, "Nhiệm vụ", severity == Severity.Error),
            (finding.Code, finding.Severity, finding.Cell, finding.Sheet, reading.IsRefused));
    }

    [Theory]
    [InlineData("Xong|Tốt|||", "Tốt", "“Hoàn thành”, “Đang thực hiện”, “Chưa thực hiện”, “Không còn thực hiện”")]
    [InlineData("Xong|Hoàn thành|31/02/2026||", "31/02/2026", "15/6/2026")]
    [InlineData("Xong|Hoàn thành|||", "chưa ghi ngày", "15/6/2026")]
    public void Read_QuotesWhatItFound_AndGivesAnExample(string filled, string found, string example)
    {
        var finding = Fill(filled).OnlyFinding();
        Assert.Contains(found, finding.Message, StringComparison.Ordinal);
        Assert.Contains(example, finding.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hoàn thành|@1/6/2026", TaskProgress.Done)]
    [InlineData("đã hoàn thành|1/6/2026", TaskProgress.Done)]
    [InlineData("ĐÃ HT|ngày 1 tháng 6 năm 2026", TaskProgress.Done)]
    [InlineData("100%|46174", TaskProgress.Done)] // the cell lost its format: 1/6/2026 as Excel counts
    [InlineData("Đang triển khai (60%)|", TaskProgress.InProgress)]
    [InlineData("0.6|", TaskProgress.InProgress)]
    [InlineData("Chưa|", TaskProgress.Open)]
    [InlineData("KHÔNG CÒN THỰC HIỆN|", TaskProgress.Dropped)]
    [InlineData("Hủy|", TaskProgress.Dropped)]
    public void Read_KnowsStatusAndDay_HoweverTheyAreWritten(string filled, TaskProgress status)
    {
        var reading = Fill($"Đã làm|{filled}||").Read();
        Assert.Empty(reading.Findings);
        var task = reading.Submission!.Tasks[1];
        Assert.Equal((status, status == TaskProgress.Done ? new DateOnly(2026, 6, 1) : null), (task.Status, task.CompletedOn));
    }

    [Fact]
    public void Read_ListsTasksInProgress_WithoutAResult()
    {
        var finding = Fill("|Đang thực hiện|||").OnlyFinding();
        Assert.Equal(("tasks-without-result", Severity.Warning), (finding.Code, finding.Severity));
    }

    [Fact]
    public void Read_KeepsTheStatus_WhenAResultHasNone() => Assert.Equal(TaskProgress.Open, Fill("Xong||||").Read().Submission!.Tasks[1].Status);

    [Fact]
    public void Read_CountsARealDay_AndAsks_WhereDaysMayBeTurnedRound()
    {
        var form = Fill("Xong|Hoàn thành|20/05/2026||");
        form.Tasks[3] = form.Tasks[3].Replace("@15/5/2026", "@5/3/2026", StringComparison.Ordinal);
        var reading = form.Read();
        Assert.Equal(("completed-order-doubtful", "H4"), (Assert.Single(reading.Findings).Code, reading.Findings[0].Cell));
        Assert.Equal([new DateOnly(2026, 3, 5), new DateOnly(2026, 5, 20)], reading.Submission!.Tasks.Take(2).Select(task => task.CompletedOn));
    }

    [Fact]
    public void Read_SaysARowTheFormDidNotHave_IsNotCounted()
    {
        var form = new FilledForm();
        form.Tasks.Insert(4, "|Tổ chức hội nghị sơ kết của sở|Hội nghị|||Đã tổ chức|Hoàn thành|@1/6/2026|||");
        var reading = form.Read();
        var finding = Assert.Single(reading.Findings);
        Assert.Equal(("task-not-on-form", Severity.Warning, "F5"), (finding.Code, finding.Severity, finding.Cell));
        Assert.Contains("Tổ chức hội nghị sơ kết của sở", finding.Message, StringComparison.Ordinal);
        Assert.Equal(4, reading.Submission!.Tasks.Count);
    }

    [Theory]
    [InlineData("A. Cải cách thủ tục hành chính||||||||||")] // a heading of the form
    [InlineData("(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)|")]
    public void Read_PassesOverRowsThatAreNoTasks(string line)
    {
        var form = new FilledForm();
        form.Tasks.Insert(3, line);
        Assert.Empty(form.Read().Findings);
    }

    [Fact]
    public void Read_ListsDeletedRows_Once()
    {
        var form = new FilledForm();
        form.Tasks.RemoveRange(4, 2);
        var finding = form.OnlyFinding();
        Assert.Equal(("task-rows-missing", Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("thiếu 2 dòng: STT 2, 3", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ListsRowsWithNothingReported_Once()
    {
        var form = Fill("||||");
        var reading = form.Read();
        Assert.Contains("Có 1 trên 4 nhiệm vụ chưa báo cáo gì: STT 2", Assert.Single(reading.Findings).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Submission!.Tasks, task => task.RowKey == "KEYBBBBBBBB2");
    }

    [Theory]
    [InlineData("Đang trình|Đang thực hiện|||Thiếu người", null)]
    [InlineData("||||", null)]
    [InlineData("Đã ban hành|Đang thực hiện|||", "task-row-twice")]
    public void Read_AllowsARowTwice_OnlyWhenBothSayTheSame(string filled, string? code)
    {
        var form = new FilledForm();
        form.Tasks.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, Second, filled));
        var reading = form.Read();
        Assert.Equal(code, reading.Findings.SingleOrDefault()?.Code);
        Assert.Equal(code is not null, reading.IsRefused);
    }

    [Theory]
    [InlineData("Công bố danh mục thủ tục giải quyết tại bộ phận một cửa")]
    [InlineData("CÔNG BỐ  danh mục\\nthủ tục giải quyết tại bộ phận một cửa.")]
    [InlineData("Cong bo danh muc thu tuc giai quyet tai bo phan mot cua")]
    [InlineData("Công bố danh mục thủ tục hành chính giải quyết tại bộ phận một cửa")]
    public void Read_KnowsARowByItsWords_WhenItsKeyIsLost(string task)
    {
        var reading = new FilledForm().Task(5, $"2|{task}|Quyết định|||Đang trình|Đang thực hiện||||").Read();
        Assert.Empty(reading.Findings);
        Assert.Equal("KEYBBBBBBBB2", reading.Submission!.Tasks[1].RowKey);
    }

    [Fact]
    public void Read_SaysSo_WhenAllKeysAreLost()
    {
        var form = new FilledForm();
        form.Tasks = [.. form.Tasks.Select((line, i) => i < 2 ? line : line[..line.LastIndexOf('|')])];
        var reading = form.Read();
        Assert.Equal("row-keys-lost", Assert.Single(reading.Findings).Code);
        Assert.Equal(FilledForm.Rows.Select(row => row.Key), reading.Submission!.Tasks.Select(task => task.RowKey));
    }

    [Fact]
    public void Read_GoesByTheWords_WhenSortingLeftTheKeysBehind()
    {
        var form = new FilledForm();
        var keys = form.Tasks.Skip(3).Select(line => line[line.LastIndexOf('|')..]).ToList();
        var rows = form.Tasks.Skip(3).Select(line => line[..line.LastIndexOf('|')]).Reverse().ToList();
        form.Tasks = [.. form.Tasks.Take(3), .. rows.Zip(keys, (row, key) => row + key)];
        var reading = form.Read();
        Assert.Empty(reading.Findings);
        Assert.Equal(("KEYAAAAAAAA1", "F7"), (reading.Submission!.Tasks[0].RowKey, reading.Submission.Tasks[0].ResultCell));
    }

    [Fact]
    public void Read_TellsOfHiddenRows_AndReadsThem()
    {
        var reading =
            new FilledForm { Last =
                workbook =>
                    workbook with { Sheets =
                        [
                            .. workbook.Sheets.Select(
                                sheet =>
                                    sheet with { Rows =
                                        [.. sheet.Rows.Select(row => row with { IsHidden = row.Number == 5 && sheet.Name == "Nhiệm vụ" })] })] } }.Read();
        Assert.Equal("hidden-rows", Assert.Single(reading.Findings).Code);
        Assert.Equal(4, reading.Submission!.Tasks.Count);
    }

    [Fact]
    public void Read_TellsOfAHiddenSheet_AndReadsIt()
    {
        var reading =
            new FilledForm { Last = workbook => workbook with { Sheets = [.. workbook.Sheets.Select(sheet => sheet with { IsHidden = true })] } }.Read();
        Assert.Equal(["report-sheet-hidden"], reading.Findings.Select(finding => finding.Code).Distinct());
        Assert.False(reading.IsRefused);
    }

    [Fact]
    public void Read_LeavesTheAgencysOwnTablesAlone()
    {
        var reading =
            new FilledForm { Last =
                workbook =>
                    workbook with { Sheets =
                        [.. workbook.Sheets, SheetBuilder.Sheet("Nội bộ", ["Nhiệm vụ|Tình trạng", "Họp giao ban tuần|Xong", "Trực cơ quan|Chưa"])] } }.Read();
        Assert.Empty(reading.Findings);
    }

    private static FilledForm Fill(string filled) => new FilledForm().Task(5, string.Format(System.Globalization.CultureInfo.InvariantCulture, Second, filled));
}
