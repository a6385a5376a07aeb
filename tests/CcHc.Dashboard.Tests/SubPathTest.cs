using System.Net;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Tests.Support;

namespace CcHc.Dashboard.Tests;

/// <summary>Behind a reverse proxy that serves the pages below a path of its own.</summary>
public sealed class SubPathTest : IAsyncLifetime
{
    private readonly TestDashboard _dashboard = new() { PathBase = "/cchc" };

    public Task InitializeAsync() => _dashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task EveryLinkAndForm_StaysBelowThePath()
    {
        using var visitor = await _dashboard.VisitAsync(UserRole.Admin);
        foreach (var path in new[] { "/", "/nhiem-vu", "/co-quan", "/lich", "/thu", "/xem-truoc", "/cong-viec", "/ky-bao-cao", "/so-theo-doi", "/nhat-ky",
            "/nguoi-dung", "/tai-khoan" })
        {
            var page = await visitor.PageAsync(path);
            var addresses = page.QuerySelectorAll("a[href], link[rel=stylesheet], form[action]")
                .Select(one => one.GetAttribute("href") ?? one.GetAttribute("action")!);
            Assert.All(addresses.Where(address => address.StartsWith('/')), address => Assert.StartsWith("/cchc", address, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task AStranger_IsSentToTheLoginBelowThePath()
    {
        using var stranger = await _dashboard.VisitAsync(null);
        using var answer = await stranger.GetAsync("/nhiem-vu");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/cchc/dang-nhap", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }
}
