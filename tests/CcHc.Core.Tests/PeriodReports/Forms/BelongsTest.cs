using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers;
using static CcHc.Core.Tests.PeriodReports.Forms.SampleForms;

namespace CcHc.Core.Tests.PeriodReports.Forms;

public class BelongsTest
{
    [Theory]
    [InlineData("Quý I/2026", "2026-Q1", true)]
    [InlineData("Quý I/2026", "2026-Q3", true)]
    [InlineData("Tháng 3/2026", "2026-Q1", true)]
    [InlineData("Tháng 4/2026", "2026-Q1", false)]
    [InlineData("Quý II/2026", "2026-Q1", false)]
    [InlineData("Quý II/2026", "2026-6T", true)]
    [InlineData("Quý IV/2026", "2026-N", true)]
    [InlineData("Trước ngày 30/11/2026", "2026-Q1", true)]
    [InlineData("30/11/2026", "2026-Q1", false)]
    [InlineData("30/11/2026", "2026-N", true)]
    [InlineData("Từ tháng 2 đến tháng 10/2026", "2026-Q1", true)]
    [InlineData("Năm 2026", "2026-Q1", true)]
    [InlineData("Thường xuyên", "2026-Q3", true)]
    [InlineData("Hằng quý", "2026-Q3", true)]
    [InlineData("Khi có hướng dẫn của Bộ Nội vụ", "2026-Q3", true)]
    [InlineData("khi thuận lợi", "2026-Q3", true)]
    [InlineData("", "2026-Q3", true)]
    public void AnOpenTaskBelongs_OnceItHasBegun(string time, string period, bool belongs) => Assert.Equal(belongs, Belongs(Task(time), period));

    // The window of 2026-Q3 opens on 15/6/2026.
    [Theory]
    [InlineData("Quý II/2026", "2026-06-14", false)]
    [InlineData("Quý II/2026", "2026-06-15", true)]
    [InlineData("Quý II/2026", "2026-09-20", true)]
    [InlineData("Quý I/2026", "", false)]
    [InlineData("14/06/2026", "", false)]
    [InlineData("15/06/2026", "", true)]
    [InlineData("Quý II/2026", "", true)]
    [InlineData("Quý III/2026", "", true)]
    [InlineData("Khi có hướng dẫn của Bộ Nội vụ", "2026-03-01", false)]
    [InlineData("Khi có hướng dẫn của Bộ Nội vụ", "2026-07-01", true)]
    [InlineData("Khi có hướng dẫn của Bộ Nội vụ", "", true)]
    [InlineData("khi thuận lợi", "2026-03-01", false)]
    [InlineData("Thường xuyên", "2026-03-01", true)]
    [InlineData("Hằng quý", "2026-03-01", true)]
    public void ADoneTaskBelongs_UnlessItWasDoneBeforeTheWindowOpened(string time, string completed, bool belongs) =>
        Assert.Equal(belongs, Belongs(Task(time, TaskProgress.Done, completed), "2026-Q3"));

    [Theory]
    [InlineData("Quý III/2025", 2025, TaskProgress.Open, "", true)]
    [InlineData("Quý III/2025", 2025, TaskProgress.InProgress, "", true)]
    [InlineData("Quý III/2025", 2025, TaskProgress.Unknown, "", true)]
    [InlineData("Quý III/2025", 2025, TaskProgress.Done, "", false)]
    [InlineData("Quý III/2025", 2025, TaskProgress.Done, "2025-12-14", false)]
    [InlineData("Quý III/2025", 2025, TaskProgress.Done, "2025-12-15", true)]
    [InlineData("Thường xuyên", 2025, TaskProgress.Open, "", false)]
    [InlineData("Hằng quý", 2025, TaskProgress.Open, "", false)]
    [InlineData("Khi có hướng dẫn", 2025, TaskProgress.Open, "", false)]
    [InlineData("khi thuận lợi", 2025, TaskProgress.Open, "", false)]
    [InlineData("Thường xuyên", null, TaskProgress.Open, "", true)]
    [InlineData("khi thuận lợi", null, TaskProgress.Open, "", true)]
    [InlineData("Quý III/2025", null, TaskProgress.Open, "", true)]
    [InlineData("Trước ngày 15/3/2027", 2027, TaskProgress.Open, "", false)]
    [InlineData("Thường xuyên", 2027, TaskProgress.Open, "", false)]
    public void OnlyADatedTaskGoesOnBeyondItsPlanYear(string time, int? planYear, TaskProgress status, string completed, bool belongs) =>
        Assert.Equal(belongs, Belongs(Task(time, status, completed, planYear), "2026-Q1"));

    [Fact]
    public void ADroppedTaskDoesNotBelong() => Assert.False(Belongs(Task("Quý I/2026", TaskProgress.Dropped), "2026-Q1"));

    [Fact]
    public void ATaskOfAnUnknownAgencyDoesNotBelong() =>
        Assert.False(FormBuilder.Belongs(Owed(Task("Quý I/2026"), Agency.Unresolved("Tổ một cửa")), Period("2026-Q1")));

    private static bool Belongs(RegisterTask task, string period) => FormBuilder.Belongs(Owed(task), Period(period));
}
