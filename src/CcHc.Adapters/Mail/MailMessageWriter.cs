using System.Net.Http.Headers;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>Makes the MIME message of a letter: both senders write the same one.</summary>
internal static class MailMessageWriter
{
    /// <summary>Why this letter cannot become a message, in exact English; null when it can. Nothing in a letter can add a header.</summary>
    public static string? WhyNot(OutgoingMail mail, MailRecipient recipient) =>
        !MailAddressText.IsBareAddress(recipient.Address) ? $"\"{OneLine(recipient.Address)}\" is not a mail address."
        : recipient.InPlaceOf?.Any(char.IsControl) == true ? $"\"{OneLine(recipient.InPlaceOf)}\" contains a line break or another control character."
        : mail.Subject.Any(char.IsControl) ? "The subject contains a line break or another control character."
        : mail.MessageId.Any(c => c <= ' ') ? "The Message-ID contains white space."
        : mail.Attachments.Any(file => file.FileName.Length == 0 || file.FileName.Any(char.IsControl)) ? "The name of an attachment is empty or contains a control character."
        : mail.Attachments.FirstOrDefault(file => !MediaTypeHeaderValue.TryParse(file.MediaType, out _)) is { } file ? $"\"{OneLine(file.MediaType)}\" is not a media type."
        : null;

    /// <remarks>Date is written by System.Net.Mail itself, from the machine's clock.</remarks>
    /// <param name="wholeMessageRead">Called when the last part has been read to its end: up to here the server cannot have been told that the message is complete.</param>
    public static MailMessage Write(OutgoingMail mail, MailRecipient recipient, MailSettings settings, Action wholeMessageRead)
    {
        var message = new MailMessage
        {
            From = new MailAddress(settings.SenderAddress, settings.SenderName, Encoding.UTF8),
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(new MailAddress(recipient.Address, recipient.InPlaceOf, Encoding.UTF8));
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");

        var isHtmlLast = mail.Attachments.Count == 0;
        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain, null));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html, isHtmlLast ? wholeMessageRead : null));
        for (var i = 0; i < mail.Attachments.Count; i++)
        {
            message.Attachments.Add(Attach(mail.Attachments[i], i == mail.Attachments.Count - 1 ? wholeMessageRead : null));
        }

        return message;
    }

    /// <summary>Base64 keeps every line short, whatever the letter's own lines are.</summary>
    private static AlternateView View(string text, string mediaType, Action? readToEnd) =>
        new(new PartStream(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n")), readToEnd), new ContentType(mediaType) { CharSet = "utf-8" })
        {
            TransferEncoding = TransferEncoding.Base64,
        };

    /// <summary>
    /// The name stands twice, as Thunderbird writes it too: by RFC 2231 in Content-Disposition, and as an encoded word in Content-Type for the readers that know
    /// no RFC 2231 and would show ATT00001.
    /// </summary>
    private static Attachment Attach(MailAttachment file, Action? readToEnd)
    {
        var attachment = new Attachment(new PartStream(file.Content, readToEnd), new ContentType(file.MediaType))
        {
            Name = file.FileName, NameEncoding = Encoding.UTF8, TransferEncoding = TransferEncoding.Base64,
        };
        var disposition = attachment.ContentDisposition!;
        disposition.DispositionType = DispositionTypeNames.Attachment;
        if (Ascii.IsValid(file.FileName))
        {
            disposition.FileName = file.FileName;
        }
        else
        {
            disposition.Parameters["filename*"] = "utf-8''" + Uri.EscapeDataString(file.FileName);
        }

        return attachment;
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    private sealed class PartStream(byte[] content, Action? readToEnd) : MemoryStream(content, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => Tell(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Tell(base.Read(buffer));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        private int Tell(int read)
        {
            if (read == 0)
            {
                readToEnd?.Invoke();
            }

            return read;
        }
    }
}
