using System.Net;
using CcHc.Adapters.Storage.Users;
using CcHc.Dashboard.Auth;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Auth;

public sealed class LoginTest : IAsyncLifetime
{
    private const string Refused = "Tên hoặc mật khẩu không đúng. Nhập sai 5 lần thì tên bị tạm khóa 15 phút.";

    private readonly TestDashboard _dashboard = new();

    public Task InitializeAsync() => _dashboard.StartAsync();

    public async Task DisposeAsync() => await _dashboard.DisposeAsync();

    [Fact]
    public async Task RightPassword_OpensTheOverview_AndIsWrittenDown()
    {
        using var visitor = await _dashboard.VisitAsync(UserRole.Viewer);
        Assert.Contains("Người Viewer", (await visitor.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await Audit(), entry => entry is { Person: "viewer", Action: "login" });
    }

    [Theory]
    [InlineData("viewer", "sai mật khẩu hẳn")]
    [InlineData("khong-co-ai", TestDashboard.Password)]
    [InlineData("", "")]
    public async Task WrongNameOrPassword_GetTheSameAnswer(string name, string password)
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await visitor.PostAsync("/dang-nhap", "/dang-nhap", ("name", name), ("password", password));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Refused, (await Visitor.ParseAsync(answer)).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task FiveWrongTries_LockTheName_EvenForTheRightPassword_WithTheAnswerAnUnknownNameGets()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        for (var i = 0; i < 5; i++)
        {
            using var refused = await visitor.PostAsync("/dang-nhap", "/dang-nhap", ("name", "operator"), ("password", "sai mật khẩu hẳn"));
        }

        using var answer = await visitor.PostAsync("/dang-nhap", "/dang-nhap", ("name", "operator"), ("password", TestDashboard.Password));
        Assert.Equal(Refused, (await Visitor.ParseAsync(answer)).QuerySelector("[role=alert]")!.TextContent);
        Assert.Contains(await Audit(), entry => entry is { Person: "operator", Action: "login-locked" });
    }

    [Fact]
    public async Task TooManyTriesFromOneAddress_AreTurnedAway_BeforeAPasswordIsChecked()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i <= LoginPace.TriesAtOnce; i++)
        {
            // Without the form's token no password is checked, so that the test is quick; a try it is all the same.
            using var answer = await visitor.PostBareAsync("/dang-nhap", ("name", "ai-do"), ("password", "gì đó"));
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.All(answers[..^1], status => Assert.Equal(HttpStatusCode.BadRequest, status));
        await visitor.PageAsync("/dang-nhap");
    }

    [Fact]
    public async Task AFormLongerThanAnyOfOurs_IsRefused_AndNotWrittenDown()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer = await visitor.PostAsync("/dang-nhap", "/dang-nhap", ("name", new string('a', 100_000)), ("password", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await Audit());
    }

    [Fact]
    public async Task LoggingOut_EndsEverySessionOfThePerson()
    {
        using var here = await _dashboard.VisitAsync(UserRole.Viewer);
        using var elsewhere = await _dashboard.VisitAsync(UserRole.Viewer);
        using var left = await here.PostAsync("/dang-xuat", "/tai-khoan");
        using var ended = await elsewhere.GetAsync("/");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (left.StatusCode, ended.StatusCode));
    }

    [Fact]
    public async Task GuessingThePassword_InASessionOfSomebodyElse_LocksTheNameToo()
    {
        using var visitor = await _dashboard.VisitAsync(UserRole.Viewer);
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await visitor.PostAsync("/tai-khoan", "/tai-khoan", ("current", "sai mật khẩu hẳn"), ("newPassword", "một mật khẩu khác hẳn"),
                ("repeated", "một mật khẩu khác hẳn"));
        }

        using var answer = await visitor.PostAsync("/tai-khoan", "/tai-khoan", ("current", TestDashboard.Password), ("newPassword", "một mật khẩu khác hẳn"),
            ("repeated", "một mật khẩu khác hẳn"));
        Assert.DoesNotContain("Đã đổi mật khẩu.", (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_Ends_WhenThePersonIsDisabled()
    {
        using var visitor = await _dashboard.VisitAsync(UserRole.Operator);
        await _dashboard.Services.GetRequiredService<UserStore>().SetDisabledAsync("operator", true);
        using var answer = await visitor.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Login_LeadsBack_OnlyWithinThesePages()
    {
        using var visitor = await _dashboard.VisitAsync(null);
        using var answer =
            await visitor.PostAsync("/dang-nhap", "/dang-nhap", ("name", "viewer"), ("password", TestDashboard.Password), ("back", "https://xau.example/"));
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task NewPassword_EndsOtherSessions_AndNeverReachesTheAudit()
    {
        using var here = await _dashboard.VisitAsync(UserRole.Viewer);
        using var elsewhere = await _dashboard.VisitAsync(UserRole.Viewer);
        using var answer = await here.PostAsync("/tai-khoan", "/tai-khoan", ("current", TestDashboard.Password), ("newPassword", "một mật khẩu khác hẳn"),
            ("repeated", "một mật khẩu khác hẳn"));
        Assert.Contains("Đã đổi mật khẩu.", (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        await here.PageAsync("/");
        using var ended = await elsewhere.GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.DoesNotContain(await Audit(), entry => entry.Detail.Contains("mật khẩu", StringComparison.Ordinal));
    }

    private Task<IReadOnlyList<AuditEntry>> Audit() => _dashboard.Services.GetRequiredService<AuditTrail>().ListAsync();
}
