using CcHc.Core.Findings;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Core.Tests.PeriodReports.Submissions;

public class ReceiptLetterTest
{
    private const string Signature = "Sở Nội vụ\nLiên hệ: điện thoại 0200";
    private static readonly Finding Error =
        new(Severity.Error, "done-without-day", FilledForm.File, "Nhiệm vụ", "H5", "Chưa ghi ngày <hoàn thành>.", "Ghi ngày, ví dụ 15/6/2026.");
    private static readonly Finding Warning =
        new(Severity.Warning, "figure-blank", FilledForm.File, "Chỉ tiêu", "E6", "Chỉ tiêu CT04 để trống.", "Gõ số liệu.");

    [Theory]
    [InlineData(SubmissionState.Accepted, 0, false, "[Đã nhận]", "Đã tiếp nhận tệp “STP - Báo cáo quý II.xlsx” là báo cáo kỳ Quý II/2026")]
    [InlineData(SubmissionState.Accepted, 3, false, "[Đã nhận, trễ hạn]", "Báo cáo trễ hạn 3 ngày làm việc (hạn nộp 18/6/2026)")]
    [InlineData(SubmissionState.Accepted, 3, true, "[Nhận sau khi đã chốt]", "chưa đưa vào báo cáo tổng hợp")]
    [InlineData(SubmissionState.AfterClosing, 0, true, "[Nhận sau khi đã chốt]", "chưa đưa vào báo cáo tổng hợp")]
    [InlineData(SubmissionState.Replaced, 0, false, "[Đã nhận, có bản mới hơn]", "dùng bản khác lưu sau bản này")]
    [InlineData(SubmissionState.Duplicate, 0, false, "[Đã nhận, trùng]", "chỉ dùng một bản")]
    [InlineData(SubmissionState.Excluded, 0, false, "[Không được dùng]", "theo quyết định của cơ quan thường trực")]
    public void Write_SaysWhatBecameOfAValidFile(SubmissionState state, int late, bool isAfterClosing, string label, string says)
    {
        var receipt = Write([Warning], isRefused: false, state, late, isAfterClosing);
        Assert.StartsWith(label + " Báo cáo kỳ Quý II/2026 – Sở Tư pháp", receipt.Subject, StringComparison.Ordinal);
        Assert.All([receipt.Html.Replace("&nbsp;", " ", StringComparison.Ordinal), receipt.Text],
            body => Assert.Contains(says, body, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "chậm nhất ngày 18/6/2026")]
    [InlineData(2, "Báo cáo trễ hạn 2 ngày làm việc")]
    public void Write_SaysWhyAFileIsRefused_AndUntilWhenToMendIt(int late, string says)
    {
        var receipt = Write([Warning, Error], isRefused: true, SubmissionState.Refused, late);
        Assert.StartsWith("[Chưa tiếp nhận]", receipt.Subject, StringComparison.Ordinal);
        Assert.All([receipt.Html, receipt.Text], body => Assert.Contains("vì còn 1 lỗi", body, StringComparison.Ordinal));
        Assert.Contains(says, receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ListsFindings_ErrorsFirst_Escaped()
    {
        var receipt = Write([Warning, Error], isRefused: true);
        Assert.Contains("1. Lỗi: Chưa ghi ngày <hoàn thành>.\n   Cách sửa: Ghi ngày, ví dụ 15/6/2026.\n   Trang “Nhiệm vụ”: ô H5", receipt.Text,
            StringComparison.Ordinal);
        Assert.True(receipt.Text.IndexOf("H5", StringComparison.Ordinal) < receipt.Text.IndexOf("E6", StringComparison.Ordinal));
        Assert.Contains("Chưa ghi ngày &lt;hoàn thành&gt;.", receipt.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<hoàn", receipt.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SaysARemedyOnce()
    {
        var receipt = Write([Warning, Warning with { Cell = "E7", Message = "Chỉ tiêu CT05 để trống." }], isRefused: false);
        Assert.Contains("1. Cảnh báo: Chỉ tiêu CT04 để trống.\n   Cách sửa: Gõ số liệu.\n", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("2. Cảnh báo: Chỉ tiêu CT05 để trống.\n   Cách sửa: như mục 1.\n", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_StopsAtFiftyLines_AndCountsTheRest()
    {
        var receipt = Write([.. Enumerable.Range(1, 60).Select(i => Warning with { Cell = $"E{i}", Message = $"Chỉ tiêu CT{i} để trống." })], isRefused: false);
        Assert.Contains("… và 10 cảnh báo khác, xem tệp đính kèm.", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("50. Cảnh báo", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("51. Cảnh báo", receipt.Text, StringComparison.Ordinal);
        Assert.Equal(50, receipt.Html.Split("<div class=\"block\"").Length - 1);
    }

    [Fact]
    public void Write_SaysOnce_WhatHoldsForSeveralCells_EachWithItsTask()
    {
        var findings = new[] { "H5", "H9", "H12" }.Select((cell, i) => Error with { Cell = cell, About = $"STT {i + 1}, Việc {i + 1}" });
        var receipt = Write([.. findings, Warning], isRefused: true);
        Assert.Contains("Trang “Nhiệm vụ”: ô H5 (STT 1, Việc 1); ô H9 (STT 2, Việc 2); ô H12 (STT 3, Việc 3)", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("vì còn 3 lỗi", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("2. Cảnh báo", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3. ", receipt.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SaysWhatWasRead()
    {
        var receipt = Write([], isRefused: false);
        Assert.Matches(@"Đã đọc: \d+/\d+ nhiệm vụ, \d+/\d+ chỉ tiêu; CT\d+ = [\d.,%]+", receipt.Text);
        Assert.DoesNotContain("Đã đọc", Write([Error], isRefused: true).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_ListsNothing_WhenThereIsNothingToMend()
    {
        var receipt = Write([], isRefused: false);
        Assert.DoesNotContain("class=\"block\"", receipt.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("cảnh báo", receipt.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Write_SpeaksOfAPeriodNobodyKnows()
    {
        var reading = new SubmissionReading("bao-cao/x.xlsx", "h", null, "STP", null, [Error with { Sheet = null, Cell = null }]);
        var receipt = ReceiptLetter.Write(reading, SubmissionState.Refused, null, FilledForm.Agencies[1], null, 0, false, Signature);
        Assert.Equal("[Chưa tiếp nhận] Báo cáo định kỳ – Sở Tư pháp", receipt.Subject);
        Assert.Contains("1. Lỗi:", receipt.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("đính kèm", receipt.Text, StringComparison.Ordinal);
        Assert.EndsWith("Sở Nội vụ\nLiên hệ: điện thoại 0200\n", receipt.Text, StringComparison.Ordinal);
    }

    private static Receipt Write(IReadOnlyList<Finding> findings, bool isRefused, SubmissionState state = SubmissionState.Accepted, int late = 0,
        bool isAfterClosing = false)
    {
        var submission = isRefused ? null : new FilledForm().Read().Submission;
        var reading = new SubmissionReading(FilledForm.File, "h", "2026-Q2", "STP", submission, findings);
        return ReceiptLetter.Write(reading, state, FilledForm.Quarters[1], FilledForm.Agencies[1], new DateOnly(2026, 6, 18), late, isAfterClosing, Signature);
    }
}
