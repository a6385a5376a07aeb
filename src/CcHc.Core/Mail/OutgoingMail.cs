namespace CcHc.Core.Mail;

/// <summary>A file that goes with a mail (tệp đính kèm).</summary>
public sealed record MailAttachment(string FileName, string MediaType, byte[] Content)
{
    /// <summary>A workbook whose parts are not compressed yet: kept by pieces, packed when it leaves.</summary>
    public bool IsLoose { get; init; }
}

/// <summary>
/// One mail to one agency (thư), complete before it is queued. The Message-ID is fixed when queued, so a repeated sending is recognised by the receiver.
/// </summary>
/// <param name="MessageId">With its angle brackets.</param>
/// <param name="To">One or more bare addresses; each is tried and judged by itself.</param>
public sealed record OutgoingMail(string MessageId, IReadOnlyList<string> To, string Subject, string Html, string Text,
    IReadOnlyList<MailAttachment> Attachments);
