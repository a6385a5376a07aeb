using System.CommandLine;
using CcHc.Adapters.Backups;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Worker.Checks;
using CcHc.Worker.Hosting;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>
/// upgrade: what starting this release would change in an office's data, and, without --check, that change now instead of at the first start. A backup is taken
/// first.
/// </summary>
public static class UpgradeVerb
{
    public static Command Create(Screen screen)
    {
        var check = new Option<bool>("--check") { Description = "Only say what would be done; exit code 3 when something would." };
        var jobs = CommonOptions.Jobs();
        var command = new Command("upgrade", "Bring an office's data to this release, a backup first; --check looks only.") { check, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (office, machine) = OfficeSettings.ReadBoth(parsed.GetValue(jobs)!);
            OfficeDatabase.Check(office, machine);
            screen.Line($"Program  {Release}");
            screen.Line("Settings are understood by this release.");
            if (machine.PostgresConnection is null && !File.Exists(Path.Combine(machine.DataFolder, MachineSettings.SqliteFileName)))
            {
                screen.Line($"Data     none yet in {machine.DataFolder}; made at the first run.");
                return ExitCode.Done;
            }

            await using var database = machine.OpenDatabase();
            return parsed.GetValue(check)
                ? await LookAsync(screen, database, machine, cancellationToken)
                : await DoAsync(screen, database, office, machine, cancellationToken);
        });
        return command;
    }

    private static string Release => typeof(UpgradeVerb).Assembly.GetName().Version!.ToString(3);

    private static async Task<int> LookAsync(Screen screen, Database database, MachineSettings machine, CancellationToken cancellationToken)
    {
        var reached = await database.VersionAsync(cancellationToken);
        if (reached > Database.LatestVersion)
        {
            throw new NewerDataException(reached, Database.LatestVersion);
        }

        if (reached == Database.LatestVersion)
        {
            screen.Line(FormattableString.Invariant($"Data     version {reached}: nothing to do."));
            return ExitCode.Done;
        }

        screen.Line(FormattableString.Invariant($"Data     version {reached}, would be brought to {Database.LatestVersion} at the first start;"));
        screen.Line($"         a backup is written to {machine.Backup.Folder} before.");
        if (FolderCheck.OfRoom(machine.Backup.Folder, FolderCheck.RoomFor(machine.Backup.Folder)) is { } little)
        {
            screen.Line($"{little.Message} {little.Remedy}");
        }

        return ExitCode.DoneWithFindings;
    }

    private static async Task<int> DoAsync(Screen screen, Database database, JobsFile office, MachineSettings machine, CancellationToken cancellationToken)
    {
        using var alone = machine.PostgresConnection is not null ? null
            : ServiceLock.TryTake(machine.DataFolder) ?? throw new UsageException("The service is at work on this data. Stop it first: cchc service stop.");
        using var migration = new SafeMigration(database, machine, office.Path, TimeProvider.System);
        screen.Line(await migration.RunAsync(cancellationToken) is { } backup
            ? FormattableString.Invariant($"Data     is at version {Database.LatestVersion} now; the backup taken before: {backup}")
            : FormattableString.Invariant($"Data     version {Database.LatestVersion}: nothing to do."));
        return ExitCode.Done;
    }
}
