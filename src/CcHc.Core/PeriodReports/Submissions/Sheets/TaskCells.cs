using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Status;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>What one cell of a filled task sheet says (một ô của dòng nhiệm vụ), the same in a period's form and in an answer sheet.</summary>
internal static class TaskCells
{
    private static readonly string DroppedWords = FormText.Words(FormLayout.StatusChoices[3]);

    /// <summary>Why nothing can be read in it; null when something can.</summary>
    public static FindingTemplate? Trouble(SheetCell cell) =>
        cell.Kind == CellKind.Error ? RegisterFindings.ErrorCell(cell.Text)
        : cell.Has(CellTraits.FormulaWithoutValue) ? RegisterFindings.FormulaWithoutValue
        : null;

    public static TaskProgress Progress(TaskRow row)
    {
        var (cell, words) = (row[TaskColumn.Status], row.Line(TaskColumn.Status));
        return FormText.Words(words) == DroppedWords ? TaskProgress.Dropped
            : cell.Kind == CellKind.Number ? StatusParser.Read(cell.Number)
            : StatusParser.Read(words).Progress;
    }

    /// <summary>A cell of days; a bare number that would be one of these days is a day whose cell lost its format.</summary>
    public static FieldValue Day(TaskRow row, TaskColumn column, DateRange serials)
    {
        var stored = row[column];
        var asDay = stored with { Kind = CellKind.Date };
        var cell = stored.Kind == CellKind.Number && asDay.Date is { } day && serials.Contains(day) ? asDay : stored;
        return new FieldValue(cell.IsBlank ? "" : VietnameseText.OneLine(cell.Text), true, row.Number, row.PlaceOf(column), cell);
    }
}
