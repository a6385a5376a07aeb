using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Jobs;
using CcHc.Office;

namespace CcHc.Worker.Jobs.RemindAgencies;

/// <summary>Reads the registers, decides who must be reminded today, and sends each agency one letter at most.</summary>
public sealed class RemindAgenciesJob(OfficeReader office, OfficeRules rules, FirstDayOfMail firstDay, SentLedger ledger, OfficersList officers, ReminderQueue queue, OutboxDispatcher postman, MailSettings mail) : IJob
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
        var day = rules.Plan(reading, FirstDayOfMail.With(sent, left), run.Today);

        // In preview mode nothing may be recorded as reminded, for nothing is sent.
        var isForReal = !run.DryRun && mail.Mode != MailMode.Preview;
        if (!isForReal)
        {
            return RemindOutcome.OfNothingSent(reading, day, left);
        }

        await officers.PutAsync(left, run, cancellationToken);
        var queued = await queue.PutAsync(day.Letters, day.Assessed, run, cancellationToken);
        var delivered = await postman.DeliverAsync(cancellationToken);

        return RemindOutcome.Of(reading, day.Plan, left.Count, queued, delivered);
    }
}
