using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Tests.Settings.Machine;

public sealed class MachineSettingsTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-machine-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_LeavesEveryLetterInAFolder_WithoutAFile()
    {
        var machine = MachineSettings.ReadBeside(Path.Combine(_folder, "jobs.yml"));
        Assert.Equal(MailMode.Pickup, machine.Mail.Mode);
        Assert.Equal(Path.Combine(_folder, "data", "thu"), machine.Mail.Folder);
    }

    [Fact]
    public void Read_TakesAMailServer()
    {
        var mail = Read("""{ "mail": { "mode": "smtp", "host": "mail.example", "senderAddress": "cchc@x.example", "redirectAllTo": "thu@x.example" } }""").Mail;
        Assert.Equal((MailMode.Smtp, "mail.example", 587, true, "thu@x.example"), (mail.Mode, mail.Host, mail.Port, mail.UseTls, mail.RedirectAllTo));
    }

    [Theory]
    [InlineData("""{ "mail": { "hots": "mail.example" } }""", "hots")]
    [InlineData("""{ "mail": { "mode": "carrier pigeon" } }""", "line 1")]
    [InlineData("""{ "mail": { "mode": "smtp" } }""", "no server")]
    [InlineData("""{ "mail": { "senderAddress": "nobody" } }""", "nobody")]
    [InlineData("{ ", "line 1")]
    public void Read_RefusesWhatIsWrong_AndNamesIt(string json, string named) =>
        Assert.Contains(named, Assert.Throws<SettingsException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TakesTheFileOfTheRepository() =>
        Assert.Equal(MailMode.Pickup, MachineSettings.ReadBeside(Path.Combine(Repository.Folder, "jobs.yml")).Mail.Mode);

    private MachineSettings Read(string json)
    {
        File.WriteAllText(Path.Combine(_folder, MachineSettings.FileName), json);
        return MachineSettings.ReadBeside(Path.Combine(_folder, "jobs.yml"));
    }
}
