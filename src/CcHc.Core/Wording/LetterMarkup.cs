using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace CcHc.Core.Wording;

/// <summary>Draws a letter (thư) as HTML that mail programs of offices show alike: paragraphs and plain tables, styles in place, no picture, no script. All text is escaped.</summary>
internal sealed class LetterMarkup
{
    // The default encoder would turn every Vietnamese letter into a number.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Cell = "border:1px solid #b0b7c3;padding:6px 8px;vertical-align:top";

    private readonly StringBuilder _html;

    public LetterMarkup(string subject, int capacity = 4096) => _html = new StringBuilder(capacity)
        .Append("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>").Append(Escape(subject)).Append("</title></head>\n")
        .Append("<body style=\"font-family:'Times New Roman',Times,serif;font-size:15px;line-height:1.4;color:#1b1f24;max-width:960px\">\n");

    /// <summary>Nothing for an empty text; line breaks stay.</summary>
    public LetterMarkup Paragraph(string text, string style = "")
    {
        if (text.Trim().Length > 0)
        {
            _html.Append(style.Length == 0 ? "<p>" : $"<p style=\"{style}\">").Append(Escape(text.Trim()).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        }

        return this;
    }

    public LetterMarkup StartTable(IEnumerable<string> headings)
    {
        _html.Append("<table style=\"border-collapse:collapse;width:100%;font-size:14px\">\n<thead><tr style=\"background:#e8eef7;text-align:left\">");
        foreach (var heading in headings)
        {
            _html.Append("<th style=\"").Append(Cell).Append("\">").Append(Escape(heading)).Append("</th>");
        }

        _html.Append("</tr></thead>\n<tbody>\n");
        return this;
    }

    public LetterMarkup StartRow()
    {
        _html.Append("<tr>");
        return this;
    }

    /// <param name="content">Markup; text goes through <see cref="Escape"/> first.</param>
    public LetterMarkup Data(string content, string style = "")
    {
        _html.Append("<td style=\"").Append(Cell).Append(style.Length == 0 ? "" : ";").Append(style).Append("\">").Append(content).Append("</td>");
        return this;
    }

    public LetterMarkup EndRow()
    {
        _html.Append("</tr>\n");
        return this;
    }

    public LetterMarkup EndTable()
    {
        _html.Append("</tbody></table>\n");
        return this;
    }

    /// <summary>The whole letter.</summary>
    public string End() => _html.Append("</body></html>\n").ToString();

    // The encoder also encodes line breaks, which the text may carry.
    public static string Escape(string text) => string.Join('\n', text.Split('\n').Select(Encoder.Encode));
}
