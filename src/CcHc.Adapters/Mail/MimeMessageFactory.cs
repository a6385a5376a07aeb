using System.Net.Http.Headers;
using System.Text;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Mail;
using MimeKit;

namespace CcHc.Adapters.Mail;

/// <summary>Makes the MIME message of a letter: every sender sends the same one.</summary>
internal static class MimeMessageFactory
{
    /// <summary>Why nothing can go to this address, in exact English; null when it can.</summary>
    public static string? WhyNoAddress(MailRecipient recipient) =>
        !MailAddressText.IsBareAddress(recipient.Address) ? $"\"{OneLine(recipient.Address)}\" is not a mail address."
        : recipient.InPlaceOf?.Any(char.IsControl) == true ? $"\"{OneLine(recipient.InPlaceOf)}\" contains a line break or another control character."
        : null;

    /// <summary>Why this letter cannot become a message, in exact English; null when it can. Nothing in a letter can add a header.</summary>
    public static string? WhyNoMessage(OutgoingMail mail) =>
        mail.Subject.Any(char.IsControl) ? "The subject contains a line break or another control character."
        : mail.MessageId.Any(c => c <= ' ') ? "The Message-ID contains white space."
        : mail.Attachments.Any(file => file.FileName.Length == 0 || file.FileName.Any(char.IsControl))
        ? "The name of an attachment is empty or contains a control character."
        : mail.Attachments.FirstOrDefault(file => !MediaTypeHeaderValue.TryParse(file.MediaType, out _)) is { } file
        ? $"\"{OneLine(file.MediaType)}\" is not a media type."
        : null;

    /// <remarks>Date is the machine's clock.</remarks>
    public static MimeMessage Create(OutgoingMail mail, MailRecipient recipient, MailSettings settings)
    {
        var message = new MimeMessage { Subject = mail.Subject, Body = Body(mail) };
        message.From.Add(new MailboxAddress(Encoding.UTF8, settings.SenderName, settings.SenderAddress));
        message.To.Add(new MailboxAddress(Encoding.UTF8, recipient.InPlaceOf ?? "", recipient.Address));
        if (settings.ReplyTo.Length > 0)
        {
            message.ReplyTo.Add(new MailboxAddress(Encoding.UTF8, "", settings.ReplyTo));
        }

        message.Headers.Replace("Message-ID", mail.MessageId);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    private static Multipart Body(OutgoingMail mail)
    {
        var views = new MultipartAlternative { View(mail.Text, "plain"), View(mail.Html, "html") };
        if (mail.Attachments.Count == 0)
        {
            return views;
        }

        var whole = new Multipart("mixed") { views };
        foreach (var file in mail.Attachments)
        {
            whole.Add(Attach(file));
        }

        return whole;
    }

    /// <summary>Base64 keeps every line short, whatever the letter's own lines are.</summary>
    private static TextPart View(string text, string subtype)
    {
        var view = new TextPart(subtype) { ContentTransferEncoding = ContentEncoding.Base64 };
        view.SetText(Encoding.UTF8, text.ReplaceLineEndings("\r\n"));
        return view;
    }

    /// <summary>
    /// The name stands twice: by RFC 2231 in Content-Disposition, and as an encoded word in Content-Type for the readers that know no RFC 2231.
    /// </summary>
    private static MimePart Attach(MailAttachment file)
    {
        var type = ContentType.Parse(file.MediaType);
        type.Parameters.Add(new Parameter(Encoding.UTF8, "name", file.FileName) { EncodingMethod = ParameterEncodingMethod.Rfc2047 });
        return new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(file.Packed(), writable: false)),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file.FileName },
        };
    }

    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
