using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CcHc.Adapters.Files;

namespace CcHc.Adapters.Alerts;

/// <summary>Remembers alarms in files of our own, a file a job, so that a broken database does not matter (giá sự cố).</summary>
/// <param name="dataFolder">Ours; never the shared folder.</param>
public sealed class AlertStore(string dataFolder)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private string Folder { get; } = Path.Combine(Path.GetFullPath(dataFolder), "su-co");

    /// <summary>Alarms nobody has cleared, the oldest first.</summary>
    public IReadOnlyList<Alarm> Current() => Directory.Exists(Folder)
        ? [.. Directory.EnumerateFiles(Folder, "*.json").Select(ReadFile).Select(page => page?.Alarm).OfType<Alarm>().OrderBy(alarm => alarm.Since)
            .ThenBy(alarm => alarm.Job, StringComparer.Ordinal)]
        : [];

    internal AlarmPage Read(string job) => ReadFile(FileOf(job)) ?? new AlarmPage(null, null);

    /// <exception cref="IOException">The data folder cannot be written.</exception>
    internal void Write(string job, AlarmPage page)
    {
        PrivateFiles.CreateFolder(Folder);
        var file = FileOf(job);
        var unfinished = file + ".tmp";
        File.WriteAllText(unfinished, JsonSerializer.Serialize(page, Web));
        File.Move(unfinished, file, overwrite: true);
    }

    /// <summary>Forgets jobs whose alarm was cleared and that nothing was written of since then.</summary>
    /// <returns>How many were forgotten.</returns>
    public int Sweep(DateTimeOffset olderThan)
    {
        if (!Directory.Exists(Folder))
        {
            return 0;
        }

        var old = Directory.EnumerateFiles(Folder, "*.json")
            .Where(file => File.GetLastWriteTimeUtc(file) < olderThan.UtcDateTime && ReadFile(file)?.Alarm is null).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    /// <summary>A half-written page counts as none: the next failure writes it anew.</summary>
    private static AlarmPage? ReadFile(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<AlarmPage>(File.ReadAllText(file), Web);
        }
        catch (Exception wrong) when (wrong is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A job's name is an office's free text, so only its digest goes into a file name.</summary>
    private string FileOf(string job) => Path.Combine(Folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(job)))[..16] + ".json");
}

/// <summary>What is remembered of one job.</summary>
/// <param name="Alarm">Null once it was cleared.</param>
/// <param name="MailedOn">The last day a mail went out; outlives the alarm, so that a job that fails and recovers all day mails once.</param>
/// <param name="IsFileLeft">The alarm is cleared, but the file beside the outputs could not be brought up to date yet.</param>
internal sealed record AlarmPage(Alarm? Alarm, DateOnly? MailedOn, bool IsFileLeft = false);
