using System.Net;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Pages;

public sealed class UserPagesTest : IAsyncLifetime
{
    private const string Page = "/nguoi-dung";
    private const string NewPassword = "một mật khẩu khác hẳn";

    private readonly TestDashboard _dashboard = new();

    public Task InitializeAsync() => _dashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Theory]
    [InlineData(UserRole.Viewer)]
    [InlineData(UserRole.Operator)]
    public async Task OnlyAdministrators_SeeAndUseThePage(UserRole role)
    {
        using var person = await _dashboard.VisitAsync(role);
        using var seen = await person.GetAsync(Page);
        using var used = await person.PostAsync($"{Page}?handler=Role", "/tai-khoan", ("name", role.Code()), ("role", "Admin"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (seen.StatusCode, used.StatusCode));
        Assert.Equal(role, (await People.FindAsync(role.Code()))!.Role);
        Assert.DoesNotContain(Page, (await person.PageAsync("/")).QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Add_LetsSomebodyLogIn()
    {
        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        await SayAsync(admin, "Đã ghi.", "Add", ("name", " Hoa.SNV "), ("fullName", "Lê Thị Hoa"), ("role", "Operator"), ("password", NewPassword),
            ("repeated", NewPassword));

        Assert.Equal(("Lê Thị Hoa", UserRole.Operator), (await People.FindAsync("hoa.snv"))! is var person ? (person.FullName, person.Role) : default);
        using var hoa = await _dashboard.VisitAsync(null);
        await hoa.LogInAsync("hoa.snv", NewPassword);
        Assert.DoesNotContain(await AuditAsync(), entry => entry.Detail.Contains(NewPassword, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hai từ", "Operator", NewPassword, NewPassword, "tên đăng nhập có từ 1 đến 60 ký tự")]
    [InlineData("", "Operator", NewPassword, NewPassword, "tên đăng nhập có từ 1 đến 60 ký tự")]
    [InlineData("hoa", "Vua", NewPassword, NewPassword, "chọn một vai trò")]
    [InlineData("hoa", "7", NewPassword, NewPassword, "chọn một vai trò")]
    [InlineData("hoa", "Viewer", NewPassword, "khác", "không giống nhau")]
    [InlineData("hoa", "Viewer", "ngắn", "ngắn", "ít nhất 12 ký tự")]
    [InlineData("viewer", "Admin", NewPassword, NewPassword, "đã có người dùng")]
    public async Task Add_SaysWhatIsWrong_AndAddsNobody(string name, string role, string password, string repeated, string said)
    {
        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        await SayAsync(admin, said, "Add", ("name", name), ("role", role), ("password", password), ("repeated", repeated));
        Assert.Equal(3, (await People.ListAsync()).Count);
        Assert.Equal(UserRole.Viewer, (await People.FindAsync("viewer"))!.Role);
    }

    [Fact]
    public async Task NobodyDemotesOrDisablesThemselves()
    {
        await People.AddAsync("admin2", "", UserRole.Admin, PasswordHash.Of(NewPassword));
        using var admin = await _dashboard.VisitAsync(UserRole.Admin);

        await SayAsync(admin, "chính mình", "Role", ("name", "ADMIN"), ("role", "Viewer"));
        await SayAsync(admin, "chính mình", "Disable", ("name", " admin "));

        Assert.Equal((UserRole.Admin, false), (await People.FindAsync("admin"))! is var person ? (person.Role, person.IsDisabled) : default);
    }

    [Fact]
    public async Task DisablingAndANewRole_EndSessions()
    {
        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using var person = await _dashboard.VisitAsync(UserRole.Operator);

        await SayAsync(admin, "Đã ghi.", "Disable", ("name", "viewer"));
        await SayAsync(admin, "Đã ghi.", "Role", ("name", "operator"), ("role", "Viewer"));

        foreach (var ended in new[] { viewer, person })
        {
            using var answer = await ended.GetAsync("/");
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        await SayAsync(admin, "Đã ghi.", "Enable", ("name", "viewer"));
        Assert.False((await People.FindAsync("viewer"))!.IsDisabled);
        await SayAsync(admin, "Chưa làm", "Disable", ("name", "khong-co-ai"));
    }

    [Fact]
    public async Task NewPassword_IsSetForOthers_AndUnlocks()
    {
        for (var i = 0; i < 5; i++)
        {
            await People.CountFailureAsync("viewer", 5, TimeSpan.FromMinutes(15));
        }

        using var admin = await _dashboard.VisitAsync(UserRole.Admin);
        Assert.Contains("tạm khóa", (await admin.PageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);
        await SayAsync(admin, "Đã ghi.", "Password", ("name", "viewer"), ("newPassword", NewPassword), ("repeated", NewPassword));
        await SayAsync(admin, "trang Tài khoản", "Password", ("name", "admin"), ("newPassword", NewPassword), ("repeated", NewPassword));

        using var viewer = await _dashboard.VisitAsync(null);
        await viewer.LogInAsync("viewer", NewPassword);
    }

    [Fact]
    public async Task Audit_IsReadByPerson_AndHidesFromOthersWhatWasTypedInPlaceOfAName()
    {
        using var stranger = await _dashboard.VisitAsync(null);
        using var refused = await stranger.PostAsync("/dang-nhap", "/dang-nhap", ("name", "mật-khẩu-gõ-nhầm-ô"), ("password", "x"));
        using var viewer = await _dashboard.VisitAsync(UserRole.Viewer);
        using var admin = await _dashboard.VisitAsync(UserRole.Admin);

        Assert.Contains("mật-khẩu-gõ-nhầm-ô", (await admin.PageAsync("/nhat-ky")).Body!.TextContent, StringComparison.Ordinal);
        var seen = await viewer.PageAsync("/nhat-ky");
        Assert.DoesNotContain("mật-khẩu-gõ-nhầm-ô", seen.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("Đăng nhập sai", seen.Body!.TextContent, StringComparison.Ordinal);
        Assert.All((await viewer.PageAsync("/nhat-ky?nguoi=admin")).QuerySelectorAll("table.audit tbody tr"),
            row => Assert.Equal("admin", row.Children[1].TextContent.Trim()));
        Assert.Contains("Người này chưa làm gì.", (await viewer.PageAsync("/nhat-ky?nguoi=ai-do")).Body!.TextContent, StringComparison.Ordinal);
    }

    private UserStore People => _dashboard.Services.GetRequiredService<UserStore>();

    private Task<IReadOnlyList<AuditEntry>> AuditAsync() => _dashboard.Services.GetRequiredService<AuditTrail>().ListAsync();

    private static async Task SayAsync(Visitor admin, string said, string handler, params (string, string)[] fields)
    {
        using var answer = await admin.PostAsync($"{Page}?handler={handler}", Page, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains(said, (await admin.PageAsync(Page)).QuerySelector(".said")!.TextContent, StringComparison.Ordinal);
    }
}
