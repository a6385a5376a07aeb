using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Forms;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Answers;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Wording;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Answers;

/// <summary>Draws the sheet an agency answers on (trang Trả lời) into the workbook of its letter, with the hidden sheet by which it is known again.</summary>
internal static class AnswerSheetWriter
{
    private const string Hint =
        "Chỉ điền các ô tô màu của những nhiệm vụ muốn trả lời; dòng để trống coi như chưa trả lời. Đã xong: chọn “Hoàn thành”, ghi ngày và số văn bản. Cần thêm thời gian: ghi ngày xin gia hạn và lý do. "
        + "Lưu tệp, rồi trả lời thư này kèm tệp, hoặc chép tệp vào thư mục tra-loi; không cần chép sang tệp khác.";

    private const int HintRow = 3;
    private const int HeaderRow = 5;
    private const int FewestLines = 2;

    private static readonly IReadOnlyList<TableColumn<(int Number, AnswerRow Row)>> Columns =
    [
        new(FormLayout.NumberColumn, 5.5, line => (double)line.Number, ColumnLook.Count),
        new(FormLayout.TaskColumn, 38, line => FormObligationText.TaskOf(line.Row.Assessed.Obligation)),
        new(FormLayout.ProductColumn, 20, line => FormObligationText.ProductOf(line.Row.Assessed.Obligation)),
        new(FormLayout.DueColumn, 15, line => FormObligationText.DueOf(line.Row.Assessed)),
        new("Đã trả lời", 18, line => line.Row.Assessed.Obligation.Answer?.Latest is { } given
            ? $"{Vietnamese.Day(given.SaidOn)}: {AnswerText.Said(given.Statement)}\n{AnswerText.Name(given.State)}" : ""),
        new(FormLayout.StatusColumn, 14, _ => default) { IsAnswer = true, Choices = FormLayout.StatusChoices },
        new(FormLayout.CompletedColumn, 12, _ => default, ColumnLook.Date) { IsAnswer = true },
        new(FormLayout.DocumentColumn, 17, _ => default) { IsAnswer = true },
        new(AnswerLayout.ExtendColumn, 12, _ => default, ColumnLook.Date) { IsAnswer = true },
        new(AnswerLayout.ReasonColumn, 24, _ => default) { IsAnswer = true },
        new(FormLayout.KeyColumn, 15, line => line.Row.Key),
    ];

    private static readonly int KeyColumn = Columns.Count;
    private static readonly int Shown = KeyColumn - 1;
    private static readonly double ShownWidth = Columns.Take(Shown).Sum(column => column.Width);

    /// <summary>Where the rows of the answer sheet and of the hidden one begin.</summary>
    public const int FirstRow = HeaderRow + 1;

    public static int LastRow(int rows) => HeaderRow + rows;

    public static string Subtitle(string agencyName, DateOnly day) => $"{agencyName} – theo thư ngày {Vietnamese.Day(day)}";

    /// <summary>Whether the line below the title stays one line with this name in it.</summary>
    public static bool IsOneLine(string agencyName, DateOnly day) => TextHeight.Lines(Subtitle(agencyName, day), ShownWidth) == 1;

    /// <summary>Both sheets without their rows; of those only the looks, as <see cref="FillRows"/> takes them.</summary>
    /// <param name="last">The last row of the sheet's ranges.</param>
    public static void DrawFrame(WorkbookDraft draft, string agencyName, DateOnly day, int last)
    {
        var sheet = draft.AddSheet(AnswerLayout.Sheet);
        FillTable.SetWidths(sheet, Columns);
        StatusSheets.DrawHeadline(sheet, 1, "TRẢ LỜI VỀ CÁC NHIỆM VỤ ĐANG MỞ");
        DrawAcross(sheet, 2, Subtitle(agencyName, day), Shown);
        DrawAcross(sheet, HintRow, Hint, Shown);
        FillRows.DrawModels(sheet, HeaderRow, Columns);
        FormChecks.OfChoices(sheet, Answers(FormLayout.StatusColumn, last), FormLayout.StatusChoices);
        FormChecks.OfDay(sheet, Answers(FormLayout.CompletedColumn, last), new DateOnly(day.Year - 1, 1, 1), new DateOnly(day.Year + 1, 12, 31));
        FormChecks.OfLaterDay(sheet, Answers(AnswerLayout.ExtendColumn, last), day.AddDays(1), new DateOnly(day.Year + 2, 12, 31));
        // The keys are within the filter's range, so that they move with their rows when the list is sorted.
        sheet.Cells[HeaderRow, 1, last, KeyColumn].AutoFilter = true;
        sheet.View.FreezePanes(FirstRow, 3);
        sheet.Column(KeyColumn).Hidden = true;
        SheetLock.Apply(sheet);
        PageSetup.ApplyA4Landscape(sheet, (HeaderRow, HeaderRow), $"Trả lời – {agencyName}");
        FormEntries.DrawFrame(draft);
    }

    public static void WriteRows(SheetRowsXml xml, AnswerSheet answers) =>
        FillRows.Write(xml, FirstRow, Columns, answers.Rows.Select((row, i) => (i + 1, row)), FewestLines);

    /// <summary>The rows of the hidden sheet, by which the answers are known again.</summary>
    public static void WriteEntries(SheetRowsXml xml, AnswerSheet answers) => FormEntries.Write(xml, Entries(answers));

    public static int CountEntries(AnswerSheet answers) => answers.Rows.Count + 4;

    private static IEnumerable<(string Name, string Value)> Entries(AnswerSheet answers) =>
    [
        (FormLayout.VersionEntry, AnswerLayout.Version), (FormLayout.PeriodEntry, answers.DayCode), (FormLayout.AgencyEntry, answers.Agency.Code),
        (FormLayout.TokenEntry, answers.Token),
        .. answers.Rows.Select(row => (FormLayout.RowEntry, row.Key)),
    ];

    private static void DrawAcross(ExcelWorksheet sheet, int row, string text, int columns)
    {
        var cells = sheet.Cells[row, 1, row, columns];
        cells.Merge = true;
        sheet.Cells[row, 1].Value = SafeText.Cell(text);
        cells.Style.WrapText = true;
        SheetStyle.Note(cells);
        sheet.Row(row).Height = TextHeight.OfLines(TextHeight.Lines(text, Columns.Take(columns).Sum(column => column.Width)));
    }

    private static string Answers(string header, int last)
    {
        var column = Columns.Index().First(one => one.Item.Header == header).Index + 1;
        return ExcelCellBase.GetAddress(FirstRow, column, last, column);
    }
}
