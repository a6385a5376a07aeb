using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Sheets;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>The form's first sheet (trang Nhiệm vụ): the heading of an administrative paper, then a row for each obligation.</summary>
internal static class FormTaskSheet
{
    private const string Title = "BÁO CÁO KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH";
    private const string Hint =
        "Chỉ điền các ô tô màu, kể cả số văn bản và ngày tháng ở đầu trang. Tình trạng chọn trong danh sách; ngày gõ theo dạng ngày/tháng/năm; xuống dòng trong ô bằng Alt+Enter. "
        + "Việc ngoài kế hoạch ghi ở các dòng cuối bảng. "
        + $"Sau đó điền trang {FormLayout.FigureSheet} và trang {FormLayout.NarrativeSheet}, lưu tệp rồi gửi lại; không cần chép sang tệp khác.";
    private const string WhenEmpty =
        $"Kỳ này cơ quan không có nhiệm vụ nào trong các sổ theo dõi; xin điền trang {FormLayout.FigureSheet} và trang {FormLayout.NarrativeSheet}.";

    private const int HintRow = AdministrativeHeading.FirstFreeRow - 1;
    private const int HeaderRow = AdministrativeHeading.FirstFreeRow;
    private const int FirstRow = HeaderRow + 1;
    private const int LeftColumns = 4;
    private const int FewestLines = 3;

    private sealed record Line(int Number, FormRow Row, FormPrefill Prefill);

    private static readonly IReadOnlyList<TableColumn<Line>> Columns =
    [
        new(FormLayout.NumberColumn, 5.5, line => (double)line.Number, ColumnLook.Count),
        new(FormLayout.TaskColumn, 32, line => FormObligationText.TaskOf(line.Row.Assessed.Obligation)),
        new(FormLayout.ProductColumn, 17, line => FormObligationText.ProductOf(line.Row.Assessed.Obligation)),
        new(FormLayout.OriginColumn, 18, line => FormObligationText.OriginOf(line.Row.Assessed.Obligation)),
        new(FormLayout.DueColumn, 15, line => FormObligationText.DueOf(line.Row.Assessed)),
        new(FormLayout.PreviousColumn, 19, line => FormObligationText.PreviousOf(line.Row.Previous)),
        new(FormLayout.ResultColumn, 30, _ => default) { IsAnswer = true },
        new(FormLayout.StatusColumn, 14, line => line.Prefill.Status) { IsAnswer = true, Choices = FormLayout.StatusChoices },
        new(FormLayout.CompletedColumn, 11.5, line => line.Prefill.CompletedOn, ColumnLook.Date) { IsAnswer = true },
        new(FormLayout.DocumentColumn, 14, line => line.Prefill.Document) { IsAnswer = true },
        new(FormLayout.DifficultyColumn, 22, _ => default) { IsAnswer = true },
        new(FormLayout.KeyColumn, 15, line => line.Row.Key),
    ];

    private static readonly int ResultColumn = ColumnOf(FormLayout.ResultColumn);
    private static readonly int KeyColumn = ColumnOf(FormLayout.KeyColumn);

    private static readonly int Shown = KeyColumn - 1;
    private static readonly double ShownWidth = Columns.Take(Shown).Sum(column => column.Width);
    private static readonly double LeftWidth = Columns.Take(LeftColumns).Sum(column => column.Width);

    /// <summary>Where the rows begin.</summary>
    public const int RowsAt = FirstRow;

    /// <summary>How many lines the form's own words take in the heading.</summary>
    public static (int Issuer, int Note) HeadingLines(ReportForm form) =>
        AdministrativeHeading.LinesToFill(form.Agency, FormWords.Of(form).Period, LeftWidth, ShownWidth);

    public static int LastRow(int rows) => HeaderRow + rows;

