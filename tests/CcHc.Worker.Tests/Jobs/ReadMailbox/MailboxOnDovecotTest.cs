using System.Diagnostics;
using System.Globalization;
using System.Text;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Answers;
using CcHc.Adapters.Storage.Mailbox;
using CcHc.Core.Answers;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Worker.Tests.Support;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using static CcHc.Worker.Tests.Support.AnswerOffice;

namespace CcHc.Worker.Tests.Jobs.ReadMailbox;

/// <summary>The whole way on real servers: letter out by SMTP with TLS, sheet filled, reply sent, read by IMAP with TLS.</summary>
public sealed class MailboxOnDovecotTest : IAsyncLifetime
{
    private const string Review = "Rà soát thủ tục hành chính nội bộ";
    private const string Publish = "Công bố danh mục thủ tục";
    private const string Train = "Tập huấn nghiệp vụ một cửa";

    private DovecotServer _imap = null!;
    private TlsMailServer _smtp = null!;
    private AnswerOffice _office = null!;

    public async Task InitializeAsync()
    {
        (_imap, _smtp, _office) = (await DovecotServer.StartAsync(), await TlsMailServer.StartAsync(), new AnswerOffice());
        _office.Office.Mailbox = _imap.Settings;
        _office.Office.Mail = mail => mail with { Mode = MailMode.Smtp, Host = "localhost", Port = _smtp.Port, AuthorityFile = _smtp.Authority };
    }

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        await _smtp.DisposeAsync();
        await _imap.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reply_IsTakenIn_AndTheNextLetterNoLongerHasTheTask(bool byLibreOffice)
    {
        await _office.RemindAsync();
        var letter = await _smtp.LastToAsync("stp@x.example");
        var sheet = await FillAsync(letter.Attachments.OfType<MimePart>().Single().Bytes(), [Done(Review), Done(Publish), MoreTime(Train, "2026-07-31")]);
        await ReplyAsync(letter, "stp@x.example", byLibreOffice ? await SaveByLibreOfficeAsync(sheet) : sheet);

        var read = await ReadAsync();

        Assert.Equal((1, 1, 3, 1), (read.Counts["messages"], read.Counts["taken_in"], read.Counts["answers"], read.Counts["receipts_queued"]));
        Assert.Equal((0, 1), ((await _imap.InAsync("INBOX")).Count, (await _imap.InAsync("Đã xử lý")).Count));
        Assert.StartsWith("[Đã nhận] Trả lời", (await _smtp.LastToAsync("stp@x.example")).Subject, StringComparison.Ordinal);

        _office.On(6, 16);
        await _office.RemindAsync();
        Assert.Single(await _office.LettersAsync(), one => one.AgencyCode == "STP");

        await DecideAsync(Review, new AnswerVerdict(true, "Lan", ""));
        await DecideAsync(Publish, new AnswerVerdict(false, "Lan", "Chưa có quyết định công bố"));
        await DecideAsync(Train, new AnswerVerdict(true, "Lan", "", new DateOnly(2026, 7, 15)));
        _office.On(6, 17);
        await _office.RemindAsync();
        var next = (await _smtp.LastToAsync("stp@x.example")).TextBody!;
        Assert.Contains($"“{Review}” (đã xong ngày 12/6/2026, văn bản 12/BC-STP): đã chấp nhận.", next, StringComparison.Ordinal);
        Assert.Contains("chưa được chấp nhận, lý do: Chưa có quyết định công bố.", next, StringComparison.Ordinal);
        Assert.Contains("đồng ý gia hạn đến 15/7/2026", next, StringComparison.Ordinal);
        Assert.Equal(1, next.Split(Review).Length - 1);

        var registers = Directory.EnumerateFiles(Path.Combine(_office.Office.Output, "cho-ghi-so"), "*.xlsx");
        Assert.NotEmpty(registers);
    }

