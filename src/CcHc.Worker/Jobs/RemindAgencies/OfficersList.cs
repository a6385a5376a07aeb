using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>
/// The list of what the first day of mail leaves to the officer (danh sách việc quá hạn lâu để chuyên viên xem): recorded as reminded, and mailed to Sở Nội vụ
/// alone.
/// </summary>
public sealed class OfficersList(JobsFile settings, MailQueue letters, OutboxStore outbox, TrialLetters trial)
{
    private const string Kind = "first-day";

    /// <summary>Called only while letters may leave.</summary>
    public async Task PutAsync(IReadOnlyList<Reminder> left, JobContext run, CancellationToken cancellationToken)
    {
        if (left.Count == 0)
        {
            return;
        }

        var keys = left.Select(reminder => reminder.Key).Distinct().ToList();
        var officers = settings.Recipients.Results.Count > 0 ? settings.Recipients.Results : settings.Recipients.Admin;
        if (officers.Count == 0)
        {
            await trial.LeaveToOfficerAsync(keys, cancellationToken);
            return;
        }

        var letter =
            letters.Compose(Kind, "", run.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), officers, Write(left), [], run);
        await outbox.QueueAsync(letter.Mail, letter.Info, keys, cancellationToken);
    }

    private Notice Write(IReadOnlyList<Reminder> left)
    {
        var tasks = left.DistinctBy(reminder => (reminder.Key.TaskKey, reminder.Key.MilestoneKey, reminder.Key.AgencyCode)).ToList();
        return Notice.Draw(
            FormattableString.Invariant(
                $"[CCHC {settings.ProvinceName}] {tasks.Count} việc quá hạn từ {LongOverdue.WorkingDays} ngày làm việc: xem trước khi nhắc cơ quan"),
            OfficerGreeting.Of(settings),
            FormattableString.Invariant(
                $"Hôm nay là ngày đầu phần mềm gửi thư nhắc. {tasks.Count} việc dưới đây đã quá hạn từ {LongOverdue.WorkingDays} ngày làm việc trở lên, có thể đã xong mà sổ chưa ghi. Các cơ quan và lãnh đạo chưa được nhắc về những việc này."),
            [
                ("Việc cần làm",
                [
                    "Việc đã xong: ghi tình trạng vào sổ theo dõi, phần mềm không nhắc nữa.",
                    "Việc còn phải làm: không cần làm gì, phần mềm nhắc cơ quan ở mốc tiếp theo.",
                ]),
                ("Danh sách", [.. tasks.Select(Line)]),
            ],
            LetterSignature.OfProgram(settings.ProvinceName));
    }

    private static string Line(Reminder reminder)
    {
        var obligation = reminder.Assessed.Obligation;
        return $"{obligation.Agency.Name}: {DeadlineStatusText.TimeLeft(reminder.Assessed.Standing)} – {Vietnamese.Shortened(obligation.Task.Text, 120)} ({obligation.Task.Place.File}, trang {obligation.Task.Place.Sheet}, dòng {obligation.Task.Place.Row})";
    }
}
