using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Jobs;

namespace CcHc.Worker.Jobs.DeliverMail;

/// <summary>Lets the dispatcher deliver what is due: letters just queued, and those whose time to be tried again has come (gửi thư).</summary>
public sealed class DeliverMailJob(OutboxDispatcher dispatcher, OutboxStore outbox, LetterHold hold, TimeProvider clock) : IJob
{
    /// <summary>So long a busy server or a greylist may well take; only after it mail counts as broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public JobDuty Duty => JobDuty.DeliverMail;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var delivered = run.DryRun ? DispatchSummary.Nothing with { StillDue = await outbox.CountDueAsync(cancellationToken) }
            : await dispatcher.DeliverAsync(cancellationToken);
        var stuck = await outbox.StuckAsync(cancellationToken);
        var fault = await outbox.OurFaultAsync(cancellationToken);
        var held = await hold.ReadAsync(cancellationToken);

        return Outcome(delivered, stuck, fault, held);
    }

    private JobOutcome Outcome(DispatchSummary delivered, StuckMail? stuck, OurFault? fault, HeldSince? held)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["mails_sent"] = delivered.Count(DeliveryState.Sent),
            ["mails_try_later"] = delivered.Count(DeliveryState.TryLater),
            ["mails_refused"] = delivered.Count(DeliveryState.Refused),
            ["mails_unknown"] = delivered.Count(DeliveryState.Unknown),
            ["mails_held"] = delivered.Count(DeliveryState.Held),
            ["mails_abandoned"] = delivered.Abandoned,
            [JobOutcome.MailsWaiting] = delivered.StillDue,
        };
        if (fault is not null)
        {
            return new JobOutcome(
                JobResult.Failed,
                FormattableString.Invariant(
                    $"The mail server refuses us, not the addressees: {fault.LastError} ({fault.Letters} letters wait, the oldest since {fault.Since:u}; they go out by themselves once this is mended.)"),
                counts);
        }

        if (stuck is not null && clock.GetUtcNow() - stuck.Since > Patience)
        {
            return new JobOutcome(JobResult.Failed,
                FormattableString.Invariant($"No mail gets through since {stuck.Since:u}, {stuck.Letters} wait: {stuck.LastError}"), counts);
        }

        var result = delivered.Count(DeliveryState.Refused) + delivered.Count(DeliveryState.Unknown) + delivered.Count(DeliveryState.Held) > 0
            ? JobResult.DoneWithFindings
                : delivered.WithoutWay > 0 ? JobResult.Partly
                : JobResult.Done;
        return new JobOutcome(result, $"Mails: {delivered}.{Waiting(delivered, held)}", counts);
    }

    private static string Waiting(DispatchSummary delivered, HeldSince? held) =>
        held is not null
            ? FormattableString.Invariant($" All letters are held since {held.Since:u} ({held.Reason}): {delivered.StillDue} wait for `cchc hold --release`.")
            : delivered.StillDue > 0 ? FormattableString.Invariant($" {delivered.StillDue} wait for the next run.")
            : "";
}
