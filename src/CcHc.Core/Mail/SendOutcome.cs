namespace CcHc.Core.Mail;

/// <summary>What became of one sending to one address. The reason is exact English for the log, the server's own words included.</summary>
public abstract record SendOutcome
{
    private SendOutcome() { }

    public sealed record Sent : SendOutcome;
    /// <summary>Nothing was accepted; the same letter may go through later.</summary>
    /// <param name="Cause">What has to change first.</param>
    public sealed record TryLater(string Why, DelayCause Cause = DelayCause.NoWay) : SendOutcome;
    /// <summary>Final for this address: the server does not know it, or it is no address.</summary>
    public sealed record Refused(string Why) : SendOutcome;
    /// <summary>Final for this letter at every address: its attachment, its size or its make is not taken.</summary>
    public sealed record Unfit(string Why) : SendOutcome;
    /// <summary>The message went out but the server's answer was lost: it may or may not have arrived.</summary>
    public sealed record Unknown(string Why) : SendOutcome;
}

/// <summary>Why a letter waits.</summary>
public enum DelayCause
{
    /// <summary>No conversation came about: no connection, no TLS, a folder that cannot be written.</summary>
    NoWay,
    /// <summary>The server asked for it (4xx): greylisting, too busy, too fast.</summary>
    AskedFor,
    /// <summary>The addressee's mailbox is full.</summary>
    MailboxFull,
    /// <summary>The server refuses our office or what it writes, for good, until somebody mends it: policy, relay, quota, content, reputation.</summary>
    OurFault,
    /// <summary>As <see cref="OurFault"/>, and the next letter would fare the same: the login or the sender's address is not taken.</summary>
    OurAccount,
    /// <summary>Refused like two others before it, in the same words: so many wrong addresses in a row are unlikely.</summary>
    Suspected,
    /// <summary>Not tried: the letters before it were refused for a fault of ours.</summary>
    Stopped,
}

/// <summary>What is common to the causes of a delay.</summary>
public static class DelayCauses
{
    /// <summary>The letter waits for somebody at the office to mend something; it is not the addressee's fault and does not end after some days.</summary>
    public static bool IsOurs(this DelayCause cause) => cause is DelayCause.OurFault or DelayCause.OurAccount or DelayCause.Suspected or DelayCause.Stopped;
}
