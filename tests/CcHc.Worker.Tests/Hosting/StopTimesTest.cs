using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Adapters.Settings.Machine;
using CcHc.Worker.Execution;
using CcHc.Worker.Hosting;

namespace CcHc.Worker.Tests.Hosting;

public sealed partial class StopTimesTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(120)]
    [InlineData(600)]
    public void AStop_WaitsForTheLetterInHand_TheHostForTheEngine_TheProgramForTheHost(int timeoutSeconds)
    {
        var mail = new MailSettings { SenderAddress = "cchc@x.example", Timeout = TimeSpan.FromSeconds(timeoutSeconds) };
        Assert.True(mail.Timeout < StopTimes.Engine(mail));
        Assert.True(StopTimes.Engine(mail) < StopTimes.Host(mail));
        Assert.True(StopTimes.Host(mail) < StopTimes.Program);
    }

    [Fact]
    public void TheUnit_GivesTenSecondsMoreThanTheHostTakes()
    {
        var unit = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "service", "cchc.service"));
        var given = int.Parse(GivenTime().Match(unit).Groups[1].Value, CultureInfo.InvariantCulture);
        Assert.Equal(StopTimes.Host(new MailSettings { SenderAddress = "cchc@x.example" }) + TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(given));
    }

    [GeneratedRegex("^TimeoutStopSec=([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex GivenTime();
}
