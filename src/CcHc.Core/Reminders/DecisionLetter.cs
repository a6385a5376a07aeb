using CcHc.Core.Agencies;
using CcHc.Core.Mail;

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
        var (html, text) = MailBody.Letter(subject).Paragraph(greeting, MailBody.Strong).Paragraph(said).Paragraph(signature).Paragraph(settings.CalendarNote, MailBody.Warning).End();
        return new ReminderLetter(agency, false, agency.Emails, today, [], subject, html, text);
    }

    /// <summary>The decisions as a paragraph; empty when there are none.</summary>
    public static string Of(IReadOnlyList<string> lines) => lines.Count == 0 ? "" : Title + string.Concat(lines.Select(line => "\n– " + line));
}