    [Fact]
    public async Task BouncedLetter_IsMarked_AndSentOnceToTheMendedAddress()
    {
        await _office.RemindAsync();
        var letter = await _smtp.LastToAsync("stc@x.example");
        await _imap.DeliverAsync([Encoding.UTF8.GetBytes(
            $"Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.x.example\r\nTo: cchc@x.example\r\nSubject: failure notice\r\nMessage-ID: <b1@mx.x.example>\r\n\r\nHi. This is the qmail-send program.\r\nI wasn't able to deliver your message.\r\n\r\n<stc@x.example>:\r\n550 5.1.1 no such user\r\n\r\n--- Below this line is a copy of the message.\r\n\r\nMessage-ID: <{letter.MessageId}>\r\n")]);
        Assert.Equal(1, (await ReadAsync()).Counts["bounced"]);

        var check = await _office.Office.RunAsync(JobDuty.CheckRegisters);
        Assert.True(check.Counts["findings"] > 0);

        _office.Office.Agencies(["SNV", "Sở Nội vụ", "", "Sở, ban, ngành", "snv@x.example", ""],
            ["STP", "Sở Tư pháp", "", "Sở, ban, ngành", "stp@x.example", ""], ["STC", "Sở Tài chính", "", "Sở, ban, ngành", "vanthu.stc@x.example", ""]);
        Assert.Equal(1, (await ReadAsync()).Counts["letters_sent_again"]);
        Assert.Equal(0, (await ReadAsync()).Counts["letters_sent_again"]);
        Assert.Equal(letter.MessageId, (await _smtp.LastToAsync("vanthu.stc@x.example")).MessageId);
    }

    [Fact]
    public async Task ServerRestartedInMidRead_EachMessageIsDecidedOnce()
    {
        const int messages = 600;
        await _imap.DeliverAsync(Enumerable.Range(1, messages).Select(Words));
        await using var host = await _office.Office.OpenAsync();
        var store = host.Services.GetRequiredService<IncomingMailStore>();
        var reading = Task.Run(ReadAsync);
        await WaitAsync(async () => await store.CountAsync(waitingOnly: false) >= 5);
        await _imap.RestartAsync();
        var broken = await reading;
        var rest = await ReadAsync();

        Assert.Equal(messages, await store.CountAsync(waitingOnly: false));
        Assert.Equal((0, messages), ((await _imap.InAsync("INBOX")).Count, (await _imap.InAsync("Chờ xem")).Distinct(StringComparer.Ordinal).Count()));
        // Whether the connection is cut or outlives the restart is the server's to decide; neither is a failure of the run.
        Assert.True(broken.Result != JobResult.Failed && rest.Result != JobResult.Failed, $"{broken} {rest}");
    }

    [Fact]
    public async Task KilledAtRandomMoments_EachMessageIsDecidedOnce()
    {
        const int messages = 500;
        const int sheets = 10;
        await _office.RemindAsync();
        var letter = await _smtp.LastToAsync("stp@x.example");
        // How far a task is can be said on any day, so that the program may run by its own clock.
        var filled = await FillAsync(letter.Attachments.OfType<MimePart>().Single().Bytes(), [new() { ["task"] = Review, ["Tình trạng"] = "Đang thực hiện" }]);
        await _imap.DeliverAsync(Enumerable.Range(1, messages).Select(i => i % (messages / sheets) == 0 ? Sheet(i, filled) : Words(i)));
        var program = new MailboxProgram(_office.Office, _imap);
        var (random, began, killed) = (new Random(18), DateTimeOffset.UtcNow, 0);
        for (var runs = 0; runs < 12; runs++)
        {
            killed += await program.RunAsync(TimeSpan.FromMilliseconds(random.Next(500, 7_000))) ? 0 : 1;
        }

        Assert.True(killed > 0);
        Assert.True(await program.RunAsync(null));
        await using var host = await _office.Office.OpenAsync();
        Assert.Equal(messages, await host.Services.GetRequiredService<IncomingMailStore>().CountAsync(waitingOnly: false));
        Assert.Empty(await _imap.InAsync("INBOX"));
        var (processed, waiting) = (await _imap.InAsync("Đã xử lý"), await _imap.InAsync("Chờ xem"));
        Assert.Equal((sheets, messages - sheets), (processed.Count, waiting.Count));
        Assert.Equal(messages, processed.Concat(waiting).Distinct(StringComparer.Ordinal).Count());
        // Ten times the same sheet is one answer, and three receipts a day at most.
        Assert.Single(await _office.AnswersAsync());
        Assert.InRange((await _office.LettersAsync("answer-receipt")).Count, 3, OfficeTime.DayOf(began) == OfficeTime.DayOf(DateTimeOffset.UtcNow) ? 3 : 6);
    }

