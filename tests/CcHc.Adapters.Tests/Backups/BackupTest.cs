using CcHc.Adapters.Backups;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;

namespace CcHc.Adapters.Tests.Backups;

/// <summary>Backups taken from one database and restored into another, of the same kind or not.</summary>
[Collection(PostgresTests.Name)]
public sealed class BackupTest(PostgresServer server) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly HandSetClock _clock = new(new DateTimeOffset(2026, 4, 1, 0, 30, 0, TimeSpan.Zero));
    private readonly List<Database> _connected = [];

    private string Zip => Path.Combine(_folder.Path, "sao-luu.zip");

    private string JobsFile => Path.Combine(_folder.Path, "office", "jobs.yml");

    public Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(JobsFile)!);
        File.WriteAllText(JobsFile, "office: {}\n");
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("sqlite", "sqlite")]
    [InlineData("sqlite", "postgres")]
    [InlineData("postgres", "sqlite")]
    [InlineData("postgres", "postgres")]
    public async Task Restore_BringsEverythingBack_AndHoldsAllLetters(string from, string to)
    {
        var (source, machine) = await StoreAsync(from, "cu");
        await FillAsync(source, machine);
        var before = await PictureAsync(source, machine);
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);

        var (target, other) = await StoreAsync(to, "moi");
        await new BackupReader(target, other, _clock).RestoreAsync(Zip, replace: false, CancellationToken.None);

        Assert.Equal(before, await PictureAsync(target, other));
        Assert.Contains("backup of 2026-04-01", (await new LetterHold(target, _clock).ReadAsync())!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Rehearsal_BringsABackupBack_AndLeavesEverythingAsItIs(string from)
    {
        File.WriteAllText(JobsFile,
            "office: { province: a, standing_body: SNV }\nfolders: { shared: chung }\nregime: nd-09-2019\njobs: [{ name: a, does: backup }]\n");
        var (source, machine) = await StoreAsync(from, "cu");
        await FillAsync(source, machine);
        var before = await PictureAsync(source, machine);
        var written = await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);

        var rehearsed = await RestoreRehearsal.RunAsync(Zip, machine, _clock, CancellationToken.None);

        Assert.Equal(written.Rows, rehearsed.Rows);
        Assert.Equal(before, await PictureAsync(source, machine));
        Assert.Null(await new LetterHold(source, _clock).ReadAsync());
    }

    [Fact]
    public async Task Rehearsal_RefusesABackupWhoseSettingsCannotBeUsed()
    {
        var (source, machine) = await StoreAsync("sqlite", "cu");
        await FillAsync(source, machine);
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);
        await Assert.ThrowsAsync<BackupException>(() => RestoreRehearsal.RunAsync(Zip, machine, _clock, CancellationToken.None));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Restore_GoesOnCountingDeliveries_WhereTheBackupEnded(string to)
    {
        var (source, machine) = await StoreAsync("sqlite", "cu");
        await FillAsync(source, machine);
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);
        var (target, other) = await StoreAsync(to, "moi");
        await new BackupReader(target, other, _clock).RestoreAsync(Zip, replace: false, CancellationToken.None);

        var outbox = new OutboxStore(target, _clock);
        Assert.True((await outbox.QueueAsync(Letters.Mail("thu-moi"), new LetterInfo("reminder", "STP"), [Letters.Key("moi")])).IsQueued);
        Assert.False((await outbox.QueueAsync(Letters.Mail("thu-lap"), new LetterInfo("reminder", "STP"), [Letters.Key("1")])).IsQueued);
    }

    [Fact]
    public async Task Restore_RefusesADatabaseThatHoldsSomething_UntilToldToReplaceIt()
    {
        var (source, machine) = await StoreAsync("sqlite", "cu");
        await FillAsync(source, machine);
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);
        await new OutboxStore(source, _clock).QueueAsync(Letters.Mail("sau-sao-luu"), new LetterInfo("reminder", "STP"), []);
        var reader = new BackupReader(source, machine, _clock);

        Assert.Contains("--replace", (await Assert.ThrowsAsync<BackupException>(() => reader.RestoreAsync(Zip, false, CancellationToken.None))).Message,
            StringComparison.Ordinal);
        Assert.Equal(2, (await new OutboxStore(source, _clock).ListAsync()).Count);

        await reader.RestoreAsync(Zip, true, CancellationToken.None);
        Assert.Single(await new OutboxStore(source, _clock).ListAsync());
    }

    [Fact]
    public async Task Restore_RefusesWhileTheServiceRuns_OrAJobDoes()
    {
        var (source, machine) = await StoreAsync("sqlite", "cu");
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);
        var reader = new BackupReader(source, machine, _clock);
        using (ServiceLock.TryTake(machine.DataFolder))
        {
            Assert.Contains("service is running",
                (await Assert.ThrowsAsync<BackupException>(() => reader.RestoreAsync(Zip, true, CancellationToken.None))).Message, StringComparison.Ordinal);
        }

        await new RunLog(source, _clock).TryStartAsync(new RunClaim("remind", "1", new DateOnly(2026, 4, 1), "node", TimeSpan.FromHours(1)));
        Assert.Contains("job is running", (await Assert.ThrowsAsync<BackupException>(() => reader.RestoreAsync(Zip, true, CancellationToken.None))).Message,
            StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromHours(2));
        await reader.RestoreAsync(Zip, true, CancellationToken.None);
    }

    [Theory]
    [InlineData("not a zip", "is no backup")]
    [InlineData("another zip", "no backup of this program")]
    [InlineData("newer", "newer release")]
    [InlineData("a table cut short", "rows instead of")]
    public async Task Restore_LeavesTheDatabaseAlone_WhenTheBackupIsBroken(string how, string says)
    {
        var (source, machine) = await StoreAsync("sqlite", "cu");
        await FillAsync(source, machine);
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);
        Break(how);
        var before = await PictureAsync(source, machine);

        var refused =
            await Assert.ThrowsAsync<BackupException>(() => new BackupReader(source, machine, _clock).RestoreAsync(Zip, true, CancellationToken.None));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await PictureAsync(source, machine));
    }

    [Fact]
    public async Task ABackup_IsForItsOwnerAlone()
    {
        var (source, machine) = await StoreAsync("sqlite", "cu");
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);
        // On Windows the rights come from the folder above.
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Zip) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData("settings/../../ngoai.txt", "ngoai.txt")]
    [InlineData("settings/..\\..\\ngoai.txt", "ngoai.txt")]
    [InlineData("settings/C:ngoai.txt", "ngoai.txt")]
    [InlineData("settings/..", null)]
    public async Task RestoreSettings_WritesNothingOutsideItsFolder(string entry, string? restored)
    {
        var (source, machine) = await StoreAsync("sqlite", "cu");
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);
        using (var zip = System.IO.Compression.ZipFile.Open(Zip, System.IO.Compression.ZipArchiveMode.Update))
        {
            await using var words = zip.CreateEntry(entry).Open();
            words.WriteByte((byte)'x');
        }

        Assert.Equal(restored is null ? [] : [restored], BackupReader.RestoreSettings(Zip, Path.GetDirectoryName(JobsFile)!));
    }

    [Fact]
    public async Task RestoreSettings_PutsBackOnlyWhatIsMissing()
    {
        var (source, machine) = await StoreAsync("sqlite", "cu");
        File.WriteAllText(Path.Combine(_folder.Path, "office", "appsettings.json"), "{}");
        await new BackupWriter(source, machine, _clock).WriteAsync(Zip, JobsFile, CancellationToken.None);
        File.Delete(JobsFile);
        File.WriteAllText(Path.Combine(_folder.Path, "office", "appsettings.json"), "{ }");

        Assert.Equal(["jobs.yml"], BackupReader.RestoreSettings(Zip, Path.GetDirectoryName(JobsFile)!));
        Assert.Equal("{ }", File.ReadAllText(Path.Combine(_folder.Path, "office", "appsettings.json")));
    }

    public async Task DisposeAsync()
    {
        foreach (var database in _connected)
        {
            await database.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task<(Database Database, MachineSettings Machine)> StoreAsync(string kind, string name)
    {
        var data = Path.Combine(_folder.Path, name);
        var store = kind == "sqlite" ? TestStore.SqliteIn(data) : await TestStore.PostgresOnAsync(server);
        var database = store.Connect();
        _connected.Add(database);
        await database.MigrateAsync(_clock);
        return (database,
            new MachineSettings(data, MachineSettings.ShippedWording, null, new MailSettings { SenderAddress = "cchc@so.gov.vn", Folder = "unused" }));
    }

    private async Task FillAsync(Database database, MachineSettings machine)
    {
        var mail = Letters.Mail("thu-1") with { Attachments = [new MailAttachment("Bảng.xlsx", "application/x-test", [0, 1, 2, 255])],
            Text = "dòng 1\ndòng \"2\" <ă>" };
        await new OutboxStore(database, _clock).QueueAsync(mail, new LetterInfo("reminder", "STP", "run-1"), [Letters.Key("1"), Letters.Key("2")]);
        var log = new RunLog(database, _clock);
        await log.FinishAsync((await log.TryStartAsync(new RunClaim("remind", "1", new DateOnly(2026, 4, 1), "node", TimeSpan.FromHours(1))))!,
            new JobOutcome(JobResult.Partly, "một nửa", new Dictionary<string, int> { ["n"] = 3 }));
        byte[] bytes = [1, 2, 3];
        var register = new RegisterSnapshot
        {
            Path = "so-theo-doi/a.xlsx", Hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), Size = 3,
            ModifiedAt = _clock.GetUtcNow(), ReadAt = _clock.GetUtcNow(), Tasks = 7,
        };
        await new RegisterSnapshots(database, machine.DataFolder).PutAsync(register, new MemoryStream(bytes));
    }

    /// <summary>What the product sees of a database, as text.</summary>
    private async Task<string> PictureAsync(Database database, MachineSettings machine)
    {
        var shelf = new RegisterSnapshots(database, machine.DataFolder);
        var registers = await shelf.ListAsync();
        return string.Join('\n',
            [
                .. (await new OutboxStore(database, _clock).ListAsync()).Select(delivery => delivery.ToString()),
                .. (await new SentLedger(database).ReadAsync()).Select(key => key.ToString()).Order(StringComparer.Ordinal),
                .. (await new RunLog(database, _clock).RecentAsync()).Select(
                    run => $"{run with { Outcome = null }} {run.Outcome?.Summary} {run.Outcome?.Counts["n"]}"),
                .. registers.Select(register => $"{register} {Convert.ToHexString(File.ReadAllBytes(shelf.SnapshotPath(register)))}"),
                await AttachmentAsync(database),
            ]);
    }

    private static async Task<string> AttachmentAsync(Database database)
    {
        await using var connection = await database.OpenAsync();
        return string.Join(' ', await Dapper.SqlMapper.QueryAsync<string>(connection, "SELECT text FROM letter"))
            + Convert.ToHexString((await Dapper.SqlMapper.QueryAsync<byte[]>(connection, "SELECT content FROM letter_attachment")).Single());
    }

    private void Break(string how)
    {
        if (how == "not a zip")
        {
            File.WriteAllText(Zip, "this is text");
            return;
        }

        using var zip = System.IO.Compression.ZipFile.Open(Zip, System.IO.Compression.ZipArchiveMode.Update);
        var (name, content) = how switch
        {
            "another zip" => ("backup.json", null),
            "newer" => ("backup.json", """{"format":1,"takenAt":"2026-04-01T00:00:00Z","schema":9999,"rows":{},"snapshots":0}"""),
            _ => ("database/reminder.jsonl", ""),
        };
        zip.GetEntry(name)!.Delete();
        if (content is not null)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    }
}
