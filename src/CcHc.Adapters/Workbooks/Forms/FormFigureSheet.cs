using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Sheets;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>The form's figures (trang Chỉ tiêu): each typed by its kind and bounds, ratios calculated from them.</summary>
internal static class FormFigureSheet
{
    private const string Title = "SỐ LIỆU THEO CHỈ TIÊU";
    private const string Hint =
        "Điền cột Kỳ này. Chưa có số liệu thì để trống và ghi lý do ở cột Giải trình: để trống khác với số 0. Ô không tô màu ở cột Kỳ này tự tính từ các chỉ tiêu khác.";
    private const string WhenEmpty = "Kỳ này không hỏi số liệu.";

    private const int HeaderRow = TableFrame.HeaderRow;
    private const int FirstRow = HeaderRow + 1;
    private const int PreviousColumn = 4;
    private const int ValueColumn = 5;
    private const int FewestLines = 1;

    private static readonly IReadOnlyList<TableColumn<FormFigure>> Columns =
    [
        new(FormLayout.CodeColumn, 9, figure => figure.Indicator.Code, ColumnLook.Centered),
        new(FormLayout.FigureColumn, 50, figure => figure.Indicator.Name),
        new(FormLayout.UnitColumn, 15, figure => figure.Indicator.Unit, ColumnLook.Centered),
        new(FormLayout.PreviousFigureColumn, 15, PreviousOf),
        new(FormLayout.ValueColumn, 17, _ => default),
        new(FormLayout.NoteColumn, 34, _ => default) { IsAnswer = true },
    ];

    public static double Width { get; } = Columns.Sum(column => column.Width);

    /// <summary>Where the rows begin.</summary>
    public const int RowsAt = FirstRow;

    public static void Draw(WorkbookDraft draft, ReportForm form, FormWords shown)
    {
        var sheet = draft.AddSheet(FormLayout.FigureSheet);
        FillTable.SetWidths(sheet, Columns);
        FormTitle.Draw(sheet, Title, form, shown, Hint, Columns.Count, Width);
        FillTable.Draw(sheet, HeaderRow, Columns, form.Figures, FewestLines);
        if (form.Figures.Count == 0)
        {
            sheet.Cells[FirstRow, 1].Value = WhenEmpty;
            SheetStyle.SectionHeading(sheet.Cells[FirstRow, 1, FirstRow, Columns.Count]);
        }

        var rowOf = RowsOf(form);
        foreach (var (index, figure) in form.Figures.Index())
        {
            DrawValue(sheet, FirstRow + index, figure.Indicator, rowOf);
        }

        var checks = form.Figures.Index().Where(figure => !figure.Item.Indicator.IsCalculated)
            .GroupBy(figure => (figure.Item.Indicator.Kind, figure.Item.Indicator.Least, figure.Item.Indicator.Greatest), figure => FirstRow + figure.Index);
        foreach (var alike in checks)
        {
            FormChecks.OfFigure(sheet, AddressOf([.. alike]), alike.Key);
        }

        sheet.View.FreezePanes(FirstRow, 3);
        sheet.View.ActiveCell = CellName.Of(FirstRow, ValueColumn);
        SheetLock.Apply(sheet);
        PageSetup.ApplyA4Landscape(sheet, (HeaderRow, HeaderRow), shown.Footer);
    }

    /// <summary>The rows of a sheet whose looks, one a figure, a template has drawn.</summary>
    public static void WriteRows(SheetRowsXml xml, ReportForm form)
    {
        var rowOf = RowsOf(form);
        var cells = new CellContent[Columns.Count];
        foreach (var (index, figure) in form.Figures.Index())
        {
            xml.StartGrowingRow(FirstRow + index, FillRows.Read(Columns, figure, cells, FewestLines));
            for (var i = 0; i < cells.Length; i++)
            {
                if (i + 1 == ValueColumn && figure.Indicator.RatioOf is { } ratio)
                {
                    xml.Formula(i, FormulaOf(ratio, rowOf), model: index);
                }
                else
                {
                    xml.Cell(i, cells[i], model: index);
                }
            }

            xml.EndRow();
        }
    }

    /// <summary>Whether what is shown of the last period could be taken for a formula, and so is marked as text.</summary>
    public static bool IsMarkedAsText(FormFigure figure) => PreviousOf(figure).Text is { } text && SafeText.LooksLikeFormula(text);

    private static Dictionary<string, int> RowsOf(ReportForm form) =>
        form.Figures.Index().ToDictionary(figure => figure.Item.Indicator.Code, figure => FirstRow + figure.Index, StringComparer.Ordinal);

    private static string FormulaOf((string Numerator, string Denominator) ratio, Dictionary<string, int> rowOf)
    {
        var (numerator, denominator) = (CellName.Of(rowOf[ratio.Numerator], ValueColumn), CellName.Of(rowOf[ratio.Denominator], ValueColumn));
        return $"IF(AND(ISNUMBER({numerator}),N({denominator})<>0),{numerator}/{denominator},\"\")";
    }

    private static CellContent PreviousOf(FormFigure figure) => figure.Indicator.Kind == IndicatorKind.Text ? figure.PreviousText : figure.Previous;

    private static void DrawValue(ExcelWorksheet sheet, int row, Indicator indicator, Dictionary<string, int> rowOf)
    {
        var cell = sheet.Cells[row, ValueColumn];
        sheet.Cells[row, PreviousColumn, row, ValueColumn].Style.Numberformat.Format = indicator.Kind switch
        {
            IndicatorKind.WholeNumber => SheetStyle.CountFormat,
            IndicatorKind.Rate => SheetStyle.RateFormat,
            IndicatorKind.Text => FillTable.TextFormat,
            _ => SheetStyle.AnyNumberFormat,
        };
        if (indicator.RatioOf is { } ratio)
        {
            cell.Formula = FormulaOf(ratio, rowOf);
        }
        else
        {
            SheetStyle.Answer(cell);
        }
    }

    /// <summary>"E5:E9 E12": neighbours as one range.</summary>
    private static string AddressOf(IReadOnlyList<int> rows)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var row in rows)
        {
            if (ranges is [.., var before] && before.Last == row - 1)
            {
                ranges[^1] = (before.First, row);
            }
            else
            {
                ranges.Add((row, row));
            }
        }

        return string.Join(' ', ranges.Select(range => ExcelCellBase.GetAddress(range.First, ValueColumn, range.Last, ValueColumn)));
    }
}
