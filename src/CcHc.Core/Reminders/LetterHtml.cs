using System.Globalization;
using CcHc.Core.Obligations;
using CcHc.Core.Wording;
using static CcHc.Core.Wording.LetterMarkup;

namespace CcHc.Core.Reminders;

/// <summary>Draws a reminder letter as HTML.</summary>
internal static class LetterHtml
{
    public static string Draw(LetterParts parts, IReadOnlyList<Reminder> reminders, bool showsAgency, LetterFacts facts)
    {
        var html = new LetterMarkup(parts.Subject, 4096 + reminders.Count * 1024)
            .Paragraph(parts.Greeting, "font-weight:bold")
            .Paragraph(parts.Opening)
            .StartTable(Headings(showsAgency));
        for (var i = 0; i < reminders.Count; i++)
        {
            Row(html, i + 1, reminders[i], showsAgency, facts);
        }

        return html.EndTable().Paragraph(parts.Ask).Paragraph(parts.Signature).Paragraph(parts.Note, "color:#8a4b00").End();
    }

    private static string[] Headings(bool showsAgency) =>
        ["STT", .. showsAgency ? ["Cơ quan"] : Array.Empty<string>(), "Nhiệm vụ", "Hạn", "Tình trạng", "Căn cứ nhắc"];

    private static void Row(LetterMarkup html, int number, Reminder reminder, bool showsAgency, LetterFacts facts)
    {
        var line = LetterLine.Of(reminder);
        var colour = reminder.Assessed.Standing.Kind switch
        {
            StatusKind.Overdue => "color:#b42318;font-weight:bold",
            StatusKind.DueToday => "color:#9a5b00;font-weight:bold",
            _ => "",
        };
        html.StartRow().Data(Escape(number.ToString(CultureInfo.InvariantCulture)));
        if (showsAgency)
        {
            html.Data(Escape(LetterLine.ContactOf(reminder.Assessed.Obligation.Agency, facts.TimesReminded(reminder))));
        }

        html.Data(Escape(line.Task) + (line.Milestone.Length == 0 ? "" : "<br><i>Cần có: " + Escape(line.Milestone) + "</i>"))
            .Data(Escape(line.Due))
            .Data(Escape(line.Left), colour)
            .Data(Escape(line.Why) + "<br>Sổ ghi: “" + Escape(line.AsWritten) + "”. Cách hệ thống hiểu: " + Escape(line.Reading)
                + "." + (line.Reported.Length == 0 ? "" : "<br>Cơ quan đã báo cáo: " + Escape(line.Reported) + ".") + (line.Note.Length == 0 ? "" : "<br>" + Escape(line.Note)) + (line.Succession.Length == 0 ? "" : "<br>" + Escape(line.Succession)) + "<br>Nguồn: " + Escape(line.Source) + ".", "font-size:13px;color:#444c56")
            .EndRow();
    }
}
