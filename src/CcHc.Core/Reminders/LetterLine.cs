using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>What a letter says of one reminder, before it is drawn.</summary>
/// <param name="Source">The register and sheet the task is written in; empty when it stands in no row of one.</param>
/// <param name="Spot">Where it stands there; without a register all there is to say.</param>
internal sealed record LetterLine(
    string Task, string Product, string Due, string Left, string Source, string Spot, string Succession, string Note, string Reported)
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
            Product: Vietnamese.Capital(Vietnamese.Shortened(VietnameseText.OneLine(milestone.Label ?? string.Join("; ", task.Products)), LongestWords)),
            Due: standing.ShownDue is { } due ? DayOf(due, standing.Kind) : "",
            Left: DeadlineStatusText.TimeLeft(standing),
            Source: SourceOf(obligation),
            Spot: SpotOf(obligation) + (task.HasLegacyText ? LegacyTextWarning : ""),
            Succession: SuccessionOf(obligation),
            Note: NoteOf(obligation),
            Reported: AgencyReportText.OwnWord(obligation, LongestWords));
    }

    /// <summary>Where the task is written; a register and sheet named before are not named again.</summary>
    /// <param name="alike">The number of the first line with the same ones; 0 when this is it.</param>
    public string Written(int alike) => Source.Length == 0 ? Spot
        : alike == 0 ? $"{Source}, {Spot}" : string.Create(CultureInfo.InvariantCulture, $"Cùng trang sổ với việc {alike}, {Spot}");

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
        var reason = Vietnamese.Capital(DeadlineStatusText.TimeLeft(standing)) + (reminder.Stage.Audience switch
        {
            ReminderAudience.Head => "; đồng gửi lãnh đạo cơ quan",
            ReminderAudience.StandingBody => "; báo cơ quan thường trực",
            _ => "",
        });
        return standing.Due == standing.WrittenDue || standing.WrittenDue is not { } written || standing.Due is not { } moved
            ? reason
            : $"{reason}; ngày ghi {Vietnamese.WeekdayAndDay(written)} là ngày nghỉ, hạn tính đến {Vietnamese.WeekdayAndDay(moved)}";
    }

    /// <summary>The weekday of a day long past helps nobody.</summary>
    private static string DayOf(DateOnly due, StatusKind kind) => kind == StatusKind.Overdue ? Vietnamese.Day(due) : Vietnamese.WeekdayAndDay(due);

    /// <summary>A deadline somebody granted is told with who granted it.</summary>
    private static string NoteOf(Obligation obligation) => string.Join(' ', new[]
    {
        obligation.Note,
        obligation.Milestone.Reading.StartsWith(Granted, StringComparison.Ordinal) ? obligation.Milestone.Reading + "." : "",
    }.Where(part => part.Length > 0));

    private static string SourceOf(Obligation obligation) => ReportDuties.IsReport(obligation) || obligation.Task.Place is not { Row: > 0 } place
        ? "" : $"Sổ {FileNameOf(place.File)}, trang “{place.Sheet}”";

    private static string SpotOf(Obligation obligation)
    {
        var (task, place) = (obligation.Task, obligation.Task.Place);
        if (ReportDuties.IsReport(obligation))
        {
            return $"Theo chế độ báo cáo: {VietnameseText.OneLine(task.TimeText).ToLowerInvariant()}; biểu mẫu đã gửi: {FileNameOf(place.File)}";
        }

        var number = task.Number.Length == 0 ? "" : $"TT {task.Number}, ";
        return place.Row == 0 ? $"Sổ {FileNameOf(place.File)}" : string.Create(CultureInfo.InvariantCulture, $"{number}dòng {place.Row}");
    }

    private static string FileNameOf(string file) => file[(file.LastIndexOf('/') + 1)..];

    private static string SuccessionOf(Obligation obligation) => obligation.SucceededFrom.Count == 0
        ? ""
        : $"Sổ ghi {string.Join(", ", obligation.SucceededFrom.Select(ended => ended.Name))}; nhiệm vụ nay do {obligation.Agency.Name} đảm nhận.";
}
