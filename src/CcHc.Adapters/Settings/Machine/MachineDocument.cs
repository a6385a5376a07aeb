namespace CcHc.Adapters.Settings.Machine;

/// <summary>appsettings.json as written; <see cref="MachineSettings"/> judges it.</summary>
internal sealed record MachineDocument
{
    [Setting("Our own folder: database, copies of registers, log. A local disk, never the shared folder.")]
    public string Data { get; init; } = "data";

    [Setting("Where the data is: in a file of the data folder, or in the PostgreSQL that CCHC_POSTGRES names.")]
    public DatabaseKind? Database { get; init; }

    [Setting("Folder of the letters' sentences; default: wording/vi beside jobs.yml, else the ones shipped.")]
    public string Wording { get; init; } = "";

    [Setting("Called after each good run, {job} replaced by its name.", Form = SettingForm.WebAddress)]
    public string PingUrl { get; init; } = "";

    [Setting("\"/cchc\" when a reverse proxy serves the pages below that path.", Form = SettingForm.PathBase)]
    public string PathBase { get; init; } = "";

    [Setting("How long runs, and the words and files of letters, are kept; months.", Least = 1, Most = 1200)]
    public int KeepMonths { get; init; } = MachineSettings.DefaultKeepMonths;

    [Setting("The log file in the data folder.")]
    public LogDocument Log { get; init; } = new();

    [Setting("Backups the job \"backup\" makes.")]
    public BackupDocument Backup { get; init; } = new();

    [Setting("The office's identity provider.")]
    public OpenIdDocument? OpenId { get; init; }

    [Setting("How letters leave.")]
    public MailDocument Mail { get; init; } = new();

    [Setting("The mailbox agencies answer to; without a host it is off.")]
    public MailboxDocument Mailbox { get; init; } = new();
}

internal sealed record MailboxDocument
{
    [Setting("IMAP server; empty: no mailbox is read.")]
    public string Host { get; init; } = "";

    [Setting("Its port; TLS is always used.", Least = 1, Most = 65535)]
    public int Port { get; init; } = 993;

    [Setting("True: TLS from the first byte; false: STARTTLS.")]
    public bool ImplicitTls { get; init; } = true;

    [Setting("User; the password is CCHC_IMAP_PASSWORD.")]
    public string User { get; init; } = "";

    [Setting("Instead of a password: a file with the user's OAuth 2.0 access token.")]
    public string TokenFile { get; init; } = "";

    [Setting("PEM file of the private authority that signed the server's certificate.")]
    public string AuthorityFile { get; init; } = "";

    [Setting("The folder that is read.")]
    public string Folder { get; init; } = "INBOX";

    [Setting("Where messages go that are done with.")]
    public string ProcessedFolder { get; init; } = "Đã xử lý";

    [Setting("Where messages go that a person should look at.")]
    public string WaitingFolder { get; init; } = "Chờ xem";

    [Setting("The mailbox's own address; default: the user.", Form = SettingForm.MailAddress)]
    public string Address { get; init; } = "";

    [Setting("How the office's mail server names itself in Authentication-Results: then it must say pass; empty: senders are not checked.")]
    public string AuthservId { get; init; } = "";

    [Setting("Whoever writes from an agency's own domain speaks for it, not only the addresses of the directory.")]
    public bool AllowDomains { get; init; }

    [Setting("Larger messages are not opened; megabytes.", Least = 1, Most = 100)]
    public int MaxMegabytes { get; init; } = 20;

    [Setting("At most so many receipts to one address a day; 0 = none.", Least = 0, Most = 100)]
    public int ReceiptsPerDay { get; init; } = 3;

    [Setting("For one answer of the server; seconds.", Least = 1, Most = 600)]
    public int TimeoutSeconds { get; init; } = 60;
}

internal sealed record LogDocument
{
    [Setting("How much is written.")]
    public LogDetail Level { get; init; } = LogDetail.Information;

    [Setting("A file is closed and a new one begun at this size; megabytes.", Least = 1, Most = 1000)]
    public int MaxMegabytes { get; init; } = 20;

    [Setting("Older files are deleted; days.", Least = 1, Most = 3650)]
    public int KeepDays { get; init; } = 30;
}

internal sealed record BackupDocument
{
    [Setting("Where they go; default: backup in the data folder. Better another disk.")]
    public string Folder { get; init; } = "";

    [Setting("So many of the last days are kept, one a day.", Least = 1, Most = 366)]
    public int KeepDays { get; init; } = 14;

    [Setting("And so many of the last months, one a month.", Least = 0, Most = 120)]
    public int KeepMonths { get; init; } = 12;
}

internal sealed record OpenIdDocument
{
    [Setting("The provider's https address.", IsRequired = true)]
    public string Authority { get; init; } = "";

    [Setting("The name we are registered under.", IsRequired = true)]
    public string ClientId { get; init; } = "";

    [Setting("The claim that holds the name somebody has in our list of people.")]
    public string NameClaim { get; init; } = "preferred_username";
}

internal sealed record MailDocument
{
    [Setting("Letters become files, are sent, or are only rendered.")]
    public MailMode Mode { get; init; } = MailMode.Pickup;

    [Setting("The address letters come from.", Form = SettingForm.MailAddress)]
    public string SenderAddress { get; init; } = "";

    [Setting("The name beside it.")]
    public string SenderName { get; init; } = "CcHc";

    [Setting("Pickup mode: where the files go; default: thu in the data folder.")]
    public string Folder { get; init; } = "";

    [Setting("The mail server's name, without a port.")]
    public string Host { get; init; } = "";

    [Setting("Its port: 587 with STARTTLS, 465 with TLS from the first byte.", Least = 1, Most = 65535)]
    public int Port { get; init; } = 587;

    [Setting("TLS is demanded.")]
    public bool UseTls { get; init; } = true;

    [Setting("TLS from the first byte on a port other than 465.")]
    public bool ImplicitTls { get; init; }

    [Setting("The name to log in with; the password comes from CCHC_SMTP_PASSWORD.")]
    public string User { get; init; } = "";

    [Setting("Instead of a password: a file with the user's OAuth 2.0 access token.")]
    public string TokenFile { get; init; } = "";

    [Setting("PEM file of the private authority that signed the server's certificate.")]
    public string AuthorityFile { get; init; } = "";

    [Setting("While on trial: every letter goes to this address. `cchc go-live` ends it.", Form = SettingForm.MailAddress)]
    public string RedirectAllTo { get; init; } = "";

    [Setting("At most so many letters a minute from each worker; 0 = no limit.", Least = 0, Most = 100000)]
    public int PerMinute { get; init; }

    [Setting("At most so many letters a day of all workers together; 0 = no limit.", Least = 0, Most = 10000000)]
    public int PerDay { get; init; }

    [Setting("For one letter; seconds.", Least = 1, Most = 600)]
    public int TimeoutSeconds { get; init; } = 60;
}
