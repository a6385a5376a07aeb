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
        var body = new MailBody($"[Phản hồi] Kết quả xử lý trả lời – {agency.Name}")
            .Greeting($"Kính gửi: {agency.Name}")
            .Paragraph(Of(lines))
            .Signature(settings.Signature)
            .Note(settings.CalendarNote);
        return new ReminderLetter(agency, false, agency.Emails, today, [], body.Subject, () => body);
    }

    /// <summary>The decisions as a paragraph; empty when there are none.</summary>
    public static string Of(IReadOnlyList<string> lines) => lines.Count == 0 ? "" : Title + string.Concat(lines.Select(line => "\n– " + line));
}
