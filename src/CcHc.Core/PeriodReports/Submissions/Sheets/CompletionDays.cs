using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>Reads the column of completion days (ngày hoàn thành) of one task sheet.</summary>
internal sealed class CompletionDays
{
    /// <summary>A bare number that would be a day within these years of the period is one: the cell lost its format.</summary>
    private const int YearsOfSerials = 5;

    private readonly DateRange _serials;
    private readonly DateRange _window;
    private readonly DateOnly _today;
    private readonly DateColumn _column;

    /// <param name="window">The days most completions are of.</param>
    public CompletionDays(FormTable<TaskColumn> table, DateRange window, DateOnly today)
    {
        (_window, _today) = (window, today);
        _serials = new DateRange(window.First.AddYears(-YearsOfSerials), today.AddYears(1));
        _column = new DateColumn("Ngày hoàn thành", table.Rows.Select(ValueOf), countsReal: true);
    }

    /// <summary>Cells whose day and month may have changed places.</summary>
    public IReadOnlyList<string> Doubtful => _column.Doubtful;

    /// <summary>The day, or what is wrong with it. A doubtful one counts as it is shown where it is a real date, and not at all as a text.</summary>
    public (DateOnly? Day, IReadOnlyList<FindingTemplate> Findings) Read(TaskRow row)
    {
        var value = ValueOf(row);
        if (TaskCells.Trouble(value.Stored) is { } unread)
        {
            return (null, [unread]);
        }

        var (day, trouble) = _column.Read(value);
        if (trouble is not null)
        {
            return (null, [TaskSheetFindings.DayUnreadable(VietnameseText.OneLine(value.Stored.Text))]);
        }

        if (day is not { } read)
        {
            return (null, []);
        }

        if (read > _today)
        {
            return (null, [TaskSheetFindings.DayInFuture(read, _today)]);
        }

        var findings = new List<FindingTemplate>();
        if (value.Stored.Has(CellTraits.VolatileFormula))
        {
            findings.Add(TaskSheetFindings.DayUnstable);
        }

        if (read < _window.First.AddYears(-1))
        {
            findings.Add(TaskSheetFindings.DayLongBefore(read, _window.First));
        }

        return (read, findings);
    }

    private FieldValue ValueOf(TaskRow row) => TaskCells.Day(row, TaskColumn.Completed, _serials);
}
