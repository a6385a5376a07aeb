using System.Net;
using System.Net.Sockets;
using System.Text;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Mail.Smtp;

/// <summary>RELIABILITY 45: each cause has its own name, and nothing is sent to find it.</summary>
public sealed class SmtpProbeTest : IDisposable
{
    private const string Password = "mật-khẩu-1";
    private readonly TemporaryFolder _folder = new();
    private readonly TestAuthority _authority = new();

    [Fact]
    public async Task Probe_FindsNothing_WhenMailWouldGoThrough_AndSendsNothing()
    {
        await using var server = await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--login", "cchc:" + Password);
        Assert.Empty(await ProbeAsync(Settings(server.Port) with { User = "cchc", Password = new Secret(Password) }));
        Assert.Empty(server.Kept());
    }

    [Fact]
    public async Task Probe_FindsNothing_OnAPlainServerOfTheOwnNetwork()
    {
        await using var server = await BreakingMailServer.StartAsync();
        Assert.Empty(await ProbeAsync(Settings(server.Port) with { UseTls = false, AuthorityFile = "" }));
    }

    [Theory]
    [InlineData("expired", "mail-certificate-expired")]
    [InlineData("another host", "mail-certificate-wrong-name")]
    [InlineData("another authority", "mail-certificate-unknown")]
    [InlineData("machine's authorities only", "mail-certificate-unknown")]
    [InlineData("expired and another host", "mail-certificate-wrong-name mail-certificate-expired")]
    public async Task Probe_NamesWhatIsWrongWithTheCertificate_AndKeepsThePasswordToItself(string what, string codes)
    {
        var certificate = what switch
        {
            "another authority" => new TestAuthority().WriteServer(_folder.Path),
            "another host" => _authority.WriteServer(_folder.Path, "mail.elsewhere.vn"),
            "expired" => _authority.WriteServer(_folder.Path, isExpired: true),
            "expired and another host" => _authority.WriteServer(_folder.Path, "mail.elsewhere.vn", isExpired: true),
            _ => _authority.WriteServer(_folder.Path),
        };
        await using var server = await BreakingMailServer.StartAsync("--certificate", certificate, "--login", "cchc:another");
        var settings = Settings(server.Port) with { User = "cchc", Password = new Secret(Password) };

        var found = await ProbeAsync(what == "machine's authorities only" ? settings with { AuthorityFile = "" } : settings);

        // The login is wrong, too; that it is not complained of shows that it was never tried.
        Assert.Equal(codes.Split(' '), found.Select(complaint => complaint.Code));
    }

    [Theory]
    [InlineData("mail-tls-from-first-byte", "--tls-from-the-start")]
    [InlineData("mail-tls-too-old", "--old-tls")]
    [InlineData("mail-login-wanted", "--login", "cchc:x")]
    public async Task Probe_NamesTheCause_OfAServerWithTls(string code, params string[] options)
    {
        await using var server = await BreakingMailServer.StartAsync(["--certificate", _authority.WriteServer(_folder.Path), .. options]);
        var complaint = await OneAsync(Settings(server.Port));
        Assert.True(code == complaint.Code, complaint.ToString());
    }

