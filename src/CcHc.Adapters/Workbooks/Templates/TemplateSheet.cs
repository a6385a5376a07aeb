using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Templates;

/// <summary>A sheet an office fills in (trang để điền): a title, a note, headings, the rows there are, and empty rows of the same look.</summary>
internal static class TemplateSheet
{
    private const int HeaderRow = 4;
    private const int FewestLines = 1;

    public static void Draw<T>(
        WorkbookDraft draft, string name, string title, string note, IReadOnlyList<TableColumn<T>> columns, IReadOnlyList<T> rows, int emptyRows, T empty)
    {
        var sheet = draft.AddSheet(name);
        FillTable.SetWidths(sheet, columns);
        sheet.Cells[1, 1].Value = title;
        SheetStyle.Title(sheet.Cells[1, 1]);
        sheet.Row(1).Height = 24;
        var cells = sheet.Cells[2, 1, 2, columns.Count];
        cells.Merge = true;
        sheet.Cells[2, 1].Value = note;
        SheetStyle.Note(cells);
        cells.Style.WrapText = true;
        sheet.Row(2).Height = TextHeight.OfLines(TextHeight.Lines(note, columns.Sum(column => column.Width)));
        sheet.Row(3).Height = 6;
        FillTable.Draw(sheet, HeaderRow, columns, [.. rows, .. Enumerable.Repeat(empty, emptyRows)], FewestLines);
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Choices is { Count: > 0 } choices)
            {
                Offer(sheet, ExcelCellBase.GetAddress(HeaderRow + 1, i + 1, HeaderRow + rows.Count + emptyRows, i + 1), choices);
            }
        }

        sheet.View.FreezePanes(HeaderRow + 1, 1);
        PageSetup.ApplyA4Landscape(sheet, (HeaderRow, HeaderRow), title);
    }

    /// <summary>A list to choose from that refuses nothing else.</summary>
    private static void Offer(ExcelWorksheet sheet, string address, IReadOnlyList<string> choices)
    {
        var list = sheet.DataValidations.AddListValidation(address);
        foreach (var choice in choices)
        {
            list.Formula.Values.Add(choice);
        }

        list.AllowBlank = true;
        list.ShowErrorMessage = false;
    }
}
