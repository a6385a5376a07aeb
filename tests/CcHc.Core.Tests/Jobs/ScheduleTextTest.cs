using CcHc.Core.Jobs;

namespace CcHc.Core.Tests.Jobs;

public class ScheduleTextTest
{
    [Theory]
    [InlineData("daily 07:30", "hằng ngày, 07:30")]
    [InlineData("every day 7:30", "hằng ngày, 7:30")]
    [InlineData("Daily  07:30, 13:30", "hằng ngày, 07:30 và 13:30")]
    [InlineData("weekdays 07:30", "thứ Hai đến thứ Sáu, 07:30")]
    [InlineData("mondays 08:00", "thứ Hai, 08:00")]
    [InlineData("mondays, thursdays 08:00", "thứ Hai, thứ Năm, 08:00")]
    [InlineData("sundays at 20:00", "Chủ nhật, 20:00")]
    [InlineData("day 1 08:00", "ngày 1 hằng tháng, 08:00")]
    [InlineData("day 31 08:00", "ngày cuối tháng, 08:00")]
    [InlineData("last day 16:00", "ngày cuối tháng, 16:00")]
    [InlineData("hourly", "mỗi giờ")]
    [InlineData("every hour", "mỗi giờ")]
    [InlineData("every 5 minutes", "mỗi 5 phút")]
    [InlineData("every 2 hours", "mỗi 2 giờ")]
    [InlineData("cron 0 30 7 ? * MON-FRI", "theo biểu thức cron 0 30 7 ? * MON-FRI")]
    public void InVietnamese_SaysEverySchedule(string words, string said)
    {
        Assert.NotNull(JobSchedule.Read(words));
        Assert.Equal(said, ScheduleText.InVietnamese(words));
    }

    [Fact]
    public void InVietnamese_SaysEveryExample() =>
        Assert.All(JobSchedule.Examples.Split("; "), example => Assert.NotEqual(example, ScheduleText.InVietnamese(example)));
}
