using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Sheets;

namespace CcHc.Core.Tests.Support;

/// <summary>
/// Makes sheets from lines of text: a line a row, "|" between cells, an empty line an empty row, \n a line break. A cell of digits is a number, @30/6/2026 a
/// date, @=30/6/2026 a date made of today's, @%1/6/2026 one that shows month and year alone, ~text~ struck through, ^text^ filled green, #N/A an error,
/// {formula} a formula without a stored value.
/// </summary>
public static partial class SheetBuilder
{
    public static Sheet Sheet(string name, IEnumerable<string> lines, string merges = "", string hiddenRows = "")
    {
        var hidden = hiddenRows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToHashSet();
        var rows = lines.Select((line, i) => new SheetRow(i + 1, Cells(line), hidden.Contains(i + 1))).Where(row => row.Cells.Count > 0);
        return new Sheet(name, [.. rows], [.. merges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Area)]);
    }

    public static WorkbookContent Workbook(string path, params Sheet[] sheets) => new(path, new string('0', 64), sheets);

    /// <summary>A workbook of one sheet, its lines in one string.</summary>
    public static WorkbookContent Workbook(string lines, string merges = "") =>
        Workbook("so-theo-doi/so-nhiem-vu.xlsx", Sheet("Sheet1", lines.ReplaceLineEndings("\n").Split('\n'), merges));

    private static List<SheetCell> Cells(string line) =>
        [.. line.Split('|').Select((text, i) => Cell(i + 1, text.Trim().Replace("\\n", "\n", StringComparison.Ordinal)))
            .Where(cell => cell.Kind != CellKind.Blank)];

    private static SheetCell Cell(int column, string text) => text switch
    {
        "" => new SheetCell(column, CellKind.Blank, ""),
        ['@', '%', ..] => Date(column, DateOnly.ParseExact(text[2..], "d/M/yyyy", CultureInfo.InvariantCulture)) with { Traits = CellTraits.MonthOnly },
        ['@', '=', ..] =>
            Date(column, DateOnly.ParseExact(text[2..], "d/M/yyyy", CultureInfo.InvariantCulture)) with { Traits =
                CellTraits.Formula | CellTraits.VolatileFormula },
        ['@', ..] => Date(column, DateOnly.ParseExact(text[1..], "d/M/yyyy", CultureInfo.InvariantCulture)),
        ['^', .. var green, '^'] => new SheetCell(column, CellKind.Text, green, 0, CellTraits.GreenFill),
        ['~', .. var struck, '~'] => new SheetCell(column, CellKind.Text, struck, 0, CellTraits.Strikethrough),
        ['{', .., '}'] => new SheetCell(column, CellKind.Text, " ", 0, CellTraits.Formula | CellTraits.FormulaWithoutValue),
        ['#', ..] => new SheetCell(column, CellKind.Error, text),
        _ when Digits().IsMatch(text) => new SheetCell(column, CellKind.Number, text, double.Parse(text, CultureInfo.InvariantCulture)),
        _ => new SheetCell(column, CellKind.Text, text),
    };

    private static SheetCell Date(int column, DateOnly day) =>
        new(column, CellKind.Date, day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), day.ToDateTime(TimeOnly.MinValue).ToOADate());

    private static CellArea Area(string range)
    {
        var match = Range().Match(range);
        return new CellArea(Number(match.Groups[2].Value), Column(match.Groups[1].Value), Number(match.Groups[4].Value), Column(match.Groups[3].Value));
    }

    private static int Column(string letters) => letters.Aggregate(0, (sum, letter) => sum * 26 + letter - 'A' + 1);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?$")]
    private static partial Regex Digits();

    [GeneratedRegex("^([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)$")]
    private static partial Regex Range();
}
