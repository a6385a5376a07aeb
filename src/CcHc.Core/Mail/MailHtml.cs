using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace CcHc.Core.Mail;

/// <summary>
/// Draws a letter's parts as HTML that a telephone, a web mailer and Outlook show alike: one column, no table, no picture, no script. Outlook's Word engine
/// knows neither max-width nor padding of a paragraph, so it alone is given a frame of 640 px; styles stand in place, and only the colours of dark mode are in
/// a style sheet. All text is escaped.
/// </summary>
internal sealed partial class MailHtml
{
    // The default encoder would turn every Vietnamese letter into a number.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Head = """
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
        <style>
        :root{color-scheme:light dark}
        @media (prefers-color-scheme:dark){
        body,.page{background:#1b1f24!important;color:#e8ebef!important}
        .alarm{color:#ff9b92!important}.attention{color:#ffc46b!important}.quiet{color:#b6bdc7!important}.block{border-color:#4a535f!important}
        }
        </style>
        """;

    private const string Page = "font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.3;color:#1b1f24;background:#ffffff";

    private readonly StringBuilder _html;

    public MailHtml(string subject) => _html = new StringBuilder(4096)
        .Append("<!DOCTYPE html>\n<html lang=\"vi\"><head>\n").Append(Head).Append("\n<title>").Append(Escape(subject)).Append("</title></head>\n")
        .Append("<body style=\"margin:0;").Append(Page).Append("\">\n")
        .Append(
            "<!--[if mso]><table role=\"presentation\" width=\"640\" cellpadding=\"12\" cellspacing=\"0\" border=\"0\"><tr><td width=\"640\"><![endif]-->\n")
        .Append("<div class=\"page\" style=\"max-width:640px;padding:12px 14px;").Append(Page).Append("\">\n");

    public void Paragraph(string text, string kind) => _html.Append(kind switch
    {
        "head" => "<p style=\"margin:0 0 10px;font-weight:bold\">",
        "quiet" => "<p class=\"quiet\" style=\"margin:0 0 10px;font-size:12px;color:#4b545f\">",
        _ => "<p style=\"margin:8px 0 10px\">",
    }).Append(Lines(text)).Append("</p>\n");

    public void Heading(string text) => _html.Append("<p style=\"margin:12px 0 4px;font-weight:bold\">").Append(Lines(text)).Append("</p>\n");

    public void Signature(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var line ? line : text.Length;
        _html.Append("<p style=\"margin:14px 0 10px\"><b>").Append(Lines(text[..end])).Append("</b>").Append(Lines(text[end..])).Append("</p>\n");
    }

    public void List(IEnumerable<string> lines) =>
        _html.Append("<ul style=\"margin:0 0 10px;padding-left:20px\">")
            .AppendJoin("", lines.Select(line => $"<li style=\"margin:0 0 3px\">{Lines(line.Trim())}</li>")).Append("</ul>\n");

    public void Block(string title, IEnumerable<MailLine> lines)
    {
        _html.Append("<div class=\"block\" style=\"border-top:1px solid #c3c9d2;margin:0;padding:5px 0\">\n<p style=\"margin:0\"><b>").Append(Lines(title))
            .Append("</b></p>\n");
        foreach (var line in lines)
        {
            _html.Append(line.Tone switch
            {
                MailTone.Alarm => "<p class=\"alarm\" style=\"margin:2px 0 0;color:#b42318;font-weight:bold\">",
                MailTone.Attention => "<p class=\"attention\" style=\"margin:2px 0 0;color:#8a4b00;font-weight:bold\">",
                MailTone.Quiet => "<p class=\"quiet\" style=\"margin:2px 0 0;font-size:12px;color:#4b545f;overflow-wrap:anywhere\">",
                _ => "<p style=\"margin:2px 0 0;overflow-wrap:anywhere\">",
            }).Append(Lines(line.Text.Trim())).Append("</p>\n");
        }

        _html.Append("</div>\n");
    }

    /// <summary>The whole letter.</summary>
    public string End() => _html.ToString() + "</div>\n<!--[if mso]></td></tr></table><![endif]-->\n</body></html>\n";

    private static string Lines(string text)
    {
        var together = Together().Replace(Escape(text), match => match.Value.Replace(" ", "&nbsp;", StringComparison.Ordinal));
        return Address().Replace(together, "<span style=\"white-space:nowrap\">$0</span>").Replace("\n", "<br>\n", StringComparison.Ordinal);
    }

    // The encoder also encodes line breaks, which the text may carry.
    private static string Escape(string text) => string.Join('\n', text.Split('\n').Select(Encoder.Encode));

    /// <summary>
    /// A weekday with its date, a count with its unit, and a telephone number are not torn apart at the end of a line; non-breaking spaces say so to every
    /// mail program.
    /// </summary>
    [GeneratedRegex(@"(?:(?:thứ (?:Hai|Ba|Tư|Năm|Sáu|Bảy)|Chủ nhật), )[0-9/]{8,10}|(?:còn |quá hạn )?[0-9]+ ngày làm việc|ngày [0-9]{1,2}/[0-9]{1,2}/[0-9]{4}"
        + @"|\(?0[0-9]{2,3}\)?(?: [0-9]{1,4}){2,3}\b")]
    private static partial Regex Together();

    /// <summary>
    /// An address of mail or of a folder breaks at its hyphens otherwise, where nobody knows whether the hyphen belongs to it; one longer than a telephone's
    /// line may break. Hyphens that do not break would be copied along.
    /// </summary>
    [GeneratedRegex(@"\b[\w.-]{1,18}@[\w.-]{3,18}\b|\\\\[\w.\\-]{5,34}(?<=\w)(?!\w)")]
    private static partial Regex Address();
}
