using CcHc.Core.Findings;

namespace CcHc.Core.Registers.Columns;

/// <summary>What is asked about columns (câu hỏi về cột), in the words an officer reads.</summary>
internal static class ColumnRoleFindings
{
    private const string HowToAnswer =
        "Nếu đúng, chọn “đúng là vậy” ở trang Trả lời của sổ cảnh báo; nếu không, ghi ở đó, ví dụ “cột {0} là thời hạn” hoặc “không dùng cột {0}”. Chỉ phải trả lời một lần cho mẫu bảng này.";

    public static FindingTemplate ByCells(string column, string header, string role) => new(Severity.Warning, "column-role-guessed",
        header.Length == 0
            ? $"Cột {column} không có tiêu đề; theo nội dung các ô, hệ thống dùng làm {role}."
            : $"Tiêu đề cột {column} “{header}” không cho biết rõ cột ghi gì; theo nội dung các ô, hệ thống dùng làm {role}.",
        Answer(column));

    public static FindingTemplate TwoDeadlines(string used, string usedHeader, string other, string otherHeader) =>
        new(Severity.Warning, "two-deadline-columns",
            $"Cột {used} “{usedHeader}” và cột {other} “{otherHeader}” đều có thể là thời hạn; hệ thống dùng cột {used}.",
            Answer(other));

    public static FindingTemplate DeadlineBeside(string used, string usedHeader, string other, string otherHeader) =>
        new(Severity.Warning, "two-deadline-columns",
            $"Cột {used} “{usedHeader}” và cột {other} “{otherHeader}” đều ghi thời hạn; hệ thống dùng cột {used}, ô nào trống mới dùng cột {other}.",
            Answer(other));

    public static FindingTemplate PlanAndActual(string plan, string planHeader, string actual, string actualHeader) =>
        new(Severity.Info, "plan-and-actual-columns",
            $"Cột {plan} “{planHeader}” được dùng làm thời hạn (kế hoạch), cột {actual} “{actualHeader}” làm ngày hoàn thành (thực tế).",
            Answer(actual));

    public static FindingTemplate TimesNotUsed(string column, string header) => new(Severity.Warning, "times-not-used",
        $"Cột {column} “{header}” có thời gian nhưng theo tiêu đề thì không phải thời hạn, nên không dùng để nhắc; bảng không có cột thời hạn nào khác.",
        Answer(column));

    private static string Answer(string column) => HowToAnswer.Replace("{0}", column, StringComparison.Ordinal);
}
