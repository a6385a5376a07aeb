using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CcHc.Core.Mail;

/// <summary>One cell of a mail's table.</summary>
/// <param name="Markup">HTML; text goes through <see cref="MailBody.Escape"/> first.</param>
public readonly record struct MailCell(string Markup, string Style = "")
{
    public static MailCell Of(string text, string style = "") => new(MailBody.Escape(text), style);
}

/// <summary>
/// What a mail says (nội dung thư), written in HTML and in plain text at once, so that both say the same. The HTML is what mail programs of offices show alike: paragraphs,
/// lists and plain tables, styles in place, no picture, no script. All text is escaped.
/// </summary>
public sealed class MailBody
{
    public const string Strong = "font-weight:bold";
    public const string Warning = "color:#8a4b00";

    // The default encoder would turn every Vietnamese letter into a number.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Cell = "border:1px solid #b0b7c3;padding:6px 8px;vertical-align:top";

    private readonly StringBuilder _html;
    private readonly StringBuilder _text;

    private MailBody(string head, int capacity) => (_html, _text) = (new StringBuilder(head, Math.Max(capacity, head.Length)), new StringBuilder(capacity / 2));

    /// <summary>A letter in the look of an office's own.</summary>
    /// <param name="rows">How many rows its tables will have, about.</param>
    public static MailBody Letter(string subject, int rows = 0) => new(
        "<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>" + Escape(subject) + "</title></head>\n"
        + "<body style=\"font-family:'Times New Roman',Times,serif;font-size:15px;line-height:1.4;color:#1b1f24;max-width:960px\">\n", 4096 + rows * 1024);

    /// <summary>A short message of the program itself.</summary>
    public static MailBody Message() => new("<!DOCTYPE html>\n<html lang=\"vi\"><body style=\"font-family:sans-serif\">\n", 1024);

    /// <summary>Nothing for an empty text; line breaks stay.</summary>
    public MailBody Paragraph(string text, string style = "")
    {
        if (text.Trim() is { Length: > 0 } words)
        {
            Open(words, style);
            _text.Append(words).Append("\n\n");
        }

        return this;
    }

    /// <summary>A title and its lines, perhaps none.</summary>
    public MailBody List(string title, IReadOnlyList<string> lines)
    {
        Open(title, "");
        _text.Append(title).Append('\n');
        if (lines.Count > 0)
        {
            _html.Append("<ul>").AppendJoin("", lines.Select(line => $"<li>{Escape(line)}</li>")).Append("</ul>\n");
            _text.AppendJoin("", lines.Select(line => $"- {line}\n"));
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Plain text has no headings: each of its rows names what it says.</summary>
    public MailBody StartTable(IEnumerable<string> headings)
    {
        _html.Append("<table style=\"border-collapse:collapse;width:100%;font-size:14px\">\n<thead><tr style=\"background:#e8eef7;text-align:left\">");
        foreach (var heading in headings)
        {
            _html.Append("<th style=\"").Append(Cell).Append("\">").Append(Escape(heading)).Append("</th>");
        }

        _html.Append("</tr></thead>\n<tbody>\n");
        return this;
    }

    /// <param name="text">The row in plain text, its lines broken.</param>
    public MailBody Row(string text, params ReadOnlySpan<MailCell> cells)
    {
        _html.Append("<tr>");
        foreach (var (markup, style) in cells)
        {
            _html.Append("<td style=\"").Append(Cell).Append(style.Length == 0 ? "" : ";").Append(style).Append("\">").Append(markup).Append("</td>");
        }

        _html.Append("</tr>\n");
        _text.Append(text).Append("\n\n");
        return this;
    }

    public MailBody EndTable()
    {
        _html.Append("</tbody></table>\n");
        return this;
    }

    /// <summary>The whole body, twice.</summary>
    public (string Html, string Text) End() => (_html.Append("</body></html>\n").ToString(), _text.ToString().TrimEnd() + "\n");

    // The encoder also encodes line breaks, which the text may carry.
    public static string Escape(string text) => string.Join('\n', text.Split('\n').Select(Encoder.Encode));

    private void Open(string text, string style) => _html
        .Append(style.Length == 0 ? "<p>" : $"<p style=\"{style}\">").Append(Escape(text).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
}
