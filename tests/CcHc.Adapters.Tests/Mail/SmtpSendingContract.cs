using System.Net;
using System.Net.Sockets;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Mail;

/// <summary>What every sender through a mail server must do; each has its test class.</summary>
public abstract class SmtpSendingContract(SharedSmtpServer shared) : IClassFixture<SharedSmtpServer>
{
    protected abstract IMailSender NewSender(MailSettings settings);

    private MailSettings Settings => new()
    {
        Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", SenderName = "Sở Nội vụ", Host = "127.0.0.1", Port = shared.Server.Port, UseTls = false,
    };

    [Fact]
    public async Task Send_BringsTheSameMessage_AsTheFolderKeeps()
    {
        var mail = Letters.Mail("smtp-1", "stp@so.gov.vn") with
        {
            Text = "Kính gửi,\n.một dòng bắt đầu bằng dấu chấm\n",
            Attachments = [new MailAttachment("Biểu mẫu quý II.xlsx", "application/vnd.ms-excel", [1, 2, 3])],
        };

        Assert.IsType<SendOutcome.Sent>(await SendAsync(mail, Settings));

        var read = (await ReadMail.AllAsync(shared.Server.Kept())).Single(message => message.Headers["Message-ID"] == "<smtp-1@cchc.test>");
        Assert.Empty(read.Defects);
        Assert.Equal(
            (mail.Subject, "auto-generated", "stp@so.gov.vn"),
            (read.Headers["Subject"], read.Headers["Auto-Submitted"], read.Headers["To"]));
        Assert.Equal(mail.Text.ReplaceLineEndings("\r\n"), read.Parts[0].Text);
        Assert.Equal("Biểu mẫu quý II.xlsx", read.Parts[2].FileName);
    }

    [Theory]
    [InlineData("rcpt-421", typeof(SendOutcome.TryLater), "421")]
    [InlineData("rcpt-450", typeof(SendOutcome.TryLater), "450")]
    [InlineData("rcpt-451", typeof(SendOutcome.TryLater), "451")]
    [InlineData("rcpt-452", typeof(SendOutcome.TryLater), "452")]
    [InlineData("rcpt-550", typeof(SendOutcome.Refused), "550")]
    [InlineData("rcpt-553", typeof(SendOutcome.Refused), "553")]
    [InlineData("data-451", typeof(SendOutcome.TryLater), "451")]
    [InlineData("data-452", typeof(SendOutcome.TryLater), "452")]
    [InlineData("data-552", typeof(SendOutcome.TryLater), "552")]
    [InlineData("data-554", typeof(SendOutcome.TryLater), "554")]
    [InlineData("relay-denied", typeof(SendOutcome.TryLater), "relaying denied")]
    [InlineData("drop-at-rcpt", typeof(SendOutcome.TryLater), "")]
    [InlineData("lose-answer", typeof(SendOutcome.Unknown), "")]
    [InlineData("lose-mail", typeof(SendOutcome.Unknown), "")]
    public async Task Send_TellsWhatTheServerMeant(string recipient, Type outcome, string reason)
    {
        var told = await SendAsync(Letters.Mail(recipient), Settings);

        Assert.IsType(outcome, told);
        Assert.Contains(reason, Why(told), StringComparison.Ordinal);
        Assert.StartsWith("127.0.0.1:", Why(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_OfUnwantedSender_Waits_AsItIsNotTheRecipientsFault()
    {
        var told = await SendAsync(Letters.Mail("smtp-2"), Settings with { SenderAddress = "unwanted@so.gov.vn" });

        Assert.Contains("5.1.8", Assert.IsType<SendOutcome.TryLater>(told).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_EndsAtItsTimeOut_WhenTheAnswerNeverComes()
    {
        var told = await SendAsync(Letters.Mail("stall"), Settings with { Timeout = TimeSpan.FromSeconds(4) });

        Assert.IsType<SendOutcome.Unknown>(told);
    }

    [Fact]
    public async Task Send_TriesLater_WhenTheServerNeverGreets()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();

        var told = await SendAsync(Letters.Mail("smtp-3"), Settings with { Port = ((IPEndPoint)silent.LocalEndpoint).Port, Timeout = TimeSpan.FromSeconds(1) });

        Assert.IsType<SendOutcome.TryLater>(told);
    }

    [Fact]
    public async Task Send_TriesLater_WhenNoServerListens()
    {
        int port;
        using (var gone = new TcpListener(IPAddress.Loopback, 0))
        {
            gone.Start();
            port = ((IPEndPoint)gone.LocalEndpoint).Port;
        }

        Assert.Contains("ConnectionRefused", Assert.IsType<SendOutcome.TryLater>(await SendAsync(Letters.Mail("smtp-4"), Settings with { Port = port })).Why,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NeverFallsBackToClearText()
    {
        var told = await SendAsync(Letters.Mail("smtp-5"), Settings with { UseTls = true });

        Assert.IsType<SendOutcome.TryLater>(told);
        Assert.DoesNotContain(await ReadMail.AllAsync(shared.Server.Kept()), message => message.Headers["Message-ID"] == "<smtp-5@cchc.test>");
    }

    private Task<SendOutcome> SendAsync(OutgoingMail mail, MailSettings settings) =>
        NewSender(settings).SendAsync(mail, new MailRecipient(mail.To[0]), CancellationToken.None);

    private static string Why(SendOutcome outcome) => outcome switch
    {
        SendOutcome.TryLater later => later.Why,
        SendOutcome.Refused refused => refused.Why,
        SendOutcome.Unknown unknown => unknown.Why,
        _ => "",
    };
}
