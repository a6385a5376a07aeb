using CcHc.Core.Mail;

namespace CcHc.Worker.Jobs;

/// <summary>A short letter that is no reminder (thư thông báo): the same in HTML and in text.</summary>
public sealed record Notice(string Subject, string Html, string Text)
{
    /// <param name="parts">The first one is always said, the others only when they have lines.</param>
    public static Notice Draw(string subject, IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> parts)
    {
        var body = MailBody.Message();
        foreach (var (title, lines) in parts.Where((part, place) => place == 0 || part.Lines.Count > 0))
        {
            body.List(title, lines);
        }

        var (html, text) = body.End();
        return new Notice(new string([.. subject.Select(c => char.IsControl(c) ? ' ' : c)]), html, text);
    }
}
