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
            InHand? inHand = null;
            while (inHand is not null || (!round.IsStopped && !cancellationToken.IsCancellationRequested))
            {
                inHand ??= await ClaimAsync();
                if (inHand is null)
                {
                    break;
                }

                var begun = clock.GetUtcNow();
                inHand = await SendAsync(batch, round, inHand, cancellationToken);
                await KeepPaceAsync(begun, cancellationToken);
            }
        }

        return round.Report(abandoned) with { StillDue = await outbox.CountDueAsync(CancellationToken.None) };
    }

    private DailyLimit? Limit => settings.PerDay == 0 ? null : new DailyLimit(settings.PerDay, OfficeTime.StartOf(OfficeTime.DayOf(clock.GetUtcNow())));

    /// <summary>
    /// Longer than any sending: what is still claimed after it was left behind by a crash. Two minutes are for the clocks of two machines being apart.
    /// </summary>
    private TimeSpan Lease => settings.Timeout + PatienceWithDatabase + TimeSpan.FromMinutes(2);

    /// <summary>A letter claimed for sending.</summary>
    /// <param name="IsOnDisk">While it is not, the letter must not be complete.</param>
    /// <param name="Before">Written down in the same transaction, and to be written again when that fails; null when nothing was.</param>
    private sealed record InHand(ClaimedDelivery Delivery, Task<bool> IsOnDisk, SentLetter? Before);

    /// <param name="Recorded">Null when another dispatcher has taken the delivery over.</param>
    private sealed record SentLetter(ClaimedDelivery Delivery, DeliveryVerdict Verdict, string DeliveredTo, DeliveryVerdict? Recorded = null);

    private async Task<InHand?> ClaimAsync() =>
        await outbox.ClaimAsync(Lease, Limit, CancellationToken.None) is { } delivery ? new InHand(delivery, Task.FromResult(true), null) : null;

    /// <returns>The next letter when it is in hand already.</returns>
    private async Task<InHand?> SendAsync(IMailBatch batch, DeliveryRound round, InHand inHand, CancellationToken cancellationToken)
    {
        var delivery = inHand.Delivery;
        var tooOld = policy.JudgeAge(delivery, clock.GetUtcNow());
        var recipient = settings.RedirectAllTo.Length > 0 ? new MailRecipient(settings.RedirectAllTo, delivery.Address) : new MailRecipient(delivery.Address);
        var outcome = tooOld is null ? await batch.SendAsync(delivery.Mail, recipient, inHand.IsOnDisk, CancellationToken.None) : null;
        var isOnDisk = await inHand.IsOnDisk;
        if (inHand.Before is { } before)
        {
            round.Count(isOnDisk ? before.Recorded : await RecordAsync(before.Delivery, before.Verdict, before.DeliveredTo));
        }

        if (!isOnDisk)
        {
            return null;
        }

        if (outcome is null)
        {
            round.Count(await RecordAsync(delivery, tooOld!, null));
            return null;
        }

        var verdict = policy.Judge(delivery, outcome, clock.GetUtcNow());
        if (outcome is SendOutcome.Sent && round.HasGotThrough && settings.PerMinute == 0 && !cancellationToken.IsCancellationRequested)
        {
            await round.FollowAsync(delivery, outcome, verdict);
            return await GoOnAsync(round, new SentLetter(delivery, verdict, recipient.Address));
        }

        var recorded = await RecordAsync(delivery, verdict, outcome is SendOutcome.Sent ? recipient.Address : null);
        if (recorded is not null)
        {
            recorded = await round.FollowAsync(delivery, outcome, recorded);
        }

        round.Count(recorded);
        return null;
    }

    /// <summary>Writes down a letter that is out and takes the next one, with one write to the disk for both.</summary>
    private async Task<InHand?> GoOnAsync(DeliveryRound round, SentLetter sent)
    {
        DeliveryTurn turn;
        try
        {
            turn = await outbox.RecordAndClaimAsync(sent.Delivery, sent.Verdict, sent.DeliveredTo, Lease, Limit);
        }
        catch (DbException)
        {
            turn = new DeliveryTurn(false, null, Task.FromResult(false));
        }

        var recorded = turn.IsRecorded ? sent.Verdict : null;
        if (turn.Next is { } next)
        {
            return new InHand(next, turn.IsOnDisk, sent with { Recorded = recorded });
        }

        round.Count(await turn.IsOnDisk ? recorded : await RecordAsync(sent.Delivery, sent.Verdict, sent.DeliveredTo));
        return null;
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
