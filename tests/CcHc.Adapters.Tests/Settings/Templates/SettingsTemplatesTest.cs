using System.Collections;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Settings.Templates;

namespace CcHc.Adapters.Tests.Settings.Templates;

public sealed class SettingsTemplatesTest : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-templates-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("tỉnh Mẫu", "SNV", "/srv/cchc")]
    [InlineData("thành phố Mẫu", "H01.05", "/srv/thư mục chung")]
    [InlineData("tỉnh Đắk Mẫu", "snv", "/srv/it's ours")]
    [InlineData("tỉnh \"Mẫu\"", "SNV-1", "/srv/a: b")]
    [InlineData("tỉnh Mẫu # thử", "0123", "/srv/a #b")]
    [InlineData("No", "1e3", "/srv/{x}")]
    [InlineData("tỉnh 'Mẫu'", "true", "/srv/[x]")]
    [InlineData("- Mẫu", "NULL", "/srv/100%")]
    [InlineData("tỉnh\\Mẫu", "~", "/srv/&x")]
    [InlineData("123", "*SNV", "/srv/!x")]
    public void WhatAnOfficeAnswers_IsReadBackAsItWasTyped(string province, string code, string shared)
    {
        var office = new NewOffice(province, code, "Sở Nội vụ", shared, "", "/var/lib/cchc") { ResultsTo = "cchc@so.example", AdminTo = "it@so.example" };
        var jobs = Write(office);

        var read = JobsFileReader.Read(jobs);
        Assert.Equal((province, shared, shared), (read.ProvinceName, read.SharedFolder, read.OutputFolder));
        var machine = MachineSettings.ReadBeside(jobs, new Hashtable());
        Assert.Equal(("/var/lib/cchc", MailMode.Pickup, "CCHC " + province), (machine.DataFolder, machine.Mail.Mode, machine.Mail.SenderName));
    }

    [Fact]
    public void AMailServer_IsOnTrialFromTheFirstDay()
    {
        var office = new NewOffice("tỉnh Mẫu", "SNV", "Sở Nội vụ", "/srv/cchc", "/srv/ra", "/var/lib/cchc")
        {
            Mail = new NewOfficeMail("mail.so.example", 465, "cchc@so.example", "Sở Nội vụ – CCHC", "tinh\\cchc", "thu@so.example"),
        };
        var jobs = Write(office);

        Assert.Equal("/srv/ra", JobsFileReader.Read(jobs).OutputFolder);
        var mail = MachineSettings.ReadBeside(jobs, new Hashtable { [MachineSettings.PasswordVariable] = "x" }).Mail;
        Assert.Equal((MailMode.Smtp, "mail.so.example", 465, "cchc@so.example", "tinh\\cchc", "thu@so.example"),
            (mail.Mode, mail.Host, mail.Port, mail.SenderAddress, mail.User, mail.RedirectAllTo));
    }

    [Fact]
    public void AServerThatWantsAPasswordNobodyGave_IsNotUsedYet()
    {
        var office = new NewOffice("tỉnh Mẫu", "SNV", "Sở Nội vụ", "/srv/cchc", "", "/var/lib/cchc")
        {
            Mail = new NewOfficeMail("mail.so.example", 587, "cchc@so.example", "Sở Nội vụ – CCHC", "cchc", "thu@so.example"),
        };
        Assert.Equal(MailMode.Pickup, MachineSettings.ReadBeside(Write(office, hasPassword: false), new Hashtable()).Mail.Mode);
    }

    [Theory]
    [InlineData("CCHC_SMTP_PASSWORD_FILE=/etc/cchc/smtp-password", "/etc/cchc/smtp-password")]
    [InlineData("  CCHC_SMTP_PASSWORD_FILE = /a b  ", "/a b")]
    [InlineData("# x\n\n;y\nCCHC_SMTP_PASSWORD_FILE=\"C:\\a b\"\r\n", "C:\\a b")]
    [InlineData("CCHC_SMTP_PASSWORD_FILE='/x=y'", "/x=y")]
    public void TheFileOfVariables_IsReadAsItIsMeant(string text, string value) =>
        Assert.Equal([("CCHC_SMTP_PASSWORD_FILE", value)], EnvironmentFile.Read("environment", text));

    [Theory]
    [InlineData("PATH=/x")]
    [InlineData("CCHC_SMTP_PASSWORD")]
    [InlineData("CCHC_SMTP_PASSWORD=")]
    [InlineData("export CCHC_SMTP_PASSWORD=x")]
    public void ALineThatIsNoVariableOfOurs_IsRefusedWithItsPlace(string line) =>
        Assert.Contains("line 2", Assert.Throws<SettingsException>(() => EnvironmentFile.Read("environment", "\n" + line)).Message, StringComparison.Ordinal);

    [Fact]
    public void EveryScheduledJobOfTheRepository_IsInANewOffice() =>
        Assert.Equal(
            JobsFileReader.Read(Path.Combine(Repository.Folder, "jobs.yml")).Jobs.Select(job => job.Name),
            JobsFileReader.Read(Write(new NewOffice("tỉnh Mẫu", "SNV", "Sở Nội vụ", "/srv/cchc", "", "/var/lib/cchc"))).Jobs.Select(job => job.Name));

    private string Write(NewOffice office, bool hasPassword = true)
    {
        var jobs = Path.Combine(_folder, "jobs.yml");
        File.WriteAllText(jobs, SettingsTemplates.JobsFile(office, "/usr/lib/cchc/program/schemas"));
        File.WriteAllText(Path.Combine(_folder, MachineSettings.FileName), SettingsTemplates.MachineFile(office, "/usr/lib/cchc/program/schemas", hasPassword));
        return jobs;
    }
}
