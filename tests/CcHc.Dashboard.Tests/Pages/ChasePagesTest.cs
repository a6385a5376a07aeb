using System.Net;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class ChasePagesTest : IAsyncLifetime
{
    private const string Both = "/don-doc?tinh-trang=qua-han&tinh-trang=sap-den-han";

    private readonly TestDashboard _dashboard = new();

    private OutboxStore Outbox => _dashboard.Services.GetRequiredService<OutboxStore>();

    public async Task InitializeAsync()
    {
        await _dashboard.StartAsync();
        await _dashboard.PutTestBoardAsync();
    }

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Theory]
    [InlineData("/don-doc", "Sở Tư pháp")]
    [InlineData(Both, "Sở Tư pháp", "Sở Nội vụ")]
    [InlineData(Both + "&co-quan=SNV", "Sở Nội vụ")]
    [InlineData(Both + "&co-quan=SNV,STP", "Sở Tư pháp", "Sở Nội vụ")]
    [InlineData("/don-doc?im-lang=41")]
    [InlineData("/don-doc?co-quan=X-KHE&tinh-trang=sap-den-han")]
    [InlineData("/don-doc?co-quan=KHONG-CO")]
    [InlineData("/don-doc?linh-vuc=zz&tinh-trang=zz&im-lang=zz", "Sở Tư pháp")]
    public async Task Filter_ChoosesWhoGetsALetter(string address, params string[] agencies)
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync(address);
        Assert.Equal(agencies.Order(StringComparer.Ordinal), page.QuerySelectorAll("details.letter summary b").Select(name => name.TextContent)
            .Order(StringComparer.Ordinal));
        Assert.DoesNotContain(page.QuerySelectorAll("form[method=post]"), form => form.QuerySelector("input[name=reason]") is not null);
    }

    [Fact]
    public async Task Letter_IsShownBeforeItGoes_WithTheOfficersOwnWordsAsText()
    {
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        var page = await viewer.PageAsync("/don-doc?loi=" + WebUtility.UrlEncode("Làm gấp <b>trước</b> kỳ họp."));
        using var content = await viewer.GetAsync(page.QuerySelector("iframe[sandbox='']")!.GetAttribute("src")!);
        var html = await content.Content.ReadAsStringAsync();

        Assert.EndsWith("sandbox; frame-ancestors 'self'", content.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("Làm gấp &lt;b&gt;trước&lt;/b&gt; kỳ họp.", html, StringComparison.Ordinal);
        Assert.Empty(await Outbox.ListAsync());
        using var other = await viewer.GetAsync("/don-doc/noi-dung?thu=SNV&co-quan=STP");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task Operator_SendsOneLetterAnAgencyADay_RecordedWithWhoAndWhy()
    {
        using var visitor = await _dashboard.VisitAsync(UserRole.Operator);
        using var sent = await visitor.PostAsync(Both + "&loi=Nhanh", Both, ("reason", "Kỳ họp tháng 6"));
        Assert.Contains("Đã đưa thư đôn đốc vào hàng chờ gửi.", (await visitor.PageAsync(sent.Headers.Location!.ToString())).Body!.TextContent,
            StringComparison.Ordinal);
        using var again = await visitor.PostAsync(Both, Both, ("reason", "Lần nữa"));
        Assert.Contains("đã có thư đôn đốc hôm nay", (await visitor.PageAsync("/don-doc")).Body!.TextContent, StringComparison.Ordinal);

        var letters = await Outbox.ListAsync();
        Assert.Equal(["SNV", "STP"], letters.Select(letter => letter.AgencyCode).Order(StringComparer.Ordinal));
        Assert.All(letters, letter => Assert.Equal("chase", letter.Kind));
        var audit = await _dashboard.Services.GetRequiredService<AuditTrail>().ListAsync();
        Assert.Contains(audit, entry => entry is { Action: "chase", Subject: "STP" } && entry.Detail.EndsWith("Kỳ họp tháng 6", StringComparison.Ordinal)
            && entry.Person.Contains("Người Operator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingIsSent_WithoutAReason_OrWhileLettersAreHeld()
    {
        using var visitor = await _dashboard.VisitAsync(UserRole.Operator);
        using var bare = await visitor.PostAsync("/don-doc", "/don-doc", ("reason", " "));
        await _dashboard.Services.GetRequiredService<LetterHold>().BeginAsync("kiểm tra");
        using var held = await visitor.PostAsync("/don-doc", "/don-doc", ("reason", "Gấp"));

        Assert.Contains("Chưa gửi: mọi thư đang được giữ.", (await visitor.PageAsync("/don-doc")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await Outbox.ListAsync());
    }
}
