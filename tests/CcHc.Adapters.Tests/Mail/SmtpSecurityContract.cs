using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Mail;

/// <summary>What every sender through a mail server must do about TLS and logins.</summary>
public abstract class SmtpSecurityContract : IDisposable
{
    private const string Password = "mật-khẩu: Đ9#x";
    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _authority = new();

    protected abstract IMailSender NewSender(MailSettings settings);

    [Fact]
    public async Task Send_LogsIn_OverTlsOfAPrivateAuthority()
    {
        await using var server = await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--login", "cchc:secret-1");

        Assert.IsType<SendOutcome.Sent>(await SendAsync(Settings(server) with { User = "cchc", Password = new Secret("secret-1") }));
        Assert.Single(server.Kept());
    }

    [Fact]
    public async Task Send_NamesTheLogin_WhenThePasswordIsWrong_AndNeverThePassword()
    {
        await using var server = await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--login", "cchc:secret-1");
        var settings = Settings(server) with { User = "cchc", Password = new Secret(Password) };

        var why = Assert.IsType<SendOutcome.TryLater>(await SendAsync(settings)).Why;

        Assert.Contains("login of user \"cchc\"", why, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, why, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Password, System.Text.Json.JsonSerializer.Serialize(settings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_SaysThatALoginIsWanted_WhenNoneIsSet()
    {
        await using var server = await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--login", "cchc:secret-1");

        Assert.Contains("wants a login", Assert.IsType<SendOutcome.TryLater>(await SendAsync(Settings(server))).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("another authority")]
    [InlineData("another host")]
    [InlineData("expired")]
    [InlineData("machine's authorities only")]
    public async Task Send_TrustsNoCertificate_OfWrong(string what)
    {
        var certificate = what switch
        {
            "another authority" => new TestAuthority().WriteServer(_folder.Path),
            "another host" => _authority.WriteServer(_folder.Path, "mail.elsewhere.vn"),
            "expired" => _authority.WriteServer(_folder.Path, isExpired: true),
            _ => _authority.WriteServer(_folder.Path),
        };
        await using var server = await BreakingMailServer.StartAsync("--certificate", certificate);
        var settings = what == "machine's authorities only" ? Settings(server) with { Host = "127.0.0.1", AuthorityFile = "" } : Settings(server);

        Assert.Contains("TLS failed", Assert.IsType<SendOutcome.TryLater>(await SendAsync(settings)).Why, StringComparison.Ordinal);
        Assert.Empty(server.Kept());
    }

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private MailSettings Settings(BreakingMailServer server) => new()
    {
        Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "localhost", Port = server.Port, AuthorityFile = _authority.WriteAuthority(_folder.Path),
    };

    private Task<SendOutcome> SendAsync(MailSettings settings) =>
        NewSender(settings).SendAsync(Letters.Mail("thu-1"), new MailRecipient("stp@so.gov.vn"), CancellationToken.None);
}
