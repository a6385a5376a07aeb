using CcHc.Core.Findings;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class ExtraRowsTest
{
    private const string Heading = FormLayout.ExtraHeading + " (nếu có): ghi tên việc ở cột Nhiệm vụ";

    [Theory]
    [InlineData("a|Tổ chức hội thi cải cách hành chính|Hội thi|||Đã tổ chức vòng sơ khảo|Đang thực hiện||||PS-1")]
    [InlineData("a|Tổ chức hội thi cải cách hành chính|Hội thi|||Đã tổ chức vòng sơ khảo|Đang thực hiện||||")]
    [InlineData("|Tổ chức hội thi cải cách hành chính|Hội thi|||Đã tổ chức vòng sơ khảo|Đang thực hiện||||")]
    public void Read_TakesTheRowsBelowTheHeading_WithOrWithoutTheirKeys(string row)
    {
        var reading = Form(Heading, row).Read();
        var extra = Assert.Single(reading.Submission!.ExtraTasks);
        Assert.Equal(
            ("Tổ chức hội thi cải cách hành chính", "Hội thi", TaskProgress.InProgress, "Đã tổ chức vòng sơ khảo", "B9"),
            (extra.Task, extra.Product, extra.Status, extra.Result, extra.Cell));
        Assert.Empty(reading.Findings);
        Assert.Equal(4, reading.Submission.Tasks.Count);
        Assert.Contains("1 việc phát sinh", reading.Submission.ReadInWords, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KnowsARowByItsKey_WhereverItWasMovedTo()
    {
        var form = Form();
        form.Tasks.Insert(3, "a|Tổ chức hội thi|||| Đã tổ chức||||| PS-1");
        Assert.Equal("Tổ chức hội thi", Assert.Single(form.Read().Submission!.ExtraTasks).Task);
    }

    [Fact]
    public void Read_LeavesRowsNobodyFilledIn()
    {
        var reading = Form(Heading, "a||||||||||PS-1", "b||||||||||PS-2").Read();
        Assert.Empty(reading.Submission!.ExtraTasks);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void Read_KeepsATaskThatWasMovedBelowTheHeading()
    {
        var form = Form(Heading);
        var moved = form.Tasks[4];
        form.Tasks.RemoveAt(4);
        form.Tasks.Add(moved);
        var content = form.Read().Submission!;
        Assert.Equal(4, content.Tasks.Count);
        Assert.Empty(content.ExtraTasks);
    }

    [Theory]
    [InlineData("a||||| Đã làm xong|Đang thực hiện||||PS-1", "extra-task-unnamed")]
    [InlineData("a|Tổ chức hội thi|||||||||PS-1", "extra-task-without-result")]
    [InlineData("a|Tổ chức hội thi||||Đã tổ chức|Hoàn thành||||PS-1", "done-without-day")]
    [InlineData("a|Tổ chức hội thi||||Đã tổ chức|Xong rồi nhé|||| PS-1", "task-status-unknown")]
    public void Read_NeverRefusesAReportForThem(string row, string code)
    {
        var reading = Form(Heading, row).Read();
        Assert.False(reading.IsRefused);
        Assert.Equal((code, Severity.Warning), Assert.Single(reading.Findings) is var finding ? (finding.Code, finding.Severity) : default);
        Assert.Single(reading.Submission!.ExtraTasks);
    }

    [Fact]
    public void Read_OfAFormWithoutTheRows_StillAsksAboutAnInsertedOne()
    {
        var reading = Form("|Tổ chức hội thi||||Đã tổ chức|Đang thực hiện||||").Read();
        Assert.Equal("task-not-on-form", Assert.Single(reading.Findings).Code);
        Assert.Empty(reading.Submission!.ExtraTasks);
    }

    private static FilledForm Form(params string[] rows)
    {
        var form = new FilledForm();
        form.Tasks.AddRange(rows);
        return form;
    }
}
