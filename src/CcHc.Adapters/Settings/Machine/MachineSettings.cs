using System.Collections;
using System.Text.Json;
using CcHc.Adapters.Storage;

namespace CcHc.Adapters.Settings.Machine;

/// <summary>
/// What the administrator decides for this machine (appsettings.json): where data is kept and how mail leaves. Secrets come from the environment.
/// </summary>
/// <param name="DataFolder">Absolute path of our own folder: database, copies of workbooks. Never the shared folder.</param>
/// <param name="PostgresConnection">Null: an SQLite file in the data folder.</param>
public sealed record MachineSettings(string DataFolder, string WordingFolder, string? PostgresConnection, MailSettings Mail)
{
    /// <summary>Called after each good run, {job} replaced by its name; empty = nobody is.</summary>
    public string PingUrl { get; init; } = "";

    /// <summary>"/cchc" when a reverse proxy serves the pages below that path; empty for the root.</summary>
    public string PathBase { get; init; } = "";

    /// <summary>Null: people log in with a password of ours.</summary>
    public OpenIdSettings? OpenId { get; init; }

    public const string FileName = "appsettings.json";
    public const string PasswordVariable = "CCHC_SMTP_PASSWORD";
    public const string MailboxPasswordVariable = "CCHC_IMAP_PASSWORD";
    public const string PostgresVariable = "CCHC_POSTGRES";

    public const string SqliteFileName = "cchc.db";

    public const int DefaultKeepMonths = 24;

    /// <summary>Copies of the registers last read.</summary>
    public string SnapshotFolder => Path.Combine(DataFolder, "snapshots");

    /// <summary>How long runs, and the words and files of letters, are kept; who was reminded of what is kept for ever.</summary>
    public int KeepMonths { get; init; } = DefaultKeepMonths;

    /// <summary>The mailbox agencies answer to.</summary>
    public MailboxSettings Mailbox { get; init; } = MailboxSettings.Off;

    public LogSettings Log { get; init; } = new();

    public BackupSettings Backup { get; init; } = new();

    /// <summary>Reads appsettings.json beside jobs.yml, and over it the environment; without either everything has its default.</summary>
    /// <exception cref="SettingsException">Keys are unknown, values wrong, or mail cannot be sent with these settings; all that is wrong at once.</exception>
    public static MachineSettings ReadBeside(string jobsPath)
    {
        EnvironmentFile.TakeBeside(jobsPath);
        return ReadBeside(jobsPath, Environment.GetEnvironmentVariables());
    }

    /// <param name="variables">The environment: keys such as CCHC__mail__host, and secrets.</param>
    public static MachineSettings ReadBeside(string jobsPath, IDictionary variables)
    {
        var home = Path.GetDirectoryName(Path.GetFullPath(jobsPath))!;
        var path = Path.Combine(home, FileName);
        var mistakes = new Mistakes();
        var file = File.Exists(path) ? JsonNodes.Read(path, SettingsText.Read(path)) : new SettingNode(NodeKind.Nothing, path);
        var root = EnvironmentSettings.Over(file, variables, Naming, mistakes);
        new SettingsJudge(mistakes, Naming).Judge(root, typeof(MachineDocument));
        mistakes.ThrowIfAny();
        var machine = Checked(path, home, root, variables, mistakes);
        mistakes.ThrowIfAny();
        return machine;
    }

    /// <summary>"KeepMonths" is keepMonths in the file.</summary>
    internal static string Naming(string property) => JsonNamingPolicy.CamelCase.ConvertName(property);

    private static MachineSettings Checked(string path, string home, SettingNode root, IDictionary variables, Mistakes mistakes)
    {
        var document = SettingsBinder.Bind<MachineDocument>(root, Naming);
        var places = new YamlPlaces(path, root);
        var data = Path.GetFullPath(document.Data, home);
        var mail = mistakes.Try(() => MailOf(document.Mail, home, data, variables),
            new MailSettings { SenderAddress = "cchc@localhost.localdomain", Mode = MailMode.Preview });
        foreach (var problem in mail.Problems())
        {
            mistakes.Add(places.Wrong(problem, "mail").Message);
        }

        var mailbox = mistakes.Try(() => MailboxOf(document.Mailbox, home, variables), MailboxSettings.Off);
        foreach (var problem in mailbox.Problems())
        {
            mistakes.Add(places.Wrong(problem, "mailbox").Message);
        }

        return new MachineSettings(data, WordingOf(document.Wording, home),
            mistakes.Try(() => DatabaseChoice.ConnectionOf(document.Database, places, variables), null), mail)
        {
            PingUrl = document.PingUrl,
            Mailbox = mailbox,
            KeepMonths = document.KeepMonths,
            PathBase = document.PathBase,
            OpenId = mistakes.Try(() => OpenIdOf(document.OpenId, places, variables), null),
            Log = new LogSettings(document.Log.Level, document.Log.MaxMegabytes, document.Log.KeepDays),
            Backup = new BackupSettings(document.Backup.Folder.Length > 0
                ? Path.GetFullPath(document.Backup.Folder, home) : Path.Combine(data, "backup"), document.Backup.KeepDays, document.Backup.KeepMonths),
        };
    }

