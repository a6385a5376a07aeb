using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Sheets;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>One sheet of somebody's workbook drawn again (trang chép lại), value for value at the same addresses, with its marks.</summary>
internal static class MarkedSheet
{
    private const int MostMerges = 500;
    private const int LargestMerge = 2_000;

    /// <summary>Of a table; EPPlus keeps the look of each cell, and a stray cell far below would make it a million rows long.</summary>
    private const int MostStyledRows = 3_000;

    /// <param name="rows">Those of the source that are copied.</param>
    public static void Draw(ExcelWorksheet target, Sheet source, IReadOnlyList<SheetRow> rows, IReadOnlyList<FormArea> areas, CellMarks marks)
    {
        target.View.ShowGridLines = true;
        var widths = SheetWidths.Of(rows, areas, source.Merges);
        foreach (var (column, width) in widths.All)
        {
            target.Column(column).Width = width;
        }

        foreach (var area in areas)
        {
            DrawArea(target, area);
        }

        var merges = Merge(target, source, rows);
        foreach (var row in rows)
        {
            DrawRow(target, row, areas, widths, merges);
        }

        foreach (var cell in marks.CellsOf(source.Name))
        {
            Mark(target, source.Name, cell, marks);
        }

        foreach (var key in areas.Select(area => area.KeyColumn).OfType<int>())
        {
            target.Column(key).Hidden = true;
        }

        // What is to be mended is brought into sight.
        var isHidden = source.Name == FormLayout.HiddenSheet || (source.IsHidden && !marks.IsOn(source.Name));
        target.Hidden = isHidden ? eWorkSheetHidden.Hidden : eWorkSheetHidden.Visible;
        PageSetup.ApplyA4Landscape(target, areas is [var only] ? (only.Cells.FirstRow, only.Cells.FirstRow) : null, source.Name);
    }

    private static void DrawArea(ExcelWorksheet sheet, FormArea area)
    {
        var (first, left, right) = (area.Cells.FirstRow, area.Cells.FirstColumn, area.Cells.LastColumn);
        var last = Math.Min(area.Cells.LastRow, first + MostStyledRows);
        SheetStyle.Header(sheet.Cells[first, left, first, right]);
        if (last == first)
        {
            return;
        }

        SheetStyle.Body(sheet.Cells[first + 1, left, last, right]);
        foreach (var column in area.TextColumns)
        {
            sheet.Cells[first + 1, column, last, column].Style.Numberformat.Format = "@";
        }

        if (area.DayColumn is { } day)
        {
            SheetStyle.Column(sheet.Cells[first + 1, day, last, day], ColumnLook.Date);
        }

        if (area.StatusColumn is { } status && !HasChoices(sheet, new CellArea(first + 1, status, last, status)))
        {
            var list = sheet.DataValidations.AddListValidation(ExcelCellBase.GetAddress(first + 1, status, last, status));
            foreach (var choice in FormLayout.StatusChoices)
            {
                list.Formula.Values.Add(choice);
            }

            list.AllowBlank = true;
            list.ShowErrorMessage = false;
        }
    }

    /// <summary>Two tables that share rows, in a form put together wrongly, would give their cells choices twice, which Excel calls damage.</summary>
    private static bool HasChoices(ExcelWorksheet sheet, CellArea area) => sheet.DataValidations.Any(one =>
        area.Overlaps(new CellArea(one.Address.Start.Row, one.Address.Start.Column, one.Address.End.Row, one.Address.End.Column)));

    /// <summary>Only what lies among the copied cells and over no other merge, which Excel would call damage.</summary>
    private static List<CellArea> Merge(ExcelWorksheet target, Sheet source, IReadOnlyList<SheetRow> rows)
    {
        var merged = new List<CellArea>();
        var lastRow = rows.Count == 0 ? 0 : rows[^1].Number;
        foreach (var area in source.Merges.Where(area => area.LastRow <= lastRow && SizeOf(area) is > 1 and <= LargestMerge).Take(MostMerges))
        {
            if (!merged.Exists(area.Overlaps))
            {
                merged.Add(area);
                target.Cells[area.FirstRow, area.FirstColumn, area.LastRow, area.LastColumn].Merge = true;
            }
        }

        return merged;
    }

    private static void DrawRow(ExcelWorksheet target, SheetRow row, IReadOnlyList<FormArea> areas, SheetWidths widths, List<CellArea> merges)
    {
        var lines = 1;
        foreach (var cell in row.Cells.Where(cell => cell.Column <= ExcelPackage.MaxColumns))
        {
            CopiedCell.Put(target.Cells[row.Number, cell.Column], cell);
            var isInTable = areas.Any(area => area.Cells.Contains(row.Number, cell.Column));
            var merge = merges.Find(area => area.Contains(row.Number, cell.Column));
            var width = merge.LastColumn > 0 ? widths.Across(merge) : widths[cell.Column];
            if (!isInTable)
            {
                DrawOutside(target.Cells[row.Number, cell.Column], cell, width, isMerged: merge.LastColumn > 0);
            }

            if (cell.Kind == CellKind.Text && (isInTable || WrapsOutside(cell, width, merge.LastColumn > 0)))
            {
                lines = Math.Max(lines, TextHeight.Lines(SafeText.Cell(cell.Text), width, bold: areas.Any(area => area.Cells.FirstRow == row.Number)));
            }
        }

        if (lines > 1)
        {
            target.Row(row.Number).Height = TextHeight.OfLines(lines);
            target.Row(row.Number).CustomHeight = false;
        }

        // Behind the height, which brings a row back into sight.
        if (row.IsHidden)
        {
            target.Row(row.Number).Hidden = true;
        }
    }

    /// <summary>Titles run over their neighbours; answers wrap.</summary>
    private static void DrawOutside(ExcelRange target, SheetCell cell, double width, bool isMerged)
    {
        var isHeading = FormLayout.Sections.Contains(cell.Text.Trim())
            || (cell.Text.Length > 5 && cell.Text == cell.Text.ToUpperInvariant() && cell.Text.Any(char.IsLetter));
        // EPPlus makes a look anew each time one is set, to what it was before as well.
        if (isHeading)
        {
            target.Style.Font.Bold = true;
        }

        if (WrapsOutside(cell, width, isMerged))
        {
            target.Style.WrapText = true;
        }

        target.Style.VerticalAlignment = ExcelVerticalAlignment.Top;
        if (isMerged)
        {
            target.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
        }
    }

    private static bool WrapsOutside(SheetCell cell, double width, bool isMerged) =>
        cell.Kind == CellKind.Text && (isMerged || width >= SheetWidths.Answer || cell.Text.Contains('\n', StringComparison.Ordinal));

    private static void Mark(ExcelWorksheet target, string sheet, string cell, CellMarks marks)
    {
        var marked = target.Cells[cell];
        if (marks.ToneOf(sheet, cell) != RowTone.Plain)
        {
            SheetStyle.Mark(marked, marks.ToneOf(sheet, cell));
        }

        if (marks.CommentOf(sheet, cell) is { } words)
        {
            var comment = marked.AddComment(SafeText.Cell(words), "CcHc");
            (comment.From.Column, comment.From.Row) = (marked.Start.Column, Math.Max(0, marked.Start.Row - 2));
            (comment.To.Column, comment.To.Row) = (marked.Start.Column + 3, comment.From.Row + 3 + words.Length / 120);
        }
    }

    private static long SizeOf(CellArea area) => (long)(area.LastRow - area.FirstRow + 1) * (area.LastColumn - area.FirstColumn + 1);
}
