using CcHc.Adapters.Alerts;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Mail.Smtp;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Tests.Alerts;

/// <summary>Promise 6: if the service cannot do its work, somebody is told by a path that does not need the broken part.</summary>
public sealed class AlarmsTest : IDisposable
{
    private static readonly JobOutcome Failed = new(JobResult.Failed, "NpgsqlException: Failed to connect to 10.0.0.5:5432", new Dictionary<string, int>());
    private readonly TemporaryFolder _folder = new();
    private readonly HandSetClock _clock = new(new DateTimeOffset(2026, 4, 1, 0, 30, 0, TimeSpan.Zero));
    private readonly RecordingMailSender _sender = new();

    private string Data => Path.Combine(_folder.Path, "data");

    private string Output => Path.Combine(_folder.Path, "ra");

    public AlarmsTest() => Directory.CreateDirectory(Output);

    [Fact]
    public async Task Raise_TellsByThreeWays_WhatSinceWhenWhatToDoAndWhomToCall()
    {
        var report = await Alarms().RaiseAsync("nhắc việc", Failed, CancellationToken.None);

        Assert.Equal((true, true, true, 0), (report.InDataFolder, report.InOutputFolder, report.ByMail, report.Troubles.Count));
        foreach (var file in new[] { Path.Combine(Data, "SU-CO.txt"), Path.Combine(Output, "canh-bao", "SU-CO.txt") })
        {
            var text = File.ReadAllText(file);
            Assert.All(["nhắc việc", "07:30 ngày 1/4/2026", "10.0.0.5:5432", "máy chủ PostgreSQL", "admin@so.gov.vn"],
                words => Assert.Contains(words, text, StringComparison.Ordinal));
        }

        Assert.Equal(["admin@so.gov.vn"], _sender.Addresses);
    }