    public Database OpenDatabase() => PostgresConnection is { } connection
        ? Database.Postgres(connection) : Database.Sqlite(Path.Combine(DataFolder, SqliteFileName));

    private static MailSettings MailOf(MailDocument given, string home, string data, IDictionary variables) => new()
    {
        Mode = given.Mode,
        // Only letters that stay on this machine may come from nobody.
        SenderAddress = given.SenderAddress.Length > 0 || given.Mode == MailMode.Smtp ? given.SenderAddress : "cchc@localhost.localdomain",
        SenderName = given.SenderName,
        Folder = given.Folder.Length > 0 ? Path.GetFullPath(given.Folder, home) : Path.Combine(data, "thu"),
        Host = given.Host,
        Port = given.Port,
        UseTls = given.UseTls,
        ImplicitTls = given.ImplicitTls,
        User = given.User,
        Password = Secrets.Read(PasswordVariable, variables) is { } password ? new Secret(password) : null,
        TokenFile = given.TokenFile.Length > 0 ? Path.GetFullPath(given.TokenFile, home) : "",
        AuthorityFile = given.AuthorityFile.Length > 0 ? Path.GetFullPath(given.AuthorityFile, home) : "",
        RedirectAllTo = given.RedirectAllTo,
        PerMinute = given.PerMinute,
        PerDay = given.PerDay,
        Timeout = TimeSpan.FromSeconds(given.TimeoutSeconds),
    };

    private static MailboxSettings MailboxOf(MailboxDocument given, string home, IDictionary variables) => new()
    {
        Host = given.Host,
        Port = given.Port,
        ImplicitTls = given.ImplicitTls,
        User = given.User,
        Password = given.Host.Length > 0 && Secrets.Read(MailboxPasswordVariable, variables) is { } password ? new Secret(password) : null,
        TokenFile = given.TokenFile.Length > 0 ? Path.GetFullPath(given.TokenFile, home) : "",
        AuthorityFile = given.AuthorityFile.Length > 0 ? Path.GetFullPath(given.AuthorityFile, home) : "",
        Folder = given.Folder,
        ProcessedFolder = given.ProcessedFolder,
        WaitingFolder = given.WaitingFolder,
        Address = given.Address,
        AuthservId = given.AuthservId,
        AllowDomains = given.AllowDomains,
        MaxMegabytes = given.MaxMegabytes,
        ReceiptsPerDay = given.ReceiptsPerDay,
        Timeout = TimeSpan.FromSeconds(given.TimeoutSeconds),
    };

    private static OpenIdSettings? OpenIdOf(OpenIdDocument? given, YamlPlaces places, IDictionary variables) =>
        given is null ? null
        : !OpenIdSettings.IsSafe(given.Authority) ? throw places.Wrong($"\"{given.Authority}\" is not an https address.", "openId", "authority")
        : new OpenIdSettings(new Uri(given.Authority), given.ClientId, Secrets.Read(OpenIdSettings.SecretVariable, variables) is { } secret
        ? new Secret(secret) : null, given.NameClaim);

    /// <summary>The folder named, else wording/vi beside jobs.yml, else the one shipped with the program.</summary>
    private static string WordingOf(string given, string home)
    {
        if (given.Length > 0)
        {
            return Path.GetFullPath(given, home);
        }

        var own = Path.Combine(home, "wording", "vi");
        return Directory.Exists(own) ? own : ShippedWording;
    }

    /// <summary>The sentences shipped beside the program.</summary>
    public static string ShippedWording { get; } = Path.Combine(AppContext.BaseDirectory, "wording", "vi");
}
