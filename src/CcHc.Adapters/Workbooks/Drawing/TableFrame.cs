using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>
/// What EPPlus draws of a table sheet (khung bảng): title, headings, widths, page. Below stands one model row for each look a row can have; the real rows are
/// written straight into the saved sheet with the models' styles, since EPPlus holds every cell in memory.
/// </summary>
internal static class TableFrame
{
    public const int HeaderRow = 4;
    public const int FirstBodyRow = HeaderRow + 1;
    private const int Tones = (int)RowTone.Quiet + 1;
    private const int Models = (int)CellFormat.Share + 2;

    /// <summary>The model row of the headings between sections.</summary>
    public const int SectionModel = Tones * Models;

    /// <summary>The model of an ordinary row's cell.</summary>
    public static int ModelOf(RowTone tone, CellFormat format) => (int)tone * Models + (int)format;

    /// <summary>For text that could be taken for a formula.</summary>
    public static int MarkedAsText(RowTone tone) => (int)tone * Models + Models - 1;

    public static void Draw<T>(ExcelWorksheet sheet, TableSheet<T> table)
    {
        var width = table.Columns.Count;
        sheet.Cells[1, 1].Value = SafeText.Cell(table.Title);
        sheet.Cells[2, 1].Value = SafeText.Cell(table.Hint.Length == 0 ? table.Note : $"{table.Note}. {table.Hint}");
        SheetStyle.Title(sheet.Cells[1, 1]);
        SheetStyle.Note(sheet.Cells[2, 1]);
        sheet.Row(1).Height = 24;
        sheet.Row(2).Height = 18;
        sheet.Row(3).Height = 6;
        if (table.Appendix.Length > 0)
        {
            sheet.Cells[3, 1].Value = table.Appendix;
            SheetStyle.Note(sheet.Cells[3, 1]);
            sheet.Row(3).Height = 18;
        }

        sheet.Cells[HeaderRow, 1].LoadFromArrays([[.. table.Columns.Select(column => column.Header)]]);
        SheetStyle.Header(sheet.Cells[HeaderRow, 1, HeaderRow, width]);
        var filterButton = table.HasFilter ? 2 : 0;
        sheet.Row(HeaderRow).Height = TextHeight.OfLines(table.Columns.Max(column => TextHeight.Lines(column.Header, column.Width - filterButton, bold: true)));

        DrawModels(sheet, table);
        for (var i = 0; i < width; i++)
        {
            sheet.Column(i + 1).Width = table.Columns[i].Width;
            if (table.Columns[i].Choices is { Count: > 0 } choices)
            {
                Offer(sheet, ExcelCellBase.GetAddress(FirstBodyRow, i + 1, HeaderRow + Math.Max(1, table.RowCount), i + 1), choices);
            }
        }

        if (table.HasFilter)
        {
            sheet.Cells[HeaderRow, 1, HeaderRow + table.RowCount, width].AutoFilter = true;
        }

        sheet.View.FreezePanes(FirstBodyRow, table.ColumnsInSight + 1);
        PageSetup.ApplyA4Landscape(sheet, (HeaderRow, HeaderRow), table.Title + " – " + table.Note);
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

    private static void DrawModels<T>(ExcelWorksheet sheet, TableSheet<T> table)
    {
        var width = table.Columns.Count;
        SheetStyle.Body(sheet.Cells[FirstBodyRow, 1, FirstBodyRow + SectionModel - 1, width]);
        for (var i = 0; i < width; i++)
        {
            var column = table.Columns[i];
            var cells = sheet.Cells[FirstBodyRow, i + 1, FirstBodyRow + SectionModel - 1, i + 1];
            SheetStyle.Column(cells, column.Look);
            if (column.Link is not null)
            {
                SheetStyle.Link(cells);
            }

            if (column.IsAnswer)
            {
                SheetStyle.Answer(cells);
            }

            foreach (var tone in Enum.GetValues<RowTone>())
            {
                var alike = sheet.Cells[FirstBodyRow + ModelOf(tone, CellFormat.OfColumn), i + 1, FirstBodyRow + MarkedAsText(tone), i + 1];
                SheetStyle.Tone(alike, column.ShowsTone ? tone : RowTone.Plain);
                sheet.Cells[FirstBodyRow + MarkedAsText(tone), i + 1].Style.QuotePrefix = true;
                if (column.Look == ColumnLook.Figure)
                {
                    SheetStyle.Number(sheet.Cells[FirstBodyRow + ModelOf(tone, CellFormat.Decimal), i + 1], CellFormat.Decimal);
                    SheetStyle.Number(sheet.Cells[FirstBodyRow + ModelOf(tone, CellFormat.Share), i + 1], CellFormat.Share);
                }
            }
        }

        SheetStyle.SectionHeading(sheet.Cells[FirstBodyRow + SectionModel, 1, FirstBodyRow + SectionModel, width]);
    }
}
