using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>
/// The short letter to the head of an agency (thư gửi lãnh đạo): what is overdue, since when, how often it was reminded. The focal point's own letter tells the
/// rest.
/// </summary>
internal static class HeadLetter
{
    private const int LongestTask = 160;

    /// <param name="overdue">Worst first.</param>
    public static ReminderLetter Write(Agency agency, IReadOnlyList<Reminder> overdue, LetterSettings settings, LetterFacts facts, DateOnly today)
    {
        var longest = -overdue.Min(reminder => reminder.Assessed.Standing.WorkingDaysLeft!.Value);
        var contact = agency.FocalPoint.Length == 0
            ? "" : $" Đầu mối của quý cơ quan: {agency.FocalPoint}{(agency.Phone.Length > 0 ? $", điện thoại {agency.Phone}" : "")}.";
        var subject =
            string.Create(CultureInfo.InvariantCulture, $"[Báo cáo lãnh đạo] {overdue.Count} việc quá hạn, lâu nhất {longest} ngày làm việc – {agency.Name}");
        return new ReminderLetter(agency, false, agency.HeadEmails, today, overdue, MailBody.SubjectOf(subject),
            () => Draw(agency, overdue, settings, facts, today, subject, contact)) { IsToHead = true };
    }

    private static MailBody Draw(Agency agency, IReadOnlyList<Reminder> overdue, LetterSettings settings, LetterFacts facts, DateOnly today, string subject,
        string contact)
    {
        var body = new MailBody(subject)
            .Greeting($"Kính gửi: Lãnh đạo {agency.Name}")
            .Paragraph(string.Create(CultureInfo.InvariantCulture,
                $"Tính đến ngày {Vietnamese.Day(today)}, {overdue.Count} nhiệm vụ cải cách hành chính do quý cơ quan chủ trì đã quá hạn:"));
        foreach (var reminder in overdue)
        {
            body.Block(Block(reminder, facts.TimesReminded(reminder)));
        }

        return body.Paragraph($"Kính đề nghị lãnh đạo cơ quan quan tâm chỉ đạo hoàn thành, hoặc cho biết lý do và thời gian đề nghị gia hạn.{contact}")
            .Signature(settings.Signature)
            .Note(settings.CalendarNote);
    }

    private static MailBlock Block(Reminder reminder, int times)
    {
        var standing = reminder.Assessed.Standing;
        var due = standing.ShownDue is { } day ? $"Hạn: {Vietnamese.Day(day)}, " : "";
        return new MailBlock(
            Vietnamese.Shortened(VietnameseText.OneLine(reminder.Assessed.Obligation.Task.Text), LongestTask),
            [
                new(string.Create(CultureInfo.InvariantCulture, $"{due}quá hạn {-standing.WorkingDaysLeft!.Value} ngày làm việc"), MailTone.Alarm),
                new(times == 0 ? "Nhắc lần đầu" : string.Create(CultureInfo.InvariantCulture, $"Đã nhắc {times} lần")),
                new(AgencyReportText.OwnWord(reminder.Assessed.Obligation, LongestTask)),
            ]);
    }
}
