using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>What a letter says of one reminder, before it is drawn.</summary>
/// <param name="Source">Where the task is written, in a few words.</param>
internal sealed record LetterLine(string Task, string Product, string Due, string Left, string Source, string Succession, string Note, string Reported)
{
    private const string Granted = "Gia hạn đến";
    private const int LongestTask = 400;
    private const int LongestWords = 300;
    private const string LegacyTextWarning = " (có chữ gõ bằng phông cũ chưa đọc được, đề nghị xem sổ gốc)";

    public static LetterLine Of(Reminder reminder)
    {
        var (obligation, standing) = (reminder.Assessed.Obligation, reminder.Assessed.Standing);
        var (task, milestone) = (obligation.Task, obligation.Milestone);
        return new LetterLine(
            Task: Vietnamese.Shortened(VietnameseText.OneLine(task.Text), LongestTask),
            Product: Capital(Vietnamese.Shortened(VietnameseText.OneLine(milestone.Label ?? string.Join("; ", task.Products)), LongestWords)),
            Due: standing.ShownDue is { } due ? Vietnamese.WeekdayAndDay(due) : "",
            Left: DeadlineStatusText.TimeLeft(standing),
            Source: SourceOf(obligation) + (task.HasLegacyText ? LegacyTextWarning : ""),
            Succession: SuccessionOf(obligation),
            Note: NoteOf(obligation),
            Reported: AgencyReportText.OwnWord(obligation, LongestWords));
    }

    /// <summary>Who to call about a line, and how often it was reminded.</summary>
    public static string ContactOf(Agency agency, int timesReminded) => string.Join("; ", new[]
    {
        agency.Name,
        agency.FocalPoint.Length > 0 ? "đầu mối: " + agency.FocalPoint : "",
        agency.Phone.Length > 0 ? "điện thoại " + agency.Phone : "",
        timesReminded > 0 ? string.Create(CultureInfo.InvariantCulture, $"đã nhắc {timesReminded} lần") : "",
    }.Where(line => line.Length > 0));

    /// <summary>Why a line is reminded today (căn cứ nhắc), for the workbook that goes with the letter.</summary>
    public static string BasisOf(Reminder reminder)
    {
        var standing = reminder.Assessed.Standing;
        var reason = Capital(DeadlineStatusText.TimeLeft(standing)) + (reminder.Stage.Audience switch
        {
            ReminderAudience.Head => "; đồng gửi lãnh đạo cơ quan",
            ReminderAudience.StandingBody => "; báo cơ quan thường trực",
            _ => "",
        });
        return standing.Due == standing.WrittenDue || standing.WrittenDue is not { } written || standing.Due is not { } moved
            ? reason
            : $"{reason}; ngày ghi {Vietnamese.WeekdayAndDay(written)} là ngày nghỉ, hạn tính đến {Vietnamese.WeekdayAndDay(moved)}";
    }

    /// <summary>A deadline somebody granted is told with who granted it.</summary>
    private static string NoteOf(Obligation obligation) => string.Join(' ', new[]
    {
        obligation.Note,
        obligation.Milestone.Reading.StartsWith(Granted, StringComparison.Ordinal) ? obligation.Milestone.Reading + "." : "",
    }.Where(part => part.Length > 0));

    private static string SourceOf(Obligation obligation)
    {
        var (task, place) = (obligation.Task, obligation.Task.Place);
        if (ReportDuties.IsReport(obligation))
        {
            return $"Theo chế độ báo cáo: {VietnameseText.OneLine(task.TimeText).ToLowerInvariant()}; biểu mẫu đã gửi: {FileNameOf(place.File)}";
        }

        var number = task.Number.Length == 0 ? "" : $"TT {task.Number}, ";
        var row = place.Row == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", trang “{place.Sheet}”, {number}dòng {place.Row}");
        return $"Sổ {FileNameOf(place.File)}{row}";
    }

    private static string FileNameOf(string file) => file[(file.LastIndexOf('/') + 1)..];

    private static string SuccessionOf(Obligation obligation) => obligation.SucceededFrom.Count == 0
        ? ""
        : $"Sổ ghi {string.Join(", ", obligation.SucceededFrom.Select(ended => ended.Name))}; nhiệm vụ nay do {obligation.Agency.Name} đảm nhận.";

    private static string Capital(string text) => text.Length == 0 ? "" : char.ToUpperInvariant(text[0]) + text[1..];
}
