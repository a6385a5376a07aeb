using System.Net;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests;

/// <summary>Asks every route there is, so that a new page cannot be forgotten.</summary>
public sealed class EveryRouteTest : IAsyncLifetime
{
    private static readonly string[] OpenToAll = ["/dang-nhap", "/loi/{code:int}", "/site.css", "/lich/{secret}.ics"];

    private readonly TestDashboard _dashboard = new();

    public Task InitializeAsync() => _dashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task EveryPage_SendsAStrangerToTheLogin()
    {
        using var stranger = await _dashboard.VisitAsync(null);
        foreach (var route in Routes().Where(route => !OpenToAll.Contains(route)))
        {
            using var answer = await stranger.GetAsync(Address(route));
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect
                && answer.Headers.Location!.ToString().Contains("/dang-nhap", StringComparison.Ordinal), $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task EveryForm_RefusesAPostWithoutItsToken()
    {
        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        foreach (var route in Routes().Where(route => route is not "/site.css" && !route.StartsWith("/loi", StringComparison.Ordinal)))
        {
            using var answer = await admin.PostBareAsync(Address(route), ("x", "y"));
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.MethodNotAllowed
                or HttpStatusCode.NotFound, $"{route}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task EveryForm_RefusesTooLowARole()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        foreach (var (route, handler) in Forms())
        {
            using var answer = await viewer.PostAsync($"{Address(route)}?handler={handler}", "/tai-khoan", ("x", "y"));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{route} {handler}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task EveryPage_ForbidsWhatItDoesNotNeed()
    {
        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        foreach (var route in Routes().Where(route => !route.Contains('{', StringComparison.Ordinal)))
        {
            using var answer = await admin.GetAsync(route);
            Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"), route);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    // RELIABILITY 50
    [Fact]
    public async Task EveryPage_SaysWhileLettersGoToATestAddress()
    {
        await using var dashboard = await new TestDashboard { Mail = new() { SenderAddress = "cchc@x.example", RedirectAllTo = "thu@x.example" } }.StartAsync();
        using var admin = await dashboard.VisitAsync(UserRole.Admin);
        foreach (var route in Routes().Where(route => !route.Contains('{', StringComparison.Ordinal) && route is not "/site.css"))
        {
            using var answer = await admin.GetAsync(route);
            var page = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.Content.Headers.ContentType?.MediaType != "text/html" || System.Net.WebUtility.HtmlDecode(page)
                .Contains("mọi thư đang được gửi về thu@x.example", StringComparison.Ordinal), $"{route}: {answer.StatusCode}");
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() => _dashboard.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private IReadOnlyList<string> Routes()
    {
        var routes = Endpoints().Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().Where(route => route != "/Index").ToList();
        Assert.True(routes.Count > 5);
        return routes;
    }

    /// <summary>Every form a viewer may not use.</summary>
    private IEnumerable<(string Route, string Handler)> Forms() =>
        from endpoint in Endpoints()
        let page = endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>()
            ?? (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } bare ? Compiled(bare) : null)
        where page is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        from handler in page.HandlerMethods
        where handler.HttpMethod == "POST"
        let role = (handler.MethodInfo.GetCustomAttributes(typeof(ActionByAttribute), false)
            .Concat(page.HandlerTypeInfo.GetCustomAttributes(typeof(ActionByAttribute), false)).FirstOrDefault() as ActionByAttribute)?.Role
        where role != UserRole.Viewer
        select ("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), handler.Name ?? "");

    private CompiledPageActionDescriptor Compiled(PageActionDescriptor page) =>
        _dashboard.Services.GetRequiredService<Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure.PageLoader>().LoadAsync(page, EndpointMetadataCollection())
            .GetAwaiter().GetResult();

    private static Microsoft.AspNetCore.Http.EndpointMetadataCollection EndpointMetadataCollection() =>
        Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty;

    /// <summary>Every blank of a route filled with something.</summary>
    private static string Address(string route) => System.Text.RegularExpressions.Regex.Replace(route, @"\{[^}]*\}", "1");
}
