using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Tests.Settings;

public sealed class ReminderKeysTest : IDisposable
{
    private const string Office =
        "office:\n  province: tỉnh Mẫu\n  standing_body: SNV\nfolders:\n  shared: chung\nregime: nd-09-2019\njobs:\n  - name: nhac\n    does: remind_agencies\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    // due_soon_within, gather_early_on, daily_within, heads_only_certain, least_answered_percent
    [InlineData("", 7, DayOfWeek.Monday, 3, true, 50)]
    [InlineData("reminders:\n  due_soon_within: 10\n", 10, DayOfWeek.Monday, 3, true, 50)]
    [InlineData("reminders:\n  gather_early_on: thursday\n", 7, DayOfWeek.Thursday, 3, true, 50)]
    [InlineData("reminders:\n  gather_early_on: never\n", 7, null, 3, true, 50)]
    [InlineData("reminders:\n  gather_early_on: Never\n", 7, null, 3, true, 50)]
    [InlineData("reminders:\n  daily_within: 1\n", 7, DayOfWeek.Monday, 1, true, 50)]
    [InlineData("reminders:\n  heads_only_certain: false\n", 7, DayOfWeek.Monday, 3, false, 50)]
    [InlineData("reports:\n  least_answered_percent: 0\n", 7, DayOfWeek.Monday, 3, true, 0)]
    [InlineData("reports:\n  least_answered_percent: 100\n", 7, DayOfWeek.Monday, 3, true, 100)]
    public void Read_TakesWhatIsSaid_AndTheUsualElsewhere(string keys, int dueSoon, DayOfWeek? gathered, int daily, bool onlyCertain, int least)
    {
        var settings = Read(keys);
        var reminders = settings.Reminders;
        Assert.Equal(
            (dueSoon, gathered, daily, onlyCertain, least),
            (reminders.DueSoonWorkingDays, reminders.GatherEarlyOn, reminders.DailyWithinWorkingDays, reminders.TellsHeadsOnlyWhatIsCertain,
                settings.Reports.LeastAnsweredPercent));
    }

    [Theory]
    [InlineData("reminders:\n  due_soon_within: -1\n", "due_soon_within")]
    [InlineData("reminders:\n  gather_early_on: someday\n", "gather_early_on")]
    [InlineData("reminders:\n  daily_within: -2\n", "daily_within")]
    [InlineData("reminders:\n  heads_only_certain: perhaps\n", "heads_only_certain")]
    [InlineData("reports:\n  least_answered_percent: 101\n", "least_answered_percent")]
    [InlineData("reports:\n  least_answered_percent: -1\n", "least_answered_percent")]
    public void Read_RefusesWhatIsWrong_ByItsKey(string keys, string named) =>
        Assert.Contains(named, Assert.Throws<SettingsException>(() => Read(keys)).Message, StringComparison.Ordinal);

    private JobsFile Read(string keys)
    {
        var path = Path.Combine(_folder, "jobs.yml");
        File.WriteAllText(path, Office + keys);
        return JobsFileReader.Read(path);
    }
}
