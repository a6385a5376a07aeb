using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>What one round of sending came to so far, and whether it should go on (một đợt gửi thư).</summary>
internal sealed class DeliveryRound(OutboxStore outbox, DeliveryPolicy policy, TimeProvider clock)
{
    /// <summary>So many letters in a row that found no server end the round: the rest would each wait for its time-out.</summary>
    private const int MostWithoutWay = 3;

    private readonly Dictionary<DeliveryState, int> _byState = [];
    private int _overtaken;
    private int _withoutWay;
    private int _inARow;
    private string? _ourFault;

    public bool IsStopped { get; private set; }

    /// <summary>A letter of this round was taken, and those kept back were let go for it.</summary>
    public bool HasGotThrough { get; private set; }

    /// <param name="verdict">Null: another dispatcher took the delivery over.</param>
    public void Count(DeliveryVerdict? verdict)
    {
        _ = verdict is null ? _overtaken++ : _byState[verdict.State] = _byState.GetValueOrDefault(verdict.State) + 1;
    }

    public DispatchSummary Report(int abandoned) => new(_byState, abandoned, _overtaken) { OurFault = _ourFault, WithoutWay = _withoutWay };

    /// <summary>Looks what a recorded outcome means for the letters after it.</summary>
    /// <returns>What the delivery became in the end.</returns>
    public async Task<DeliveryVerdict> FollowAsync(ClaimedDelivery delivery, SendOutcome outcome, DeliveryVerdict verdict)
    {
        _inARow = outcome is SendOutcome.TryLater { Cause: DelayCause.NoWay } ? _inARow + 1 : 0;
        switch (outcome)
        {
            case SendOutcome.Sent:
                await GotThroughAsync();
                return verdict;
            case SendOutcome.TryLater { Cause: DelayCause.NoWay }:
                _withoutWay++;
                IsStopped = _inARow == MostWithoutWay;
                return verdict;
            case SendOutcome.TryLater { Cause: DelayCause.OurAccount } account:
                await StopAsync(delivery, account.Why);
                return verdict;
            case SendOutcome.TryLater { Cause: DelayCause.OurFault } ours:
                _ourFault = ours.Why;
                return await StopIfThirdAlikeAsync(delivery, ours.Why, verdict);
            case SendOutcome.Refused refused when !(delivery.Delay == DelayCause.Suspected && HasGotThrough):
                return await StopIfThirdAlikeAsync(delivery, refused.Why, verdict);
            default:
                return verdict;
        }
    }

    private async Task GotThroughAsync()
    {
        if (!HasGotThrough)
        {
            HasGotThrough = true;
            await outbox.WakeStoppedAsync();
        }
    }

    private async Task<DeliveryVerdict> StopIfThirdAlikeAsync(ClaimedDelivery delivery, string why, DeliveryVerdict verdict)
    {
        var next = clock.GetUtcNow() + 2 * policy.Pause(delivery);
        if (await outbox.ClearThirdAlikeAsync(delivery, why, next) is not { } cleared)
        {
            return verdict;
        }

        Move(Math.Min(cleared, _byState.GetValueOrDefault(DeliveryState.Refused)));

        await StopAsync(delivery, why);
        return new DeliveryVerdict(DeliveryState.TryLater, next, why, verdict.Unknowns, DelayCause.Suspected);
    }

    /// <summary>What this round counted as refused waits now.</summary>
    private void Move(int letters)
    {
        if (letters > 0)
        {
            _byState[DeliveryState.Refused] -= letters;
            _byState[DeliveryState.TryLater] = _byState.GetValueOrDefault(DeliveryState.TryLater) + letters;
        }
    }

    private async Task StopAsync(ClaimedDelivery delivery, string why)
    {
        (IsStopped, _ourFault) = (true, why);
        await outbox.PostponeDueAsync(why, clock.GetUtcNow() + policy.Pause(delivery));
    }
}
