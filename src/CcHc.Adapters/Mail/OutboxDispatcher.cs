using System.Data.Common;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Calendars;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>
/// Takes letters out of the outbox one by one, sends each over one connection and writes down what became of it before the next (người đưa thư). Several may
/// work at once.
/// </summary>
public sealed class OutboxDispatcher(OutboxStore outbox, IMailSender sender, MailSettings settings, DeliveryPolicy policy, TimeProvider clock)
{
    private static readonly TimeSpan PatienceWithDatabase = TimeSpan.FromMinutes(4);

    /// <summary>
    /// Works until nothing is due, no more may leave today, or the server refuses us as such. Asked to stop, it finishes the letter in hand. In preview mode it
    /// leaves every letter where it is.
    /// </summary>
    public async Task<DispatchSummary> DeliverAsync(CancellationToken cancellationToken)
    {
        if (settings.Mode == MailMode.Preview)
        {
            return DispatchSummary.Nothing;
        }

        var abandoned = await outbox.SetAsideAbandonedAsync(policy.ResendAfter, cancellationToken);
        var round = new DeliveryRound(outbox, policy, clock);
        await using (var batch = sender.BeginBatch())
        {
            while (!round.IsStopped && !cancellationToken.IsCancellationRequested && await outbox.ClaimAsync(Lease, Limit, CancellationToken.None) is { } delivery)
            {
                var begun = clock.GetUtcNow();
                await SendAsync(batch, round, delivery);
                await KeepPaceAsync(begun, cancellationToken);
            }
        }

        return round.Report(abandoned) with { StillDue = await outbox.CountDueAsync(CancellationToken.None) };
    }

    private DailyLimit? Limit => settings.PerDay == 0 ? null : new DailyLimit(settings.PerDay, OfficeTime.StartOf(OfficeTime.DayOf(clock.GetUtcNow())));

    /// <summary>Longer than any sending: what is still claimed after it was left behind by a crash. Two minutes are for the clocks of two machines being apart.</summary>
    private TimeSpan Lease => settings.Timeout + PatienceWithDatabase + TimeSpan.FromMinutes(2);

    private async Task SendAsync(IMailBatch batch, DeliveryRound round, ClaimedDelivery delivery)
    {
        if (policy.JudgeAge(delivery, clock.GetUtcNow()) is { } tooOld)
        {
            round.Count(await RecordAsync(delivery, tooOld, null));
            return;
        }

        var recipient = settings.RedirectAllTo.Length > 0 ? new MailRecipient(settings.RedirectAllTo, delivery.Address) : new MailRecipient(delivery.Address);
        var outcome = await batch.SendAsync(delivery.Mail, recipient, CancellationToken.None);
        var verdict = policy.Judge(delivery, outcome, clock.GetUtcNow());
        var recorded = await RecordAsync(delivery, verdict, outcome is SendOutcome.Sent ? recipient.Address : null);
        if (recorded is not null)
        {
            recorded = await round.FollowAsync(delivery, outcome, recorded);
        }

        round.Count(recorded);
    }

    /// <summary>A letter that is out and not noted would be sent again; so a database that is just restarting is waited for.</summary>
    /// <returns>Null when another dispatcher has taken the delivery over.</returns>
    private async Task<DeliveryVerdict?> RecordAsync(ClaimedDelivery delivery, DeliveryVerdict verdict, string? deliveredTo)
    {
        var patience = clock.GetUtcNow() + PatienceWithDatabase;
        for (var pause = TimeSpan.FromSeconds(1); ; pause *= 2)
        {
            try
            {
                return await outbox.RecordAsync(delivery, verdict, deliveredTo) ? verdict : null;
            }
            catch (DbException) when (clock.GetUtcNow() + pause < patience)
            {
                await Task.Delay(pause, clock, CancellationToken.None);
            }
        }
    }

    private async Task KeepPaceAsync(DateTimeOffset begun, CancellationToken cancellationToken)
    {
        if (settings.PerMinute == 0)
        {
            return;
        }

        var pause = begun + TimeSpan.FromMinutes(1) / settings.PerMinute - clock.GetUtcNow();
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
