using CcHc.Adapters.Files;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Regimes;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Tests.Storage;

/// <summary>A verb run by hand must not begin a second ledger beside the service's.</summary>
public sealed class OfficeDatabaseTest : IDisposable
{
    private const string Postgres = "Host=db.example;Port=5433;Database=cchc;Username=cchc;Password=bimat";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(Postgres, Postgres, true)]
    [InlineData(Postgres, "Host=db.example;Port=5433;Database=cchc;Username=khac;Password=khac", true)]
    [InlineData(Postgres, null, false)]
    [InlineData(null, Postgres, false)]
    [InlineData(Postgres, "Host=db2.example;Port=5433;Database=cchc;Username=cchc", false)]
    [InlineData(Postgres, "Host=db.example;Port=5433;Database=thu;Username=cchc", false)]
    public void AnotherDatabaseThanBefore_IsRefused(string? before, string? now, bool isTaken)
    {
        OfficeDatabase.Keep(Machine(before));
        var wrong = Record.Exception(() => OfficeDatabase.Check(Office(), Machine(now)));
        if (isTaken)
        {
            Assert.Null(wrong);
            return;
        }

        var message = Assert.IsType<SettingsException>(wrong).Message;
        Assert.Contains(OfficeDatabase.NameOf(Machine(before)), message, StringComparison.Ordinal);
        Assert.Contains("cchc restore", message, StringComparison.Ordinal);
        Assert.DoesNotContain("bimat", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chung/data")]
    [InlineData("chung")]
    [InlineData("ra/data")]
    public void DataInTheOfficesFolder_IsRefused(string data) =>
        Assert.Contains("which the office shares",
            Assert.Throws<SettingsException>(
                () => OfficeDatabase.Check(Office(), Machine(null) with { DataFolder = Path.Combine(_folder.Path, data) })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0u, "root", false, false, "belongs to root")]
    [InlineData(0u, "root", true, true, null)]
    [InlineData(998u, "cchc", true, true, "sudo -u cchc")]
    [InlineData(998u, "cchc", false, true, null)]
    public void FilesOfAnotherAccount_AreNamedWithTheirOwnerAndTheCure(uint id, string name, bool isRoot, bool canWrite, string? said)
    {
        var why = OfficeDatabase.WhyNotOurs("/var/lib/cchc/cchc.db", new FileOwner(id, name), isRoot, canWrite);
        Assert.Equal(said is null, why is null);
        Assert.Contains(said ?? "", why ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void OwnerOfAFile_IsToldOnLinux()
    {
        var file = Path.Combine(_folder.Path, "a");
        File.WriteAllText(file, "");
        Assert.Equal(OperatingSystem.IsLinux(), FileOwner.Of(file) is { Name: var name } && (name == Environment.UserName || !OperatingSystem.IsLinux()));
    }

    private JobsFile Office() => new(
        Path.Combine(_folder.Path, "jobs.yml"), "tỉnh Thử", "SNV", Path.Combine(_folder.Path, "chung"), Path.Combine(_folder.Path, "ra"),
        ReportingRegimes.Decree09.Code, ReminderPolicy.Default, ResultRecipients.Nobody, []);

    private MachineSettings Machine(string? postgres) =>
        new(Path.Combine(_folder.Path, "data"), MachineSettings.ShippedWording, postgres, new MailSettings { SenderAddress = "cchc@x.example" });
}
