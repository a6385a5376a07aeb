using System.Globalization;
using System.Text.RegularExpressions;

namespace CcHc.EndToEnd;

public sealed partial class DemoTest(DemoRuns demo) : IClassFixture<DemoRuns>
{
    private const string ReportDuty = "Gửi báo cáo cải cách hành chính 6 tháng đầu năm 2026 về Sở Nội vụ";

    // RELIABILITY 13
    [Fact]
    public void Demo_EndsWell_AndChangesNoFileOfTheStaff() => Assert.All([demo.First, demo.Second, demo.NextDay], run =>
    {
        Assert.True(run.ExitCode == 0, run.Said);
        Assert.Equal(demo.StaffsFiles, run.StaffsFiles);
    });

    [Fact]
    public void Demo_TakesOnePeriodToItsClosing_AndTheNextHalfway()
    {
        Assert.Equal((25, 25), (demo.Files("bieu-mau/2026-Q1", "*.xlsx").Length, demo.Files("bieu-mau/2026-6T", "*.xlsx").Length));
        Assert.Equal(["bao-cao-2026-Q1-v1-chot.docx", "tong-hop-2026-Q1-v1-chot.xlsx"], demo.Files("tong-hop/2026-Q1", "*").Select(Path.GetFileName));
        Assert.Equal(["bao-cao-2026-6T-v1.docx", "tong-hop-2026-6T-v1.xlsx"], demo.Files("tong-hop/2026-6T", "*").Select(Path.GetFileName));
    }

    [Fact]
    public async Task Letters_AnswerEveryReport_AndChaseWhoHasNotSentOne()
    {
        var letters = await ReadMail.AllAsync(demo.First.Letters);

        Assert.Equal(50, letters.Count(letter => SubjectOf(letter).Contains("] Biểu mẫu báo cáo ", StringComparison.Ordinal)));
        Assert.Contains(letters, letter => SubjectOf(letter) == "[Đã nhận, trễ hạn] Báo cáo kỳ Quý I/2026 – Sở Công Thương");
        var refused = letters.Single(letter => SubjectOf(letter) == "[Chưa tiếp nhận] Báo cáo kỳ 6 tháng đầu năm 2026 – Sở Tài chính");
        Assert.Contains(refused.Parts, part => part.FileName == "Cần sửa - STC - Sở Tài chính.xlsx");
        Assert.Contains(letters, letter => IsTo(letter, "sxd@") && Says(letter, ReportDuty));
        // Who sent a file that cannot be used is chased with what is wrong in it, and the day it came is not after the letter's own.
        var chase = letters.Single(letter => IsTo(letter, "x-suoi-mo@") && SubjectOf(letter).Contains("] 15/6/2026: ", StringComparison.Ordinal));
        var note = chase.Parts.Select(part => RefusedFile().Match(part.Text?.ReplaceLineEndings(" ") ?? "")).First(match => match.Success);
        Assert.Equal(("báo cáo.xlsx", "1"), (note.Groups[1].Value, note.Groups[3].Value));
        Assert.True(DateOnly.ParseExact(note.Groups[2].Value, "d/M/yyyy", CultureInfo.InvariantCulture) <= new DateOnly(2026, 6, 15), note.Value);
        Assert.DoesNotContain(letters, letter => IsTo(letter, "syt@") && Says(letter, ReportDuty));
        Assert.Contains(letters, letter => SubjectOf(letter) == "[CCHC tỉnh Mẫu] Tổng hợp báo cáo Quý I/2026, bản chốt");
    }

    [Fact]
    public async Task ASecondRun_SendsAndWritesNothingMore_AndTheNextDayOnlyWhatIsNew()
    {
        Assert.NotEmpty(demo.First.Letters);
        Assert.Equal(demo.First.Letters, demo.Second.Letters);
        Assert.Equal(demo.First.PeriodFiles, demo.Second.PeriodFiles);
        Assert.Equal(demo.First.PeriodFiles, demo.NextDay.PeriodFiles);

        // The next working day only stages newly reached go out: fewer letters than the first day's reminders.
        var reminders = (await ReadMail.AllAsync(demo.First.Letters)).Count(letter => SubjectOf(letter).Contains("] 15/6/2026: ", StringComparison.Ordinal));
        Assert.InRange(demo.NextDay.Letters.Count - demo.First.Letters.Count, 0, reminders - 1);
    }

    /// <summary>tests/tools/daily_figures works the numbers of the three workbooks out from the office's own files, sharing no code with the program.</summary>
    [Theory]
    [InlineData("compare", 500, "figures compared, 0 differences")]
    [InlineData("change", 400, "cells changed, 0 unnoticed")]
    public async Task EveryFigure_IsWhatTheOfficesFilesGive(string command, int fewest, string words)
    {
        var arguments = command == "change" ? new[] { command } : [];
        using var process = Python.Start("daily_figures", [Path.Combine(Repository.Folder, "samples", "tinh-mau"), demo.Output, "2026-06-15", .. arguments]);
        var errors = process.StandardError.ReadToEndAsync();
        var said = (await process.StandardOutput.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();

        Assert.True(process.ExitCode == 0, said + await errors);
        var last = said.Split('\n')[^1];
        Assert.EndsWith(words, last, StringComparison.Ordinal);
        Assert.InRange(int.Parse(last.Split(' ')[0], CultureInfo.InvariantCulture), fewest, int.MaxValue);
    }

    [GeneratedRegex(@"Tệp “([^”]+)” nhận ngày (\d+/\d+/\d+) chưa dùng được, còn (\d+) lỗi\.")]
    private static partial Regex RefusedFile();

    private static string SubjectOf(ReadMail letter) => letter.Headers["Subject"];

    private static bool IsTo(ReadMail letter, string address) => letter.Headers["To"].Contains(address, StringComparison.Ordinal);

    private static bool Says(ReadMail letter, string words) =>
        letter.Parts.Any(part => part.Text?.ReplaceLineEndings(" ").Contains(words, StringComparison.Ordinal) == true);
}
