using System.Globalization;

namespace CcHc.Adapters.Mail;

/// <summary>Where letters go: a folder of .eml files, a mail server, or nowhere.</summary>
public enum MailMode { Pickup, Smtp, Preview }

/// <summary>How this machine sends mail (thiết lập thư). The default leaves every letter in a folder: nothing leaves the machine until a server is named.</summary>
public sealed record MailSettings
{
    public MailMode Mode { get; init; } = MailMode.Pickup;
    public required string SenderAddress { get; init; }
    public string SenderName { get; init; } = "";
    /// <summary>Pickup mode: the folder of .eml files.</summary>
    public string Folder { get; init; } = "";
    public string Host { get; init; } = "";
    public int Port { get; init; } = 587;
    /// <summary>STARTTLS is demanded, never merely tried.</summary>
    public bool UseTls { get; init; } = true;
    /// <summary>Empty: the server asks for no login.</summary>
    public string User { get; init; } = "";
    public Secret? Password { get; init; }
    /// <summary>PEM file of the private authority that signed the server's certificate; empty trusts what the machine trusts.</summary>
    public string AuthorityFile { get; init; } = "";
    /// <summary>Every letter goes to this one address instead of its own; empty = to its own.</summary>
    public string RedirectAllTo { get; init; } = "";
    /// <summary>At most so many letters a minute from each postman; 0 = no limit.</summary>
    public int PerMinute { get; init; }
    /// <summary>At most so many letters a day of the office, of all postmen together; the rest waits for tomorrow; 0 = no limit.</summary>
    public int PerDay { get; init; }
    /// <summary>For one letter, from connecting to the server's last answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

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

        foreach (var problem in Mode == MailMode.Smtp ? FoundForServer() : [])
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

        if (Port == 465)
        {
            yield return "Port 465 begins with TLS, which this sender cannot; use the server's STARTTLS port, usually 587.";
        }

        if (User.Length > 0 && Password is null)
        {
            yield return $"Mail user \"{User}\" has no password.";
        }

        if (Password is not null && !UseTls)
        {
            yield return "A password is set but TLS is off; it would cross the network in clear.";
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
}
