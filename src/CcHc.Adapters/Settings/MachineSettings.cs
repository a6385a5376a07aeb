using System.Text.Json;
using System.Text.Json.Serialization;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Storage;

namespace CcHc.Adapters.Settings;

/// <summary>What the administrator decides for this machine (appsettings.json): where data is kept and how mail leaves. Secrets come from the environment.</summary>
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
    public const string PostgresVariable = "CCHC_POSTGRES";

    public const int DefaultKeepMonths = 24;

    /// <summary>Copies of the registers last read.</summary>
    public string SnapshotFolder => Path.Combine(DataFolder, "snapshots");

    /// <summary>How long runs, and the words and files of letters, are kept; who was reminded of what is kept for ever.</summary>
    public int KeepMonths { get; init; } = DefaultKeepMonths;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Reads appsettings.json beside jobs.yml; without one everything has its default.</summary>
    /// <exception cref="SettingsException">A key is unknown, a value wrong, or mail cannot be sent with these settings.</exception>
    public static MachineSettings ReadBeside(string jobsPath)
    {
        var home = Path.GetDirectoryName(Path.GetFullPath(jobsPath))!;
        var path = Path.Combine(home, FileName);
        var document = File.Exists(path) ? Parse(path) : new MachineDocument();
        var data = Path.GetFullPath(document.Data, home);
        var mail = MailOf(document.Mail, home, data);
        if (document.KeepMonths < 1)
        {
            throw new SettingsException(FormattableString.Invariant($"{path}: keepMonths: {document.KeepMonths} is not a number of months from 1."));
        }

        return mail.Problems() is { Count: > 0 } problems
            ? throw new SettingsException($"{path}: mail: {string.Join(' ', problems)}")
            : new MachineSettings(data, WordingOf(document.Wording, home), Secrets.Read(PostgresVariable), mail)
            {
                PingUrl = Url(path, document.PingUrl),
                KeepMonths = document.KeepMonths,
                PathBase = PathOf(path, document.PathBase),
                OpenId = OpenIdOf(path, document.OpenId),
            };
    }

    public Database OpenDatabase() => PostgresConnection is { } connection ? Database.Postgres(connection) : Database.Sqlite(Path.Combine(DataFolder, "cchc.db"));

    private static MachineDocument Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<MachineDocument>(File.ReadAllText(path), Strict) ?? throw new SettingsException($"{path}: the file is empty.");
        }
        catch (JsonException wrong)
        {
            throw new SettingsException($"{path}, line {wrong.LineNumber + 1}: {wrong.Message}");
        }
    }

    private static MailSettings MailOf(MailDocument given, string home, string data) => new()
    {
        Mode = given.Mode,
        SenderAddress = given.SenderAddress,
        SenderName = given.SenderName,
        Folder = given.Folder.Length > 0 ? Path.GetFullPath(given.Folder, home) : Path.Combine(data, "thu"),
        Host = given.Host,
        Port = given.Port,
        UseTls = given.UseTls,
        ImplicitTls = given.ImplicitTls,
        User = given.User,
        Password = Secrets.Read(PasswordVariable) is { } password ? new Secret(password) : null,
        TokenFile = given.TokenFile.Length > 0 ? Path.GetFullPath(given.TokenFile, home) : "",
        AuthorityFile = given.AuthorityFile.Length > 0 ? Path.GetFullPath(given.AuthorityFile, home) : "",
        RedirectAllTo = given.RedirectAllTo,
        PerMinute = given.PerMinute,
        PerDay = given.PerDay,
        Timeout = TimeSpan.FromSeconds(given.TimeoutSeconds),
    };

    private static OpenIdSettings? OpenIdOf(string path, OpenIdDocument? given)
    {
        if (given is null)
        {
            return null;
        }

        return !OpenIdSettings.IsSafe(given.Authority) ? throw new SettingsException($"{path}: openId: authority: \"{given.Authority}\" is not an https address.")
            : given.ClientId.Length == 0 ? throw new SettingsException($"{path}: openId: clientId is missing.")
            : new OpenIdSettings(new Uri(given.Authority), given.ClientId, Secrets.Read(OpenIdSettings.SecretVariable) is { } secret ? new Secret(secret) : null, given.NameClaim);
    }

    private static string PathOf(string path, string given) =>
        given.Length == 0 || (given.StartsWith('/') && !given.EndsWith('/') && Uri.IsWellFormedUriString(given, UriKind.Relative))
            ? given
            : throw new SettingsException($"{path}: pathBase: \"{given}\" is not a path like \"/cchc\", with a slash before and none after it.");

    private static string Url(string path, string given) =>
        given.Length == 0 || (Uri.TryCreate(given.Replace("{job}", "job", StringComparison.Ordinal), UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            ? given
            : throw new SettingsException($"{path}: pingUrl: \"{given}\" is not an http or https address.");

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
