using System.Net;
using System.Net.Sockets;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Reminders;
using CcHc.Worker.Checks;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Checks;

public sealed class MachineCheckTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-check-").FullName;

    public MachineCheckTest() => Directory.CreateDirectory(Path.Combine(Shared, "so-theo-doi"));

    private string Shared => Path.Combine(_folder, "chung");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Check_FindsNothing_AndLeavesNothing_WhenAllIsWell()
    {
        Assert.Empty(await CodesAsync());
        Assert.Equal(["chung"], Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Check_NamesAShareThatIsAway()
    {
        Directory.Delete(Shared, recursive: true);
        Assert.Equal(["share-missing"], await CodesAsync());
    }

    [Fact]
    public async Task Check_NamesAShareWithoutRegisters()
    {
        Directory.Delete(Path.Combine(Shared, "so-theo-doi"));
        Assert.Equal(["share-without-registers"], await CodesAsync());
    }

    [Fact]
    public async Task Check_NamesAFolderThatCannotBeListed()
    {
        // Root may list anything.
        if (Environment.IsPrivilegedProcess || OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(Path.Combine(Shared, "so-theo-doi"), UnixFileMode.None);
        Assert.Equal(["share-not-listable"], await CodesAsync());
        File.SetUnixFileMode(Path.Combine(Shared, "so-theo-doi"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Secrecy_NamesWhatOtherAccountsCanRead_UnlessAFolderAboveShutsIt()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var above = Directory.CreateTempSubdirectory("cchc-bi-mat-").FullName;
        var data = Directory.CreateDirectory(Path.Combine(above, "data")).FullName;
        var token = Path.Combine(above, "token");
        File.WriteAllText(token, "x");
        var machine = new MachineSettings(data, MachineSettings.ShippedWording, null, new MailSettings { SenderAddress = "a@b.vn", TokenFile = token });
        try
        {
            foreach (var open in new[] { data, token })
            {
                File.SetUnixFileMode(open, File.GetUnixFileMode(open) | UnixFileMode.OtherRead);
            }

            Assert.Empty(SecrecyCheck.Of(machine));
            File.SetUnixFileMode(above, File.GetUnixFileMode(above) | UnixFileMode.OtherExecute);
            Assert.Equal(["data-open-to-others", "secret-open-to-others"], SecrecyCheck.Of(machine).Select(finding => finding.Code));
            File.SetUnixFileMode(token, UnixFileMode.UserRead);
            Assert.Equal(["data-open-to-others"], SecrecyCheck.Of(machine).Select(finding => finding.Code));
        }
        finally
        {
            Directory.Delete(above, recursive: true);
        }
    }

    [Fact]
    public async Task Check_NamesFoldersThatCannotBeWritten()
    {
        // A file stands in the way: no right and no user makes a folder of it.
        File.WriteAllText(Path.Combine(_folder, "tep"), "");
        Assert.Equal(["output-not-writable", "data-not-writable"],
            await CodesAsync(output: Path.Combine(_folder, "tep", "ra"), data: Path.Combine(_folder, "tep", "data")));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(3, 1)]
    [InlineData(-3, 1)]
    public async Task Check_NamesAClockMoreThanTwoMinutesApart(int minutes, int findings)
    {
        var clock = new SetClock(DateTimeOffset.UtcNow.AddMinutes(minutes));
        Assert.Equal(Enumerable.Repeat("clock-apart", findings), await CodesAsync(clock: clock));
    }

    [Fact]
    public async Task Check_NamesADatabaseThatIsDown()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal(["database-unreachable"], await CodesAsync(postgres: FormattableString.Invariant($"Host=127.0.0.1;Port={port};Username=x;Database=x")));
    }

    [Fact]
    public async Task Check_TellsWhatTheMailServerSaid()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var mail = new MailSettings { Mode = MailMode.Smtp, SenderAddress = "cchc@x.example", Host = "127.0.0.1", Port = port };
        Assert.Equal(["mail-server-unreachable"], await CodesAsync(mail: mail));
    }

    [Theory]
    [InlineData(100L, true)]
    [InlineData(499L, true)]
    [InlineData(501L, false)]
    [InlineData(null, false)]
    public void OfRoom_WarnsBelowHalfAGigabyte(long? megabytes, bool warns) =>
        Assert.Equal(warns, FolderCheck.OfRoom("/data", megabytes * 1024 * 1024) is { Code: "disk-nearly-full" });

    [Fact]
    public void ThisMachine_HasLanguageData() => Assert.Null(ClockCheck.OfLanguageData());

    private async Task<IEnumerable<string>> CodesAsync(string? output = null, string? data = null, string? postgres = null, MailSettings? mail = null,
        TimeProvider? clock = null)
    {
        var office = new JobsFile("jobs.yml", "tỉnh Thử", "SNV", Shared, output
            ?? Path.Combine(_folder, "ra"), "nd-09-2019", ReminderPolicy.Default, ResultRecipients.Nobody, []);
        var machine = new MachineSettings(data ?? Path.Combine(_folder, "data"), MachineSettings.ShippedWording, postgres, mail
            ?? new MailSettings { SenderAddress = "cchc@x.example", Folder = "unused" });
        var findings = await MachineCheck.RunAsync(office, machine, clock ?? TimeProvider.System, CancellationToken.None);
        // How full the machine that runs the tests is, is not their business.
        return findings.Select(finding => finding.Code).Where(code => code != "disk-nearly-full");
    }
}
