using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Registers.Status;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Years;

/// <summary>
/// The plan year (năm kế hoạch) of a register whose title and name leave it out: from the full dates of its times, or from the day its plan was issued.
/// </summary>
internal static partial class PlanYearEvidence
{
    /// <summary>A plan issued later in the year is as often one for the next.</summary>
    private const int LastMonthOfOwnYear = 10;

    private const int FewestDates = 2;
    private static readonly RegisterField[] DeadlineFields = [RegisterField.Time, RegisterField.DueDate];

    /// <param name="year">Null when neither tells, or they tell different years.</param>
    /// <param name="source">What tells it, in the words of a finding.</param>
    public static void Find(SheetGrid grid, TableLayout layout, IReadOnlyList<SheetRow> rows, out int? year, out string source)
    {
        var years = YearsOfDates(grid, layout, rows);
        var issued = IssuedIn(grid, layout.FirstHeaderRow);
        var isAgreed = years.Count == 1 && (years.Values.First() >= FewestDates || issued?.Year == years.Keys.First()
            || (issued is { Month: > LastMonthOfOwnYear } late && late.Year + 1 == years.Keys.First()));
        if (isAgreed)
        {
            (year, source) = (years.Keys.First(), "các ngày ghi đủ năm trong cột thời gian");
            return;
        }

        var isOwnYear = issued is { Month: <= LastMonthOfOwnYear } && (years.Count == 0 || years.ContainsKey(issued.Value.Year));
        year = isOwnYear ? issued!.Value.Year : null;
        source = "ngày ban hành ghi phía trên bảng";
    }

    /// <summary>How often each year is written in full in the columns of times.</summary>
    private static Dictionary<int, int> YearsOfDates(SheetGrid grid, TableLayout layout, IReadOnlyList<SheetRow> rows)
    {
        var years = new Dictionary<int, int>();
        var spans = DeadlineFields.Where(layout.Columns.ContainsKey).Select(field => layout.Columns[field]).ToList();
        foreach (var cell in rows.SelectMany(grid.OwnCells).Where(cell => spans.Exists(span => cell.Column >= span.First && cell.Column <= span.Last)))
        {
            var written = cell.Stored.Kind == CellKind.Date
                ? (cell.Stored.Date is { Year: >= 2000 and <= 2100 } day && !cell.Stored.Has(CellTraits.VolatileFormula) ? [day.Year] : [])
                    : FullYear().Matches(VietnameseText.Fold(cell.Text)).Select(match => Number(match.Groups["y"].Value));
            foreach (var year in written.Distinct())
            {
                years[year] = years.GetValueOrDefault(year) + 1;
            }
        }

        return years;
    }

    /// <summary>"(Kèm theo Kế hoạch số … ngày 14/9/2026 …)", "Tinh Mẫu, ngày 14 tháng 9 năm 2026" above the table.</summary>
    private static DateOnly? IssuedIn(SheetGrid grid, int headerRow)
    {
        var days = grid.Sheet.Rows.TakeWhile(row => row.Number < headerRow).SelectMany(grid.OwnCells)
            .SelectMany(cell => IssueDay().Matches(VietnameseText.Fold(cell.Text)))
                .Select(match => WrittenDate.Read(match.Groups["d"].Value)).OfType<DateOnly>().Distinct().ToList();
        return days is [var only] ? only : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:[0-9]{1,2}[/.\-]|(?:quy|thang|nam) ?(?:[0-9]{1,2}|i{1,3}|iv)? ?[/\-]? ?(?:nam )?)(?<y>20[0-9]{2})(?![0-9])")]
    private static partial Regex FullYear();

    [GeneratedRegex(@"\bngay:? ?(?<d>[0-9]{1,2} ?[/.\-] ?[0-9]{1,2} ?[/.\-] ?20[0-9]{2}|[0-9]{1,2} thang [0-9]{1,2} nam 20[0-9]{2})")]
    private static partial Regex IssueDay();
}
