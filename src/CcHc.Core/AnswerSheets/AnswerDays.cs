using CcHc.Core.Answers;
using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.AnswerSheets;

/// <summary>
/// Reads both columns of days of one answer sheet (ngày hoàn thành, ngày xin gia hạn), each judged as a column: one day cannot tell whether day and month
/// changed places.
/// </summary>
internal sealed class AnswerDays
{
    /// <summary>A bare number that would be a day within these years is one: the cell lost its format.</summary>
    private const int YearsOfSerials = 5;

    private readonly CompletionDays _completed;
    private readonly DateColumn _extended;
    private readonly DateRange _serials;

    public AnswerDays(FormTable<TaskColumn> table, DateOnly today)
    {
        _serials = new DateRange(today.AddYears(-YearsOfSerials), today.AddYears(YearsOfSerials));
        _completed = new CompletionDays(table, new DateRange(today.AddYears(-1), today), today);
        _extended = new DateColumn(AnswerLayout.ExtendColumn, table.Rows.Select(ValueOf));
    }

    public IReadOnlyList<string> DoubtfulCompletions => _completed.Doubtful;

    public IReadOnlyList<string> DoubtfulExtensions => _extended.Doubtful;

    public (DateOnly? Day, IReadOnlyList<FindingTemplate> Findings) Completed(TaskRow row)
    {
        var (day, findings) = _completed.Read(row);
        return (day, [.. findings.Where(finding => finding.Code != "completed-long-before")]);
    }

    /// <summary>The day, or what is wrong with it; a doubtful one is given neither way, and told of the column.</summary>
    public (DateOnly? Day, FindingTemplate? Doubt) ExtendTo(TaskRow row)
    {
        var value = ValueOf(row);
        if (TaskCells.Trouble(value.Stored) is not null)
        {
            return (null, null);
        }

        if (value.Stored.Has(CellTraits.VolatileFormula))
        {
            return (null, TaskSheetFindings.DayUnstable with { Severity = Severity.Error });
        }

        if (_extended.Doubts(value))
        {
            return (null, AnswerFindings.ExtensionDoubtful(value.Cell));
        }

        var (day, trouble) = _extended.Read(value);
        return trouble is null ? (day, null) : (null, AnswerFindings.ExtensionUnreadable(VietnameseText.OneLine(value.Stored.Text)));
    }

    private FieldValue ValueOf(TaskRow row) => TaskCells.Day(row, TaskColumn.ExtendTo, _serials);
}
