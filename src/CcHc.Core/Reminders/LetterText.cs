using System.Globalization;
using System.Text;

namespace CcHc.Core.Reminders;

/// <summary>Draws a letter as plain text, for mail programs that show no HTML; it says the same.</summary>
internal static class LetterText
{
    public static string Draw(LetterParts parts, IReadOnlyList<Reminder> reminders, bool showsAgency, LetterFacts facts)
    {
        var text = new StringBuilder(2048 + reminders.Count * 512);
        Paragraph(text, parts.Greeting);
        Paragraph(text, parts.Opening);
        for (var i = 0; i < reminders.Count; i++)
        {
            var line = LetterLine.Of(reminders[i]);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1}. {line.Task}\n");
            if (showsAgency)
            {
                Field(text, "Cơ quan", LetterLine.ContactOf(reminders[i].Assessed.Obligation.Agency, facts.TimesReminded(reminders[i])).Replace("\n", "; ", StringComparison.Ordinal));
            }

            Field(text, "Cần có", line.Milestone);
            Field(text, "Hạn", line.Due + " – " + line.Left);
            Field(text, "Sổ ghi", line.AsWritten);
            Field(text, "Cách hệ thống hiểu", line.Reading);
            Field(text, "Căn cứ nhắc", line.Why);
            Field(text, "Cơ quan đã báo cáo", line.Reported);
            Field(text, "Lưu ý", line.Note);
            Field(text, "Cơ quan chủ trì", line.Succession);
            Field(text, "Nguồn", line.Source);
            text.Append('\n');
        }

        Paragraph(text, parts.Ask);
        Paragraph(text, parts.Signature);
        Paragraph(text, parts.Note);
        return text.ToString().TrimEnd() + "\n";
    }

    private static void Field(StringBuilder text, string name, string value)
    {
        if (value.Length > 0)
        {
            text.Append("   ").Append(name).Append(": ").Append(value).Append('\n');
        }
    }

    private static void Paragraph(StringBuilder text, string paragraph)
    {
        if (paragraph.Trim().Length > 0)
        {
            text.Append(paragraph.Trim()).Append("\n\n");
        }
    }
}
