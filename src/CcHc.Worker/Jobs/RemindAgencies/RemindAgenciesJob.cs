using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Office.Letters;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>Reads the registers, decides who must be reminded today, and sends each agency one letter at most.</summary>
public sealed class RemindAgenciesJob(
    OfficeReader office, OfficeRules rules, FirstDayOfMail firstDay, SentLedger ledger, OfficersList officers, ReminderQueue queue, OutboxDispatcher dispatcher,
    MailGate gate) : IJob
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

        var left = firstDay.LeftToOfficer(reading, sent, run.Today);
        var day = rules.Plan(reading, FirstDayOfMail.With(sent, left), run.Today) with { Undelivered = await ledger.UndeliveredAsync(cancellationToken) };

        var state = await gate.StateAsync(run, cancellationToken);
        if (state == MailGateState.Closed)
        {
            return RemindOutcome.OfNothingSent(reading, day, left);
        }

        // While letters are held their reminders stay unrecorded, so that the first run after the hold writes them as they are then.
        var queued = QueuedLetters.Left(day.Letters);
        if (state == MailGateState.Open)
        {
            await officers.PutAsync(left, run, cancellationToken);
            queued = await queue.PutAsync(day.Letters, day.Assessed, run, cancellationToken);
        }

        var delivered = await dispatcher.DeliverAsync(cancellationToken);

        return RemindOutcome.Of(reading, day.Plan, left.Count, queued, delivered);
    }
}
