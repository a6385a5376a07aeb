using System.Collections.Frozen;
using CcHc.Core.Answers;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>Columns of a form's task sheet, and of an answer sheet (cột nhiệm vụ).</summary>
internal enum TaskColumn { Number, Task, Product, Due, Previous, Result, Status, Completed, Document, ExtendTo, Difficulty, Key }

/// <summary>Columns of a form's figure sheet (cột chỉ tiêu).</summary>
internal enum FigureColumn { Number, Code, Figure, Unit, Previous, Value, Note }

/// <summary>Which header words mean which column of a form; an agency may have retyped them.</summary>
internal static class FormColumns
{
    private static readonly FrozenDictionary<string, TaskColumn> Tasks = ByWords<TaskColumn>(
    [
        (TaskColumn.Number, [FormLayout.NumberColumn, "TT", "Số TT"]),
        (TaskColumn.Task, [FormLayout.TaskColumn, "Nội dung nhiệm vụ", "Tên nhiệm vụ"]),
        (TaskColumn.Product, [FormLayout.ProductColumn, "Sản phẩm, kết quả"]),
        (TaskColumn.Due, [FormLayout.DueColumn, "Hạn", "Thời hạn hoàn thành"]),
        (TaskColumn.Previous, [FormLayout.PreviousColumn]),
        (TaskColumn.Result, [FormLayout.ResultColumn, "Kết quả", "Kết quả thực hiện kỳ này", "Kết quả kỳ này"]),
        (TaskColumn.Status, [FormLayout.StatusColumn, "Trạng thái", "Tình trạng thực hiện"]),
        (TaskColumn.Completed, [FormLayout.CompletedColumn, "Thời điểm hoàn thành"]),
        (TaskColumn.Document, [FormLayout.DocumentColumn, "Số ký hiệu", "Văn bản"]),
        (TaskColumn.ExtendTo, [AnswerLayout.ExtendColumn, "Xin gia hạn", "Đề nghị gia hạn đến", "Gia hạn đến"]),
        (TaskColumn.Difficulty, [FormLayout.DifficultyColumn, AnswerLayout.ReasonColumn, "Khó khăn, vướng mắc", "Khó khăn, vướng mắc, kiến nghị", "Kiến nghị"]),
        (TaskColumn.Key, [FormLayout.KeyColumn]),
    ]);

    private static readonly FrozenDictionary<string, FigureColumn> Figures = ByWords<FigureColumn>(
    [
        (FigureColumn.Number, [FormLayout.NumberColumn, "TT", "Số TT"]),
        (FigureColumn.Code, [FormLayout.CodeColumn, "Mã chỉ tiêu"]),
        (FigureColumn.Figure, [FormLayout.FigureColumn, "Tên chỉ tiêu"]),
        (FigureColumn.Unit, [FormLayout.UnitColumn, "Đơn vị", "ĐVT"]),
        (FigureColumn.Previous, [FormLayout.PreviousFigureColumn, "Số kỳ trước"]),
        (FigureColumn.Value, [FormLayout.ValueColumn, "Số kỳ này", "Số liệu", "Giá trị"]),
        (FigureColumn.Note, [FormLayout.NoteColumn, "Ghi chú"]),
    ]);

    /// <summary>What the agency fills in.</summary>
    public static IReadOnlyList<TaskColumn> TaskInputs { get; } =
        [TaskColumn.Result, TaskColumn.Status, TaskColumn.Completed, TaskColumn.Document, TaskColumn.Difficulty];

    /// <summary>By these a table is known, see <see cref="FormTable{TColumn}.FindAll"/>.</summary>
    public static IReadOnlyList<TaskColumn[]> RequiredOfTasks { get; } = [[TaskColumn.Task], [TaskColumn.Result, TaskColumn.Status]];

    public static IReadOnlyList<FigureColumn[]> RequiredOfFigures { get; } = [[FigureColumn.Figure], [FigureColumn.Value]];

    public static TaskColumn? OfTask(string header) => Tasks.TryGetValue(FormText.HeaderWords(header), out var column) ? column : null;

    public static FigureColumn? OfFigure(string header) => Figures.TryGetValue(FormText.HeaderWords(header), out var column) ? column : null;

    private static FrozenDictionary<string, TColumn> ByWords<TColumn>(IEnumerable<(TColumn Column, string[] Headers)> columns) where TColumn : struct =>
        columns.SelectMany(entry => entry.Headers.Select(header => (Words: FormText.HeaderWords(header), entry.Column)))
            .ToFrozenDictionary(pair => pair.Words, pair => pair.Column, StringComparer.Ordinal);
}
