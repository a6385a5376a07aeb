using System.Globalization;
using System.Text;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using static CcHc.Core.Mail.MailBody;

namespace CcHc.Core.Reminders;

/// <summary>Writes the body of a reminder letter (nội dung thư nhắc).</summary>
internal static class LetterBody
{
    public static (string Html, string Text) Write(LetterParts parts, IReadOnlyList<Reminder> reminders, bool showsAgency, LetterFacts facts)
    {
        var body = Letter(parts.Subject, reminders.Count).Paragraph(parts.Greeting, Strong).Paragraph(parts.Opening).StartTable(Headings(showsAgency));
        foreach (var (i, reminder) in reminders.Index())
        {
            var line = LetterLine.Of(reminder);
            var contact = showsAgency ? LetterLine.ContactOf(reminder.Assessed.Obligation.Agency, facts.TimesReminded(reminder)) : null;
            body.Row(TextOf(i + 1, line, contact), [.. CellsOf(i + 1, line, contact, reminder.Assessed.Standing.Kind)]);
        }

        return body.EndTable().Paragraph(parts.Ask).Paragraph(parts.Signature).Paragraph(parts.Note, Warning).End();
    }

    private static string[] Headings(bool showsAgency) =>
        ["STT", .. showsAgency ? ["Cơ quan"] : Array.Empty<string>(), "Nhiệm vụ", "Hạn", "Tình trạng", "Căn cứ nhắc"];

    private static IEnumerable<MailCell> CellsOf(int number, LetterLine line, string? contact, StatusKind status)
    {
        yield return new MailCell(number.ToString(CultureInfo.InvariantCulture));
        if (contact is not null)
        {
            yield return MailCell.Of(contact);
        }

        yield return new MailCell(Escape(line.Task) + (line.Milestone.Length == 0 ? "" : "<br><i>Cần có: " + Escape(line.Milestone) + "</i>"));
        yield return MailCell.Of(line.Due);
        yield return MailCell.Of(line.Left, status switch
        {
            StatusKind.Overdue => "color:#b42318;font-weight:bold",
            StatusKind.DueToday => "color:#9a5b00;font-weight:bold",
            _ => "",
        });
        yield return new MailCell(
            Escape(line.Why) + "<br>Sổ ghi: “" + Escape(line.AsWritten) + "”. Cách hệ thống hiểu: " + Escape(line.Reading) + "."
            + (line.Reported.Length == 0 ? "" : "<br>Cơ quan đã báo cáo: " + Escape(line.Reported) + ".")
            + (line.Note.Length == 0 ? "" : "<br>" + Escape(line.Note)) + (line.Succession.Length == 0 ? "" : "<br>" + Escape(line.Succession))
            + "<br>Nguồn: " + Escape(line.Source) + ".", "font-size:13px;color:#444c56");
    }

    private static string TextOf(int number, LetterLine line, string? contact)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{number}. {line.Task}");
        Field("Cơ quan", contact?.Replace("\n", "; ", StringComparison.Ordinal) ?? "");
        Field("Cần có", line.Milestone);
        Field("Hạn", line.Due + " – " + line.Left);
        Field("Sổ ghi", line.AsWritten);
        Field("Cách hệ thống hiểu", line.Reading);
        Field("Căn cứ nhắc", line.Why);
        Field("Cơ quan đã báo cáo", line.Reported);
        Field("Lưu ý", line.Note);
        Field("Cơ quan chủ trì", line.Succession);
        Field("Nguồn", line.Source);
        return text.ToString();

        void Field(string name, string value)
        {
            if (value.Length > 0)
            {
                text.Append("\n   ").Append(name).Append(": ").Append(value);
            }
        }
    }
}
