namespace CcHc.Core.Mail;

/// <summary>What became of one sending to one address. The reason is exact English for the log.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    public sealed record Sent : SendOutcome;
    /// <summary>A passing fault (4xx, no connection): nothing was accepted, try later.</summary>
    public sealed record TryLater(string Why) : SendOutcome;
    /// <summary>Final for this address (5xx, malformed).</summary>
    public sealed record Refused(string Why) : SendOutcome;
    /// <summary>The message went out but the server's answer was lost: it may or may not have arrived.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}
