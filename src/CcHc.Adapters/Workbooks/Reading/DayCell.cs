using System.Globalization;
using CcHc.Core.Calendars;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>A cell that should hold a day (ô ngày): a real date, or text written day first with a four-digit year.</summary>
internal static class DayCell
{
    private const int FirstYear = 1945;
    private const int LastYear = 2100;

    private static readonly string[] Written = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-MM-dd"];
    private static readonly string[] Between = [" - ", " – ", " — ", "–", " đến ", "->", "÷"];

    /// <returns>Null for anything that is no such day; a blank cell is for the caller to tell apart.</returns>
    public static DateOnly? Read(SheetCell cell) => cell.Kind switch
    {
        CellKind.Date => InRange(cell.Date),
        CellKind.Text => Parse(cell.Text),
        _ => null,
    };

    /// <summary>A day, or first and last day with a dash or "đến" between: "14/02/2026 - 22/02/2026". Null when unreadable or reversed.</summary>
    public static DateRange? ReadRange(SheetCell cell)
    {
        if (Read(cell) is { } single)
        {
            return new DateRange(single, single);
        }

        var ends = cell.Kind == CellKind.Text ? VietnameseText.OneLine(cell.Text).Split(Between, StringSplitOptions.None) : [];
        return ends is [var first, var last] && Parse(first) is { } from && Parse(last) is { } to && from <= to ? new DateRange(from, to) : null;
    }

    private static DateOnly? Parse(string text)
    {
        var line = VietnameseText.OneLine(text);
        var day = line.StartsWith("từ ", StringComparison.OrdinalIgnoreCase) ? line[3..] : line;
        return DateOnly.TryParseExact(day.Replace(" ", "", StringComparison.Ordinal), Written, CultureInfo.InvariantCulture, DateTimeStyles.None,
            out var parsed) ? InRange(parsed) : null;
    }

    private static DateOnly? InRange(DateOnly? day) => day is { Year: >= FirstYear and <= LastYear } ? day : null;
}
