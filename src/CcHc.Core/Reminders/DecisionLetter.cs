using CcHc.Core.Agencies;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>The day's letter of an agency that has nothing to be reminded of but was decided upon (thư phản hồi trả lời).</summary>
internal static class DecisionLetter
{
    public const string Title = "Kết quả xử lý trả lời của quý cơ quan:";

    /// <param name="lines">One a decision.</param>
    public static ReminderLetter Write(Agency agency, IReadOnlyList<string> lines, LetterSettings settings, DateOnly today)
    {
        var subject = $"[Phản hồi] Kết quả xử lý trả lời – {agency.Name}";
        var (greeting, said) = ($"Kính gửi: {agency.Name}", Of(lines));
        var signature = $"{settings.StandingBody.Name}, cơ quan thường trực cải cách hành chính {settings.ProvinceName}";
        var html = new LetterMarkup(subject).Paragraph(greeting, "font-weight:bold").Paragraph(said).Paragraph(signature).Paragraph(settings.CalendarNote, "color:#8a4b00").End();
        var text = string.Join("\n\n", new[] { greeting, said, signature, settings.CalendarNote }.Where(part => part.Length > 0)) + "\n";
        return new ReminderLetter(agency, false, agency.Emails, today, [], subject, html, text);
    }

    /// <summary>The decisions as a paragraph; empty when there are none.</summary>
    public static string Of(IReadOnlyList<string> lines) => lines.Count == 0 ? "" : Title + string.Concat(lines.Select(line => "\n– " + line));
}
