using System.Net;
using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Pages.Calendar;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class CalendarAndRegistersTest : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new();
    private DateOnly _today;

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        _today = await _dashboard.PutTestBoardAsync();
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task Month_LinksEachTask_AndTheMonthsBesideIt()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var due = TestBoard.Office(_today).Rows.First(row => row.Task.Number == "6").Standing.Due!.Value;
        var page = await viewer.PageAsync($"/lich?thang={MonthPlan.CodeOf(due)}");

        var day = page.QuerySelectorAll("td").Single(cell => cell.QuerySelector($"time[datetime='{due:yyyy-MM-dd}']") is not null);
        Assert.Contains("Công bố danh mục thủ tục", day.QuerySelector("a[href^='/nhiem-vu/']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/lich?thang={MonthPlan.CodeOf(due.AddMonths(1))}", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal($"/lich?thang={MonthPlan.CodeOf(due.AddMonths(-1))}", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Registers_TellEachFilesFindings_AndFilterThem()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var all = await viewer.PageAsync("/so-theo-doi");
        Assert.Contains("lần này không đọc được, đang dùng bản đọc trước", all.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, all.QuerySelectorAll("table.stack tbody tr").Length);

        foreach (var link in all.QuerySelectorAll("td.num a[href^='/so-theo-doi']"))
        {
            Assert.Equal(int.Parse(link.TextContent, null),
                (await viewer.PageAsync(link.GetAttribute("href")!.Split('#')[0])).QuerySelectorAll("table.stack tbody tr").Length);
        }
    }

    [Fact]
    public async Task HealthWorkbook_IsTheLatest_WhateverIsAskedFor()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using (var none = await viewer.GetAsync("/so-theo-doi/canh-bao.xlsx"))
        {
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        var health = Directory.CreateDirectory(_dashboard.Services.GetRequiredService<SharedFolder>().Health).FullName;
        await File.WriteAllTextAsync(Path.Combine(health, "canh-bao-2026-06-15.xlsx"), "sổ");
        using var answer = await viewer.GetAsync("/so-theo-doi/canh-bao.xlsx?name=..%2Fcchc.db");
        Assert.Equal("sổ", await answer.Content.ReadAsStringAsync());
        Assert.Equal("canh-bao-2026-06-15.xlsx", answer.Content.Headers.ContentDisposition!.FileName);
    }
}
