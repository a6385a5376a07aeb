using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>One overdue obligation with how often its agency was reminded of it.</summary>
public sealed record MondayLine(AssessedObligation Assessed, int TimesReminded)
{
    public int WorkingDaysOver => -Assessed.Standing.WorkingDaysLeft ?? 0;

    /// <summary>What to settle before anybody is called; empty for nothing.</summary>
    public string Caution => Assessed.Obligation.Answer is { IsWaiting: true, Latest: { } answer }
        ? $"cơ quan trả lời {AnswerText.Said(answer.Statement)}, chờ xử lý"
            : Assessed.IsCertain ? "" : "cần Sở xác nhận hạn hoặc tình trạng";
}

/// <summary>
/// What a director reads on Monday morning (Trang thứ Hai): what is overdue, whose it is, whom to call, how often it was reminded, and what changed since last
/// Monday.
/// </summary>
/// <param name="Since">Last Monday; of a Monday the one before it.</param>
/// <param name="Overdue">Worst first.</param>
/// <param name="NewlyOverdue">Of these the ones whose due day passed since then.</param>
/// <param name="Done">Finished since then, by their own day.</param>
/// <param name="DueThisWeek">Open, due from today to Sunday.</param>
public sealed record MondayPage(
    DateOnly Today, DateOnly Since, IReadOnlyList<MondayLine> Overdue, int NewlyOverdue, IReadOnlyList<AssessedObligation> Done,
    IReadOnlyList<AssessedObligation> DueThisWeek)
{
    private const int LongestTask = 160;

    public int AgenciesOverdue => Overdue.Select(line => line.Assessed.Obligation.Agency.Code).Distinct(StringComparer.Ordinal).Count();

    /// <summary>"23 việc quá hạn của 12 cơ quan, 4 việc mới quá hạn từ thứ Hai, 8/6/2026".</summary>
    public string Headline => Overdue.Count == 0
        ? "Không có việc quá hạn"
        : Say($"{Overdue.Count} việc quá hạn của {AgenciesOverdue} cơ quan")
            + (NewlyOverdue > 0 ? Say($", trong đó {NewlyOverdue} việc mới quá hạn từ {Vietnamese.WeekdayAndDay(Since)}") : "");

    /// <summary>"5 việc hoàn thành, 14 việc đến hạn trong tuần này".</summary>
    public string Movement =>
        $"Từ {Vietnamese.WeekdayAndDay(Since)} đến nay {(Done.Count == 0 ? "chưa có việc nào ghi hoàn thành" : Say($"{Done.Count} việc hoàn thành"))}; "
        + (DueThisWeek.Count == 0 ? "tuần này không có việc đến hạn." : Say($"{DueThisWeek.Count} việc đến hạn trong tuần này."));

    /// <param name="sent">Reminders recorded so far.</param>
    public static MondayPage Of(IReadOnlyList<AssessedObligation> assessed, IEnumerable<ReminderKey> sent, DateOnly today)
    {
        var facts = LetterFacts.Of([], sent, 0);
        var since = today.AddDays(today.DayOfWeek == DayOfWeek.Monday ? -7 : -(((int)today.DayOfWeek + 6) % 7));
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var overdue = assessed.Where(one => one.Standing.Kind == StatusKind.Overdue)
            .OrderBy(one => one.Standing.WorkingDaysLeft).ThenBy(one => one.Obligation.Agency.Code, StringComparer.Ordinal)
            .ThenBy(one => one.Obligation.Task.Key, StringComparer.Ordinal)
            .ThenBy(one => one.Obligation.MilestoneKey, StringComparer.Ordinal)
            .Select(one => new MondayLine(one, facts.TimesReminded(one))).ToList();
        return new MondayPage(
            today, since, overdue, overdue.Count(line => line.Assessed.Standing.Due >= since),
            [.. assessed.Where(one => one.Standing is { IsDone: true, Record.Day: { } day } && day >= since && day <= today)],
            [
                .. assessed.Where(one => one.Standing.IsOpen && one.Standing.Kind != StatusKind.Overdue && one.Standing.Due is { } due && due >= today
                    && due <= sunday).OrderBy(one => one.Standing.Due)]);
    }

    /// <summary>The worst of them as blocks of a letter.</summary>
    public IEnumerable<MailBlock> Blocks(int most) => Overdue.Take(most).Select(line => new MailBlock(
        TaskOf(line.Assessed),
        [
            new(
                Say(
                    $"Quá hạn {line.WorkingDaysOver} ngày làm việc{(line.Assessed.Standing.ShownDue is { } due ? $" (hạn {Vietnamese.Day(due)})" : "")}, {RemindedInWords(line)}"), MailTone.Alarm),
            new(LetterLine.ContactOf(line.Assessed.Obligation.Agency, 0)),
            new(line.Caution.Length > 0 ? $"Trước khi đôn đốc: {line.Caution}" : "", MailTone.Quiet),
        ]));

    public static string TaskOf(AssessedObligation one) => Vietnamese.Shortened(VietnameseText.OneLine(one.Obligation.Task.Text), LongestTask);

    /// <summary>Whom to call: "Bà Trần Thị C, (0200) 3000 004"; empty when the directory does not say.</summary>
    public static string WhomToCall(Agency agency) => string.Join(", ", new[] { agency.FocalPoint, agency.Phone }.Where(part => part.Length > 0));

    private static string RemindedInWords(MondayLine line) => line.TimesReminded == 0 ? "chưa nhắc lần nào" : Say($"đã nhắc {line.TimesReminded} lần");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
