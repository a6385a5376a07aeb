using System.Globalization;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Findings;
using CcHc.Core.StatusReport;
using CcHc.Core.Text;
using CcHc.Core.Wording;

namespace CcHc.Adapters.Workbooks.Health;

/// <summary>The tables of findings in the health workbook (các bảng cảnh báo): open, to be answered, gone.</summary>
internal static class HealthTables
{
    private const int LongestTask = 120;

    public static TableSheet<Finding> Findings(RegisterHealth health, string note, SourceLinks links) => new(
        "Cảnh báo",
        "CẢNH BÁO VỀ SỔ THEO DÕI",
        note,
        [
            FindingColumns.Severity, FindingColumns.Kind, AnswerColumns.CodeOf<Finding>(finding => finding.AnswerCode), TaskOf(health), FindingColumns.File,
            FindingColumns.Sheet, FindingColumns.Cell(links),
            FindingColumns.Message("Ý nghĩa"), FindingColumns.Remedy("Cách sửa"),
            new("Từ khi nào", 13, finding => Trend(health.History.Since(finding), health.AsOf), ColumnLook.Centered),
        ],
        [new(null, FindingOrder.Sort(health.Open))])
    {
        Tone = finding => StatusText.ToneOf(finding.Severity),
        Hint = "Sửa ngay trong sổ theo dõi thì lần sau dòng cảnh báo tự hết; nếu đã đúng rồi thì trả lời ở trang Trả lời.",
        WhenEmpty = "Không có cảnh báo.",
    };

    /// <summary>One row for each finding, those already answered last.</summary>
    public static TableSheet<Finding> Answers(RegisterHealth health, string note, SourceLinks links)
    {
        return new(
            "Trả lời",
            "TRẢ LỜI CẢNH BÁO",
            note,
            [
                AnswerColumns.CodeOf<Finding>(finding => finding.AnswerCode), AnswerColumns.AnswerOf<Finding>(AnswerTo),
                AnswerColumns.NoteOf<Finding>(AnswerTo, "ai, vì sao"),
                AnswerColumns.DayOf<Finding>(AnswerTo), FindingColumns.Severity, TaskOf(health), FindingColumns.File, FindingColumns.Sheet,
                FindingColumns.Cell(links),
                FindingColumns.Message("Nội dung cảnh báo"),
            ],
            [new(null, [.. FindingOrder.Sort(health.Open), .. FindingOrder.Sort(health.Accepted)])])
        {
            Hint = $"Chỗ nào không cần sửa thì chọn “{AnswerColumns.Accepted}” rồi lưu tệp: lần sau cảnh báo đó không nhắc lại. Muốn bỏ câu trả lời thì xóa ô.",
            WhenEmpty = "Không có cảnh báo.",
        };

        FindingAnswer? AnswerTo(Finding finding) => health.Answers[finding.AnswerCode];
    }

    public static TableSheet<Finding> Gone(RegisterHealth health, string note, SourceLinks links) => new(
        "Đã hết",
        "CẢNH BÁO ĐÃ HẾT TỪ LẦN KIỂM TRA TRƯỚC",
        note,
        [FindingColumns.Severity, FindingColumns.File, FindingColumns.Sheet, FindingColumns.Cell(links), FindingColumns.Message("Lần trước"),
            FindingColumns.Kind],
        [new(null, FindingOrder.Sort(health.History.Gone))])
    {
        WhenEmpty = "Không có cảnh báo nào hết từ lần trước.",
    };

    /// <summary>The task of the row a finding stands in; empty where it is about no one row.</summary>
    private static TableColumn<Finding> TaskOf(RegisterHealth health)
    {
        var tasks = health.Readings.Select(pair => pair.Task).GroupBy(task => (task.Place.File, task.Place.Sheet, task.Place.Row))
            .ToDictionary(group => group.Key, group => group.First());
        return new("Nhiệm vụ", 34,
            finding => finding is { Sheet: { } sheet, Cell: { } cell } && tasks.GetValueOrDefault((finding.File, sheet, RowOf(cell))) is { } task
                ? (task.Number.Length > 0 ? task.Number + ". " : "") + Vietnamese.Shortened(VietnameseText.OneLine(task.Text), LongestTask)
                : finding.About);
    }

    private static int RowOf(string cell) =>
        int.TryParse(cell.AsSpan(cell.TakeWhile(char.IsAsciiLetter).Count()), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static string Trend(DateOnly? since, DateOnly today) => since is { } day
        ? "còn từ " + day.ToString(day.Year == today.Year ? "d/M" : "d/M/yyyy", CultureInfo.InvariantCulture)
        : "mới";
}
