using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Mail.Smtp;

public sealed class MailKitMailSenderTest(SharedSmtpServer shared) : SmtpSendingContract(shared)
{
    protected override IMailSender NewSender(MailSettings settings) => new MailKitMailSender(settings);
}

public sealed class MailKitMailSenderSecurityTest : SmtpSecurityContract
{
    protected override IMailSender NewSender(MailSettings settings) => new MailKitMailSender(settings);
}

public sealed class MailKitMailSenderDeliveryTest(SharedSmtpServer shared) : SmtpDeliveryContract(shared)
{
    protected override IMailSender NewSender(MailSettings settings) => new MailKitMailSender(settings);
}

/// <summary>What only MailKit can.</summary>
public sealed class MailKitMailSenderAloneTest : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _authority = new();

    private string TokenFile => Path.Combine(_folder.Path, "token");

    [Fact]
    public async Task Send_BeginsWithTls_AndLogsIn()
    {
        await using var server = await StartAsync("--tls-from-the-start", "--login", "cchc:secret-1");

        Assert.IsType<SendOutcome.Sent>(await SendAsync(Settings(server) with { ImplicitTls = true, User = "cchc", Password = new Secret("secret-1") }));
        Assert.Single(server.Kept());
    }

    [Fact]
    public async Task Send_BeginsWithTls_OnlyWithACertificateItTrusts()
    {
        await using var server = await StartAsync("--tls-from-the-start");

        var outcome = await SendAsync(Settings(server) with { ImplicitTls = true, AuthorityFile = "" });

        Assert.Contains("TLS failed", Assert.IsType<SendOutcome.TryLater>(outcome).Why, StringComparison.Ordinal);
        Assert.Empty(server.Kept());
    }

    [Fact]
    public async Task Send_ReadsTheTokenAnew_ForEveryLetter()
    {
        await File.WriteAllTextAsync(TokenFile, "first-token\n");
        await using var server = await StartAsync("--token", $"cchc@so.gov.vn:{TokenFile}");
        var sender = new MailKitMailSender(Settings(server) with { User = "cchc@so.gov.vn", TokenFile = TokenFile });

        Assert.IsType<SendOutcome.Sent>(await SendAsync(sender));
        await File.WriteAllTextAsync(TokenFile, "renewed-token\n");
        Assert.IsType<SendOutcome.Sent>(await SendAsync(sender));

        Assert.Equal(2, server.Kept().Count);
    }

    [Fact]
    public async Task Send_NamesTheLogin_WhenTheTokenIsOld_AndNeverTheToken()
    {
        var ours = Path.Combine(_folder.Path, "our-token");
        await File.WriteAllTextAsync(TokenFile, "renewed-token");
        await File.WriteAllTextAsync(ours, "old-token");
        await using var server = await StartAsync("--token", $"cchc@so.gov.vn:{TokenFile}");

        var why = Assert.IsType<SendOutcome.TryLater>(await SendAsync(Settings(server) with { User = "cchc@so.gov.vn", TokenFile = ours })).Why;

        Assert.Contains("login of user \"cchc@so.gov.vn\"", why, StringComparison.Ordinal);
        Assert.DoesNotContain("old-token", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Waits_WhileTheTokenFileIsGone()
    {
        await File.WriteAllTextAsync(TokenFile, "first-token");
        await using var server = await StartAsync("--token", $"cchc@so.gov.vn:{TokenFile}");
        var sender = new MailKitMailSender(Settings(server) with { User = "cchc@so.gov.vn", TokenFile = TokenFile });
        File.Delete(TokenFile);

        Assert.Contains(TokenFile, Assert.IsType<SendOutcome.TryLater>(await SendAsync(sender)).Why, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<BreakingMailServer> StartAsync(params string[] options) =>
        BreakingMailServer.StartAsync(["--certificate", _authority.WriteServer(_folder.Path), .. options]);

    private MailSettings Settings(BreakingMailServer server) => new()
    {
        Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "localhost", Port = server.Port, AuthorityFile = _authority.WriteAuthority(_folder.Path),
    };

    private static Task<SendOutcome> SendAsync(MailSettings settings) => SendAsync(new MailKitMailSender(settings));

    private static Task<SendOutcome> SendAsync(MailKitMailSender sender) =>
        sender.SendAsync(Letters.Mail("thu-1"), new MailRecipient("stp@so.gov.vn"), CancellationToken.None);
}
