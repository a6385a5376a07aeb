using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Health;

/// <summary>What is said of answers in a health workbook (sổ cảnh báo) that cannot be taken up.</summary>
internal static class AnswerFindings
{
    public static FindingTemplate NotAnAcceptance(string words) => new(Severity.Warning, "answer-not-understood",
        $"Không hiểu câu trả lời “{words}”; cảnh báo vẫn được nhắc lại.",
        "Ghi “đúng là vậy” nếu không cần sửa gì; nếu có chỗ sai thì sửa trong sổ theo dõi và để trống ô này.");

    public static FindingTemplate NotAConfirmation(string words) => new(Severity.Warning, "answer-not-understood",
        $"Không hiểu câu xác nhận “{words}”.", "Ghi “đúng”, hoặc “sai: …” kèm cách hiểu đúng.");

    public static FindingTemplate UnknownCode(string code) => new(Severity.Warning, "answer-code-unknown",
        code.Length == 0 ? "Dòng này có trả lời nhưng không có mã của cảnh báo." : $"Không có cảnh báo nào mang mã “{code}”.",
        "Chép lại đúng mã ghi ở cột Mã trả lời của trang Cảnh báo.");
}
