using System.Text.RegularExpressions;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Reading;

/// <summary>
/// Words that stand beside a register's tasks (chú thích): comments on cells, notes below the table. They are not read; one that speaks of a date or an agency
/// is told.
/// </summary>
internal static partial class SideNotes
{
    private const int LongestQuote = 120;

    /// <summary>The comments on cells of a table, its header included.</summary>
    public static void CheckComments(TableLayout layout, IReadOnlyList<SheetRow> rows, Sheet sheet, FindingList findings)
    {
        if (sheet.Comments.Count == 0)
        {
            return;
        }

        var numbers = rows.Select(row => row.Number).ToHashSet();
        foreach (var comment in sheet.Comments.OrderBy(comment => comment.Row).ThenBy(comment => comment.Column))
        {
            var isInside = numbers.Contains(comment.Row) || (comment.Row >= layout.FirstHeaderRow && comment.Row <= layout.LastHeaderRow);
            if (isInside && Matters(comment.Text))
            {
                findings.Add(RegisterFindings.CommentNotRead(Quote(comment.Text)), CellName.Of(comment.Row, comment.Column));
            }
        }
    }

    /// <summary>A note below the table, or between its tasks.</summary>
    public static void CheckNote(TableRow row, FindingList findings)
    {
        foreach (var cell in row.Cells)
        {
            if (Matters(cell.Text))
            {
                findings.Add(RegisterFindings.FootnoteNotRead(Quote(cell.Text)), cell.Name);
            }
        }
    }

    /// <summary>True for words that may change when a task is due or who does it.</summary>
    public static bool Matters(string text) => VietnameseText.Fold(text) is var folded && (OfTime().IsMatch(folded) || OfAgency().IsMatch(folded));

    private static string Quote(string text) =>
        VietnameseText.OneLine(text) is { Length: > LongestQuote } endless ? endless[..LongestQuote].TrimEnd() + "…" : VietnameseText.OneLine(text);

    [GeneratedRegex(@"[0-9]{1,2} ?[/.\-] ?[0-9]{1,2} ?[/.\-] ?[0-9]{2,4}|\b[0-9]{1,2}/(?:[0-9]{1,2}|20[0-9]{2})\b|\b(?:ngay|thang|t) ?[0-9]{1,2}\b|\bquy (?:[0-9]|i{1,3}\b|iv\b|[a-z]+ nam)|\b(?:gia |dung |qua |thoi |tre )?han\b|\b(?:lui|doi|hoan|chuyen) (?:sang|den|lai|thoi)|\bcuoi (?:nam|quy|thang)|\bdau (?:nam|quy|thang)|\bnam 20[0-9]{2}\b")]
    private static partial Regex OfTime();

    [GeneratedRegex(@"\b(?:so (?!lieu|luong|do|voi|sanh|hieu|tien|cai|theo|tay|khoi|bo\b|ket)[a-z]|ubnd\b|hdnd\b|uy ban|van phong|chi cuc|thanh tra|cong an|chu tri|phoi hop|ban quan ly|ban to chuc|trung tam|co quan|don vi|phong [a-z])")]
    private static partial Regex OfAgency();
}
