namespace CcHc.Adapters.Storage;

/// <summary>How far a letter has come to one address (tình trạng gửi).</summary>
public enum DeliveryState
{
    Queued,
    Sending,
    Sent,
    TryLater,
    Refused,
    /// <summary>It may have arrived; it is sent once more, with the same Message-ID.</summary>
    Unknown,
    /// <summary>Waits for a person: the program will not try again by itself.</summary>
    Held,
}

/// <summary>How states are written in the database.</summary>
public static class DeliveryStates
{
    private static readonly string[] Codes = ["queued", "sending", "sent", "try_later", "refused", "unknown", "held"];

    public static string Code(this DeliveryState state) => Codes[(int)state];

    public static DeliveryState Parse(string code) => (DeliveryState)Array.IndexOf(Codes, code) is >= 0 and var state
        ? state
        : throw new FormatException($"The database holds a delivery in the unknown state \"{code}\".");
}
