using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Jobs;
using CcHc.Office;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>Reads the registers, decides who must be reminded today, and sends each agency one letter at most.</summary>
public sealed class RemindAgenciesJob(OfficeReader office, OfficeRules rules, SentLedger ledger, ReminderQueue queue, OutboxDispatcher dispatcher, MailGate gate) : IJob
{
    public JobDuty Duty => JobDuty.RemindAgencies;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var reading = await office.ReadAsync(run, cancellationToken);
        if (reading.HasAwaited && run.IsTriedAgain)
        {
            // An agency gets one letter a day: what that file says could only come tomorrow.
            return RemindOutcome.Waiting(reading);
        }

        var sent = await ledger.ReadAsync(cancellationToken: cancellationToken);

        var day = rules.Plan(reading, sent, run.Today);

        var state = await gate.StateAsync(run, cancellationToken);
        var queued = state switch
        {
            MailGateState.Open => await queue.PutAsync(day.Letters, day.Assessed, run, cancellationToken),
            // Their reminders stay unrecorded, so that the first run after the hold writes them as they are then.
            MailGateState.Held => QueuedLetters.Left(day.Letters),
            _ => QueuedLetters.None,
        };
        var delivered = state == MailGateState.Closed ? DispatchSummary.Nothing : await dispatcher.DeliverAsync(cancellationToken);

        return RemindOutcome.Of(reading, day.Plan, queued, delivered);
    }
}
