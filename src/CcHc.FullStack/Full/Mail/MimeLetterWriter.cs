using System.Text;
using CcHc.Adapters.Mail;
using CcHc.Core.Mail;
using MimeKit;

namespace CcHc.FullStack.Mail;

/// <summary>Makes MimeKit's message of a letter, the same one the other senders write.</summary>
internal static class MimeLetterWriter
{
    /// <remarks>Date is the machine's clock.</remarks>
    public static MimeMessage Write(OutgoingMail mail, MailRecipient recipient, MailSettings settings)
    {
        var message = new MimeMessage { Subject = mail.Subject, Body = Body(mail) };
        message.From.Add(new MailboxAddress(Encoding.UTF8, settings.SenderName, settings.SenderAddress));
        message.To.Add(new MailboxAddress(Encoding.UTF8, recipient.InPlaceOf ?? "", recipient.Address));
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

    /// <summary>The name stands twice: by RFC 2231 in Content-Disposition, and as an encoded word in Content-Type for the readers that know no RFC 2231.</summary>
    private static MimePart Attach(MailAttachment file)
    {
        var type = ContentType.Parse(file.MediaType);
        type.Parameters.Add(new Parameter(Encoding.UTF8, "name", file.FileName) { EncodingMethod = ParameterEncodingMethod.Rfc2047 });
        return new MimePart(type)
        {
            Content = new MimeContent(new MemoryStream(file.Content, writable: false)),
            ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file.FileName },
        };
    }
}
