using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Mailbox;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Jobs.CollectAnswers;
using CcHc.Worker.Jobs.CollectReports;

namespace CcHc.Worker.Jobs.ReadMailbox;

/// <summary>
/// Reads what agencies wrote to the office's mailbox: answer sheets and report forms are taken in, bounces tied to their letters, the rest laid before a
/// person.
/// </summary>
public sealed class ReadMailboxJob(
    OfficeReader office, IMailbox mailbox, MailboxSettings settings, MailSettings mail, MailboxIntake intake, VersionKeeper versions, ReceiptMailer receipts,
    AnswerReceiptMailer answerReceipts,
    PendingEntryList pending, OutboxBounces bounces, OutboxDispatcher dispatcher) : IJob
{
    /// <summary>What lies there beyond is read in the next run.</summary>
    private const int MostMessages = 2_000;

    public JobDuty Duty => JobDuty.ReadMailbox;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        if (!settings.IsOn)
        {
            return new JobOutcome(JobResult.Done, "No mailbox is set: mailbox.host in appsettings.json is empty.",
                new Dictionary<string, int>(StringComparer.Ordinal));
        }

        try
        {
            await using var session = await mailbox.OpenAsync(cancellationToken);
            var entries = await session.ListAsync(cancellationToken);
            // Most looks find nothing: the registers are read only for somebody.
            return entries.Count > 0 || await IsOwedAsync(cancellationToken)
                ? await TakeInAsync(session, entries, run, cancellationToken)
                : Outcome(MailboxTally.Nothing, 0, 0, null);
        }
        catch (MailboxLostException lost)
        {
            return Outcome(MailboxTally.Nothing, 0, 0, lost.Message);
        }
    }

    /// <summary>Receipts a run before this one did not come to, and letters that came back.</summary>
    private async Task<bool> IsOwedAsync(CancellationToken cancellationToken) =>
        await answerReceipts.IsOwedAsync(cancellationToken) || await receipts.IsOwedAsync(cancellationToken) || await bounces.AnyAsync(cancellationToken);

    private async Task<JobOutcome> TakeInAsync(IMailboxSession session, IReadOnlyList<MailboxEntry> entries, JobContext run,
        CancellationToken cancellationToken)
    {
        var reading = await office.LookAsync(run.Today, NoProgress.Instance, cancellationToken);
        if (reading.Directory.Agencies.Count == 0)
        {
            return new JobOutcome(JobResult.Partly, "The directory cannot be read, so every sender would be a stranger: no message was touched.",
                new Dictionary<string, int>(StringComparer.Ordinal));
        }

        var (tally, lost) = await ReadAsync(session, entries, new MailboxRound(reading, run, settings, OwnAddresses()), cancellationToken);
        if (run.DryRun)
        {
            return Outcome(tally, 0, 0, lost);
        }

        await versions.DecideAsync(cancellationToken);
        var now = tally.TakenIn > 0 ? await office.LookAsync(run.Today, NoProgress.Instance, cancellationToken) : reading;
        var answered = await receipts.SendAsync(now, run, cancellationToken) + await answerReceipts.SendAsync(now, run, cancellationToken);
        if (tally.Answers > 0)
        {
            pending.Write(now, run);
        }

        var resent = await bounces.ResendAsync(reading.Directory, cancellationToken);
        if (resent > 0)
        {
            await dispatcher.DeliverAsync(cancellationToken);
        }

        return Outcome(tally, answered, resent, lost);
    }

    /// <summary>A lost connection ends the look, not the work done before.</summary>
    private async Task<(MailboxTally Tally, string? Lost)> ReadAsync(IMailboxSession session, IReadOnlyList<MailboxEntry> entries, MailboxRound round,
        CancellationToken cancellationToken)
    {
        var tally = MailboxTally.Nothing;
        try
        {
            foreach (var (done, entry) in entries.Take(MostMessages).Index())
            {
                cancellationToken.ThrowIfCancellationRequested();
                round.Run.Progress.Report((done, entries.Count));
                tally = tally.Plus(await intake.TakeAsync(session, entry, round, cancellationToken));
            }

            return (tally, null);
        }
        catch (MailboxLostException lost)
        {
            return (tally, lost.Message);
        }
    }

    private HashSet<string> OwnAddresses()
    {
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { mail.SenderAddress };
        if (settings.Address.Length > 0)
        {
            own.Add(settings.Address);
        }
        else if (settings.User.Contains('@', StringComparison.Ordinal))
        {
            own.Add(settings.User);
        }

        return own;
    }

    private static JobOutcome Outcome(MailboxTally tally, int receipts, int resent, string? lost)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["messages"] = tally.Messages,
            ["taken_in"] = tally.TakenIn,
            ["answers"] = tally.Answers,
            ["for_a_person"] = tally.Waiting,
            ["bounced"] = tally.Bounced,
            ["seen_before"] = tally.Repeated,
            ["receipts_queued"] = receipts,
            ["letters_sent_again"] = resent,
        };
        var result = lost is not null ? JobResult.Partly : tally.Waiting + tally.Bounced > 0 ? JobResult.DoneWithFindings : JobResult.Done;
        var summary = FormattableString.Invariant(
            $"{tally.Messages} messages: {tally.TakenIn} taken in ({tally.Answers} answers), {tally.Waiting} for a person, {tally.Bounced} bounces; {receipts} receipts queued, {resent} letters sent again.");
        return new JobOutcome(result, lost is null ? summary : $"{summary} The mailbox was lost: {lost}", counts);
    }
}
