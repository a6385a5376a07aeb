using System.Globalization;

namespace CcHc.Adapters.Settings.Machine;

/// <summary>Where letters go: a folder of .eml files, a mail server, or nowhere.</summary>
public enum MailMode { Pickup, Smtp, Preview }

/// <summary>
/// How this machine sends mail (thiết lập thư). The default leaves every letter in a folder: nothing leaves the machine until a server is named.
/// </summary>
public sealed record MailSettings
{
    private const int TlsPort = 465;

    /// <summary>Default: <see cref="MailMode.Pickup"/>.</summary>
    public MailMode Mode { get; init; } = MailMode.Pickup;
    /// <summary>A bare address; its domain stands in every Message-ID.</summary>
    public required string SenderAddress { get; init; }
    public string SenderName { get; init; } = "";
    /// <summary>Where answers go instead of to the sender; empty = to the sender.</summary>
    public string ReplyTo { get; init; } = "";
    /// <summary>The folder of .eml files; ignored unless the mode is pickup.</summary>
    public string Folder { get; init; } = "";
    /// <summary>The server's name; ignored, like all that follows up to the authority file, unless the mode is smtp.</summary>
    public string Host { get; init; } = "";
    /// <summary>Default: 587; 1 to 65535; 465 begins with TLS.</summary>
    public int Port { get; init; } = 587;
    /// <summary>TLS is demanded, never merely tried: STARTTLS, unless the connection begins with TLS.</summary>
    public bool UseTls { get; init; } = true;
    /// <summary>The server speaks TLS from the first byte, on a port other than 465; on 465 it always does.</summary>
    public bool ImplicitTls { get; init; }
    /// <summary>Empty: the server asks for no login.</summary>
    public string User { get; init; } = "";
    public Secret? Password { get; init; }
    /// <summary>
    /// Instead of a password: the file that holds the user's OAuth 2.0 access token. Whoever renews the token overwrites it; it is read anew for every letter.
    /// </summary>
    public string TokenFile { get; init; } = "";
    /// <summary>PEM file of the private authority that signed the server's certificate; empty trusts what the machine trusts.</summary>
    public string AuthorityFile { get; init; } = "";
    /// <summary>Every letter goes to this one address instead of its own; empty = to its own.</summary>
    public string RedirectAllTo { get; init; } = "";
    /// <summary>At most so many letters a minute from each worker. Default: 0 = no limit.</summary>
    public int PerMinute { get; init; }
    /// <summary>At most so many letters a day of the office, of all workers together; the rest waits for tomorrow. Default: 0 = no limit.</summary>
    public int PerDay { get; init; }
    /// <summary>For one letter, from connecting to the server's last answer. Default: 60 seconds; one second to ten minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    public bool BeginsWithTls => UseTls && (ImplicitTls || Port == TlsPort);

    /// <summary>Why no mail can be sent with these settings, in exact English; empty when it can.</summary>
    public IReadOnlyList<string> Problems() => [.. Found()];

    /// <summary>These settings, fit to be used.</summary>
    /// <exception cref="ArgumentException">They have problems; the message tells all of them.</exception>
    public MailSettings Checked() => Problems() is { Count: > 0 } problems ? throw new ArgumentException(string.Join(' ', problems)) : this;

    private IEnumerable<string> Found()
    {
        if (!MailAddressText.IsBareAddress(SenderAddress))
        {
            yield return $"The sender address \"{SenderAddress}\" is not a mail address.";
        }

        if (ReplyTo.Length > 0 && !MailAddressText.IsBareAddress(ReplyTo))
        {
            yield return $"The address for answers \"{ReplyTo}\" is not a mail address.";
        }

        if (SenderName.Any(char.IsControl))
        {
            yield return "The sender's name contains a line break or another control character.";
        }

        if (RedirectAllTo.Length > 0 && !MailAddressText.IsBareAddress(RedirectAllTo))
        {
            yield return $"The address \"{RedirectAllTo}\" to redirect all mail to is not a mail address.";
        }

        if (PerMinute < 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{PerMinute} letters a minute is not a limit; 0 stands for none.");
        }

        if (PerDay < 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{PerDay} letters a day is not a limit; 0 stands for none.");
        }

        if (Mode == MailMode.Pickup && Folder.Length == 0)
        {
            yield return "Mail mode is pickup, but no folder for the letters is given.";
        }

        foreach (var problem in Mode == MailMode.Smtp ? FoundForServer().Concat(FoundForLogin()) : [])
        {
            yield return problem;
        }
    }

    private IEnumerable<string> FoundForServer()
    {
        if (Host.Length == 0)
        {
            yield return "Mail mode is smtp, but no server is given.";
        }

        if (Port is < 1 or > 65535)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{Port} is not a port.");
        }

        if (!UseTls && (ImplicitTls || Port == TlsPort))
        {
            yield return "The connection is to begin with TLS, but TLS is off.";
        }

        if (AuthorityFile.Length > 0 && !File.Exists(AuthorityFile))
        {
            yield return $"The authority file {AuthorityFile} does not exist.";
        }

        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(10))
        {
            yield return $"A mail time-out of {Timeout} is not between one second and ten minutes.";
        }
    }

    private IEnumerable<string> FoundForLogin()
    {
        if (TokenFile.Length > 0 && User.Length == 0)
        {
            yield return "A token file is set, but no mail user.";
        }

        if (TokenFile.Length > 0 && Password is not null)
        {
            yield return "Both a password and a token file are set. Keep one.";
        }

        if (TokenFile.Length > 0 && !File.Exists(TokenFile))
        {
            yield return $"The token file {TokenFile} does not exist.";
        }

        if (User.Length > 0 && Password is null && TokenFile.Length == 0)
        {
            yield return $"Mail user \"{User}\" has no password.";
        }

        if ((Password is not null || TokenFile.Length > 0) && !UseTls)
        {
            yield return "A login is set but TLS is off; it would cross the network in clear.";
        }
    }
}
