using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Sharing;
using CcHc.Core.Calendars;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
using YamlDotNet.Serialization.NodeDeserializers;

namespace CcHc.Adapters.Settings;

/// <summary>Reads jobs.yml strictly: an unknown key, a wrong value or a missing one is refused with its line, never dropped.</summary>
public static partial class JobsFileReader
{
    /// <exception cref="SettingsException">The file is missing or anything in it is wrong.</exception>
    public static JobsFile Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new SettingsException($"{path}: file not found. Copy jobs.yml from the repository and point it at the office's folder, or name one with --jobs.");
        }

        var text = File.ReadAllText(full);
        var document = Parse(full, text);
        return Checked(full, document, new YamlPlaces(full, text));
    }

    private static JobsDocument Parse(string path, string text)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().WithTypeConverter(new DecimalNumbers())
            .WithNodeDeserializer(inner => new PlacedDeserializer(inner), where => where.InsteadOf<ObjectNodeDeserializer>()).Build();
        try
        {
            return yaml.Deserialize<JobsDocument?>(text) ?? throw new SettingsException($"{path}: the file is empty.");
        }
        catch (YamlException wrong)
        {
            var said = (wrong.InnerException ?? wrong).Message;
            var line = text.Split('\n') is var lines && wrong.Start.Line >= 1 && wrong.Start.Line <= lines.Length ? lines[wrong.Start.Line - 1] : "";
            var reason = UnknownProperty().Match(said) is { Success: true } unknown ? $"unknown key \"{unknown.Groups[1].Value}\"." : YamlShapeMistakes.InWords(said, line) ?? said;
            throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {wrong.Start.Line}, column {wrong.Start.Column}: {reason}"));
        }
    }

    private static JobsFile Checked(string path, JobsDocument document, YamlPlaces places)
    {
        var home = Path.GetDirectoryName(path)!;
        var shared = Path.GetFullPath(Required(document.Folders?.Shared, places, "folders", "shared"), home);
        var own = new RegimeReader(path).Read(document.Regimes);
        var policies = new PolicyReader(places);
        var reminders = policies.Reminders(document.Reminders ?? new RemindersDocument());
        return new JobsFile(
            path,
            Required(document.Office?.Province, places, "office", "province"),
            Required(document.Office?.StandingBody, places, "office", "standing_body"),
            shared,
            Output(document.Folders?.Output, home, shared, places),
            Regime(document.Regime, own, places),
            reminders,
            new ResultRecipients(
                Addresses(document.Recipients?.Results, places, "recipients", "results"),
                Addresses(document.Recipients?.Admin, places, "recipients", "admin")),
            JobEntries.Read(document.Jobs, places))
        {
            OwnRegimes = own,
            Reports = policies.Reports(document.Reports ?? new ReportsDocument(), reminders),
        };
    }

    /// <summary>What is written among the registers would be read as one of them at the next run.</summary>
    private static string Output(string? given, string home, string shared, YamlPlaces places)
    {
        var output = given is { Length: > 0 } ? Path.GetFullPath(given, home) : shared;
        var registers = new SharedFolder(shared, output).Registers;
        return Path.GetRelativePath(registers, output) is var below && below != ".." && !below.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(below)
            ? throw places.Wrong($"\"{given}\" lies inside the folder of registers ({registers}): what is written there would be read as a register. Choose a folder outside it.", "folders", "output")
            : output;
    }

    private static string Regime(string? name, IReadOnlyList<ReportingRegime> own, YamlPlaces places)
    {
        var given = Required(name, places, "regime");
        var known = ReportingRegimes.All.Concat(own).Select(regime => regime.Code).ToList();
        return known.Contains(given, StringComparer.OrdinalIgnoreCase) ? given : throw places.Wrong($"\"{given}\" is not known. Known: {string.Join(", ", known)}.", "regime");
    }

    private static List<string> Addresses(List<string>? given, YamlPlaces places, params string[] key)
    {
        var addresses = given ?? [];
        for (var place = 0; place < addresses.Count; place++)
        {
            if (!MailAddressText.IsBareAddress(addresses[place]))
            {
                throw places.Wrong($"\"{addresses[place]}\" is not a mail address.", [.. key, place]);
            }
        }

        return addresses;
    }

    // The reader names our types, which mean nothing to an administrator.
    [GeneratedRegex("^Property '([^']*)' not found on type")]
    private static partial Regex UnknownProperty();

    private static string Required(string? value, YamlPlaces places, params string[] key) =>
        string.IsNullOrWhiteSpace(value) ? throw places.Wrong("is missing.", [.. key]) : value.Trim();
}