    [Fact]
    public async Task Raise_LeavesAloneWhatALinkNamedLikeItsFileLeadsTo()
    {
        var mine = Path.Combine(_folder.Path, "cchc.db");
        File.WriteAllText(mine, "của riêng ta");
        var health = Directory.CreateDirectory(Path.Combine(Output, "canh-bao")).FullName;
        File.CreateSymbolicLink(Path.Combine(health, "SU-CO.txt"), mine);

        Assert.True((await Alarms().RaiseAsync("remind", Failed, CancellationToken.None)).InOutputFolder);

        Assert.Equal("của riêng ta", File.ReadAllText(mine));
        Assert.Contains("remind", File.ReadAllText(Path.Combine(health, "SU-CO.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raise_MailsOnceADayAndJob_ThoughTheServiceRestarts()
    {
        await Alarms().RaiseAsync("remind", Failed, CancellationToken.None);
        await Alarms().RaiseAsync("remind", Failed, CancellationToken.None);
        await Alarms().ClearAsync("remind");
        await Alarms().RaiseAsync("remind", Failed, CancellationToken.None);
        await Alarms().RaiseAsync("report", Failed, CancellationToken.None);
        Assert.Equal(2, _sender.Addresses.Count);

        _clock.Advance(TimeSpan.FromDays(1));
        await Alarms().RaiseAsync("remind", Failed, CancellationToken.None);
        Assert.Equal(3, _sender.Addresses.Count);
    }

    [Fact]
    public async Task Raise_KeepsWhenItBegan()
    {
        var alarms = Alarms();
        await alarms.RaiseAsync("remind", Failed, CancellationToken.None);
        _clock.Advance(TimeSpan.FromHours(5));
        await alarms.RaiseAsync("remind", Failed with { Summary = "still" }, CancellationToken.None);
        Assert.Equal(new Alarm("remind", _clock.GetUtcNow().AddHours(-5), _clock.GetUtcNow(), "still"), Assert.Single(Alarms().Current()));
    }

    [Fact]
    public async Task Clear_RemovesTheFiles_WhenTheLastJobWorksAgain()
    {
        await Alarms().RaiseAsync("remind", Failed, CancellationToken.None);
        await Alarms().RaiseAsync("report", Failed, CancellationToken.None);

        await Alarms().ClearAsync("remind");
        Assert.DoesNotContain("remind", File.ReadAllText(Path.Combine(Data, "SU-CO.txt")), StringComparison.Ordinal);
        await Alarms().ClearAsync("report");

        Assert.False(File.Exists(Path.Combine(Data, "SU-CO.txt")));
        Assert.False(File.Exists(Path.Combine(Output, "canh-bao", "SU-CO.txt")));
        Assert.Empty(Alarms().Current());
    }

    [Fact]
    public async Task Clear_ComesBackForTheFileBesideTheOutputs_WhenTheShareWasAway()
    {
        await Alarms().RaiseAsync("remind", Failed, CancellationToken.None);
        Directory.Move(Output, Output + "-away");
        await Alarms().ClearAsync("remind");
        Directory.Move(Output + "-away", Output);
        Assert.True(File.Exists(Path.Combine(Output, "canh-bao", "SU-CO.txt")));

        await Alarms().ClearAsync("remind");
        Assert.False(File.Exists(Path.Combine(Output, "canh-bao", "SU-CO.txt")));
    }

    [Fact]
    public async Task Raise_UsesTheOtherWays_WhenTheShareIsAway()
    {
        Directory.Delete(Output, recursive: true);
        var report = await Alarms().RaiseAsync("remind", Failed, CancellationToken.None);
        Assert.Equal((true, false, true), (report.InDataFolder, report.InOutputFolder, report.ByMail));
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task Raise_UsesTheOtherWays_WhenTheDataFolderCannotBeWritten_AndStillMailsOnce()
    {
        // A file stands where the folder should be: no right and no user makes that writable.
        File.WriteAllText(Data, "");
        var alarms = Alarms();
        var report = await alarms.RaiseAsync("remind", Failed, CancellationToken.None);
        await alarms.RaiseAsync("remind", Failed, CancellationToken.None);
        Assert.Equal((false, true, true), (report.InDataFolder, report.InOutputFolder, report.ByMail));
        Assert.Single(_sender.Addresses);
        Assert.Single(alarms.Current());
    }

    [Fact]
    public async Task Raise_WritesTheFiles_WhenTheMailServerIsAway_AndMailsWhenItIsBack()
    {
        var settings = Settings with { Mode = MailMode.Smtp, Host = "127.0.0.1", Port = 1, UseTls = false };
        var report = await Alarms(settings, new MailKitMailSender(settings)).RaiseAsync("remind", Failed, CancellationToken.None);
        Assert.Equal((true, true, false), (report.InDataFolder, report.InOutputFolder, report.ByMail));
        Assert.Contains("127.0.0.1:1", Assert.Single(report.Troubles), StringComparison.Ordinal);

        Assert.True((await Alarms().RaiseAsync("remind", Failed, CancellationToken.None)).ByMail);
    }

    [Fact]
    public async Task Raise_ReachesNoRealAddress_WhenAllMailIsRedirected()
    {
        await Alarms(Settings with { RedirectAllTo = "thu@x.example" }).RaiseAsync("remind", Failed, CancellationToken.None);
        Assert.Equal(["thu@x.example"], _sender.Addresses);
    }

    [Theory]
    [InlineData("IOException: the network path was not found", "thư mục chung")]
    [InlineData("No mail gets through since 2026-04-01: 535", "cchc test-mail")]
    [InlineData("SettingsException: jobs.yml, line 3", "jobs.yml hoặc appsettings.json")]
    [InlineData("NullReferenceException: …", "cchc check")]
    public async Task Raise_SaysWhatToTryFirst(string trouble, string advice)
    {
        await Alarms().RaiseAsync("remind", Failed with { Summary = trouble }, CancellationToken.None);
        Assert.Contains(advice, File.ReadAllText(Path.Combine(Data, "SU-CO.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_ForgetsOldClearedAlarms_AndKeepsStandingOnes()
    {
        await Alarms().RaiseAsync("remind", Failed, CancellationToken.None);
        await Alarms().RaiseAsync("report", Failed, CancellationToken.None);
        await Alarms().ClearAsync("report");
        var written = Directory.EnumerateFiles(Data, "*.json", SearchOption.AllDirectories).Max(File.GetLastWriteTimeUtc);
        Assert.Equal(0, new AlertStore(Data).Sweep(written.AddDays(-1)));
        Assert.Equal(1, new AlertStore(Data).Sweep(written.AddDays(1)));
        Assert.Equal("remind", Assert.Single(Alarms().Current()).Job);
    }

    public void Dispose() => _folder.Dispose();

    private static MailSettings Settings => new() { SenderAddress = "cchc@so.gov.vn", Folder = "unused" };

    private Adapters.Alerts.Alarms Alarms(MailSettings? mail = null, IMailSender? sender = null) => new(
        new AlertStore(Data),
        new MachineSettings(Data, MachineSettings.ShippedWording, null, mail ?? Settings),
        new JobsFile("jobs.yml", "tỉnh Thử", "SNV", Path.Combine(_folder.Path, "chung"), Output, "nd-09-2019", ReminderPolicy.Default,
            new ResultRecipients([], ["admin@so.gov.vn"]), []),
        sender ?? _sender, _clock);
}
