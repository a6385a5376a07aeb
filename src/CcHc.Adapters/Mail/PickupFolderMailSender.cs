using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>Puts each letter as an .eml file into a folder (thư mục thư đi), where a person or a mail server picks it up. Names sort by time.</summary>
/// <exception cref="ArgumentException">The settings have problems.</exception>
public sealed class PickupFolderMailSender(MailSettings settings, TimeProvider clock) : IMailSender
{
    private readonly MailSettings _settings = settings.Checked();

    public Task<SendOutcome> SendAsync(OutgoingMail mail, MailRecipient recipient, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (MailMessageWriter.WhyNot(mail, recipient) is { } why)
        {
            return Task.FromResult<SendOutcome>(new SendOutcome.Refused(why));
        }

        try
        {
            Deliver(mail, recipient);
            return Task.FromResult<SendOutcome>(new SendOutcome.Sent());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<SendOutcome>(new SendOutcome.TryLater($"The letter could not be written to {_settings.Folder}: {fault.Message}"));
        }
    }

    private void Deliver(OutgoingMail mail, MailRecipient recipient)
    {
        var folder = Directory.CreateDirectory(_settings.Folder).FullName;
        var mark = Mark(mail, recipient);
        if (Directory.EnumerateFiles(folder, $"*_{mark}.eml").Any())
        {
            // Written before a crash could record it; the same letter need not lie there twice.
            return;
        }

        var now = clock.GetLocalNow();
        var unfinished = Path.Combine(folder, $".{mark}.tmp");
        using (var file = File.Create(unfinished))
        {
            file.Write(Message(mail, recipient, now));
            file.Flush(flushToDisk: true);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{now:yyyyMMdd'T'HHmmss}_{Legal(recipient.Address)}_{mark}.eml");
        File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
    }

    private byte[] Message(OutgoingMail mail, MailRecipient recipient, DateTimeOffset now)
    {
        var workplace = Directory.CreateTempSubdirectory("cchc-mail-");
        try
        {
            using var writer = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = workplace.FullName };
            using var message = MailMessageWriter.Write(mail, recipient, _settings, wholeMessageRead: static () => { });
            writer.Send(message);
            return WithOwnHeaders(File.ReadAllBytes(workplace.GetFiles().Single().FullName), now);
        }
        finally
        {
            workplace.Delete(recursive: true);
        }
    }

    /// <summary>The writer adds X-Sender and X-Receiver, meant for IIS alone, and dates the letter by the machine's clock instead of ours.</summary>
    private static byte[] WithOwnHeaders(byte[] message, DateTimeOffset now)
    {
        var end = message.AsSpan().IndexOf("\r\n\r\n"u8);
        var date = now.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture).Remove(29, 1);
        var headers = HeaderLines(Encoding.ASCII.GetString(message, 0, end))
            .Where(header => !header.StartsWith("X-Sender:", StringComparison.Ordinal) && !header.StartsWith("X-Receiver:", StringComparison.Ordinal))
            .Select(header => header.StartsWith("Date:", StringComparison.Ordinal) ? $"Date: {date}" : header);
        return [.. Encoding.ASCII.GetBytes(string.Join("\r\n", headers)), .. message.AsSpan(end)];
    }

    /// <summary>Each header with its continuation lines.</summary>
    private static IEnumerable<string> HeaderLines(string headers) => Regex.Split(headers, @"\r\n(?![ \t])");

    private static string Mark(OutgoingMail mail, MailRecipient recipient) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.MessageId}\n{recipient.InPlaceOf}\n{recipient.Address}")))[..12];

    private static string Legal(string address) =>
        new([.. address.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '+' ? char.ToLowerInvariant(c) : '-')]);
}
