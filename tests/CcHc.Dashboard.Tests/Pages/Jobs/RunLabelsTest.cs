using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Localization;
using CcHc.Dashboard.Pages.Jobs;
using Microsoft.AspNetCore.Http;

namespace CcHc.Dashboard.Tests.Pages.Jobs;

public class RunLabelsTest
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 1, 0, 0, TimeSpan.Zero);
    private static readonly ViewLocalizer Words = new(new HttpContextAccessor());

    [Theory]
    [InlineData("registers", "sổ đã đọc")]
    [InlineData("mails_sent", "thư đã gửi")]
    [InlineData("not_reminded_not_yet", "không nhắc: chưa đến mốc nhắc")]
    [InlineData("not_reminded_no_address", "không nhắc: cơ quan chưa có địa chỉ thư")]
    [InlineData("something_new", "something_new")]
    [InlineData("not_reminded_something_new", "not_reminded_something_new")]
    public void Count_HasALabel_OrItsOwnName(string count, string label) => Assert.Equal(label, RunLabels.Count(Words, count));

    [Fact]
    public void EveryDutyAndResult_HasItsWordsInBothLanguages() => Assert.Empty(
        Enum.GetValues<JobDuty>().Select(duty => RunLabels.Duty(duty.ToString())).Concat(RunLabels.Results.Values.Select(result => RunLabels.Name(result)))
            .Except(ViewLocalizer.Known));

    [Theory]
    [InlineData(-1, false, "Dừng giữa chừng")]
    [InlineData(1, false, "Đang chạy")]
    [InlineData(-1, true, "Xong")]
    public void Name_TellsARunThatStoppedInTheMiddle(int minutesLeft, bool isFinished, string name)
    {
        var run = new LoggedRun
        {
            Id = "1", Job = "remind", OccurrenceKey = "k", Host = "h", OverdueAt = Now.AddMinutes(minutesLeft), FinishedAt = isFinished ? Now : null,
            Outcome = isFinished ? new JobOutcome(JobResult.Done, "", new Dictionary<string, int>()) : null,
        };
        Assert.Equal(name, RunLabels.Name(run, Now));
    }
}