    /// <param name="frameEnd">
    /// Only the looks of the rows are drawn, as <see cref="FillRows"/> takes them, and this is the last row of the sheet's ranges.
    /// </param>
    public static void Draw(WorkbookDraft draft, ReportForm form, FormWords words, int? frameEnd = null)
    {
        var sheet = draft.AddSheet(FormLayout.TaskSheet);
        var (first, last) = AllowedDays(form);
        FillTable.SetWidths(sheet, Columns);
        AdministrativeHeading.DrawToFill(sheet, form.ProvinceName, form.Agency, Title, FormWords.Of(form).Period, form.IssuedOn.Year,
            LeftColumns, Shown, (words.Issuer, words.Period));
        DrawAcross(sheet, HintRow, Hint, Shown);
        SheetStyle.Note(sheet.Cells[HintRow, 1, HintRow, Shown]);

        var end = form.Rows.Count == 0 ? FirstRow : frameEnd ?? LastRow(form.Rows.Count);
        if (frameEnd is null || form.Rows.Count == 0)
        {
            FillTable.Draw(sheet, HeaderRow, Columns, [.. LinesOf(form)], FewestLines);
        }
        else
        {
            FillRows.DrawModels(sheet, HeaderRow, Columns);
        }

        if (form.Rows.Count == 0)
        {
            sheet.View.ActiveCell = CellName.Of(AdministrativeHeading.ToFillRow, 2);
            DrawAcross(sheet, FirstRow, WhenEmpty, Shown);
            SheetStyle.SectionHeading(sheet.Cells[FirstRow, 1, FirstRow, Shown]);
        }
        else
        {
            FormChecks.OfChoices(sheet, Answers(FormLayout.StatusColumn, end), FormLayout.StatusChoices);
            FormChecks.OfDay(sheet, Answers(FormLayout.CompletedColumn, end), first, last);
            // The keys are within the filter's range, so that they move with their rows when the list is sorted.
            sheet.Cells[HeaderRow, 1, end, KeyColumn].AutoFilter = true;
            sheet.View.FreezePanes(FirstRow, 3);
            sheet.View.ActiveCell = CellName.Of(FirstRow, ResultColumn);
        }

        FormExtraRows.Draw(sheet, end + 1, Columns, first, last);
        sheet.Column(KeyColumn).Hidden = true;
        SheetLock.Apply(sheet);
        PageSetup.ApplyA4Landscape(sheet, (HeaderRow, HeaderRow), words.Footer);
    }

    public static void WriteRows(SheetRowsXml xml, ReportForm form) => FillRows.Write(xml, FirstRow, Columns, LinesOf(form), FewestLines);

    private static IEnumerable<Line> LinesOf(ReportForm form)
    {
        var (first, last) = AllowedDays(form);
        return form.Rows.Select((row, i) => new Line(i + 1, row, Sound(FormPrefill.Of(row, form.IssuedOn), first, last)));
    }

    /// <summary>From the year before the period's to the year after it: further away somebody typed a wrong year.</summary>
    private static (DateOnly First, DateOnly Last) AllowedDays(ReportForm form) => (new(form.Period.Year - 1, 1, 1), new(form.Period.Year + 1, 12, 31));

    /// <summary>A day the cell itself would refuse is left for the agency to type.</summary>
    private static FormPrefill Sound(FormPrefill prefill, DateOnly first, DateOnly last) =>
        prefill.CompletedOn < first || prefill.CompletedOn > last ? prefill with { CompletedOn = null, Status = "" } : prefill;

    private static void DrawAcross(ExcelWorksheet sheet, int row, string text, int columns)
    {
        var cells = sheet.Cells[row, 1, row, columns];
        cells.Merge = true;
        sheet.Cells[row, 1].Value = text;
        cells.Style.WrapText = true;
        sheet.Row(row).Height = TextHeight.OfLines(TextHeight.Lines(text, Columns.Take(columns).Sum(column => column.Width)));
    }

    private static string Answers(string header, int end) => ExcelCellBase.GetAddress(FirstRow, ColumnOf(header), end, ColumnOf(header));

    private static int ColumnOf(string header) => Columns.Index().First(column => column.Item.Header == header).Index + 1;
}
