using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers;
using static CcHc.Core.Tests.PeriodReports.Forms.SampleForms;

namespace CcHc.Core.Tests.PeriodReports.Forms;

public class FormObligationTextTest
{
    [Theory]
    [InlineData("Quý I/2026", "Quý I/2026\nHạn: 31/3/2026")]
    [InlineData(" Quý I/2026 \n\n(theo kế hoạch) ", "Quý I/2026\n(theo kế hoạch)\nHạn: 31/3/2026")]
    [InlineData("31/03/2026", "31/03/2026")]
    [InlineData("Tháng 1/2026", "Tháng 1/2026\nHạn: 2/2/2026")]
    [InlineData("Thường xuyên", "Thường xuyên")]
    [InlineData("", "")]
    public void DueOf_SaysTheWordsAndTheDay(string time, string words) => Assert.Equal(words, FormObligationText.DueOf(Owed(Task(time))));

    [Theory]
    [InlineData(TaskProgress.Done, "", "2026-02-03", "Hoàn thành 3/2/2026")]
    [InlineData(TaskProgress.InProgress, "Đã trình", "", "Đang thực hiện\nĐã trình")]
    [InlineData(TaskProgress.Unknown, "Đã trình", "", "Đã trình")]
    public void PreviousOf_SaysStatusDayAndResult(TaskProgress status, string result, string completed, string words) =>
        Assert.Equal(words, FormObligationText.PreviousOf(Reported(status, result, completed)));

    [Fact]
    public void PreviousOf_IsEmpty_WhenNothingWasReported() => Assert.Equal("", FormObligationText.PreviousOf(null));

    // What the register says, what was reported before, what the form says already.
    [Theory]
    [InlineData(TaskProgress.Done, "2026-02-03", null, "", "Hoàn thành", "2026-02-03")]
    [InlineData(TaskProgress.Done, "", TaskProgress.Done, "2026-01-05", "Hoàn thành", "2026-01-05")]
    [InlineData(TaskProgress.Done, "2026-02-03", TaskProgress.InProgress, "", "Hoàn thành", "2026-02-03")]
    [InlineData(TaskProgress.Done, "2026-03-09", null, "", "Hoàn thành", "2026-03-09")]
    [InlineData(TaskProgress.Done, "2026-03-10", null, "", "", "")]
    [InlineData(TaskProgress.Done, "2027-02-03", TaskProgress.InProgress, "", "Đang thực hiện", "")]
    [InlineData(TaskProgress.InProgress, "", TaskProgress.Done, "2026-01-05", "Hoàn thành", "2026-01-05")]
    [InlineData(TaskProgress.InProgress, "", TaskProgress.Open, "", "Chưa thực hiện", "")]
    [InlineData(TaskProgress.InProgress, "", TaskProgress.Unknown, "", "Đang thực hiện", "")]
    [InlineData(TaskProgress.InProgress, "", null, "", "Đang thực hiện", "")]
    [InlineData(TaskProgress.Open, "", TaskProgress.InProgress, "", "Đang thực hiện", "")]
    [InlineData(TaskProgress.Open, "", TaskProgress.Dropped, "", "Không còn thực hiện", "")]
    [InlineData(TaskProgress.Open, "", null, "", "", "")]
    [InlineData(TaskProgress.Unknown, "", null, "", "", "")]
    public void Prefill_SaysWhatIsKnown(TaskProgress inRegister, string completed, TaskProgress? reported, string reportedOn, string status, string day)
    {
        var previous = reported is { } before ? Reported(before, completed: reportedOn) : null;
        var prefill = FormPrefill.Of(new FormRow("key", Owed(Task("Quý I/2026", inRegister, completed)), previous), new DateOnly(2026, 3, 9));
        Assert.Equal((status, day), (prefill.Status, prefill.CompletedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""));
    }
}