    private Task<JobOutcome> ReadAsync() => _office.Office.RunAsync(JobDuty.ReadMailbox);

    private async Task DecideAsync(string task, AnswerVerdict verdict)
    {
        var answer = (await _office.AnswersAsync()).Single(one => one.Statement.Task == task && one.State == AnswerState.Waiting);
        Assert.True(await _office.WithAsync<AnswerStore, bool>(store => store.DecideAsync(answer.Id, verdict)));
    }

    /// <summary>From the agency's mail program, through the mail server, into the office's mailbox.</summary>
    private async Task ReplyAsync(MimeMessage letter, string from, byte[] sheet)
    {
        using var reply = new MimeMessage { Subject = "Re: " + letter.Subject, InReplyTo = letter.MessageId };
        reply.From.Add(MailboxAddress.Parse(from));
        reply.To.Add(MailboxAddress.Parse("cchc@x.example"));
        var body = new BodyBuilder { TextBody = "Kính gửi Sở Nội vụ, xin gửi phiếu trả lời." };
        body.Attachments.Add("Nhiệm vụ CCHC - đã điền.xlsx", sheet);
        reply.Body = body.ToMessageBody();
        using var client = new SmtpClient { ServerCertificateValidationCallback = (_, _, _, _) => true };
        await client.ConnectAsync("localhost", _smtp.Port, SecureSocketOptions.StartTls);
        await client.SendAsync(reply);
        await client.DisconnectAsync(quit: true);
        using var arrived = await _smtp.LastToAsync("cchc@x.example");
        using var raw = new MemoryStream();
        await arrived.WriteToAsync(raw);
        await _imap.DeliverAsync([raw.ToArray()]);
    }

    private static async Task<byte[]> SaveByLibreOfficeAsync(byte[] sheet)
    {
        var folder = Directory.CreateTempSubdirectory("cchc-lo-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "tra-loi.xlsx"), sheet);
            using var office = Process.Start(new ProcessStartInfo("soffice",
                ["--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir",
                    Path.Combine(folder, "out"), Path.Combine(folder, "tra-loi.xlsx")])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
            })!;
            _ = (await office.StandardOutput.ReadToEndAsync(), await office.StandardError.ReadToEndAsync());
            await office.WaitForExitAsync();
            return await File.ReadAllBytesAsync(Path.Combine(folder, "out", "tra-loi.xlsx"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Words(int number) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"From: stp@x.example\r\nTo: cchc@x.example\r\nSubject: Thư {number}\r\nMessage-ID: <w{number}@mail.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nLời thư số {number}.\r\n"));

    private static byte[] Sheet(int number, byte[] sheet) => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
        $"From: stp@x.example\r\nTo: cchc@x.example\r\nSubject: Phiếu {number}\r\nMessage-ID: <s{number}@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet\r\nContent-Disposition: attachment; filename=tra-loi.xlsx\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(sheet, Base64FormattingOptions.InsertLineBreaks)}\r\n"));

    /// <summary>Asks until it is so.</summary>
    private static async Task WaitAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
