using System.Globalization;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>Puts each letter as an .eml file into a folder (thư mục thư đi), where a person or a mail server picks it up. Names sort by time.</summary>
public sealed class PickupFolderMailSender(MailSettings settings, TimeProvider clock) : IMailSender
{
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
            return Task.FromResult<SendOutcome>(new SendOutcome.TryLater($"The letter could not be written to {settings.Folder}: {fault.Message}"));
        }
    }

    private void Deliver(OutgoingMail mail, MailRecipient recipient)
    {
        var folder = Directory.CreateDirectory(settings.Folder).FullName;
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
            using var message = MailMessageWriter.Write(mail, recipient, settings, now, wholeMessageRead: static () => { });
            writer.Send(message);
            return WithoutEnvelope(File.ReadAllBytes(workplace.GetFiles().Single().FullName)).ToArray();
        }
        finally
        {
            workplace.Delete(recursive: true);
        }
    }

    /// <summary>The writer puts X-Sender and X-Receiver lines first, meant for IIS alone.</summary>
    private static ReadOnlySpan<byte> WithoutEnvelope(ReadOnlySpan<byte> message)
    {
        while (message.StartsWith("X-Sender:"u8) || message.StartsWith("X-Receiver:"u8))
        {
            message = message[(message.IndexOf("\r\n"u8) + 2)..];
        }

        return message;
    }

    private static string Mark(OutgoingMail mail, MailRecipient recipient) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mail.MessageId}\n{recipient.InPlaceOf}\n{recipient.Address}")))[..12];

    private static string Legal(string address) =>
        new([.. address.Take(80).Select(c => char.IsAsciiLetterOrDigit(c) || c is '@' or '.' or '-' or '+' ? char.ToLowerInvariant(c) : '-')]);
}
