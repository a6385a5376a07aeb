using CcHc.Core.Mail;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Storage.Outbox;

/// <summary>What the office wants to know of a letter beside its words.</summary>
/// <param name="Kind">"reminder", "escalation", "report-form", "report", "alarm" …</param>
/// <param name="RunId">The run that wrote it; null when a person did.</param>
public sealed record LetterInfo(string Kind, string AgencyCode, string? RunId = null);

/// <summary>A letter that is put into the outbox together with what it tells of, or not at all.</summary>
public sealed record ReminderLetterToQueue(OutgoingMail Mail, LetterInfo Info);

/// <summary>Whether a letter is in the outbox now.</summary>
/// <param name="AlreadyTaken">Reminders that belong to an earlier letter. Empty in a refusal means that the Message-ID itself was queued before.</param>
public sealed record QueueResult(bool IsQueued, IReadOnlyList<ReminderKey> AlreadyTaken);

/// <summary>At most so many letters a day, of all dispatchers together (hạn mức thư một ngày).</summary>
public sealed record DailyLimit(int Letters, DateTimeOffset DayBegan);

/// <summary>One letter to one address, claimed for sending.</summary>
/// <param name="Claim">Names this claim; a later one of the same delivery has another name.</param>
/// <param name="Attempts">This one included.</param>
/// <param name="Unknowns">How often before the outcome could not be learnt.</param>
/// <param name="Delay">Why it waited since the attempt before this one; null when it did not.</param>
public sealed record ClaimedDelivery(
    long Id, string Claim, OutgoingMail Mail, string Address, LetterInfo Info, int Attempts, int Unknowns, DateTimeOffset QueuedAt, DelayCause? Delay = null);

/// <summary>One delivery written down and the next one taken (lượt gửi).</summary>
/// <param name="IsRecorded">False when another dispatcher has claimed it since.</param>
/// <param name="Next">Null when nothing more is due.</param>
/// <param name="IsOnDisk">False: nothing of this was kept; the outcome must be written again and the next delivery is not ours.</param>
public sealed record DeliveryTurn(bool IsRecorded, ClaimedDelivery? Next, Task<bool> IsOnDisk);

/// <summary>What a delivery becomes after an attempt.</summary>
/// <param name="NextAttemptAt">Null where no attempt follows.</param>
/// <param name="Delay">Why it waits or, settled unsent, what it waited for last.</param>
public sealed record DeliveryVerdict(DeliveryState State, DateTimeOffset? NextAttemptAt = null, string? Error = null, int Unknowns = 0,
    DelayCause? Delay = null)
{
    /// <summary>The letter itself cannot be sent to anybody.</summary>
    public bool IsUnfit { get; init; }
}

/// <summary>A delivery as the dashboard lists it.</summary>
public sealed record DeliverySummary
{
    public long Id { get; init; }
    public required string MessageId { get; init; }
    public required string Kind { get; init; }
    public required string AgencyCode { get; init; }
    public string? RunId { get; init; }
    public required string Subject { get; init; }
    public required string Address { get; init; }
    public required DeliveryState State { get; init; }
    public int Attempts { get; init; }
    /// <summary>Above 0: the addressee may have received the letter twice.</summary>
    public int Unknowns { get; init; }
    /// <summary>When it was queued, or when a person let it go again.</summary>
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset NextAttemptAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }
    /// <summary>The address really used; another than <see cref="Address"/> while all mail is redirected.</summary>
    public string? DeliveredTo { get; init; }
    /// <summary>Exact English, for the log and the admin.</summary>
    public string? LastError { get; init; }
}
