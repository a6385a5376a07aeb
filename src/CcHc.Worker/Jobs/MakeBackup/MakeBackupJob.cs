using CcHc.Adapters.Backups;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Core.Calendars;
using CcHc.Core.Jobs;

namespace CcHc.Worker.Jobs.MakeBackup;

/// <summary>Writes a backup, brings it back into a folder of its own to see that it can be, and deletes those too old to keep (sao lưu).</summary>
public sealed class MakeBackupJob(Database database, MachineSettings machine, JobsFile office, TimeProvider clock) : IJob
{
    public JobDuty Duty => JobDuty.Backup;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        if (run.DryRun)
        {
            return new JobOutcome(JobResult.Done, "No backup is written in a dry run.", new Dictionary<string, int>());
        }

        var folder = machine.Backup.Folder.Length > 0 ? machine.Backup.Folder : Path.Combine(machine.DataFolder, "backup");
        PrivateFiles.CreateFolder(folder);
        var file = Path.Combine(folder, BackupRotation.NameOf(run.Today));
        if (File.Exists(file))
        {
            file = Path.Combine(folder, BackupRotation.NameOf(run.Today, TimeOnly.FromDateTime(OfficeTime.Of(clock.GetUtcNow()).DateTime)));
        }

        var manifest = await new BackupWriter(database, machine, clock).WriteAsync(file, office.Path, cancellationToken);
        await RestoreRehearsal.RunAsync(file, machine, clock, cancellationToken);
        var old = BackupRotation.ToDelete(Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)), machine.Backup);
        foreach (var name in old)
        {
            File.Delete(Path.Combine(folder, name));
        }

        var counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["backup_rows"] = manifest.Rows.Values.Sum(), ["backups_deleted"] = old.Count };
        return new JobOutcome(JobResult.Done,
            FormattableString.Invariant($"{file}: {counts["backup_rows"]} rows, brought back on trial; {old.Count} old backups deleted."), counts);
    }
}
