using CcHc.Core.Mail;

namespace CcHc.Adapters.Storage.Outbox;

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
    public static string Code(this DeliveryState state) => StoredEnum.Code(state);

    public static DeliveryState Parse(string code) => StoredEnum.Parse<DeliveryState>(code);

    /// <summary>Written where a letter, not its delivery, is at fault.</summary>
    internal const string Unfit = "unfit";

    /// <summary>The causes for which somebody at the office must mend something, as a list of SQL.</summary>
    internal static string OurCauses { get; } =
        string.Join(", ", Enum.GetValues<DelayCause>().Where(cause => cause.IsOurs()).Select(cause => $"'{cause.Code()}'"));

    public static string Code(this DelayCause cause) => StoredEnum.Code(cause);

    /// <returns>Null where a delivery never waited, or the letter itself is at fault.</returns>
    public static DelayCause? ParseCause(string? code) => code is null or Unfit ? null : StoredEnum.Parse<DelayCause>(code);
}
