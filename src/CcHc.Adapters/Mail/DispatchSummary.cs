using System.Globalization;
using CcHc.Adapters.Storage.Outbox;

namespace CcHc.Adapters.Mail;

/// <summary>What one round of the dispatcher came to: deliveries by the state they are in now.</summary>
/// <param name="Abandoned">Found left behind by a crash.</param>
/// <param name="Overtaken">Sent so slowly that another dispatcher took them over; that one's outcome stands.</param>
public sealed record DispatchSummary(IReadOnlyDictionary<DeliveryState, int> ByState, int Abandoned, int Overtaken)
{
    /// <summary>A round in which nothing was to be sent.</summary>
    public static DispatchSummary Nothing { get; } = new(new Dictionary<DeliveryState, int>(), 0, 0);

    /// <summary>Due all the same: all letters are held, the day's limit is reached, or the dispatcher was asked to stop.</summary>
    public int StillDue { get; init; }

    /// <summary>The server refused us, not an addressee: its own words. Null when it did not in this round.</summary>
    public string? OurFault { get; init; }

    /// <summary>Letters for which no conversation with the server came about.</summary>
    public int WithoutWay { get; init; }

    public int Count(DeliveryState state) => ByState.GetValueOrDefault(state);

    /// <summary>"12 sent, 1 try_later"; "none" when nothing was sent.</summary>
    public override string ToString() =>
        ByState.Count == 0 ? "none" : string.Join(", ", ByState.OrderBy(state => state.Key)
            .Select(state => string.Create(CultureInfo.InvariantCulture, $"{state.Value} {state.Key.Code()}")));
}
