using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CcHc.Core.Obligations;

namespace CcHc.Core.Reminders;

/// <summary>Draws a letter as HTML that mail programs of offices show alike: one table, styles in place, no picture, no script.</summary>
internal static class LetterHtml
{
    // The default encoder would turn every Vietnamese letter into a number.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Cell = "border:1px solid #b0b7c3;padding:6px 8px;vertical-align:top";

    public static string Draw(LetterParts parts, IReadOnlyList<Reminder> reminders, bool showsAgency)
    {
        var html = new StringBuilder(4096 + reminders.Count * 1024);
        html.Append("<!DOCTYPE html>\n<html lang=\"vi\"><head><meta charset=\"utf-8\"><title>").Append(Escape(parts.Subject)).Append("</title></head>\n")
            .Append("<body style=\"font-family:'Times New Roman',Times,serif;font-size:15px;line-height:1.4;color:#1b1f24;max-width:960px\">\n");
        Paragraphs(html, parts.Greeting, "font-weight:bold");
        Paragraphs(html, parts.Opening, "");
        html.Append("<table style=\"border-collapse:collapse;width:100%;font-size:14px\">\n<thead><tr style=\"background:#e8eef7;text-align:left\">");
        foreach (var heading in Headings(showsAgency))
        {
            html.Append("<th style=\"").Append(Cell).Append("\">").Append(Escape(heading)).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (var i = 0; i < reminders.Count; i++)
        {
            Row(html, i + 1, reminders[i], showsAgency);
        }

        html.Append("</tbody></table>\n");
        Paragraphs(html, parts.Ask, "");
        Paragraphs(html, parts.Signature, "");
        Paragraphs(html, parts.Note, "color:#8a4b00");
        return html.Append("</body></html>\n").ToString();
    }

    private static string[] Headings(bool showsAgency) =>
        ["STT", .. showsAgency ? ["Cơ quan"] : Array.Empty<string>(), "Nhiệm vụ", "Hạn", "Tình trạng", "Vì sao tôi nhận dòng này"];

    private static void Row(StringBuilder html, int number, Reminder reminder, bool showsAgency)
    {
        var line = LetterLine.Of(reminder);
        var colour = reminder.Assessed.Standing.Kind switch
        {
            StandingKind.Overdue => "color:#b42318;font-weight:bold",
            StandingKind.DueToday => "color:#9a5b00;font-weight:bold",
            _ => "",
        };
        html.Append("<tr>");
        Data(html, Escape(number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (showsAgency)
        {
            Data(html, Escape(reminder.Assessed.Obligation.Agency.Name));
        }

        Data(html, Escape(line.Task) + (line.Milestone.Length == 0 ? "" : "<br><i>Cần có: " + Escape(line.Milestone) + "</i>"));
        Data(html, Escape(line.Due));
        Data(html, Escape(line.Left), colour);
        Data(html, Escape(line.Why) + "<br>Sổ ghi: “" + Escape(line.AsWritten) + "”. Cách hệ thống hiểu: " + Escape(line.Reading)
            + "." + (line.Succession.Length == 0 ? "" : "<br>" + Escape(line.Succession)) + "<br>Nguồn: " + Escape(line.Source) + ".", "font-size:13px;color:#444c56");
        html.Append("</tr>\n");
    }

    private static void Data(StringBuilder html, string content, string style = "") =>
        html.Append("<td style=\"").Append(Cell).Append(style.Length == 0 ? "" : ";").Append(style).Append("\">").Append(content).Append("</td>");

    private static void Paragraphs(StringBuilder html, string text, string style)
    {
        if (text.Trim().Length > 0)
        {
            html.Append(style.Length == 0 ? "<p>" : $"<p style=\"{style}\">").Append(Escape(text.Trim()).Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        }
    }

    // The encoder also encodes line breaks, which the text may carry.
    private static string Escape(string text) => string.Join('\n', text.Split('\n').Select(Encoder.Encode));
}
