using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.Tests.Support;

namespace CcHc.Core.Tests.Obligations;

/// <summary>Register and accepted report of one obligation due 31/3/2026, judged on 15/6/2026: one record decides, and what it contradicts is told.</summary>
public class CompletionRecordTest
{
    [Theory]
    // register: status and day; report: done with a day, or not done; the day it was handed in; then standing, whose word it is, whether a finding names both
    [InlineData("only the register", "Done 20/3", "", "", StatusKind.DoneInTime, false, false)]
    [InlineData("only the register, no day", "Done", "", "", StatusKind.DoneUndated, false, false)]
    [InlineData("only the report", "", "Done 20/3", "18/3", StatusKind.DoneInTime, true, false)]
    [InlineData("only the report, late", "", "Done 2/4", "18/6", StatusKind.DoneLate, true, false)]
    [InlineData("only the report, no day", "", "Done", "18/3", StatusKind.DoneUndated, true, false)]
    [InlineData("the register says open in words", "InProgress", "Done 20/3", "21/3", StatusKind.DoneInTime, true, true)]
    [InlineData("both agree", "Done 20/3", "Done 20/3", "21/3", StatusKind.DoneInTime, true, false)]
    [InlineData("the report gives the day the register lacks", "Done", "Done 20/3", "21/3", StatusKind.DoneInTime, true, false)]
    [InlineData("the register gives the day the report lacks", "Done 20/3", "Done", "21/3", StatusKind.DoneInTime, false, false)]
    [InlineData("two days: the report was said later", "Done 20/3", "Done 2/4", "3/4", StatusKind.DoneLate, true, true)]
    [InlineData("two days: the register's is after the report", "Done 10/4", "Done 20/3", "21/3", StatusKind.DoneLate, false, true)]
    [InlineData("done before a report that says it is not", "Done 20/3", "InProgress", "21/3", StatusKind.Overdue, true, true)]
    [InlineData("done after a report that said it was not", "Done 2/4", "InProgress", "21/3", StatusKind.DoneLate, false, false)]
    [InlineData("done on an unknown day, the report says it is not", "Done", "InProgress", "21/3", StatusKind.DoneUndated, false, true)]
    [InlineData("a day that lies ahead, the report says it is not done", "Done 20/9", "InProgress", "21/3", StatusKind.Overdue, true, true)]
    [InlineData("neither says done", "InProgress", "InProgress", "21/3", StatusKind.Overdue, false, false)]
    [InlineData("dropped by the register", "Dropped", "Done 20/3", "21/3", StatusKind.Dropped, false, false)]
    [InlineData("a future day in the register", "Done 20/9", "", "", StatusKind.DoneUndated, false, false)]
    [InlineData("a future day in the report", "", "Done 20/9", "21/3", StatusKind.DoneUndated, true, false)]
    public void Assess_GoesByOneRecord(string rule, string register, string report, string saidOn, StatusKind kind, bool isReported, bool isDisputed)
    {
        var (status, day) = Parse(register);
        var task = Given.Task("Quý I/2026") with { Status = status, StatusText = register, CompletedOn = day };
        var obligation = Assert.Single(Given.Obligations(task));
        var (said, on) = Parse(report);
        var handedIn = saidOn.Length == 0 ? null : Day(saidOn);
        obligation = said == TaskProgress.Done
            ? obligation with { Reported = new ReportedCompletion(on) { SaidOn = handedIn, Period = "Quý I/2026" } }
            : report.Length > 0 ? obligation with { ReportedUndone = new ReportedUndone("Khoảng 30% khối lượng", handedIn, null, "Quý I/2026") }
            : obligation;
        var assessed = Assert.Single(DeadlineAssessor.Assess([obligation], Given.Rules(), Given.Day("2026-06-15")));
        Assert.Equal((rule, kind, isReported, isDisputed),
            (rule, assessed.Standing.Kind, assessed.Standing.Record?.IsReported ?? false, assessed.Standing.Record?.IsDisputed ?? false));
        var finding = DisputedRecords.Of([assessed]).SingleOrDefault();
        Assert.Equal(isDisputed, finding is { Code: "register-and-report-differ" } && finding.Message.Contains("Quý I/2026", StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_TakesADayAlone_ThatLiesAhead_AsADayItIsMeantToBeDone()
    {
        var task = Given.Task("Quý I/2026") with { Status = TaskProgress.Done, IsDoneByDayAlone = true, CompletedOn = Given.Day("2026-09-30") };
        Assert.Equal(StatusKind.Overdue, Assert.Single(DeadlineAssessor.Assess(Given.Obligations(task), Given.Rules(), Given.Day("2026-06-15"))).Standing.Kind);
    }

    private static (TaskProgress Status, DateOnly? Day) Parse(string words) => words.Split(' ') switch
    {
        [""] => (TaskProgress.Open, null),
        [var status] => (Enum.Parse<TaskProgress>(status), null),
        [var status, var day] => (Enum.Parse<TaskProgress>(status), Day(day)),
        _ => throw new ArgumentException(words),
    };

    private static DateOnly? Day(string day) => DateOnly.ParseExact(day + "/2026", "d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
