using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Settings;

namespace CcHc.Adapters.Settings.Machine;

/// <summary>The mailbox agencies answer to (hộp thư đến). Without a server it is off.</summary>
public sealed record MailboxSettings
{
    public static MailboxSettings Off { get; } = new();

    public string Host { get; init; } = "";
    public int Port { get; init; } = 993;
    /// <summary>False: STARTTLS. A connection without TLS does not exist.</summary>
    public bool ImplicitTls { get; init; } = true;
    public string User { get; init; } = "";
    public Secret? Password { get; init; }
    /// <summary>Instead of a password: the file that holds the user's OAuth 2.0 access token, read anew for every connection.</summary>
    public string TokenFile { get; init; } = "";
    /// <summary>PEM file of the private authority that signed the server's certificate; empty trusts what the machine trusts.</summary>
    public string AuthorityFile { get; init; } = "";
    public string Folder { get; init; } = "INBOX";
    public string ProcessedFolder { get; init; } = "Đã xử lý";
    public string WaitingFolder { get; init; } = "Chờ xem";
    /// <summary>The mailbox's own address; what comes from it is never answered. Empty: the user, where that is an address.</summary>
    public string Address { get; init; } = "";
    /// <summary>How the office's mail server names itself in Authentication-Results; empty: it does not check senders.</summary>
    public string AuthservId { get; init; } = "";
    /// <summary>Whoever writes from an agency's own domain speaks for it, not only the addresses of the directory.</summary>
    public bool AllowDomains { get; init; }
    public int MaxMegabytes { get; init; } = 20;
    public int ReceiptsPerDay { get; init; } = 3;
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public bool IsOn => Host.Length > 0;

    public long MaxBytes => MaxMegabytes * 1024L * 1024L;

    /// <summary>Why no mail can be read with these settings, in exact English; empty when it can, or when the mailbox is off.</summary>
    public IEnumerable<string> Problems()
    {
        if (!IsOn)
        {
            if (User.Length > 0)
            {
                yield return "A mailbox user is set, but no server (host).";
            }

            yield break;
        }

        if (User.Length == 0)
        {
            yield return "The mailbox has no user.";
        }

        if (Password is null && TokenFile.Length == 0)
        {
            yield return $"Mailbox user \"{User}\" has no password. Set CCHC_IMAP_PASSWORD or CCHC_IMAP_PASSWORD_FILE, or tokenFile.";
        }

        if (Password is not null && TokenFile.Length > 0)
        {
            yield return "Both a mailbox password and a token file are set. Keep one.";
        }

        if (AuthorityFile.Length > 0 && !File.Exists(AuthorityFile))
        {
            yield return $"The mailbox's authority file {AuthorityFile} does not exist.";
        }

        if (Address.Length > 0 && !MailAddressText.IsBareAddress(Address))
        {
            yield return $"The mailbox address \"{Address}\" is not a mail address.";
        }

        if (new[] { Folder, ProcessedFolder, WaitingFolder }.Distinct(StringComparer.OrdinalIgnoreCase).Count() < 3)
        {
            yield return "folder, processedFolder and waitingFolder of the mailbox must be three different folders.";
        }
    }
}
