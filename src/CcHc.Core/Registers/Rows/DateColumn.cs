using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Status;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Rows;

/// <summary>Reads the cells of one column of dates, and knows whether its real dates can be trusted.</summary>
internal sealed class DateColumn
{
    /// <summary>No date is written longer: "ngày 25 tháng 12 năm 2026 00:00:00".</summary>
    private const int LongestDate = 40;

    private readonly bool _hasLostOrder;
    private readonly bool _countsReal;

    /// <summary>
    /// Where a computer writes the month first, Excel keeps "13/5/2026" as text and turns "5/3/2026" into the third of May: a column of texts with days over 12
    /// and dates with days up to 12 only has lost its order. So has one with a text such as "03/26/2026".
    /// </summary>
    /// <param name="countsReal">
    /// A real date of such a column is taken as it is shown, though it is asked about: of days of completion, which nobody is chased by. A due day is not.
    /// </param>
    public DateColumn(string header, IEnumerable<FieldValue> cells, bool countsReal = false)
    {
        (Header, _countsReal) = (header, countsReal);
        var own = cells.Where(cell => cell.IsOwn && !cell.IsBlank && !cell.Stored.Has(CellTraits.MonthOnly));
        var (hasReal, isRealEarly, hasLateText, isMonthFirst) = (false, true, false, false);
        foreach (var cell in own)
        {
            if (cell.Stored.Date is { } day)
            {
                (hasReal, isRealEarly) = (true, isRealEarly && day.Day <= 12);
            }
            else if (cell.Stored.Kind == CellKind.Text && cell.Text.Length <= LongestDate)
            {
                hasLateText |= WrittenDate.Read(cell.Text) is { Day: > 12 };
                isMonthFirst |= WrittenDate.IsMonthFirst(cell.Text);
            }
        }

        _hasLostOrder = isMonthFirst || (hasLateText && hasReal && isRealEarly);
        Doubtful = _hasLostOrder ? [.. own.Where(IsDoubtful).Select(cell => cell.Cell)] : [];
    }

    public string Header { get; }

    /// <summary>Cells whose day and month may have changed places.</summary>
    public IReadOnlyList<string> Doubtful { get; }

    /// <summary>Its day and month may have changed places.</summary>
    public bool Doubts(FieldValue value) => _hasLostOrder && !value.IsBlank && !value.Stored.Has(CellTraits.MonthOnly) && IsDoubtful(value);

    /// <summary>The day of a cell, or what is wrong with it; both null for an empty one and for a doubtful one that does not count.</summary>
    public (DateOnly? Date, FindingTemplate? Trouble) Read(FieldValue value)
    {
        if (value.IsBlank || (Doubts(value) && !(_countsReal && value.Stored.Kind == CellKind.Date)))
        {
            return (null, null);
        }

        if (value.Stored.Has(CellTraits.MonthOnly))
        {
            return (null, RegisterFindings.DateUnreadable(Header, MonthOf(value)));
        }

        var date = value.Stored.Kind == CellKind.Date ? Sensible(value.Stored.Date) : WrittenDate.Read(value.Text);
        return date is null ? (null, RegisterFindings.DateUnreadable(Header, value.Text)) : (date, null);
    }

    /// <summary>"tháng 6/2026": what a cell says whose format shows no day.</summary>
    public static string MonthOf(FieldValue value) =>
        value.Stored.Date is { } first ? string.Create(CultureInfo.InvariantCulture, $"tháng {first.Month}/{first.Year}") : value.Text;

    // Serial 60 and its like: a number formatted as a date, not a day of a plan.
    private static DateOnly? Sensible(DateOnly? date) => date is { Year: >= 2000 and <= 2100 } ? date : null;

    private static bool IsDoubtful(FieldValue value) =>
        (value.Stored.Date ?? WrittenDate.Read(value.Text)) is { Day: <= 12 } date && date.Day != date.Month;
}
