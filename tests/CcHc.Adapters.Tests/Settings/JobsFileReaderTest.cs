using CcHc.Adapters.Settings;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Tests.Settings;

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

    [Fact]
    public void Read_TakesThePolicy_AndLeavesTheRestAtItsDefault()
    {
        var policy = Read(Good).Reminders;
        Assert.Equal([10, 5], policy.WorkingDaysBefore);
        Assert.Equal(DueDayOff.Keep, policy.DueDayOff);
        Assert.Equal(ReminderPolicy.Default.EveryWorkingDaysAfter, policy.EveryWorkingDaysAfter);
    }

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
        Assert.Equal((JobDays.Working, MissedRunPolicy.Skip, new RetryRule(2, TimeSpan.FromMinutes(10)), TimeSpan.FromMinutes(30), false), (job.Days, job.Missed, job.Retry, job.TimeLimit, job.IsEnabled));
    }

    [Fact]
    public void Read_NamesTheFile_WhenItIsMissing() =>
        Assert.Contains("khong-co.yml", Assert.Throws<SettingsException>(() => JobsFileReader.Read(Path.Combine(_folder, "khong-co.yml"))).Message, StringComparison.Ordinal);

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
