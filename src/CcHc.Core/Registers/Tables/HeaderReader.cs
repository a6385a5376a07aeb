using System.Text.RegularExpressions;
using CcHc.Core.Sheets;

namespace CcHc.Core.Registers.Tables;

/// <summary>Recognises a table's header at any row of a sheet, over one to four rows with merged groups.</summary>
internal static partial class HeaderReader
{
    private const int MostHeaderRows = 4;
    private const int LongestSubheader = 90;

    /// <summary>Null when no header begins in that row.</summary>
    /// <param name="index">Place in <see cref="Sheet.Rows"/>.</param>
    public static TableLayout? Read(SheetGrid grid, int index)
    {
        var row = grid.Sheet.Rows[index];
        var texts = grid.OwnCells(row);
        if (IsDataRow(texts))
        {
            return null;
        }

        var known = Known(grid, texts);
        if (known.Count < 2 || (known.Count * 2 < texts.Count(cell => !IsValueHeader(cell.Text)) && !HasEveryMainColumn(known)))
        {
            return null;
        }

        var lastRow = LastRow(grid, index, texts);
        var headers = HeaderColumns.Read(grid, row.Number, lastRow);
        var layout = HeaderColumns.Resolve(headers, row.Number, lastRow);
        return IsTaskTable(layout, headers) ? layout : null;
    }

    private static List<HeaderMeaning> Known(SheetGrid grid, GridCell[] texts)
    {
        var known = new List<HeaderMeaning>();
        foreach (var cell in texts)
        {
            if (grid.Headers.Known(cell.Text) is { } meaning)
            {
                known.Add(meaning);
            }
        }

        return known;
    }

    /// <summary>Task, lead and time together are a header, however many columns of the office's own stand beside them.</summary>
    private static bool HasEveryMainColumn(List<HeaderMeaning> known)
    {
        var fields = known.Select(meaning => meaning.Field).ToHashSet();
        return fields.Contains(RegisterField.Task) && fields.Contains(RegisterField.Lead)
            && (fields.Contains(RegisterField.Time) || fields.Contains(RegisterField.DueDate));
    }

    /// <summary>A row with a day in it, or numbered like a task, tells of a task however many of its words headers use as well.</summary>
    private static bool IsDataRow(GridCell[] texts) =>
        texts.Length == 0 || texts.Any(cell => cell.Stored.Kind == CellKind.Date)
            || (texts.Length > 1 && !IsColumnCode(texts[1].Text) && TaskRowNumber().IsMatch(texts[0].Text));

    /// <summary>An agency, quarter or month as a column's heading, to be ticked.</summary>
    public static bool IsValueHeader(string text) => Agency().IsMatch(RegisterLayout.Fold(text)) || IsTimeHeader(text);

    public static bool IsTimeHeader(string text) => TimeValue().IsMatch(RegisterLayout.Fold(text));

    private static bool IsTaskTable(TableLayout layout, IReadOnlyList<HeaderColumn> headers)
    {
        var task = headers.Where(header => header.Meaning?.Field == RegisterField.Task).Select(header => header.Meaning!.Strength).DefaultIfEmpty(0).Max();
        var hasTime = layout.Has(RegisterField.Time) || layout.Has(RegisterField.DueDate);
        // A bare "Đơn vị" beside "Nội dung" may be a unit of measure.
        var surestLead = headers.Where(header => header.Meaning?.Field == RegisterField.Lead).Select(header => header.Meaning!.Strength)
            .DefaultIfEmpty(0).Max();
        var hasAgency = surestLead > 2 || (surestLead > 0 && task >= 7) || layout.Has(RegisterField.Coordinating)
            || layout.HasTicks(RegisterField.Lead);
        var hasProduct = headers.Any(header => header.Meaning is { Field: RegisterField.Product, Strength: >= 2 });
        return task switch
        {
            0 => false,
            // A table of indicators has "Chỉ tiêu" and "Đơn vị", too.
            1 => hasTime && hasAgency,
            _ => hasTime || hasAgency || hasProduct,
        };
    }

    /// <summary>The last row of a header that begins at a place of <see cref="Sheet.Rows"/>.</summary>
    public static int LastRow(SheetGrid grid, int index, GridCell[] texts)
    {
        var first = grid.Sheet.Rows[index].Number;
        var last = texts.Max(cell => grid.MergeAt(first, cell.Column)?.LastRow ?? first);
        last = Math.Min(last, first + MostHeaderRows - 1);
        var next = index + 1;
        while (next < grid.Sheet.Rows.Count && grid.Sheet.Rows[next].Number <= last)
        {
            next++;
        }

        return next < grid.Sheet.Rows.Count && last == first && IsSubheader(grid, texts, grid.Sheet.Rows[next]) ? grid.Sheet.Rows[next].Number : last;
    }

    /// <summary>The second row of a header without merges downwards: it only has texts below groups and below blank cells.</summary>
    private static bool IsSubheader(SheetGrid grid, GridCell[] texts, SheetRow below)
    {
        var first = texts[0].Row;
        var cells = grid.OwnCells(below);
        if (below.Number != first + 1 || cells.Length < 2
            || cells.Any(cell => cell.Text.Length > LongestSubheader || cell.Stored.Kind != CellKind.Text || IsColumnCode(cell.Text)))
        {
            return false;
        }

        return cells.All(cell => IsBelowGroup(grid, first, texts, cell));
    }

    private static bool IsBelowGroup(SheetGrid grid, int first, GridCell[] texts, GridCell cell)
    {
        if (grid.MergeAt(first, cell.Column) is { } group)
        {
            return group.LastColumn > group.FirstColumn;
        }

        var isFirstOfUnmergedGroup = grid.At(first, cell.Column + 1).IsBlank && RegisterLayout.Recognise(cell.Text) is not null;
        return isFirstOfUnmergedGroup || (grid.At(first, cell.Column).IsBlank && texts.Any(text => text.Column < cell.Column));
    }

    /// <summary>"(3)", "B", "4=2+3": the row that numbers the columns.</summary>
    public static bool IsColumnCode(string text) => Code().IsMatch(text);

    /// <summary>True for the row that numbers the columns.</summary>
    public static bool IsColumnCodes(GridCell[] cells) => cells.Length >= 3 && cells.All(cell => IsColumnCode(cell.Text));

    // Not a year, which may stand above a column.
    [GeneratedRegex(@"^(?!20[0-9]{2}$)[0-9]{1,6}([.)]|\.[0-9]+)*$")]
    private static partial Regex TaskRowNumber();

    [GeneratedRegex(@"^\(?[0-9]{1,2}\)?$|^\(?[A-Z]\)?$|^\(?[0-9]{1,2}\)? ?=.*$")]
    private static partial Regex Code();

    [GeneratedRegex("^(so |ubnd |uy ban |van phong |vp |thanh tra |ban |phong |cong an|cuc |chi cuc |dai |bao |truong |trung tam |huyen |thi xa |thanh pho |xa |phuong |cac so)")]
    private static partial Regex Agency();

    [GeneratedRegex("^(quy|thang|t|q) ?(iv|i{1,3}|[0-9]{1,2})( nam)?( 20[0-9]{2})?$|^6 thang (dau|cuoi) nam$|^ca nam$")]
    private static partial Regex TimeValue();
}
