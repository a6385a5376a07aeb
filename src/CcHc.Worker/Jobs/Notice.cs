using CcHc.Core.Mail;

namespace CcHc.Worker.Jobs;

/// <summary>A short letter that is no reminder (thư thông báo): the same in HTML and in text.</summary>
public sealed record Notice(string Subject, string Html, string Text)
{
    /// <param name="greeting">Whom it is for: "Kính gửi: …".</param>
    /// <param name="opening">What it tells, in a sentence.</param>
    /// <param name="parts">Each said only when it has lines.</param>
    public static Notice Draw(string subject, string greeting, string opening, IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> parts,
        string signature)
    {
        var body = new MailBody(subject).Greeting(greeting).Paragraph(opening);
        foreach (var (title, lines) in parts.Where(part => part.Lines.Count > 0))
        {
            body.Heading(title).List(lines);
        }

        body.Signature(signature);
        return new Notice(body.Subject, body.ToHtml(), body.ToText());
    }
}
