using CcHc.Adapters.Storage.Outbox;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Mail;

/// <summary>What to do with a letter that may have arrived: send it once more with the same Message-ID, or never again.</summary>
public enum UnknownPolicy { ResendOnce, Hold }

/// <summary>When a letter is tried again and when no longer (chính sách gửi lại).</summary>
public sealed record DeliveryPolicy
{
    public static DeliveryPolicy Default { get; } = new();

    /// <summary>The pause after the first failure, the second and so on; the last one repeats. Default: 1, 5, 15 and 60 minutes; never empty.</summary>
    public IReadOnlyList<TimeSpan> BackOff { get; init; } =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    /// <summary>A letter still unsent so long after it was queued is held: its words are out of date. Default: 3 days.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    /// <summary>
    /// The same for a letter that waits until somebody at the office mends what the server refuses us for; an alarm stands all the while. Default: 14 days.
    /// </summary>
    public TimeSpan GiveUpOursAfter { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Default: sent once more.</summary>
    public UnknownPolicy Unknown { get; init; } = UnknownPolicy.ResendOnce;

    /// <summary>
    /// Before it is sent once more. Default: 30 minutes, long enough for a slow server to have told of the first one. Ignored under
    /// <see cref="UnknownPolicy.Hold"/>.
    /// </summary>
    public TimeSpan UnknownPause { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Null when nothing of unknown outcome is ever sent again.</summary>
    public TimeSpan? ResendAfter => Unknown == UnknownPolicy.ResendOnce ? UnknownPause : null;

    /// <summary>What happens to a letter that is too old to be sent at all; null while it is not.</summary>
    public DeliveryVerdict? JudgeAge(ClaimedDelivery delivery, DateTimeOffset now) => now - delivery.QueuedAt > Patience(delivery.Delay)
        ? new DeliveryVerdict(DeliveryState.Held, Error: $"Not sent: it has been waiting since {delivery.QueuedAt:u}, and its words are out of date.",
            Unknowns: delivery.Unknowns, Delay: delivery.Delay)
        : null;

    public DeliveryVerdict Judge(ClaimedDelivery delivery, SendOutcome outcome, DateTimeOffset now) => outcome switch
    {
        SendOutcome.Sent => new DeliveryVerdict(DeliveryState.Sent, Unknowns: delivery.Unknowns),
        SendOutcome.Refused refused => new DeliveryVerdict(DeliveryState.Refused, Error: refused.Why, Unknowns: delivery.Unknowns, Delay: Doubt(delivery)),
        SendOutcome.Unfit unfit => new DeliveryVerdict(DeliveryState.Held, Error: unfit.Why, Unknowns: delivery.Unknowns) { IsUnfit = true },
        SendOutcome.TryLater later when now + Pause(delivery) > delivery.QueuedAt + Patience(later.Cause) =>
            new DeliveryVerdict(DeliveryState.Held, Error: $"Given up after {delivery.Attempts} attempts: {later.Why}", Unknowns: delivery.Unknowns,
                Delay: later.Cause),
        SendOutcome.TryLater later => new DeliveryVerdict(DeliveryState.TryLater, now + Pause(delivery), later.Why, delivery.Unknowns, later.Cause),
        SendOutcome.Unknown unknown when ResendAfter is { } pause && delivery.Unknowns == 0 =>
            new DeliveryVerdict(DeliveryState.Unknown, now + pause, unknown.Why, Unknowns: 1),
        SendOutcome.Unknown unknown => new DeliveryVerdict(DeliveryState.Held, Error: unknown.Why, Unknowns: delivery.Unknowns + 1),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "An outcome this policy does not know."),
    };

    /// <summary>Kept, so that the same refusal does not raise the same doubt again.</summary>
    private static DelayCause? Doubt(ClaimedDelivery delivery) => delivery.Delay == DelayCause.Suspected ? DelayCause.Suspected : null;

    private TimeSpan Patience(DelayCause? cause) => cause?.IsOurs() == true ? GiveUpOursAfter : GiveUpAfter;

    /// <summary>Before the same delivery is tried again.</summary>
    public TimeSpan Pause(ClaimedDelivery delivery) => BackOff[Math.Min(delivery.Attempts, BackOff.Count) - 1];
}
