using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Tests.Settings.Jobs;

public sealed class ReportSettingsTest : IDisposable
{
    private const string Office = """
        office:
          province: tỉnh Mẫu
          standing_body: SNV
        folders:
          shared: chung
        regime: nd-09-2019
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-reports-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_TakesTheUsualWhereNothingIsSaid()
    {
        var reports = Read("");
        Assert.Equal(10, reports.FormsWorkingDaysBefore);
        Assert.Equal([3, 1], reports.Chase.WorkingDaysBefore);
        Assert.Equal((true, 2, 2, 4),
            (reports.Chase.OnTheDay, reports.Chase.EveryWorkingDaysAfter, reports.Chase.HeadAfterWorkingDays, reports.Chase.StandingBodyAfterWorkingDays));
    }

    [Fact]
    public void Read_TakesWhatIsSaid()
    {
        var reports =
            Read(
                "reports:\n  forms_working_days_before: 60\n  chase: { working_days_before: [5], on_the_day: false, every_working_days_after: 0, escalate_to_head_after: 3, escalate_to_standing_body_after: 0 }\n");
        Assert.Equal(60, reports.FormsWorkingDaysBefore);
        Assert.Equal([5], reports.Chase.WorkingDaysBefore);
        Assert.Equal((false, 0, 3, 0),
            (reports.Chase.OnTheDay, reports.Chase.EveryWorkingDaysAfter, reports.Chase.HeadAfterWorkingDays, reports.Chase.StandingBodyAfterWorkingDays));
    }

    [Fact]
    public void Read_TakesTheRulesOfDaysFromTheReminders()
    {
        var chase = Read("reminders:\n  due_day_off: keep\n  strict_before: true\n  oldest_overdue_days: 40\n").Chase;
        Assert.Equal((DueDayOff.Keep, true, 40), (chase.DueDayOff, chase.StrictBefore, chase.OldestOverdueDays));
    }

    [Theory]
    [InlineData("escalate_to_head_after: 0", 2, 0, 4)]
    [InlineData("escalate_to_standing_body_after: 0", 2, 2, 0)]
    [InlineData("every_working_days_after: 0", 0, 2, 4)]
    public void Read_LeavesOffWhatTheRemindersTurnOff(string reminders, int every, int head, int body)
    {
        var chase = Read($"reminders:\n  {reminders}\n").Chase;
        Assert.Equal((every, head, body), (chase.EveryWorkingDaysAfter, chase.HeadAfterWorkingDays, chase.StandingBodyAfterWorkingDays));
        Assert.Equal(7,
            Read($"reminders:\n  {reminders}\nreports:\n  chase: {{ {reminders.Replace(": 0", ": 7", StringComparison.Ordinal)} }}\n").Chase is var said
                && reminders.StartsWith("every", StringComparison.Ordinal)
                    ? said.EveryWorkingDaysAfter : Math.Max(said.HeadAfterWorkingDays, said.StandingBodyAfterWorkingDays));
    }

    [Theory]
    [InlineData("reports:\n  forms_working_days_before: 0\n", "line 8, column 30")]
    [InlineData("reports:\n  forms_working_days_before: 61\n", "1 to 60")]
    [InlineData("reports:\n  forms_working_days_before: mười\n", "line 8, column 30")]
    [InlineData("reports:\n  form_working_days_before: 5\n", "line 8, column 3: reports: unknown key \"form_working_days_before\"")]
    [InlineData("reports:\n  chase:\n    working_days_before: [0]\n", "line 9, column 27")]
    [InlineData("reports:\n  chase:\n    working_days_before: [251]\n", "1 to 250")]
    [InlineData("reports:\n  chase:\n    every_working_days_after: -1\n", "line 9, column 31")]
    [InlineData("reports:\n  chase:\n    escalate_to_head_after: -1\n", "line 9, column 29")]
    [InlineData("reports:\n  chase:\n    escalate_to_standing_body_after: -1\n", "line 9, column 38")]
    [InlineData("reports:\n  chase:\n    due_day_off: keep\n", "line 9, column 5: reports: chase: unknown key \"due_day_off\"")]
    [InlineData("reports:\n  chase: daily\n", "line 8")]
    public void Read_RefusesWhatIsWrong_WithItsPlace(string reports, string named) =>
        Assert.Contains(named, Assert.Throws<SettingsException>(() => Read(reports)).Message, StringComparison.Ordinal);

    private ReportSettings Read(string more)
    {
        var path = Path.Combine(_folder, "jobs.yml");
        File.WriteAllText(path, Office.ReplaceLineEndings("\n") + "\n" + more
            + (more.Contains("jobs:", StringComparison.Ordinal) ? "" : "jobs:\n  - name: nhac\n    does: remind_agencies\n"));
        return JobsFileReader.Read(path).Reports;
    }
}
