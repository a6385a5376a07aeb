using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CcHc.Adapters.Settings.Templates;

/// <summary>
/// The first jobs.yml and appsettings.json of an office: the ones of the repository, comments and all, with the office's answers in place of the sample's. So
/// they are always what this release understands.
/// </summary>
public static class SettingsTemplates
{
    private static readonly JsonSerializerOptions AsTyped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="schemas">The folder of the shipped schemas, for editors that know them.</param>
    public static string JobsFile(NewOffice office, string schemas)
    {
        var text = Shipped("jobs.yml").Replace("$schema=./schemas/", "$schema=" + AddressOf(schemas), StringComparison.Ordinal);
        text = Put(text, "province", office.Province);
        text = Put(text, "standing_body|coordinating_agency", office.CoordinatingCode);
        text = Put(text, "shared", office.Shared);
        text = office.Output.Length > 0 ? Put(text, "output", office.Output) : Once(text, @"^  output: \S+", "  # output: /another/folder   ");
        text = office.ResultsTo.Length > 0 ? Once(text, @"^  results: \[\]", $"  results: [{Yaml(office.ResultsTo)}]") : text;
        return office.AdminTo.Length > 0 ? Once(text, @"^  admin: \[\]", $"  admin: [{Yaml(office.AdminTo)}]") : text;
    }

    /// <param name="hasPassword">Without the password a server wants, letters become files until it is there.</param>
    public static string MachineFile(NewOffice office, string schemas, bool hasPassword)
    {
        var text = Key(Shipped("appsettings.json").Replace("./schemas/", AddressOf(schemas), StringComparison.Ordinal), "data", office.Data);
        if (office.Mail is not { } mail)
        {
            text = Once(text, @"^ *""senderAddress"": [^\n]*\n", "");
            return Key(text, "senderName", "CCHC " + office.Province);
        }

        var mode = hasPassword || mail.User.Length == 0
            ? @"""smtp"", // ""pickup"": letters become .eml files in the data folder; ""preview"" only renders"
            : @"""pickup"", // write ""smtp"" once the password is in the file that ""environment"" names";
        text = Once(text, @"^    ""mode"": ""pickup"",[^\n]*", string.Join('\n',
            @"    ""mode"": " + mode,
            $@"    ""host"": {Json(mail.Host)},",
            string.Create(CultureInfo.InvariantCulture, $@"    ""port"": {mail.Port}, // 587 with STARTTLS, 465 with TLS from the first byte"),
            $@"    ""user"": {Json(mail.User)}, // its password comes from CCHC_SMTP_PASSWORD_FILE",
            $@"    ""redirectAllTo"": {Json(mail.TestAddress)}, // on trial: every letter goes here; `cchc go-live` ends it"));
        return Key(Key(text, "senderAddress", mail.SenderAddress), "senderName", mail.SenderName);
    }

    /// <summary>The file "environment" beside jobs.yml.</summary>
    public static string EnvironmentFile(string passwordFile, bool hasPassword) =>
        $"""
        # Variables of CcHc, for the service and for verbs typed by hand: secrets, each named by the file only the administrator and the service may read.
        {(hasPassword ? "" : "# Write the mail password, and nothing else, into the file below and take the # away.\n# ")}CCHC_SMTP_PASSWORD_FILE={passwordFile}
        # CCHC_POSTGRES_FILE=/etc/cchc/postgres

        """.ReplaceLineEndings("\n");

    private static string Key(string text, string key, string value) =>
        Once(text, $@"^( *)""{key}"": ""[^""]*""", match => $@"{match.Groups[1].Value}""{key}"": {Json(value)}");

    private static string Put(string text, string key, string value) =>
        Once(text, $@"^  ({key}): \S+(?: (?!#)\S+)*", match => $"  {match.Groups[1].Value}: {Yaml(value)}");

    private static string Once(string text, string pattern, string replacement) => Once(text, pattern, _ => replacement.ReplaceLineEndings("\n"));

    private static string Once(string text, string pattern, MatchEvaluator replace)
    {
        var found = Regex.Matches(text, pattern, RegexOptions.Multiline | RegexOptions.CultureInvariant);
        return found.Count == 1
            ? text[..found[0].Index] + replace(found[0]) + text[(found[0].Index + found[0].Length)..]
            : throw new InvalidOperationException($"The settings shipped with the program have {found.Count} places for {pattern}.");
    }

    /// <summary>A value YAML reads back as it is; a backslash stands for itself.</summary>
    private static string Yaml(string value) =>
        value.Length > 0 && char.IsLetterOrDigit(value[0]) && value.All(IsPlain) && value.Any(char.IsLetter) && value.Trim() == value
            && value.ToUpperInvariant() is not ("YES" or "NO" or "ON" or "OFF" or "TRUE" or "FALSE" or "NULL" or "Y" or "N")
        ? value
        : "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '@' or '/';

    private static string Json(string value) => JsonSerializer.Serialize(value, AsTyped);

    private static string AddressOf(string folder) => new Uri(folder.TrimEnd('/', '\\') + "/").AbsoluteUri;

    private static string Shipped(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Templates/" + name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
