using System.Security.Cryptography;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Mail;

public sealed class PickupFolderMailSenderTest : IDisposable
{
    private static readonly MailRecipient Justice = new("stp@soctrang.gov.vn");
    private readonly TemporaryFolder _folder = new();
    private readonly HandSetClock _clock = new(new DateTimeOffset(2026, 4, 1, 0, 30, 5, TimeSpan.Zero));

    private MailSettings Settings => new()
    {
        SenderAddress = "cchc@soctrang.gov.vn", SenderName = "Sở Nội vụ – Theo dõi CCHC", Folder = Path.Combine(_folder.Path, "thu"),
    };

    [Fact]
    public async Task Send_WritesMessage_AnyMailReaderUnderstands()
    {
        var file = new MailAttachment("Biểu mẫu báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính quý II năm 2026 của Sở Tư pháp.xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", RandomNumberGenerator.GetBytes(20_000));
        var mail = Letters.Mail("thu-1") with
        {
            Subject = "Đôn đốc thực hiện nhiệm vụ cải cách hành chính quý II năm 2026: 12 nhiệm vụ sắp đến hạn, 3 nhiệm vụ đã quá hạn",
            Attachments = [file, new MailAttachment("plain name.csv", "text/csv", "a,b"u8.ToArray())],
        };

        Assert.IsType<SendOutcome.Sent>(await SendAsync(mail, Justice));

        var read = await ReadMail.OneAsync(Assert.Single(Written()));
        Assert.Empty(read.Defects);
        Assert.True(read.IsAscii);
        Assert.InRange(read.LongestLine, 1, 998);
        Assert.Equal(["multipart/mixed", "multipart/alternative", "text/plain", "text/html", file.MediaType, "text/csv"], read.Shape);
        Assert.Equal(mail.Subject, read.Headers["Subject"]);
        Assert.Equal("Sở Nội vụ – Theo dõi CCHC <cchc@soctrang.gov.vn>", read.Headers["From"]);
        Assert.Equal("stp@soctrang.gov.vn", read.Headers["To"]);
        Assert.Equal(mail.Text.ReplaceLineEndings("\r\n"), read.Parts[0].Text);
        Assert.Equal(mail.Html, read.Parts[1].Text);
        Assert.Equal((file.FileName, file.FileName, "attachment"), (read.Parts[2].FileName, read.Parts[2].NameInContentType, read.Parts[2].Disposition));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file.Content)), read.Parts[2].Sha256);
        Assert.Equal("plain name.csv", read.Parts[3].FileName);
    }

    [Theory]
    [InlineData("Message-ID", "<thu-1@cchc.test>")]
    [InlineData("Date", "Wed, 01 Apr 2026 07:30:05 +0700")]
    [InlineData("Auto-Submitted", "auto-generated")]
    [InlineData("X-Auto-Response-Suppress", "All")]
    [InlineData("MIME-Version", "1.0")]
    public async Task Send_WritesHeader(string name, string value)
    {
        await SendAsync(Letters.Mail("thu-1"), Justice);
        Assert.Equal(value, (await ReadMail.OneAsync(Assert.Single(Written()))).Headers[name]);
    }

    [Fact]
    public async Task Send_LeavesNoEnvelopeHeaders_AndNothingElseInTheFolder()
    {
        await SendAsync(Letters.Mail("thu-1"), Justice);

        var file = Assert.Single(Directory.GetFileSystemEntries(Settings.Folder));
        Assert.DoesNotContain((await ReadMail.OneAsync(file)).Headers.Keys,
            name => name.StartsWith("X-Sender", StringComparison.Ordinal) || name.StartsWith("X-Receiver", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_NamesFilesByTime_InLegalLetters()
    {
        await SendAsync(Letters.Mail("thu-2"), new MailRecipient("z/../\"*?@soctrang.gov.vn"));
        await SendAsync(Letters.Mail("thu-1"), Justice);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await SendAsync(Letters.Mail("thu-3"), new MailRecipient("a@soctrang.gov.vn"));

        var names = Written().Select(Path.GetFileName).ToList();
        Assert.Equal(names.Count,
            names.Count(name => System.Text.RegularExpressions.Regex.IsMatch(name!, @"^20260401T07300[56]_[a-z0-9@.+-]+_[0-9a-f]{12}\.eml$")));
        Assert.StartsWith("20260401T073006_a@soctrang.gov.vn_", names[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_DoesNotWriteTheSameLetterTwice_AfterACrashBeforeItWasRecorded()
    {
        await SendAsync(Letters.Mail("thu-1"), Justice);
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.IsType<SendOutcome.Sent>(await SendAsync(Letters.Mail("thu-1"), Justice));
        Assert.Single(Written());
    }

    [Fact]
    public async Task Send_NamesTheRealAddressee_WhenRedirected()
    {
        await SendAsync(Letters.Mail("thu-1"), new MailRecipient("thu-nghiem@cchc.test", InPlaceOf: "stp@soctrang.gov.vn"));

        Assert.Equal("\"stp@soctrang.gov.vn\" <thu-nghiem@cchc.test>", (await ReadMail.OneAsync(Assert.Single(Written()))).Headers["To"]);
    }

    [Theory]
    [InlineData("Nhắc việc\r\nBcc: x@evil.vn", "stp@so.gov.vn", "f.xlsx", "subject")]
    [InlineData("Nhắc việc\nX: y", "stp@so.gov.vn", "f.xlsx", "subject")]
    [InlineData("Nhắc việc", "stp@so.gov.vn\r\nBcc: x@evil.vn", "f.xlsx", "not a mail address")]
    [InlineData("Nhắc việc", "Sở Tư pháp <stp@so.gov.vn>", "f.xlsx", "not a mail address")]
    [InlineData("Nhắc việc", "stp@so.gov.vn, b@so.gov.vn", "f.xlsx", "not a mail address")]
    [InlineData("Nhắc việc", "stp@so.gov.vn;", "f.xlsx", "not a mail address")]
    [InlineData("Nhắc việc", "stp", "f.xlsx", "not a mail address")]
    [InlineData("Nhắc việc", "sở@so.gov.vn", "f.xlsx", "not a mail address")]
    [InlineData("Nhắc việc", "", "f.xlsx", "not a mail address")]
    [InlineData("Nhắc việc", "stp@so.gov.vn", "f\r\nX-Evil: 1.xlsx", "name of an attachment")]
    public async Task Send_RefusesLetter_ThatWouldForgeAHeader(string subject, string address, string attachment, string why)
    {
        var mail = Letters.Mail("thu-1", address) with { Subject = subject, Attachments = [new MailAttachment(attachment, "application/octet-stream", [1])] };

        var outcome = await SendAsync(mail, new MailRecipient(address));

        // A bad address ends this delivery, a bad letter would be the same for everybody.
        var told = why == "not a mail address" ? Assert.IsType<SendOutcome.Refused>(outcome).Why : Assert.IsType<SendOutcome.Unfit>(outcome).Why;
        Assert.Contains(why, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
        Assert.False(Directory.Exists(Settings.Folder));
    }

    [Fact]
    public async Task Send_RefusesARedirectedLetter_WhoseOwnAddressWouldForgeAHeader()
    {
        var refused =
            Assert.IsType<SendOutcome.Refused>(await SendAsync(Letters.Mail("thu-1"), new MailRecipient("thu@so.gov.vn", "a@so.gov.vn\r\nBcc: x@evil.vn")));
        Assert.DoesNotContain('\n', refused.Why);
    }

    [Fact]
    public async Task Send_TriesLater_WhenTheFolderCannotBeWritten()
    {
        await File.WriteAllTextAsync(Settings.Folder, "a file stands where the folder should be");

        Assert.Contains(Settings.Folder, Assert.IsType<SendOutcome.TryLater>(await SendAsync(Letters.Mail("thu-1"), Justice)).Why, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient) =>
        new PickupFolderMailSender(Settings, _clock).SendAsync(mail, recipient, CancellationToken.None);

    private string[] Written() => [.. Directory.GetFiles(Settings.Folder).Order(StringComparer.Ordinal)];
}
