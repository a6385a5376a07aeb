using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>What a letter says of one reminder, before it is drawn as HTML or text.</summary>
internal sealed record LetterLine(
    string Task, string Milestone, string Due, string Left, string AsWritten, string Reading, string Source, string Why, string Succession, string Note, string Reported)
{
    private const int LongestTask = 400;
    private const int LongestWords = 300;
    private const string LegacyTextWarning = " (có chữ gõ bằng phông cũ chưa đọc được, xin xem sổ gốc)";

    public static LetterLine Of(Reminder reminder)
    {
        var (obligation, standing) = (reminder.Assessed.Obligation, reminder.Assessed.Standing);
        var (task, milestone, place) = (obligation.Task, obligation.Milestone, obligation.Task.Place);
        var number = task.Number.Length == 0 ? "" : $"số {task.Number}, ";
        var row = place.Row == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", trang “{place.Sheet}”, {number}dòng {place.Row}");
        return new LetterLine(
            Task: Vietnamese.Shortened(VietnameseText.OneLine(task.Text), LongestTask),
            Milestone: Capital(Vietnamese.Shortened(milestone.Label ?? string.Join("; ", task.Products), LongestWords)),
            Due: standing.ShownDue is { } due ? Vietnamese.WeekdayAndDay(due) : "",
            Left: DeadlineStatusText.TimeLeft(standing),
            AsWritten: Vietnamese.Shortened(VietnameseText.OneLine(task.TimeText), LongestWords),
            Reading: milestone.Reading,
            Source: place.File + row + (task.HasLegacyText ? LegacyTextWarning : ""),
            Why: WhyOf(reminder, standing),
            Succession: SuccessionOf(obligation),
            Note: obligation.Note,
            Reported: AgencyReportText.OwnWord(obligation, LongestWords));
    }

    /// <summary>Who to call about a line, and how often it was reminded.</summary>
    public static string ContactOf(Agency agency, int timesReminded) => string.Join('\n', new[]
    {
        agency.Name,
        agency.FocalPoint.Length > 0 ? "Đầu mối: " + agency.FocalPoint : "",
        agency.Phone.Length > 0 ? "Điện thoại: " + agency.Phone : "",
        timesReminded > 0 ? string.Create(CultureInfo.InvariantCulture, $"Đã nhắc {timesReminded} lần") : "",
    }.Where(line => line.Length > 0));

    private static string WhyOf(Reminder reminder, DeadlineStatus standing)
    {
        var isLate = reminder.Stage.WorkingDays < 0 && standing.WorkingDaysLeft <= 0;
        var isGathered = reminder.Stage.WorkingDays < 0 && standing.WorkingDaysLeft > -reminder.Stage.WorkingDays;
        var reason = Capital(isLate ? "chưa nhắc được trước hạn" : isGathered ? "nhắc sớm, gom một lần trong tuần" : ReminderText.Reason(reminder.Stage)) + "; " + DeadlineStatusText.TimeLeft(standing) + ".";
        return standing.Due == standing.WrittenDue || standing.WrittenDue is not { } written || standing.Due is not { } moved
            ? reason
            : $"{reason} Ngày ghi {Vietnamese.WeekdayAndDay(written)} là ngày nghỉ, hạn tính đến {Vietnamese.WeekdayAndDay(moved)}.";
    }

    private static string SuccessionOf(Obligation obligation) => obligation.SucceededFrom.Count == 0
        ? ""
        : $"Sổ ghi {string.Join(", ", obligation.SucceededFrom.Select(ended => ended.Name))}; nhiệm vụ nay do {obligation.Agency.Name} đảm nhận.";

    private static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}
