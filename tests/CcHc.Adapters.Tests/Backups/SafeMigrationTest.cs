using CcHc.Adapters.Backups;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Tests.Support;
using Dapper;

namespace CcHc.Adapters.Tests.Backups;

public sealed class SafeMigrationTest : IDisposable
{
    private const int OlderVersion = 12;

    private static readonly HandSetClock Clock = new(new DateTimeOffset(2026, 6, 15, 0, 30, 0, TimeSpan.Zero));

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-upgrade-").FullName;

    private MachineSettings Machine => new(Path.Combine(_folder, "data"), MachineSettings.ShippedWording, null,
        new MailSettings { SenderAddress = "cchc@so.example" });

    private string BackupFolder => Path.Combine(_folder, "data", "backup");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task AnOlderDatabase_IsBackedUpBeforeItIsChanged_Once()
    {
        await using var database = await OlderAsync();
        using var migration = await MigrationAsync(database);

        var backup = await migration.RunAsync();

        Assert.Equal(Path.Combine(BackupFolder, $"before-upgrade-{OlderVersion}-to-{Database.LatestVersion}-20260615-003000.zip"), backup);
        Assert.True(File.Exists(backup));
        Assert.Equal(Database.LatestVersion, await database.VersionAsync());
        Assert.Null(await migration.RunAsync());
        Assert.Single(Directory.GetFiles(BackupFolder));
    }

    [Fact]
    public async Task TheBackupBeforeAnUpgrade_ComesBack()
    {
        await using var database = await OlderAsync();
        using var migration = await MigrationAsync(database);
        var backup = await migration.RunAsync();
        await RestoreRehearsal.RunAsync(backup!, Machine, Clock, CancellationToken.None);
    }

    [Fact]
    public async Task AnEmptyDatabase_NeedsNoBackup()
    {
        await using var database = Machine.OpenDatabase();
        using var migration = await MigrationAsync(database);
        Assert.Equal(0, await database.VersionAsync());
        Assert.Null(await migration.RunAsync());
        Assert.False(Directory.Exists(BackupFolder));
    }

    [Fact]
    public async Task DataOfANewerRelease_IsLeftAlone_AndSaysWhatToDo()
    {
        await using var database = Machine.OpenDatabase();
        await database.MigrateAsync(Clock);
        await using (var connection = await database.OpenAsync())
        {
            await connection.ExecuteAsync(
                "INSERT INTO schema_version (version, name, applied_at) VALUES (999, 'later', @now)", new { now = Clock.GetUtcNow() });
        }

        using var migration = await MigrationAsync(database);
        var refused = await Assert.ThrowsAsync<NewerDataException>(() => migration.RunAsync());
        Assert.Contains("newer release", refused.Message, StringComparison.Ordinal);
        Assert.Contains("restore", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(BackupFolder));
    }

    private async Task<Database> OlderAsync()
    {
        var database = Machine.OpenDatabase();
        await database.MigrateAsync(Clock, upTo: OlderVersion);
        await new AuditTrail(database, Clock).WriteAsync("hoa", "login");
        return database;
    }

    private async Task<SafeMigration> MigrationAsync(Database database)
    {
        var jobs = Path.Combine(_folder, "jobs.yml");
        await File.WriteAllTextAsync(jobs,
            "office: { province: tỉnh Mẫu, standing_body: SNV }\nfolders: { shared: chung }\nregime: nd-09-2019\njobs: [{ name: remind, does: remind_agencies }]\n");
        return new SafeMigration(database, Machine, jobs, Clock);
    }
}
