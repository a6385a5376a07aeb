namespace CcHc.Core.Findings;

/// <summary>What a finding is about, in the words of the office (loại cảnh báo); its code is for programs.</summary>
public static class FindingKinds
{
    /// <summary>Of a code no rule names.</summary>
    public const string Other = "Khác";

    /// <summary>Beginnings of codes; the first that fits holds, so what is particular stands before what is general.</summary>
    private static readonly (string Kind, string[] Codes)[] Kinds =
    [
        ("Năm kế hoạch", ["plan-year", "plan-of-several-years", "hidden-year", "years-filled-down"]),
        ("Thời hạn", ["deadline-", "times-not-used", "no-time-column", "missing-time", "two-deadline-columns", "plan-and-actual-columns", "note-extends",
            "note-may-move-deadline", "plan-time-not-understood"]),
        ("Tình trạng, ngày hoàn thành",
            ["completed-", "completion-date", "done-", "status-", "unknown-status", "perhaps-done", "note-says-done", "note-may-say-done", "green-row",
                "struck-", "two-completion-days", "mixed-date-order",
                "unreadable-date", "register-and-report-differ", "task-status-"]),
        ("Cơ quan", ["agency-", "missing-lead", "no-lead-column", "lead-from-heading"]),
        ("Địa chỉ, danh bạ", ["email-", "directory-", "standing-body-without-address"]),
        ("Dòng nhiệm vụ", ["duplicate-", "missing-task-text", "task-endless", "task-perhaps-replaced"]),
        ("Cột, bảng", ["column-", "table-known-by-cells", "no-tasks", "tasks-not-recognised", "not-a-register"]),
        ("Ô, chữ", ["error-cell", "formula-", "volatile-", "cell-", "hidden-", "comment-", "footnote-", "legacy-"]),
        ("Ngày nghỉ", ["holiday-", "day-unreadable"]),
        ("Danh mục chỉ tiêu", ["indicator-"]),
        ("Số liệu", ["figure-", "figures-"]),
        ("Báo cáo kỳ", ["report-", "reported-", "narrative-", "row-keys-lost", "regime-", "task-not-on-form", "task-row", "tasks-not-reported",
            "tasks-without-result", "extra-task-"]),
        ("Trả lời", ["answer-", "extension-"]),
        ("Kế hoạch", ["plan-"]),
        ("Tệp, trang", ["workbook-", "file-", "register-", "csv-", "share-away", "sheet-", "own-output", "list-too-long"]),
    ];

    public static string NameOf(string code)
    {
        foreach (var (kind, codes) in Kinds)
        {
            if (Array.Exists(codes, begin => code.StartsWith(begin, StringComparison.Ordinal)))
            {
                return kind;
            }
        }

        return Other;
    }
}
