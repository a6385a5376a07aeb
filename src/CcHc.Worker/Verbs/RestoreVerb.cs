using System.CommandLine;
using CcHc.Adapters.Backups;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Machine;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>restore: a backup back into place; all letters are held until somebody has looked.</summary>
public static class RestoreVerb
{
    public static Command Create(Screen screen)
    {
        var file = new Argument<string>("file") { Description = "A zip written by `cchc backup`." };
        var replace = new Option<bool>("--replace") { Description = "Put the backup in the place of what the database holds now." };
        var check = new Option<bool>("--check") { Description = "Rehearse: bring it back into a folder that is thrown away, and change nothing." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("restore", "Bring a backup back; no letter leaves until `cchc hold --release`.") { file, replace, check, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return parsed.GetValue(check)
                    ? await RehearseAsync(screen, parsed.GetValue(file)!, Path.GetFullPath(parsed.GetValue(jobs)!), cancellationToken)
                    : await RestoreAsync(screen, parsed.GetValue(file)!, Path.GetFullPath(parsed.GetValue(jobs)!), parsed.GetValue(replace), cancellationToken);
            }
            catch (BackupException refused)
            {
                throw new UsageException(refused.Message);
            }
        });
        return command;
    }

    private static async Task<int> RehearseAsync(Screen screen, string file, string jobsPath, CancellationToken cancellationToken)
    {
        var manifest = await RestoreRehearsal.RunAsync(file, MachineSettings.ReadBeside(jobsPath), TimeProvider.System, cancellationToken);
        screen.Line(
            FormattableString.Invariant(
                $"{file}: of {manifest.TakenAt:u}; {manifest.Rows.Values.Sum()} rows of {manifest.Rows.Count} tables, {manifest.Snapshots} copies of registers and the settings came back whole. Nothing was changed."));
        return ExitCode.Done;
    }

    private static async Task<int> RestoreAsync(Screen screen, string file, string jobsPath, bool replace, CancellationToken cancellationToken)
    {
        var settings = BackupReader.RestoreSettings(file, Path.GetDirectoryName(jobsPath)!);
        if (settings.Count > 0)
        {
            screen.Line($"Settings put back: {string.Join(", ", settings)}. Those already there stay as they are.");
        }

        var machine = MachineSettings.ReadBeside(jobsPath);
        await using var database = machine.OpenDatabase();
        var manifest = await new BackupReader(database, machine, TimeProvider.System).RestoreAsync(file, replace, cancellationToken);
        OfficeDatabase.Keep(machine);
        screen.Line(
            FormattableString.Invariant(
                $"Restored as of {manifest.TakenAt:u}: {manifest.Rows.Values.Sum()} rows of {manifest.Rows.Count} tables, {manifest.Snapshots} copies of registers."));
        screen.Line(
            "All letters are held, for what was sent after the backup is not known. `cchc hold` shows what would go; `cchc hold --release` lets it go.");
        return ExitCode.Done;
    }
}
