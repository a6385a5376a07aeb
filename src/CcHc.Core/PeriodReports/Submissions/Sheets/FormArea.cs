using CcHc.Core.Sheets;
using FigureTable = CcHc.Core.PeriodReports.Submissions.Sheets.FormTable<CcHc.Core.PeriodReports.Submissions.Sheets.FigureColumn>;
using TaskTable = CcHc.Core.PeriodReports.Submissions.Sheets.FormTable<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>Where a filled form's table stands (vùng bảng), for whoever draws it again.</summary>
/// <param name="Cells">Headings and rows.</param>
/// <param name="NameColumn">What each row is about.</param>
/// <param name="TextColumns">Where words are typed, so that "12/3" stays what it is.</param>
/// <param name="StatusColumn">Takes one of the form's status words; null when the table has none.</param>
/// <param name="DayColumn">Takes a day.</param>
/// <param name="KeyColumn">Not for the eye.</param>
public sealed record FormArea(string Sheet, CellArea Cells, int? NameColumn, IReadOnlyList<int> TextColumns, int? StatusColumn, int? DayColumn, int? KeyColumn)
{
    public static IReadOnlyList<FormArea> FindAll(WorkbookContent workbook) =>
    [
        .. TaskTable.FindAll(workbook, FormColumns.OfTask, FormColumns.RequiredOfTasks).Select(table => new FormArea(
            table.Sheet.Name, AreaOf(table), table.At(TaskColumn.Task), Columns(table, TaskColumn.Result, TaskColumn.Document, TaskColumn.Difficulty),
            table.At(TaskColumn.Status), table.At(TaskColumn.Completed), table.At(TaskColumn.Key))),
        .. FigureTable.FindAll(workbook, FormColumns.OfFigure, FormColumns.RequiredOfFigures).Select(table => new FormArea(
            table.Sheet.Name, AreaOf(table), table.At(FigureColumn.Figure), Columns(table, FigureColumn.Note), null, null, null)),
    ];

    private static CellArea AreaOf<TColumn>(FormTable<TColumn> table) where TColumn : struct, Enum
    {
        var columns = Columns(table, Enum.GetValues<TColumn>());
        return new CellArea(table.HeaderRow, columns.Min(), table.Rows.Count == 0 ? table.HeaderRow : table.Rows[^1].Number, columns.Max());
    }

    private static IReadOnlyList<int> Columns<TColumn>(FormTable<TColumn> table, params IEnumerable<TColumn> columns) where TColumn : struct, Enum =>
        [.. columns.Select(table.At).OfType<int>()];
}
