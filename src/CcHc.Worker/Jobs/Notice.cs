using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CcHc.Worker.Jobs;

/// <summary>A short letter that is no reminder (thư thông báo): the same in HTML and in text.</summary>
public sealed record Notice(string Subject, string Html, string Text)
{
    // The default encoder would turn Vietnamese letters into numbers.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="parts">The first one is always said, the others only when they have lines.</param>
    public static Notice Draw(string subject, IReadOnlyList<(string Title, IReadOnlyList<string> Lines)> parts)
    {
        var (html, text) = (new StringBuilder("<!DOCTYPE html>\n<html lang=\"vi\"><body style=\"font-family:sans-serif\">\n"), new StringBuilder());
        foreach (var (title, lines) in parts.Where((part, place) => place == 0 || part.Lines.Count > 0))
        {
            html.Append("<p>").Append(Encoder.Encode(title)).Append("</p>\n");
            text.Append(title).Append('\n');
            if (lines.Count > 0)
            {
                html.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{Encoder.Encode(line)}</li>")).Append("</ul>\n");
                text.AppendJoin("", lines.Select(line => $"- {line}\n"));
            }

            text.Append('\n');
        }

        var oneLine = new string([.. subject.Select(c => char.IsControl(c) ? ' ' : c)]);
        return new Notice(oneLine, html.Append("</body></html>\n").ToString(), text.ToString().TrimEnd() + "\n");
    }
}
