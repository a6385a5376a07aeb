using System.CommandLine;
using System.Net.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Settings.Templates;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs.Init;

/// <summary>What init must know: each an option, asked for where somebody sits before the screen.</summary>
internal sealed class InitOptions
{
    private const int DefaultPort = 587;

    private readonly Option<string> _settings = Text("--settings", $"The folder of jobs.yml and appsettings.json; default: {SystemPlaces.Settings}.");
    private readonly Option<string> _data = Text(
        "--data", $"The folder of database, log and backups, on a local disk; default: {SystemPlaces.Data}, or data in another --settings.");
    private readonly Option<string> _province = Text("--province", "The province's name: \"tỉnh Mẫu\", \"thành phố Mẫu\".");
    private readonly Option<string> _code = Text("--code", "The code of Sở Nội vụ in the directory; default: SNV.");
    private readonly Option<string> _name = Text("--name", "Its name; default: Sở Nội vụ.");
    private readonly Option<string> _shared = Text("--shared", @"The office's shared folder, made when it is not there: /srv/cchc, \\may-chu\cchc.");
    private readonly Option<string> _output = Text("--output", "Another folder for what is written; default: beside the workbooks.");
    private readonly Option<string> _results = Text("--results", "The address that gets consolidated workbooks.");
    private readonly Option<string> _admin = Text("--admin", "The address that hears of failures.");
    private readonly Option<string> _host = Text("--mail-host", "The mail server; without one letters become files until it is named in appsettings.json.");
    private readonly Option<int> _port = new("--mail-port") { Description = "Its port: 587, or 465.", DefaultValueFactory = _ => DefaultPort };
    private readonly Option<string> _user = Text("--mail-user", "The name to log in with at the mail server.");
    private readonly Option<string> _from = Text("--mail-from", "The address letters come from.");
    private readonly Option<string> _test = Text("--test-address", "Every letter goes here until `cchc go-live`.");

    public Option<string> Agencies { get; } = Text(
        "--agencies", "A text file with the province's agencies, one a line as pasted from a list, addresses beside them; - reads standard input.");

    public Option<DateOnly?> AsOf { get; } = CommonOptions.AsOf("Make lists for the year of this day; default: today.");

    public IEnumerable<Option> All =>
        [_settings, _data, _province, _code, _name, _shared, _output, Agencies, _results, _admin, _host, _port, _user, _from, _test, AsOf];

    public string SettingsFolder(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(_settings) is { Length: > 0 } given ? given : SystemPlaces.Settings);

    /// <exception cref="UsageException">Something is missing and nobody can be asked, or an answer cannot be used.</exception>
    public NewOffice Answers(ParseResult parsed, Screen screen)
    {
        var settings = SettingsFolder(parsed);
        var province = Needed(parsed, screen, _province, "Province (tỉnh …, thành phố …)");
        var code = Asked(parsed, screen, _code, "Code of Sở Nội vụ in the directory", "SNV");
        var name = Asked(parsed, screen, _name, "Its name", "Sở Nội vụ");
        var shared = Absolute(Needed(parsed, screen, _shared, "Shared folder of the office's workbooks"));
        var office = new NewOffice(
            province, code, name, shared, Absolute(parsed.GetValue(_output)!),
            parsed.GetValue(_data) is { Length: > 0 } data ? Path.GetFullPath(data) : SystemPlaces.DataFor(settings))
        {
            ResultsTo = Address(_results, Asked(parsed, screen, _results, "Address for consolidated workbooks (empty: later)", "")),
            AdminTo = Address(_admin, Asked(parsed, screen, _admin, "Address of the administrator (empty: later)", "")),
        };
        var host = Asked(parsed, screen, _host, "Mail server (empty: letters become files for now)", "");
        return host.Length == 0 ? office : office with
        {
            Mail = new NewOfficeMail(
                host, parsed.GetValue(_port), Address(_from, Needed(parsed, screen, _from, "Address letters come from")),
                $"{name} – CCHC", Asked(parsed, screen, _user, "Name to log in with (empty: none)", ""),
                Address(_test, Needed(parsed, screen, _test, "Test address: every letter goes there until `cchc go-live`"))),
        };
    }

    private static string Asked(ParseResult parsed, Screen screen, Option<string> option, string question, string usual) =>
        parsed.GetValue(option) is { Length: > 0 } given ? given.Trim() : screen.Ask(question + ":", usual) is { Length: > 0 } answer ? answer : usual;

    private static string Needed(ParseResult parsed, Screen screen, Option<string> option, string question) =>
        Asked(parsed, screen, option, question, "") is { Length: > 0 } answer ? answer
        : throw new UsageException($"{option.Name} is needed: {option.Description}");

    private static string Absolute(string folder) =>
        folder.Length == 0 || folder.StartsWith(@"\\", StringComparison.Ordinal) ? folder : Path.GetFullPath(folder);

    private static string Address(Option<string> option, string given) =>
        given.Length == 0 || (MailAddress.TryCreate(given, out var address) && address.Address == given && address.Host.Contains('.', StringComparison.Ordinal))
            ? given
            : throw new UsageException($"{option.Name}: \"{given}\" is not a mail address.");

    private static Option<string> Text(string name, string description) => new(name) { Description = description, DefaultValueFactory = _ => "" };
}
