using CcHc.Core.Findings;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>What is said of the narrative sheet of a handed-in report (nhận xét về thuyết minh).</summary>
internal static class NarrativeFindings
{
    public static readonly FindingTemplate Missing = new(Severity.Warning, "narrative-missing",
        "Tệp không có phần thuyết minh (các mục I đến IV).", "Chép lại trang Thuyết minh từ biểu mẫu gốc rồi điền.");

    public static FindingTemplate Blank(IReadOnlyList<string> sections) => new(Severity.Warning, "narrative-blank",
        $"Chưa viết mục {string.Join("; mục ", sections.Select(section => $"“{section}”"))}.",
        "Viết vào ô ngay dưới tiêu đề mục; không có nội dung thì ghi “Không có”.");
}
