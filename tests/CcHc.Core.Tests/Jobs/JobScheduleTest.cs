using CcHc.Core.Jobs;

namespace CcHc.Core.Tests.Jobs;

public class JobScheduleTest
{
    [Theory]
    [InlineData("daily 07:30", "0 30 7 ? * *")]
    [InlineData("every day at 7:30", "0 30 7 ? * *")]
    [InlineData("daily 07:30, 13:05", "0 30 7 ? * *|0 5 13 ? * *")]
    [InlineData("Weekdays 07:30", "0 30 7 ? * MON-FRI")]
    [InlineData("mondays 08:00", "0 0 8 ? * MON")]
    [InlineData("mondays, thursdays 08:00, 16:00", "0 0 8 ? * MON,THU|0 0 16 ? * MON,THU")]
    [InlineData("day 1 08:00", "0 0 8 1 * ?")]
    [InlineData("last day 16:00", "0 0 16 L * ?")]
    [InlineData("hourly", "0 0 * ? * *")]
    [InlineData("every 5 minutes", "0 0/5 * ? * *")]
    [InlineData("every 2 hours", "0 0 0/2 ? * *")]
    [InlineData("every minute", "0 0/1 * ? * *")]
    [InlineData("cron 0 30 7 ? * MON-FRI", "0 30 7 ? * MON-FRI")]
    public void Read_TurnsWordsIntoCron(string words, string crons) => Assert.Equal(crons.Split('|'), JobSchedule.Read(words)!.Crons);

    [Theory]
    [InlineData("")]
    [InlineData("sometimes")]
    [InlineData("daily")]
    [InlineData("daily 25:00")]
    [InlineData("day 32 08:00")]
    [InlineData("every 0 minutes")]
    [InlineData("every 90 minutes")]
    [InlineData("mooondays 08:00")]
    public void Read_UnderstandsNothingElse(string words) => Assert.Null(JobSchedule.Read(words));
}
