using CcHc.Adapters.Settings.Machine;
using CcHc.Worker.Hosting.ServiceManagers;

namespace CcHc.Worker.Tests.Hosting;

public sealed class WindowsManagerTest
{
    private const string Program = @"C:/Program Files/CcHc/program/cchc.exe";
    private static readonly string Written = Directory.GetCurrentDirectory();

    private static ServiceDefinition In(string jobsFile, string account = "") => new(Program, jobsFile, Written, account, [Written]);

    private static string[] StepsOf(ServiceDefinition service) => [.. new WindowsManager().Steps(service)];

    [Theory]
    [InlineData("start= delayed-auto")]
    [InlineData(@"obj= ""NT SERVICE\CcHc""")]
    [InlineData("reset= 86400 actions= restart/15000/restart/60000/restart/300000")]
    [InlineData(@"reg.exe add HKLM\SYSTEM\CurrentControlSet\Services\EventLog\Application\CcHc /v EventMessageFile /t REG_EXPAND_SZ")]
    [InlineData("sc.exe start CcHc")]
    public void TheManagerIsTold(string words) => Assert.Contains(StepsOf(In(SystemPlaces.JobsFile)), step => step.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void TheSystemsPlaceForSettings_IsShutBeforeTheServiceIsLetIn()
    {
        var steps = StepsOf(In(SystemPlaces.JobsFile)).Where(step => step.StartsWith("icacls.exe", StringComparison.Ordinal)).ToArray();

        Assert.Contains("/inheritance:r", steps[0], StringComparison.Ordinal);
        Assert.All(new[] { "*S-1-5-18", "*S-1-5-32-544" }, sid => Assert.Contains(sid, steps[0], StringComparison.Ordinal));
        Assert.All(steps[1..], step => Assert.Contains(@"NT SERVICE\CcHc:(OI)(CI)M", step, StringComparison.Ordinal));
        Assert.NotEmpty(steps[1..]);
    }

    [Fact]
    public void AFolderOfTheOfficesOwn_KeepsItsRights() =>
        Assert.DoesNotContain(StepsOf(In(Path.Combine(Written, "jobs.yml"))), step => step.Contains("/inheritance", StringComparison.Ordinal));

    [Theory]
    [InlineData("", false)]
    [InlineData(@"TINH\cchc$", false)]
    [InlineData(@"TINH\cchc", true)]
    [InlineData(@".\nhacviec", true)]
    public void APassword_IsWantedForAccountsOfPeople(string account, bool isWanted) =>
        Assert.Equal(isWanted, In(SystemPlaces.JobsFile, account).WantsPassword);
}
