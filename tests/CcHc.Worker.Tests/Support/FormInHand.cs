using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Sheets;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetElement = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace CcHc.Worker.Tests.Support;

/// <summary>
/// A report form as an agency has it open: cells are found by the words of their headings, typed into, and saved by another program than ours.
/// </summary>
internal sealed class FormInHand
{
    private readonly WorkbookContent _read;
    private readonly List<(string Sheet, string Cell, object Value)> _typed = [];
    private readonly List<Action<SpreadsheetDocument>> _changes = [];
    private readonly byte[] _bytes;

    public FormInHand(byte[] bytes)
    {
        _bytes = bytes;
        _read = WorkbookReader.Read(WorkbookSnapshot.Of(bytes, DateTime.UnixEpoch), "x.xlsx").Content!;
    }

    public IReadOnlyList<string> Tasks => [.. TaskRows().Select(row => row[TaskColumn(FormLayout.TaskColumn)].Text)];

    public IReadOnlyList<string> Figures => [.. FigureRows().Select(row => row[FigureColumn(FormLayout.CodeColumn)].Text)];

    /// <summary>A result for every task, "Đang thực hiện" where nothing is said yet, 10 for every figure, a line for every section.</summary>
    public FormInHand FillAll(string result = "Đã làm một phần")
    {
        foreach (var task in Tasks)
        {
            Task(task, FormLayout.ResultColumn, result).Task(task, FormLayout.StatusColumn, FormLayout.StatusChoices[1]);
        }

        foreach (var figure in Figures)
        {
            // CT02 is a rate in every office of these tests.
            Figure(figure, figure == "CT02" ? 0.9 : 10);
        }

        return Narrative("Đã họp giao ban hằng tháng.");
    }

    /// <summary>Types into the row whose task has these words.</summary>
    public FormInHand Task(string words, string heading, object value) =>
        Type(FormLayout.TaskSheet, TaskRows().Single(row => row[TaskColumn(FormLayout.TaskColumn)].Text.Contains(words, StringComparison.Ordinal)).Number,
            TaskColumn(heading), value);

    public FormInHand Done(string words, DateOnly day) => Task(words, FormLayout.ResultColumn, "Đã xong")
        .Task(words, FormLayout.StatusColumn, FormLayout.StatusChoices[0])
        .Task(words, FormLayout.CompletedColumn, day.ToDateTime(TimeOnly.MinValue).ToOADate())
        .Task(words, FormLayout.DocumentColumn, "12/BC");

    /// <param name="value">A number, or words as somebody types them; empty for a blank.</param>
    public FormInHand Figure(string code, object value) =>
        Type(FormLayout.FigureSheet, FigureRows()
            .Single(row => row[FigureColumn(FormLayout.CodeColumn)].Text == code).Number, FigureColumn(FormLayout.ValueColumn), value);

    public FormInHand Narrative(string words)
    {
        foreach (var row in Sheet(FormLayout.NarrativeSheet).Rows.Where(row => FormLayout.Sections.Contains(row[1].Text)))
        {
            Type(FormLayout.NarrativeSheet, row.Number + 1, 1, words);
        }

        return this;
    }

    public FormInHand Rename(string sheet, string name) => Change(document => Element(document, sheet).Name = name);

    /// <summary>The form without what it is known by, as one that was copied sheet by sheet into a new workbook.</summary>
    public FormInHand WithoutHiddenSheet() => Change(document =>
    {
        var sheet = Element(document, FormLayout.HiddenSheet);
        document.WorkbookPart!.DeletePart(document.WorkbookPart.GetPartById(sheet.Id!));
        sheet.Remove();
    });

    /// <summary>Types over an entry of the hidden sheet.</summary>
    public FormInHand Hidden(string entry, string value) =>
        Type(FormLayout.HiddenSheet, Sheet(FormLayout.HiddenSheet).Rows.First(row => row[1].Text == entry).Number, 2, value);

    /// <param name="savedAt">What the program that saves it writes into the file; null leaves what stands there.</param>
    public byte[] Save(DateTimeOffset? savedAt)
    {
        using var bytes = new MemoryStream();
        bytes.Write(_bytes);
        using (var document = SpreadsheetDocument.Open(bytes, isEditable: true))
        {
            foreach (var (sheet, cell, value) in _typed)
            {
                Put(((WorksheetPart)document.WorkbookPart!.GetPartById(Element(document, sheet).Id!)).Worksheet, cell, value);
            }

            _changes.ForEach(change => change(document));
            if (savedAt is { } moment)
            {
                document.PackageProperties.Modified = moment.UtcDateTime;
            }
        }

        return bytes.ToArray();
    }

    private FormInHand Type(string sheet, int row, int column, object value)
    {
        _typed.Add((sheet, CellName.Of(row, column), value));
        return this;
    }

    private FormInHand Change(Action<SpreadsheetDocument> change)
    {
        _changes.Add(change);
        return this;
    }

    private static SheetElement Element(SpreadsheetDocument document, string name) =>
        document.WorkbookPart!.Workbook.Descendants<SheetElement>().Single(one => one.Name == name);

    private static void Put(Worksheet sheet, string name, object value)
    {
        var cell = sheet.Descendants<Cell>().FirstOrDefault(one => one.CellReference == name) ?? Insert(sheet, name);
        cell.RemoveAllChildren();
        cell.DataType = null;
        switch (value)
        {
            case string words when words.Length > 0:
                cell.DataType = CellValues.InlineString;
                cell.InlineString = new InlineString(new Text(words));
                break;
            case not string:
                cell.CellValue = new CellValue(Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }

    private static Cell Insert(Worksheet sheet, string name)
    {
        var number = uint.Parse(name.AsSpan(name.IndexOfAny([.. "0123456789"])), System.Globalization.CultureInfo.InvariantCulture);
        var row = sheet.Descendants<Row>().Single(one => one.RowIndex! == number);
        var cell = new Cell { CellReference = name };
        row.InsertBefore(cell, row.Elements<Cell>()
            .FirstOrDefault(one => one.CellReference!.Value!.Length > name.Length
                || (one.CellReference.Value.Length == name.Length && string.CompareOrdinal(one.CellReference.Value, name) > 0)));
        return cell;
    }

    private Core.Sheets.Sheet Sheet(string name) => _read.Sheets.Single(one => one.Name == name);

    private SheetRow Headings(string sheet, string known) => Sheet(sheet).Rows.First(row => row.Cells.Any(cell => cell.Text == known));

    private int TaskColumn(string heading) => Headings(FormLayout.TaskSheet, FormLayout.KeyColumn).Cells.Single(cell => cell.Text == heading).Column;

    private int FigureColumn(string heading) => Headings(FormLayout.FigureSheet, FormLayout.ValueColumn).Cells.Single(cell => cell.Text == heading).Column;

    private IEnumerable<SheetRow> TaskRows() =>
        Sheet(FormLayout.TaskSheet).Rows
            .Where(row => row.Number > Headings(FormLayout.TaskSheet, FormLayout.KeyColumn).Number
                && row[TaskColumn(FormLayout.KeyColumn)].Text is { Length: > 0 } key && !key.StartsWith(FormLayout.ExtraKey, StringComparison.Ordinal));

    private IEnumerable<SheetRow> FigureRows() => Sheet(FormLayout.FigureSheet).Rows
        .Where(row => row.Number > Headings(FormLayout.FigureSheet, FormLayout.ValueColumn).Number && row[FigureColumn(FormLayout.CodeColumn)].Text.Length > 0);
}
