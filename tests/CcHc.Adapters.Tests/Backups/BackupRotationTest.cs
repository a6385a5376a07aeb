using CcHc.Adapters.Backups;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Tests.Backups;

public sealed class BackupRotationTest
{
    [Theory]
    [InlineData(2, 0, "cchc-2026-06-13.zip cchc-2026-06-14.zip cchc-2026-06-15.zip", "cchc-2026-06-13.zip")]
    [InlineData(5, 0, "cchc-2026-06-13.zip cchc-2026-06-14.zip", "")]
    [InlineData(1, 0, "cchc-2026-06-15.zip cchc-2026-06-15-101500.zip", "cchc-2026-06-15.zip")]
    [InlineData(1, 2, "cchc-2026-04-30.zip cchc-2026-05-01.zip cchc-2026-05-31.zip cchc-2026-06-01.zip", "cchc-2026-05-01.zip cchc-2026-04-30.zip")]
    [InlineData(1, 12, "cchc-2025-06-30.zip cchc-2026-06-29.zip cchc-2026-06-30.zip", "cchc-2026-06-29.zip")]
    [InlineData(1, 0, "kho.zip cchc-2026.zip cchc-2026-13-01.zip cchc-2026-06-01.txt cchc-2026-06-02.zip", "")]
    public void OldBackupsGo_AndNothingElse(int days, int months, string names, string deleted) =>
        Assert.Equal(deleted, string.Join(' ', BackupRotation.ToDelete(names.Split(' '), new BackupSettings("", days, months))));

    [Fact]
    public void TwoYearsOfDailyBackups_LeaveTheDaysAndTheMonthsAskedFor()
    {
        var names = Enumerable.Range(0, 730).Select(day => BackupRotation.NameOf(new DateOnly(2025, 1, 1).AddDays(day))).ToList();
        Assert.Equal(14 + 12 - 1, names.Count - BackupRotation.ToDelete(names, new BackupSettings()).Count);
    }
}
