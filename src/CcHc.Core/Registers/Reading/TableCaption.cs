using System.Text.RegularExpressions;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Reading;

/// <summary>The lines right above one of several tables on a sheet ("B. NHIỆM VỤ RIÊNG", "Biểu 2: …"): the section of all its tasks.</summary>
/// <param name="Rows">Rows it takes, which are no rows of the table before.</param>
/// <param name="Heading">Null when the table has no caption.</param>
internal sealed partial record TableCaption(IReadOnlySet<int> Rows, SectionHeading? Heading)
{
    private const int MostLines = 12;

    /// <param name="isFirst">Above the first table the sheet's own title stands: only a numbered line is a caption there.</param>
    public static TableCaption Above(SheetGrid grid, int headerRow, bool isFirst)
    {
        var rows = new HashSet<int>();
        var lines = new List<string>();
        for (var place = grid.PlaceOf(headerRow) - 1; place >= 0 && lines.Count < MostLines; place--)
        {
            var row = grid.Sheet.Rows[place];
            var cells = grid.OwnCells(row);
            if (cells.Length == 0)
            {
                continue;
            }

            if (cells.Length > 1 || grid.MergeAt(row.Number, cells[0].Column) is { } area && area.FirstRow < row.Number
                || !IsCaption(cells[0].Text, isFirst, IsApart(grid, row, cells[0])))
            {
                break;
            }

            rows.Add(row.Number);
            lines.Insert(0, VietnameseText.OneLine(cells[0].Text));
        }

        var words = lines.Where(line => !Source().IsMatch(VietnameseText.Fold(line))).ToList();
        var (number, text) = TaskNumber.Cut(string.Join(' ', words));
        return new TableCaption(rows, text.Length == 0 ? null : new SectionHeading(number, text, TaskAreaParser.Find(text), SheetTitle.LeadIn(text), "", ""));
    }

    /// <summary>A line of the table before stands right below its other lines and in one column.</summary>
    private static bool IsApart(SheetGrid grid, SheetRow row, GridCell cell) =>
        grid.MergeAt(row.Number, cell.Column) is { } area && area.LastColumn > area.FirstColumn
        || !grid.RowsBetween(row.Number - 1, row.Number - 1).Any(above => grid.OwnCells(above).Length > 0);

    private static bool IsCaption(string text, bool isFirst, bool isApart)
    {
        var folded = VietnameseText.Fold(text);
        return TaskNumber.Cut(text).Number.Style is NumberStyle.Roman or NumberStyle.Part or NumberStyle.UpperLetter
            || Numbered().IsMatch(folded)
            || (!isFirst && (Source().IsMatch(folded) || (isApart && Titled().IsMatch(folded)) || !text.Any(char.IsLower)));
    }

    [GeneratedRegex("^(bieu|bang|nhom|phu luc|danh muc)( so)? ?([0-9]{1,2}|[ivx]{1,4}|[a-d])\\b")]
    private static partial Regex Numbered();

    [GeneratedRegex("^(bieu|bang|nhom|phu luc|danh muc|ke hoach|nhiem vu|cac nhiem vu|phan cong) ")]
    private static partial Regex Titled();

    [GeneratedRegex(@"^\(?(kem theo|ban hanh kem theo)")]
    private static partial Regex Source();
}
