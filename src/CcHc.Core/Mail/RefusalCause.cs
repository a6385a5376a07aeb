namespace CcHc.Core.Mail;

/// <summary>Whose fault a refusal is (nguyên nhân bị từ chối).</summary>
public enum RefusalCause
{
    /// <summary>Nobody's: 4xx, the server wants to be asked again.</summary>
    Passing,
    /// <summary>The addressee's address does not exist or takes no mail.</summary>
    Address,
    /// <summary>The addressee's mailbox is full; the address is right.</summary>
    MailboxFull,
    /// <summary>The letter: its attachment or its size.</summary>
    Letter,
    /// <summary>Our office's: sender, relay, quota, policy, content, reputation, or anything unclear. Never counted against an address.</summary>
    Office,
    /// <summary>As <see cref="Office"/>, and of the account as a whole: login or sender's address. No other letter would fare better.</summary>
    Account,
}
