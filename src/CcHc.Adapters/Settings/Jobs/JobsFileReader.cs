using CcHc.Adapters.Files;
using CcHc.Core.Mail;
using CcHc.Core.Regimes;
using CcHc.Core.Reminders;
using CcHc.Core.Text;
using YamlDotNet.Serialization.NamingConventions;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>Reads jobs.yml strictly: unknown keys, wrong values and missing ones are refused with their lines, all of them at once, never dropped.</summary>
public static class JobsFileReader
{
    /// <exception cref="SettingsException">The file is missing or anything in it is wrong.</exception>
    public static JobsFile Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new SettingsException(
                $"{path}: file not found. Copy jobs.yml from the repository and point it at the office's folder, or name one with --jobs.");
        }

        var root = YamlNodes.Read(full, SettingsText.Read(full));
        var mistakes = new Mistakes();
        var document = Parse(full, root, mistakes);
        mistakes.ThrowIfAny();
        var office = Checked(full, document, new YamlPlaces(full, root), mistakes);
        mistakes.ThrowIfAny();
        return office;
    }

    private static JobsDocument Parse(string path, SettingNode root, Mistakes mistakes)
    {
        if (root.Kind == NodeKind.Nothing)
        {
            throw new SettingsException($"{path}: the file is empty.");
        }

        new SettingsJudge(mistakes, Naming).Judge(root, typeof(JobsDocument));
        return mistakes.AreNone ? SettingsBinder.Bind<JobsDocument>(root, Naming) : new JobsDocument();
    }

    /// <summary>Each part is judged whatever became of the others.</summary>
    private static JobsFile Checked(string path, JobsDocument document, YamlPlaces places, Mistakes mistakes)
    {
        var home = Path.GetDirectoryName(path)!;
        var shared = mistakes.Try(() => Path.GetFullPath(Required(document.Folders?.Shared, places, "folders", "shared"), home), home);
        var own = mistakes.Try(() => new RegimeReader(path).Read(document.Regimes), []);
        var policies = new PolicyReader(places);
        var reminders = mistakes.Try(() => policies.Reminders(document.Reminders ?? new RemindersDocument()), ReminderPolicy.Default);
        return new JobsFile(
            path,
            mistakes.Try(() => Required(document.Office?.Province, places, "office", "province"), ""),
            mistakes.Try(() => Required(document.Office?.StandingBody, places, "office", "standing_body"), ""),
            shared,
            mistakes.Try(() => OutputOf(document.Folders?.Output, shared, home, places), shared),
            mistakes.Try(() => Regime(document.Regime, own, places), ""),
            reminders,
            new ResultRecipients(document.Recipients?.Results ?? [], document.Recipients?.Admin ?? []),
            JobEntries.Read(document.Jobs, places, mistakes))
        {
            OwnRegimes = own,
            Contact = document.Office?.Contact is { } contact
                ? new OfficeContact(OneLine(contact.Name), OneLine(contact.Phone), OneLine(contact.Email)) : OfficeContact.None,
            ShownSharedFolder = OneLine(document.Folders?.ShownAs),
            Answers = new AnswerSettings(document.Answers?.RestWorkingDays ?? AnswerSettings.Default.RestWorkingDays),
            Reports = mistakes.Try(() => policies.Reports(document.Reports ?? new ReportsDocument(), reminders), ReportSettings.Default),
        };
    }

    private static string OneLine(string? text) => VietnameseText.OneLine(text ?? "").Trim();

    /// <summary>What is written among the registers would be read as one of them at the next run.</summary>
    private static string OutputOf(string? given, string shared, string home, YamlPlaces places)
    {
        var output = given is { Length: > 0 } ? Path.GetFullPath(given, home) : shared;
        var registers = new SharedFolder(shared, output).Registers;
        return FolderPlace.IsWithin(output, registers)
            ? throw places.Wrong(
                $"\"{given}\" lies inside the folder of registers ({registers}): what is written there would be read as a register. Choose a folder outside it.", "folders", "output")
            : output;
    }

    private static string Regime(string? name, IReadOnlyList<ReportingRegime> own, YamlPlaces places)
    {
        var given = Required(name, places, "regime");
        var known = ReportingRegimes.All.Concat(own).Select(regime => regime.Code).ToList();
        return known.Contains(given, StringComparer.OrdinalIgnoreCase)
            ? given : throw places.Wrong($"\"{given}\" is not known.{NearWord.Hint(given, known)} Known: {string.Join(", ", known)}.", "regime");
    }

    /// <summary>"WorkingDaysBefore" is working_days_before in the file.</summary>
    internal static string Naming(string property) => UnderscoredNamingConvention.Instance.Apply(property);

    private static string Required(string? value, YamlPlaces places, params string[] key) =>
        string.IsNullOrWhiteSpace(value) ? throw places.Wrong("is missing.", [.. key]) : value.Trim();
}
