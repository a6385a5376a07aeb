using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Jobs;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Tests.Settings.Jobs;

public sealed class JobsFileReaderTest : IDisposable
{
    private const string Good = """
        office:
          province: tỉnh Mẫu
          standing_body: SNV
        folders:
          shared: chung
        regime: nd-09-2019
        reminders:
          working_days_before: [10, 5]
          due_day_off: keep
        jobs:
          - name: nhac-viec
            does: remind_agencies
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-jobs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_TakesFoldersRelativeToTheFile()
    {
        var office = Read(Good);
        Assert.Equal(Path.Combine(_folder, "chung"), office.SharedFolder);
        Assert.Equal(office.SharedFolder, office.OutputFolder);
    }

    [Theory]
    [InlineData("chung/so-theo-doi")]
    [InlineData("chung/so-theo-doi/ket-qua")]
    [InlineData("chung/tong-hop/../so-theo-doi/x")]
    public void Read_RefusesAnOutputFolder_AmongTheRegisters(string output)
    {
        var wrong =
            Assert.Throws<SettingsException>(() => Read(Good.Replace("  shared: chung", $"  shared: chung\n  output: {output}", StringComparison.Ordinal)));
        Assert.Contains("lies inside the folder of registers", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chung")]
    [InlineData("out")]
    [InlineData("chung/so-theo-doi-ket-qua")]
    public void Read_TakesAnyOtherOutputFolder(string output) =>
        Assert.Equal(Path.Combine(_folder, output),
            Read(Good.Replace("  shared: chung", $"  shared: chung\n  output: {output}", StringComparison.Ordinal)).OutputFolder);

    [Fact]
    public void Read_TakesThePolicy_AndLeavesTheRestAtItsDefault()
    {
        var policy = Read(Good).Reminders;
        Assert.Equal([10, 5], policy.WorkingDaysBefore);
        Assert.Equal(DueDayOff.Keep, policy.DueDayOff);
        Assert.Equal(ReminderPolicy.Default.EveryWorkingDaysAfter, policy.EveryWorkingDaysAfter);
    }

    // YAML would call 010 eight.
    [Theory]
    [InlineData("010", 10)]
    [InlineData("08", 8)]
    [InlineData("007", 7)]
    [InlineData("15", 15)]
    public void Read_TakesLeadingNoughtsForNothing(string written, int days) =>
        Assert.Equal([days], Read(Good.Replace("[10, 5]", $"[{written}]", StringComparison.Ordinal)).Reminders.WorkingDaysBefore);

    [Fact]
    public void Read_TakesTheJobs() => Assert.Equal([new JobDefinition("nhac-viec", JobDuty.RemindAgencies)], Read(Good).Jobs);

    [Theory]
    [InlineData("  due_day_off: keep", "  due_day_of: keep", "line 9, column 3: reminders: unknown key \"due_day_of\"")]
    [InlineData("due_day_off: keep", "due_day_off: sometimes", "line 9, column 16")]
    [InlineData("[10, 5]", "[10, 0]", "working_days_before")]
    [InlineData("[10, 5]", "[ten]", "line 8")]
    [InlineData("regime: nd-09-2019", "regime: nd-99", "nd-09-2019")]
    [InlineData("does: remind_agencies", "does: remind_everybody", "remind_agencies")]
    [InlineData("  standing_body: SNV\n", "", "standing_body")]
    [InlineData("  shared: chung", "  shared:", "folders: shared")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n  - name: Nhac-Viec\n    does: assemble_report", "used twice")]
    [InlineData("regime: nd-09-2019", "regime: nd-09-2019\nregime: nd-09-2019", "line 7")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n    schedule: every now and then", "line 13, column 15")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n    retry: { times: 99 }", "line 13")]
    [InlineData("[10, 5]", "10", "line 8, column 24: \"working_days_before\" must be a list, not one value. Write [10]")]
    [InlineData("regime: nd-09-2019", "regime: nd-09-2019\nrecipients:\n  admin: a@b.vn", "\"admin\" must be a list, not one value. Write [a@b.vn]")]
    [InlineData("regime: nd-09-2019", "regime: [nd-09-2019]", "\"regime\" must be one value, not a list")]
    [InlineData("  province: tỉnh Mẫu", "  province: [tỉnh Mẫu]", "\"province\" must be one value, not a list")]
    [InlineData("  shared: chung", "  shared: { path: chung }", "\"shared\" must be one value")]
    [InlineData("reminders:\n  working_days_before: [10, 5]\n  due_day_off: keep", "reminders: 5", "\"reminders\" must hold keys of its own")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n    time_limit_minutes: [60]", "\"time_limit_minutes\" must be one value")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n    retry: 3", "\"retry\" must hold keys of its own")]
    [InlineData("[10, 5]", "{ first: 10 }", "\"working_days_before\" must be a list")]
    [InlineData("[10, 5]", "[10, 0x10]", "\"0x10\" is not a whole number")]
    [InlineData("[10, 5]", "[10, 5.5]", "\"5.5\" is not a whole number")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n    schedule: every 25 minutes", "every 24 minutes")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n    schedule: cron 0 30 7 ? * 1-5", "MON-FRI")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n    schedule: sundays 07:30\n    days: working", "never comes")]
    [InlineData("    does: remind_agencies", "    does: remind_agencies\n    days: sundays", "all, working")]
    [InlineData("jobs:\n", "recipients:\n  admin: [nobody]\njobs:\n", "nobody")]
    public void Read_RefusesWhatIsWrong_AndNamesIt(string was, string becomes, string named)
    {
        var changed = Good.ReplaceLineEndings("\n").Replace(was, becomes, StringComparison.Ordinal);
        Assert.NotEqual(Good.ReplaceLineEndings("\n"), changed);
        Assert.Contains(named, Assert.Throws<SettingsException>(() => Read(changed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TakesEverythingAJobMaySay()
    {
        var job = Assert.Single(Read(Good.ReplaceLineEndings("\n") + """

                schedule: weekdays 07:30
                days: working
                missed: skip
                retry: { times: 2, pause_minutes: 10 }
                time_limit_minutes: 30
                enabled: false
            """).Jobs);
        Assert.Equal(["0 30 7 ? * MON-FRI"], job.Schedule!.Crons);
        Assert.Equal((JobDays.Working, MissedRunPolicy.Skip, new RetryRule(2, TimeSpan.FromMinutes(10)), TimeSpan.FromMinutes(30), false),
            (job.Days, job.Missed, job.Retry, job.TimeLimit, job.IsEnabled));
    }

    [Fact]
    public void Read_NamesTheFile_WhenItIsMissing() =>
        Assert.Contains("khong-co.yml", Assert.Throws<SettingsException>(() => JobsFileReader.Read(Path.Combine(_folder, "khong-co.yml"))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("jobs.yml")]
    [InlineData("samples/jobs.yml")]
    public void Read_TakesTheFilesOfTheRepository(string file) => Assert.NotEmpty(JobsFileReader.Read(Path.Combine(Repository.Folder, file)).Jobs);

    private JobsFile Read(string text)
    {
        var path = Path.Combine(_folder, "jobs.yml");
        File.WriteAllText(path, text);
        return JobsFileReader.Read(path);
    }
}
