using System.Text.RegularExpressions;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Text;

namespace CcHc.Core.Plans.Tasks;

/// <summary>Puts a table that goes on over pages together (bảng qua trang): repeated headers go, and a row the page cut in two becomes one again.</summary>
internal static partial class TableContinuation
{
    /// <summary>So many of ten rows must be numbered before a row without a number counts as the rest of the one above.</summary>
    private const int NumberedOfTen = 6;

    private const int RowsLookedAt = 100;

    /// <param name="joined">The rows so far; the next part's are added to them.</param>
    /// <param name="header">The header rows of the first part.</param>
    public static void Append(List<PlanRow> joined, IReadOnlyList<PlanRow> header, PlanTable next)
    {
        var rows = next.Rows.ToList();
        while (rows.Count > 0 && header.Any(row => IsSame(row, rows[0])))
        {
            rows.RemoveAt(0);
        }

        if (rows.Count > 0 && rows[0].Place.Page != joined[^1].Place.Page
            && IsRestOf([.. joined.Skip(Math.Max(header.Count, joined.Count - RowsLookedAt)), .. rows], rows[0]))
        {
            Join(joined, rows[0]);
            rows.RemoveAt(0);
        }

        joined.AddRange(rows);
    }

    private static bool IsSame(PlanRow one, PlanRow two) =>
        one.Cells.Count == two.Cells.Count && one.Cells.Zip(two.Cells)
            .All(pair => VietnameseText.Fold(pair.First.Text) == VietnameseText.Fold(pair.Second.Text)) && !one.IsBlank;

    /// <summary>The row lacks the number all others begin with; in a table without numbers, it begins in the middle of sentences.</summary>
    private static bool IsRestOf(List<PlanRow> all, PlanRow row)
    {
        var columns = all.SelectMany(each => each.Cells).Select(cell => cell.Column).Distinct().Order().ToList();
        foreach (var column in columns)
        {
            var texts = all.Select(each => TextAt(each, column)).Where(text => text.Length > 0).ToList();
            if (texts.Count * 2 > all.Count && texts.Count(IsNumbered) * 10 >= texts.Count * NumberedOfTen)
            {
                return !IsNumbered(TextAt(row, column)) && row.Cells.Count(cell => cell.Text.Length > 0) > 0 && !IsHeading(row);
            }
        }

        var written = row.Cells.Where(cell => cell.Text.Length > 0).ToList();
        return written.Count > 0 && written.TrueForAll(cell => char.IsLower(cell.Text[0]) || cell.Text[0] is '(' or ',' or ';');
    }

    // One text over the whole width heads the rows below it.
    private static bool IsHeading(PlanRow row) => row.Cells.Where(cell => cell.Text.Length > 0).ToList() is [{ ColumnSpan: > 1 }];

    private static bool IsNumbered(string text) => !TaskNumber.Read(text).IsNone || !TaskNumber.Cut(text).Number.IsNone;

    private static string TextAt(PlanRow row, int column) => row.Cells.FirstOrDefault(cell => cell.Column == column)?.Text ?? "";

    private static void Join(List<PlanRow> rows, PlanRow rest)
    {
        foreach (var more in rest.Cells.Where(cell => cell.Text.Length > 0))
        {
            var at = rows.FindLastIndex(rows.Count - 1, Math.Min(rows.Count, RowsLookedAt), row => row.Cells.Any(cell => cell.Column == more.Column));
            if (at < 0)
            {
                continue;
            }

            var cells = rows[at].Cells.ToList();
            var place = cells.FindIndex(cell => cell.Column == more.Column);
            cells[place] = cells[place] with { Paragraphs = Joined(cells[place], more) };
            rows[at] = rows[at] with { Cells = cells };
        }
    }

    private static IReadOnlyList<PlanParagraph> Joined(PlanCell cell, PlanCell more)
    {
        var (above, below) = (cell.Text, more.Text);
        if (above.Length == 0)
        {
            return more.Paragraphs;
        }

        var isNewLine = Marked().IsMatch(below) || (above[^1] is '.' or ';' or ':' && !char.IsLower(below[0]));
        var isHyphen = above[^1] is '-' or '/' && above.Length > 1 && char.IsLetterOrDigit(above[^2]);
        return [cell.Paragraphs[0] with { Text = above + (isNewLine ? "\n" : isHyphen ? "" : " ") + below }];
    }

    [GeneratedRegex(@"^(?:[-–—+*•]\s|[0-9]{1,2}[.)]\s|[a-zđ]\)\s)")]
    private static partial Regex Marked();
}
