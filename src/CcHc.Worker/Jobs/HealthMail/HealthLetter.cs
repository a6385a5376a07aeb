using System.Globalization;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.HealthMail;

/// <summary>What the weekly letters say (thư hằng tuần).</summary>
internal static class HealthLetter
{
    private const int MostOverdue = 12;

    /// <summary>To the administrator: that all is well, or what is not.</summary>
    public static Notice ToAdmin(HealthWeek week, string province)
    {
        var headline = week.Troubles == 0 ? "mọi việc bình thường" : string.Create(CultureInfo.InvariantCulture, $"{week.Troubles} việc cần xem");
        return Notice.Draw(
            $"[CCHC {province}] Tuần đến {Vietnamese.Day(week.Today)}: {headline}",
            "Kính gửi: Quản trị viên",
            $"Phần mềm nhắc việc cải cách hành chính {province}: {headline}.",
        [
            ("Các lần chạy trong tuần", [.. JobLines(week)]),
            ("Thư", [MailLine(week)]),
            ("Cần xem", [.. TroubleLines(week)]),
        ],
            LetterSignature.OfProgram(province));
    }

    /// <summary>To the officers of Sở Nội vụ: what to chase this week, and the state of the registers; goes with the latest health workbook.</summary>
    public static Notice ToOfficers(HealthWeek week, string province, string workbook, string greeting)
    {
        var monday = week.Monday;
        var body = new MailBody($"[CCHC {province}] Tuần từ {Vietnamese.WeekdayAndDay(week.Today)}: {monday?.Headline ?? "tình trạng sổ theo dõi"}").Greeting(
            greeting);
        if (monday is not null)
        {
            body.Paragraph($"{monday.Headline}. {monday.Movement}");
            foreach (var block in monday.Blocks(MostOverdue))
            {
                body.Block(block);
            }

            body.Paragraph(monday.Overdue.Count > MostOverdue
                ? string.Create(CultureInfo.InvariantCulture,
                    $"Còn {monday.Overdue.Count - MostOverdue} việc quá hạn khác: xem trang “Quá hạn” của bảng tổng hợp.") : "");
        }

        Part(body, "Sổ có lỗi cần sửa",
            [.. week.RegistersWithErrors.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.File}: {file.Errors} lỗi"))]);
        Part(body, "Lịch nghỉ", [.. DaysOffLines(week)]);
        body.Paragraph($"Gửi kèm bảng tình trạng sổ theo dõi mới nhất: {workbook}.").Signature(LetterSignature.OfProgram(province));
        return new Notice(body.Subject, body.ToHtml(), body.ToText());
    }

    private static void Part(MailBody body, string title, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            body.Heading(title).List(lines);
        }
    }

    private static IEnumerable<string> JobLines(HealthWeek week)
    {
        var byJob = week.Runs.ToLookup(run => run.Job, StringComparer.Ordinal);
        foreach (var job in week.Jobs.Union(week.Runs.Select(run => run.Job), StringComparer.Ordinal))
        {
            var runs = byJob[job].ToList();
            yield return runs.Count == 0 ? $"{job}: không chạy lần nào"
                : string.Create(CultureInfo.InvariantCulture, $"{job}: {runs.Count} lần ({Results(runs)})");
        }
    }

    private static string Results(IEnumerable<LoggedRun> runs) =>
        string.Join(", ", runs.GroupBy(run => run.Outcome?.Result).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {JobResultText.Counted(group.Key)}")));

    private static string MailLine(HealthWeek week)
    {
        var waiting = Count(week, DeliveryState.Queued) + Count(week, DeliveryState.TryLater) + Count(week, DeliveryState.Sending);
        return string.Create(CultureInfo.InvariantCulture,
            $"đã gửi {Count(week, DeliveryState.Sent)}, bị từ chối {Count(week, DeliveryState.Refused)}, giữ lại {Count(week, DeliveryState.Held)}, chưa rõ đến hay chưa {Count(week, DeliveryState.Unknown)}, đang chờ {waiting}");
    }

    private static int Count(HealthWeek week, DeliveryState state) => week.Mails.GetValueOrDefault(state);

    private static IEnumerable<string> TroubleLines(HealthWeek week) =>
    [
        .. week.Alarms.Select(alarm => $"sự cố từ {Vietnamese.Day(OfficeTime.DayOf(alarm.Since))}: {alarm.Job} – {alarm.Trouble}"),
        .. week.LastFailed.Select(run => $"lần chạy cuối bị hỏng: {run.Job} – {run.Outcome!.Summary}"),
        .. week.Reading is null ? ["không vào được thư mục chung"] : Array.Empty<string>(),
        .. (week.Reading?.Sources ?? []).Where(source => source.IsYesterdays).Select(source => $"không đọc được, đang dùng bản trước: {source.File}"),
        .. week.RegistersWithErrors.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.File}: {file.Errors} lỗi")),
        .. DaysOffLines(week),
    ];

    private static IEnumerable<string> DaysOffLines(HealthWeek week) => week.YearsWithoutDaysOff.Select(year => string.Create(CultureInfo.InvariantCulture,
        $"lịch nghỉ năm {year} chưa có trong lich-nghi.xlsx: đang tính theo ngày lễ trong luật, chưa có ngày hoán đổi, làm bù"));
}
