using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>The short letter to the head of an agency (thư gửi lãnh đạo): what is overdue, since when, how often it was reminded. The focal point's own letter tells the rest.</summary>
internal static class HeadLetter
{
    private const int LongestTask = 160;

    /// <param name="overdue">Worst first.</param>
    public static ReminderLetter Write(Agency agency, IReadOnlyList<Reminder> overdue, LetterSettings settings, LetterFacts facts, DateOnly today)
    {
        var longest = -overdue.Min(reminder => reminder.Assessed.Standing.WorkingDaysLeft!.Value);
        var subject = string.Create(CultureInfo.InvariantCulture, $"[Báo cáo lãnh đạo] {overdue.Count} việc quá hạn, lâu nhất {longest} ngày làm việc – {agency.Name}");
        var opening = string.Create(CultureInfo.InvariantCulture,
            $"Tính đến ngày {Vietnamese.Day(today)}, {overdue.Count} nhiệm vụ cải cách hành chính do quý cơ quan chủ trì đã quá hạn:");
        var contact = agency.FocalPoint.Length == 0 ? "" : $" Đầu mối của quý cơ quan: {agency.FocalPoint}{(agency.Phone.Length > 0 ? $", điện thoại {agency.Phone}" : "")}.";
        var ask = $"Kính đề nghị lãnh đạo cơ quan quan tâm chỉ đạo hoàn thành, hoặc cho biết lý do và thời gian xin gia hạn.{contact}";
        var signature = $"{settings.StandingBody.Name}, cơ quan thường trực cải cách hành chính {settings.ProvinceName}";
        var lines = overdue.Select(reminder => Line(reminder, facts)).ToList();
        var (html, text) = Body(subject, $"Kính gửi: Lãnh đạo {agency.Name}", opening, lines, ask, signature, settings.CalendarNote);
        return new ReminderLetter(agency, false, agency.HeadEmails, today, overdue, subject, html, text) { IsToHead = true };
    }

    private static (string Task, string Reported, string Due, string Overdue, string Reminded) Line(Reminder reminder, LetterFacts facts)
    {
        var standing = reminder.Assessed.Standing;
        var times = facts.TimesReminded(reminder);
        return (
            Vietnamese.Shortened(VietnameseText.OneLine(reminder.Assessed.Obligation.Task.Text), LongestTask),
            AgencyReportText.OwnWord(reminder.Assessed.Obligation, LongestTask) is { Length: > 0 } words ? "Cơ quan đã báo cáo: " + words : "",
            standing.ShownDue is { } due ? Vietnamese.Day(due) : "",
            string.Create(CultureInfo.InvariantCulture, $"{-standing.WorkingDaysLeft!.Value} ngày làm việc"),
            times == 0 ? "nhắc lần đầu" : string.Create(CultureInfo.InvariantCulture, $"đã nhắc {times} lần"));
    }

    private static (string Html, string Text) Body(
        string subject, string greeting, string opening, List<(string Task, string Reported, string Due, string Overdue, string Reminded)> lines, string ask, string signature, string note)
    {
        var body = MailBody.Letter(subject).Paragraph(greeting, MailBody.Strong).Paragraph(opening).StartTable(["STT", "Nhiệm vụ", "Hạn", "Quá hạn", "Số lần nhắc"]);
        foreach (var (i, line) in lines.Index())
        {
            body.Row(
                string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {line.Task}\n   Hạn: {line.Due}; quá hạn {line.Overdue}; {line.Reminded}{(line.Reported.Length == 0 ? "" : "\n   " + line.Reported)}"),
                new MailCell((i + 1).ToString(CultureInfo.InvariantCulture)), new MailCell(MailBody.Escape(line.Task) + (line.Reported.Length == 0 ? "" : "<br><i>" + MailBody.Escape(line.Reported) + "</i>")), MailCell.Of(line.Due),
                MailCell.Of(line.Overdue, "color:#b42318;font-weight:bold"), MailCell.Of(line.Reminded));
        }

        return body.EndTable().Paragraph(ask).Paragraph(signature).Paragraph(note, MailBody.Warning).End();
    }
}
