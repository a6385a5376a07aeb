using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Core.Registers.Recognition;

/// <summary>What recognising registers and tasks tells the office, in Vietnamese.</summary>
internal static class RecognitionFindings
{
    public static FindingTemplate Duplicate(string original, int shared, int of) => new(Severity.Warning, "register-duplicate",
        string.Create(CultureInfo.InvariantCulture,
            $"Sổ này là bản chép của {original} ({shared} trên {of} nhiệm vụ giống hệt, cùng năm kế hoạch) nên không được đọc, để không nhắc trùng."),
        $"Hãy giữ một tệp, xóa hoặc chuyển tệp kia khỏi thư mục; hệ thống đang dùng {original}. Nếu đây là sổ của năm mới, hãy sửa năm ở tiêu đề và thời hạn.");

    public static FindingTemplate PerhapsReplaced(string number) => new(Severity.Info, "task-perhaps-replaced",
        $"Nhiệm vụ số {number} có nội dung khác hẳn lần đọc trước; hệ thống coi là nhiệm vụ cũ viết lại nên không nhắc lại những nấc đã nhắc.",
        "Không cần làm gì nếu đúng; nếu là nhiệm vụ mới, hãy đánh cho nó một số chưa dùng.");
}
