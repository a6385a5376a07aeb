using CcHc.Adapters.Alerts;
using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Core.Reminders;
using CcHc.Office;
using CcHc.Office.Letters;

namespace CcHc.Worker.Jobs.HealthMail;

/// <summary>
/// Tells the administrator once a week that all is well, or what is not, and sends the officers the latest health workbook (thư báo tình hình). A week without
/// this letter is itself the sign that the service stands still.
/// </summary>
public sealed class HealthMailJob(
    OfficeReader office, OfficeRules rules, SentLedger ledger, JobsFile settings, SharedFolder folder, RunLog log,
    OutboxStore outbox, MailGate gate, Alarms alarms, OutboxDispatcher dispatcher, MailSettings mail, TimeProvider clock) : IJob
{
    public JobDuty Duty => JobDuty.HealthMail;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var week = await LookBackAsync(run, cancellationToken);

        var toOfficers = ToOfficers(week);
        List<(string Kind, OutgoingMail Mail)> letters = [.. ToAdmin(week), .. toOfficers ?? []];

        var state = await gate.StateAsync(run, cancellationToken);
        var (queued, isForReal) = (0, state == MailGateState.Open);
        foreach (var (kind, letter) in isForReal ? letters : [])
        {
            queued += (await outbox.QueueAsync(letter, new LetterInfo(kind, "", run.RunId), [], cancellationToken)).IsQueued ? 1 : 0;
        }

        var delivered = isForReal ? await dispatcher.DeliverAsync(cancellationToken) : DispatchSummary.Nothing;
        return Outcome(week, letters.Count, queued, delivered, state == MailGateState.Held, isWhole: toOfficers is not null);
    }

    private async Task<HealthWeek> LookBackAsync(JobContext run, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddDays(-HealthWeek.Days);
        var reading = await ReadAsync(run, cancellationToken);
        return new HealthWeek(
            run.Today,
            [.. settings.Jobs.Where(job => job is { IsEnabled: true, Schedule: not null }).Select(job => job.Name)],
            [.. (await log.SinceAsync(since, cancellationToken)).Where(one => one.Id != run.RunId)],
            await outbox.CountSinceAsync(since, cancellationToken),
            reading,
            alarms.Current())
        {
            Monday = reading is null
                ? null
                : MondayPage.Of(reading.Assess(rules.Assessment(reading.Calendar), run.Today), await ledger.ReachedAsync(cancellationToken),
                    run.Today),
        };
    }

    /// <summary>A shared folder that is away is the very thing to be told of.</summary>
    private async Task<OfficeReading?> ReadAsync(JobContext run, CancellationToken cancellationToken)
    {
        try
        {
            return await office.ReadAsync(run, cancellationToken);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private IEnumerable<(string Kind, OutgoingMail Mail)> ToAdmin(HealthWeek week)
    {
        if (settings.Recipients.Admin is { Count: > 0 } admins)
        {
            yield return ("health-mail", ToMail(HealthLetter.ToAdmin(week, settings.ProvinceName), "health-mail", week.Today, admins, []));
        }
    }

    /// <returns>Null when the workbook cannot be read now: the next try sends it, and the administrator's letter does not wait for it.</returns>
    private List<(string Kind, OutgoingMail Mail)>? ToOfficers(HealthWeek week)
    {
        try
        {
            if (settings.Recipients.Results is not { Count: > 0 } officers || LatestWorkbook() is not { } workbook)
            {
                return [];
            }

            var name = Path.GetFileName(workbook);
            var attachment = new MailAttachment(name, MediaTypes.Workbook, SharedFile.ReadAllBytes(workbook));
            return [
                ("health-workbook", ToMail(HealthLetter.ToOfficers(week, settings.ProvinceName, name, OfficerGreeting.Of(settings)), "health-workbook",
                    week.Today, officers, [attachment]))];
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private string? LatestWorkbook() =>
        FolderFiles.List(folder.Health, "canh-bao-*.xlsx").OrderBy(File.GetLastWriteTimeUtc).ThenBy(path => path, StringComparer.Ordinal).LastOrDefault();

    private OutgoingMail ToMail(Notice letter, string kind, DateOnly today, IReadOnlyList<string> to, IReadOnlyList<MailAttachment> attachments) => new(
        MessageId.Of(FormattableString.Invariant($"{today:yyyyMMdd}.{kind}"), mail.SenderAddress),
        to, letter.Subject, letter.Html, letter.Text, attachments);

    private JobOutcome Outcome(HealthWeek week, int letters, int queued, DispatchSummary delivered, bool isHeld, bool isWhole)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["troubles"] = week.Troubles,
            ["letters_queued"] = queued,
            ["mails_sent"] = delivered.Count(DeliveryState.Sent),
        };
        var summary = !isWhole
            ? FormattableString.Invariant(
                $"The latest health workbook in {folder.Health} cannot be read now and is not mailed yet; {queued} letters queued, mails: {delivered}.")
                : letters == 0 ? "Nobody to write to: recipients: admin and results of jobs.yml are empty, or no health workbook is written yet."
                : isHeld ? "All letters are held: nothing was queued."
                : FormattableString.Invariant($"{week.Troubles} things to look at, {queued} letters queued, mails: {delivered}.");
        return new JobOutcome(!isWhole ? JobResult.Partly
            : letters == 0 || isHeld || week.Troubles > 0 ? JobResult.DoneWithFindings : JobResult.Done, summary, counts);
    }
}
