using System.Net.Sockets;
using BenchmarkDotNet.Attributes;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CcHc.Bench;

/// <summary>
/// A day's letters out of the outbox to a mail server on this machine, over TLS, each outcome on disk before the next; against MailKit alone on one connection.
/// </summary>
[Row("sending letters", "letters")]
public class SendLetters
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-send-").FullName;
    private readonly byte[] _workbook = new byte[8 * 1024];
    private BreakingMailServer _server = null!;
    private MailSettings _settings = null!;
    private Database _database = null!;
    private int _round;

    [Params(1_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public async Task StartAsync()
    {
        new Random(7).NextBytes(_workbook);
        var authority = new TestAuthority();
        _server = await BreakingMailServer.StartAsync("--certificate", authority.WriteServer(_folder), "--forget");
        _settings = new MailSettings
        {
            Mode = MailMode.Smtp, SenderAddress = "cchc@so.gov.vn", Host = "localhost", Port = _server.Port, AuthorityFile = authority.WriteAuthority(_folder),
        };
        _database = Database.Sqlite(Path.Combine(_folder, "cchc.db"));
        await _database.MigrateAsync(TimeProvider.System);
    }

    [IterationSetup(Target = nameof(FromTheOutbox))]
    public void Queue()
    {
        var (outbox, round) = (new OutboxStore(_database, TimeProvider.System), _round++);
        for (var i = 0; i < Size; i++)
        {
            outbox.QueueAsync(Letter(FormattableString.Invariant($"{round}-{i}")), new LetterInfo("reminder", "STP"), []).GetAwaiter().GetResult();
        }
    }

    [Benchmark, AtMost(1.5, nameof(MailKitAlone))]
    public int FromTheOutbox() =>
        new OutboxDispatcher(new OutboxStore(_database, TimeProvider.System), new MailKitMailSender(_settings), _settings, DeliveryPolicy.Default,
            TimeProvider.System)
            .DeliverAsync(CancellationToken.None).GetAwaiter().GetResult().Count(DeliveryState.Sent);

    [Benchmark(Baseline = true)]
    public int MailKitAlone() => SendAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _server.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<int> SendAsync()
    {
        using var client = new SmtpClient { ServerCertificateValidationCallback = static (_, _, _, _) => true, CheckCertificateRevocation = false };
        // As ours: without it each letter waits for an acknowledgement, which would flatter us.
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(_settings.Host, _settings.Port);
        await client.ConnectAsync(socket.Client, _settings.Host, _settings.Port, SecureSocketOptions.StartTls);
        for (var i = 0; i < Size; i++)
        {
            var letter = Letter(FormattableString.Invariant($"bare-{i}"));
            using var message = new MimeMessage { Subject = letter.Subject };
            message.From.Add(new MailboxAddress("", _settings.SenderAddress));
            message.To.Add(new MailboxAddress("", letter.To[0]));
            var body = new BodyBuilder { HtmlBody = letter.Html, TextBody = letter.Text };
            body.Attachments.Add(letter.Attachments[0].FileName, letter.Attachments[0].Content, new ContentType("application", "octet-stream"));
            message.Body = body.ToMessageBody();
            await client.SendAsync(message);
        }

        await client.DisconnectAsync(quit: true);
        return Size;
    }

    private OutgoingMail Letter(string name) => new(
        $"<{name}@cchc.test>", [$"co-quan-{name}@x.example"], "Nhắc nhiệm vụ cải cách hành chính: 12 việc",
        string.Concat(Enumerable.Repeat("<p>Còn 3 ngày làm việc, hạn 30/6/2026.</p>\n", 100)),
        string.Concat(Enumerable.Repeat("Còn 3 ngày làm việc, hạn 30/6/2026.\n", 100)),
        [new MailAttachment("Nhiệm vụ.xlsx", "application/octet-stream", _workbook)]);
}
