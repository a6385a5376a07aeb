using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CcHc.Dashboard.Tests.Browser;

/// <summary>A focal point reads the day's letter on a telephone: it fits the screen, is not endless, and can be read in the dark and aloud.</summary>
[Collection(BrowserTests.Name)]
public sealed class LetterOnAPhoneTest(BrowserFixture chromium)
{
    private const int MostPixels = 2_500;

    /// <summary>What a browser with a scroll bar leaves of 390.</summary>
    private const int BesideAScrollBar = 375;

    private static readonly DateOnly Today = new(2026, 6, 15);

    /// <summary>Every task with all its lines: product, the agency's own report, where it is written.</summary>
    [Theory]
    [InlineData(390)]
    [InlineData(BesideAScrollBar)]
    public async Task TwelveTasks_FitTheScreen_AndAreNotEndless(int width)
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 844 } });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Letter(12).Html);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width);
        Assert.Equal(0, await page.Locator("table").CountAsync());
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollHeight"), 1_000, MostPixels);
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Letters_AreAccessible(int width, ColorScheme scheme)
    {
        await using var context =
            await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 844 }, ColorScheme = scheme });
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Letter(12).Html);
        var found =
            await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } });
        Assert.True(found.Violations.Length == 0, string.Join("; ", found.Violations.Select(one => $"{one.Id} {one.Nodes[0].Html}")));
    }

    /// <summary>Tasks as long as registers have them, some late, some due, some later.</summary>
    private static ReminderLetter Letter(int tasks)
    {
        var agency = new Agency { Code = "STP", Name = "Sở Tư pháp", FocalPoint = "Bà Trần Thị C", Emails = ["stp@x.example"] };
        var wording = new LetterWording(
            _ => "Nhắc việc", blanks => $"Kính gửi: {blanks["agency"]} (đầu mối: {blanks["focal_point"]})",
            blanks =>
                $"Tính đến ngày {blanks["date"]}, theo sổ theo dõi nhiệm vụ cải cách hành chính của tỉnh Mẫu, quý cơ quan chủ trì {blanks["total"]} việc cần lưu ý: {blanks["counts"]}.",
            _ => "Đề nghị quý cơ quan thực hiện đúng hạn và báo kết quả về Sở Nội vụ; việc nào đã hoàn thành thì phản hồi thư này, ghi rõ số, ký hiệu văn bản.",
            _ => "Sở Nội vụ\nCơ quan thường trực cải cách hành chính tỉnh Mẫu\nLiên hệ: Phòng Cải cách hành chính, điện thoại (0200) 3000 099");
        var settings = new LetterSettings("tỉnh Mẫu", new Agency { Code = "SNV", Name = "Sở Nội vụ" },
            wording) { Contact = new OfficeContact("Phòng Cải cách hành chính", "(0200) 3000 099") };
        return Assert.Single(LetterWriter.WriteAll(Enumerable.Range(0, tasks).Select(i => Reminder(agency, i)), settings, Today));
    }

    private static Reminder Reminder(Agency agency, int i)
    {
        string[] texts =
        [
            "Trình công bố danh mục thủ tục hành chính thuộc thẩm quyền giải quyết của ngành theo mô hình chính quyền địa phương hai cấp",
            "Rà soát, trình phương án cắt giảm ít nhất 30% thời gian giải quyết của nhóm thủ tục đầu tư, đất đai, xây dựng",
            "Tổ chức đối thoại với doanh nghiệp, hộ kinh doanh về thủ tục hành chính",
        ];
        var (due, left) = (Today.AddDays(i - 4), i - 4);
        var task = new RegisterTask
        {
            Key = $"so#{i}", Place = new SourcePlace("so-theo-doi/ke-hoach-cchc-2026.xlsx", "Phân công nhiệm vụ", i + 5, "B5", "F5", "D5"), Number = $"{i + 1}",
            Text = texts[i % texts.Length],
            Products = ["Quyết định phê duyệt phương án"], TimeText = "Quý II/2026", PlanYear = 2026,
        };
        var obligation = new Obligation(task, new Milestone { Kind = MilestoneKind.Date, Start = due, Due = due, Reading = "Quý II/2026" }, "M1", agency)
        {
            ReportedUndone = new ReportedUndone("Đang thực hiện; đã thực hiện khoảng 30% khối lượng công việc", null, null, "Quý I/2026"),
        };
        var kind = left < 0 ? StatusKind.Overdue : left == 0 ? StatusKind.DueToday : StatusKind.Upcoming;
        return new Reminder(new AssessedObligation(obligation, new DeadlineStatus(kind, due, due, left)), new ReminderStage(-Math.Max(left, 1)));
    }
}