    [Fact]
    public async Task Probe_NamesARefusedLogin_AndNeverThePassword()
    {
        await using var server = await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--login", "cchc:another");
        var complaint = await OneAsync(Settings(server.Port) with { User = "cchc", Password = new Secret(Password) });
        Assert.Equal("mail-login-refused", complaint.Code);
        Assert.Contains("535", complaint.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, complaint.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(Password)), complaint.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_LogsInByAnyWayTheSendingKnows()
    {
        await using var server =
            await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--login", "cchc:" + Password, "--plain-only");
        Assert.Empty(await ProbeAsync(Settings(server.Port) with { User = "cchc", Password = new Secret(Password) }));
    }

    [Fact]
    public async Task Probe_TriesTheToken_AndNamesARefusedOne_AndNeverTheToken()
    {
        var (wanted, ours) = (Path.Combine(_folder.Path, "wanted"), Path.Combine(_folder.Path, "ours"));
        await File.WriteAllTextAsync(wanted, "renewed-token");
        await File.WriteAllTextAsync(ours, "old-token");
        await using var server =
            await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--token", $"cchc@so.gov.vn:{wanted}");
        var settings = Settings(server.Port) with { User = "cchc@so.gov.vn", TokenFile = ours };

        var refused = await OneAsync(settings);
        Assert.Equal("mail-token-refused", refused.Code);
        Assert.DoesNotContain("old-token", refused.ToString(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(ours, "renewed-token\n");
        Assert.Empty(await ProbeAsync(settings));

        File.Delete(ours);
        Assert.Equal("mail-token-unreadable", (await OneAsync(settings)).Code);
    }

    [Fact]
    public async Task Probe_FindsNothing_WhereTlsBeginsWithTheFirstByte_AndSettingsSaySo()
    {
        await using var server =
            await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--tls-from-the-start", "--login", "cchc:" + Password);
        Assert.Empty(await ProbeAsync(Settings(server.Port) with { ImplicitTls = true, User = "cchc", Password = new Secret(Password) }));
    }

    [Fact]
    public async Task Probe_NamesAServerThatGreetsInClear_WhereTlsShouldBeginAtOnce()
    {
        await using var server = await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path));
        Assert.Equal("mail-tls-by-starttls", (await OneAsync(Settings(server.Port) with { ImplicitTls = true })).Code);
    }

    [Theory]
    [InlineData("expired", "mail-certificate-expired")]
    [InlineData("another host", "mail-certificate-wrong-name")]
    public async Task Probe_NamesWhatIsWrongWithTheCertificate_FromTheFirstByte(string what, string code)
    {
        var certificate = what == "expired" ? _authority.WriteServer(_folder.Path, isExpired: true) : _authority.WriteServer(_folder.Path, "mail.elsewhere.vn");
        await using var server = await BreakingMailServer.StartAsync("--certificate", certificate, "--tls-from-the-start");
        Assert.Equal(code, (await OneAsync(Settings(server.Port) with { ImplicitTls = true })).Code);
    }

    [Fact]
    public async Task Probe_SaysThatTheLoginCannotBeTried_WhenTheServerOffersNone()
    {
        await using var server = await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path), "--no-login");
        Assert.Equal("mail-login-not-offered", (await OneAsync(Settings(server.Port) with { User = "cchc", Password = new Secret(Password) })).Code);
    }

    [Fact]
    public async Task Probe_NamesARefusedSender()
    {
        await using var server = await BreakingMailServer.StartAsync();
        var complaint = await OneAsync(Settings(server.Port) with { UseTls = false, AuthorityFile = "", SenderAddress = "unwanted@so.gov.vn" });
        Assert.Equal("mail-sender-refused", complaint.Code);
        Assert.Contains("550 5.1.8 this sender is unwanted", complaint.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Probe_AsksForTls_WhenTheServerWantsItAndSettingsDoNot()
    {
        await using var server = await BreakingMailServer.StartAsync("--certificate", _authority.WriteServer(_folder.Path));
        Assert.Equal("mail-tls-wanted", (await OneAsync(Settings(server.Port) with { UseTls = false })).Code);
    }

    [Fact]
    public async Task Probe_MissesStartTls_WhenTheServerOffersNone()
    {
        await using var server = await BreakingMailServer.StartAsync();
        Assert.Equal("mail-starttls-missing", (await OneAsync(Settings(server.Port))).Code);
    }

    [Fact]
    public async Task Probe_SaysUnreachable_WhenNobodyListens()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal("mail-server-unreachable", (await OneAsync(Settings(port))).Code);
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", "mail-not-smtp")]
    [InlineData("", "mail-not-smtp")]
    [InlineData("220-on and on\r\n*1000", "mail-not-smtp")]
    [InlineData("554 5.7.1 your address is listed\r\n", "mail-refused")]
    public async Task Probe_TellsOtherServersApart(string greeting, string code)
    {
        var said = greeting.Split('*') is [var line, var times]
            ? string.Concat(Enumerable.Repeat(line, int.Parse(times, System.Globalization.CultureInfo.InvariantCulture))) : greeting;
        using var stop = new CancellationTokenSource();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var guests = new List<TcpClient>();
        var serving = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var guest = await listener.AcceptTcpClientAsync(stop.Token);
                guests.Add(guest);
                await guest.GetStream().WriteAsync(Encoding.ASCII.GetBytes(said), stop.Token);
            }
        });

        Assert.Equal(code, (await OneAsync(Settings(((IPEndPoint)listener.LocalEndpoint).Port))).Code);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving);
        guests.ForEach(guest => guest.Dispose());
    }

    public void Dispose() => _folder.Dispose();

    private MailSettings Settings(int port) => new()
    {
        Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "localhost", Port = port, AuthorityFile = _authority.WriteAuthority(_folder.Path),
    };

    private static Task<IReadOnlyList<SmtpComplaint>> ProbeAsync(MailSettings settings) =>
        new SmtpProbe(settings) { PatienceWithGreeting = TimeSpan.FromMilliseconds(1500) }.RunAsync(CancellationToken.None);

    private static async Task<SmtpComplaint> OneAsync(MailSettings settings) => Assert.Single(await ProbeAsync(settings));
}
