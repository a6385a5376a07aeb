using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;
using YamlDotNet.Serialization.NodeDeserializers;

namespace CcHc.Adapters.Settings;

/// <summary>Reads jobs.yml strictly: an unknown key, a wrong value or a missing one is refused with its line, never dropped.</summary>
public static class JobsFileReader
{
    /// <exception cref="SettingsException">The file is missing or anything in it is wrong.</exception>
    public static JobsFile Read(string path)
    {
        var full = Path.GetFullPath(path);
        if (!File.Exists(full))
        {
            throw new SettingsException($"{path}: file not found. Copy jobs.yml from the repository and point it at the office's folder, or name one with --jobs.");
        }

        var document = Parse(full);
        return Checked(full, document);
    }

    private static JobsDocument Parse(string path)
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking()
            .WithNodeDeserializer(inner => new PlacedDeserializer(inner), where => where.InsteadOf<ObjectNodeDeserializer>()).Build();
        try
        {
            using var reader = new StreamReader(path);
            return yaml.Deserialize<JobsDocument?>(reader) ?? throw new SettingsException($"{path}: the file is empty.");
        }
        catch (YamlException wrong)
        {
            var reason = (wrong.InnerException ?? wrong).Message;
            throw new SettingsException(string.Create(CultureInfo.InvariantCulture, $"{path}, line {wrong.Start.Line}, column {wrong.Start.Column}: {reason}"));
        }
    }

    private static JobsFile Checked(string path, JobsDocument document)
    {
        var home = Path.GetDirectoryName(path)!;
        var office = document.Office ?? throw Missing(path, "office");
        var shared = Path.GetFullPath(Required(path, "folders: shared", document.Folders?.Shared), home);
        var own = new RegimeReader(path).Read(document.Regimes);
        return new JobsFile(
            path,
            Required(path, "office: province", office.Province),
            Required(path, "office: standing_body", office.StandingBody),
            shared,
            document.Folders?.Output is { Length: > 0 } output ? Path.GetFullPath(output, home) : shared,
            Regime(path, document.Regime, own),
            Policy(path, document.Reminders ?? new RemindersDocument()),
            Jobs(path, document.Jobs))
        {
            OwnRegimes = own,
        };
    }

    private static string Regime(string path, string? name, IReadOnlyList<ReportingRegime> own)
    {
        var given = Required(path, "regime", name);
        var known = ReportingRegimes.All.Concat(own).Select(regime => regime.Code).ToList();
        return known.Contains(given, StringComparer.OrdinalIgnoreCase) ? given : throw new SettingsException($"{path}: regime \"{given}\" is not known. Known: {string.Join(", ", known)}.");
    }

    private static ReminderPolicy Policy(string path, RemindersDocument given)
    {
        var defaults = ReminderPolicy.Default;
        var policy = new ReminderPolicy
        {
            WorkingDaysBefore = given.WorkingDaysBefore ?? defaults.WorkingDaysBefore,
            OnTheDay = given.OnTheDay ?? defaults.OnTheDay,
            EveryWorkingDaysAfter = given.EveryWorkingDaysAfter ?? defaults.EveryWorkingDaysAfter,
            HeadAfterWorkingDays = given.EscalateToHeadAfter ?? defaults.HeadAfterWorkingDays,
            StandingBodyAfterWorkingDays = given.EscalateToStandingBodyAfter ?? defaults.StandingBodyAfterWorkingDays,
            StrictBefore = given.StrictBefore ?? defaults.StrictBefore,
            OldestOverdueDays = given.OldestOverdueDays ?? defaults.OldestOverdueDays,
            DueDayOff = OneOf<DueDayOff>(path, "reminders: due_day_off", given.DueDayOff, defaults.DueDayOff),
        };
        if (policy.WorkingDaysBefore.Any(days => days is < 1 or > 250))
        {
            throw new SettingsException($"{path}: reminders: working_days_before takes whole numbers from 1 to 250.");
        }

        foreach (var (name, value) in new[]
        {
            ("every_working_days_after", policy.EveryWorkingDaysAfter), ("escalate_to_head_after", policy.HeadAfterWorkingDays),
            ("escalate_to_standing_body_after", policy.StandingBodyAfterWorkingDays), ("oldest_overdue_days", policy.OldestOverdueDays),
        })
        {
            if (value < 0)
            {
                throw new SettingsException($"{path}: reminders: {name} must not be negative; 0 turns it off.");
            }
        }

        return policy;
    }

    private static IReadOnlyList<JobDefinition> Jobs(string path, List<JobDocument>? given)
    {
        if (given is null || given.Count == 0)
        {
            throw Missing(path, "jobs");
        }

        var jobs = given.Select(job => new JobDefinition(Required(path, "jobs: name", job.Name), OneOf<JobDuty>(path, $"jobs: {job.Name}: does", job.Does, null))).ToList();
        var twice = jobs.GroupBy(job => job.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? jobs : throw new SettingsException($"{path}: the job name \"{twice.Key}\" is used twice. Give each job its own name.");
    }

    private static T OneOf<T>(string path, string key, string? given, T? fallback)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return fallback ?? throw Missing(path, key);
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Words(value).Equals(given.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw new SettingsException($"{path}: {key}: \"{given}\" is not known. Known: {string.Join(", ", Enum.GetValues<T>().Select(Words))}.");
    }

    private static string Words<T>(T value)
        where T : struct, Enum => UnderscoredNamingConvention.Instance.Apply(value.ToString());

    private static string Required(string path, string key, string? value) =>
        string.IsNullOrWhiteSpace(value) ? throw Missing(path, key) : value.Trim();

    private static SettingsException Missing(string path, string key) => new($"{path}: \"{key}\" is missing.");
}
