using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CcHc.Dashboard.Tests.Browser;

/// <summary>Walks every page as each role, on a desk and on a phone, with scripts and without; leaves a picture of each under artifacts/screens.</summary>
[Collection(BrowserTests.Name)]
public sealed class PageWalkTest(BrowserFixture chromium) : IAsyncLifetime
{
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 900 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private readonly TestDashboard _dashboard = new();
    private readonly List<string> _complaints = [];

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        await SampleOffice.FillAsync(_dashboard);
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Theory]
    [InlineData(UserRole.Viewer, false, true)]
    [InlineData(UserRole.Viewer, true, false)]
    [InlineData(UserRole.Operator, false, true)]
    [InlineData(UserRole.Operator, true, true)]
    [InlineData(UserRole.Admin, false, true)]
    [InlineData(UserRole.Admin, false, false)]
    [InlineData(UserRole.Admin, true, true)]
    public async Task EveryPage_OpensWithoutComplaint_AndFitsTheScreen(UserRole role, bool isPhone, bool hasScripts)
    {
        await using var context = await chromium.Browser.NewContextAsync(
            new BrowserNewContextOptions { ViewportSize = isPhone ? Phone : Desk, JavaScriptEnabled = hasScripts, Locale = "vi-VN" });
        var page = await LogInAsync(context, role);
        foreach (var path in await PathsAsync(role))
        {
            var answer = await page.GotoAsync(_dashboard.Url + path);
            Assert.True(answer!.Ok, $"{path}: {answer.Status}");
            if (hasScripts)
            {
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"),
                    $"{path} is wider than the screen");
            }

            await PictureAsync(page, $"{role}-{(isPhone ? "phone" : "desk")}{(hasScripts ? "" : "-noscript")}", path);
        }

        Assert.Empty(_complaints);
    }

    /// <summary>A reader looks for “Nhắc các cơ quan” and “Sở Tư pháp”, not for the codes of jobs.yml and the directory; the audit keeps what was typed, and an
    /// agency's own page says its code.</summary>
    [Fact]
    public async Task NoPage_CallsAJobOrAnAgencyByItsCodeAlone()
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = Desk, Locale = "vi-VN" });
        var page = await LogInAsync(context, UserRole.Admin);
        foreach (var path in (await PathsAsync(UserRole.Admin)).Where(path => path != "/nhat-ky" && !path.StartsWith("/co-quan/", StringComparison.Ordinal)))
        {
            await page.GotoAsync(_dashboard.Url + path);
            var words = await page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('td, th, h1, dd a, dd, option, li > span')].map(one => one.innerText.trim().split('\\n')[0])");
            Assert.True(!words.Any(IsCode), $"{path}: {string.Join(", ", words.Where(IsCode).Distinct(StringComparer.Ordinal))}");
        }

        static bool IsCode(string words) => words.Split(" – ")[0] is "remind" or "collect" or "assemble" or "plans"
            || (words.Length == 4 && words.StartsWith("CQ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryPage_IsAccessible(bool isPhone)
    {
        await using var context =
            await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = isPhone ? Phone : Desk, Locale = "vi-VN" });
        var page = await LogInAsync(context, UserRole.Admin);
        foreach (var path in await PathsAsync(UserRole.Admin))
        {
            await page.GotoAsync(_dashboard.Url + path);
            // A letter stands in a frame that runs no scripts, where the checker would wait for ever; of the frame itself it is enough to have a name.
            Assert.Equal(0, await page.Locator("iframe:not([title])").CountAsync());
            await page.EvaluateAsync("document.querySelectorAll('iframe').forEach(frame => frame.remove())");
            var found =
                await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } });
            Assert.True(found.Violations.Length == 0, $"{path}: {string.Join("; ", found.Violations.Select(one => $"{one.Id} {one.Nodes[0].Html}"))}");
        }
    }

    [Fact]
    public async Task TheKeyboard_ReachesTheContentFirst_AndEveryPageOfTheMenu()
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = Desk });
        var page = await LogInAsync(context, UserRole.Viewer);
        await page.GotoAsync(_dashboard.Url + "/");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("skip", await page.EvaluateAsync<string>("document.activeElement.className"));
        var links = await page.Locator("header nav a").CountAsync();
        for (var i = 0; i < links + 1; i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.True(await page.EvaluateAsync<bool>("document.activeElement === [...document.querySelectorAll('header nav a')].at(-1)"));
    }

    [Fact]
    public async Task English_IsChosenByAButton_AndStays()
    {
        await using var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions { ViewportSize = Desk, JavaScriptEnabled = false });
        var page = await LogInAsync(context, UserRole.Viewer);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "English" }).ClickAsync();
        await page.GotoAsync(_dashboard.Url + "/tai-khoan");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("Account", await page.Locator("h1").TextContentAsync());
    }

    private async Task<IPage> LogInAsync(IBrowserContext context, UserRole role)
    {
        var page = await context.NewPageAsync();
        // A violation of the content policy is an error on the console, too.
        page.Console += (_, message) => Note(message.Type == "error", $"{page.Url}: {message.Text}");
        page.PageError += (_, error) => Note(true, $"{page.Url}: {error}");
        await page.GotoAsync(_dashboard.Url + "/dang-nhap");
        await page.Locator("input[name=name]").FillAsync(role.ToString());
        await page.Locator("input[name=password]").FillAsync(TestDashboard.Password);
        await page.Locator("main button").ClickAsync();
        await page.WaitForURLAsync(_dashboard.Url + "/");
        return page;
    }

    private void Note(bool isComplaint, string what)
    {
        if (isComplaint)
        {
            _complaints.Add(what);
        }
    }

    /// <summary>Every page this role may open: those without a blank, and of the others the ones their lists lead to.</summary>
    private async Task<IReadOnlyList<string>> PathsAsync(UserRole role)
    {
        var plain = _dashboard.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => path is not ("/Index" or "/dang-nhap") && !path.Contains('{', StringComparison.Ordinal) && !IsDownload(path)).Distinct().ToList();
        using var visitor = await _dashboard.VisitAsync(role);
        var (paths, deeper) = (new List<string>(), new SortedDictionary<string, string>(StringComparer.Ordinal));
        foreach (var path in plain)
        {
            using var answer = await visitor.GetAsync(path);
            if (!answer.IsSuccessStatusCode)
            {
                // Forbidden to this role, or a page of one thing that its address must name.
                Assert.Contains(answer.StatusCode, new[] { System.Net.HttpStatusCode.Forbidden, System.Net.HttpStatusCode.NotFound });
                continue;
            }

            paths.Add(path);
            foreach (var link in (await Visitor.ParseAsync(answer)).QuerySelectorAll("main a[href^='/']").Select(link => link.GetAttribute("href")!))
            {
                var steps = link.Split('?')[0].Split('/');
                if (steps.Length > 2 && !IsDownload(link))
                {
                    deeper.TryAdd(steps[1], link);
                }
            }
        }

        return [.. paths, .. deeper.Values];
    }

    private static bool IsDownload(string path) => path.Contains('.', StringComparison.Ordinal)
        || path.Contains("/tai", StringComparison.Ordinal) && !path.StartsWith("/tai-khoan", StringComparison.Ordinal);

    private static Task PictureAsync(IPage page, string walk, string path) => page.ScreenshotAsync(new PageScreenshotOptions
    {
        FullPage = true,
        Path = Path.Combine(Repository.Folder, "artifacts", "screens", walk,
            string.Join('_', path.Split('/', StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("tong-quan")).Split('?')[0] + ".png"),
    });
}
