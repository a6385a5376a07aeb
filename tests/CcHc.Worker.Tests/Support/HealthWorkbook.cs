using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace CcHc.Worker.Tests.Support;

/// <summary>A health workbook as an officer has it open: read, answered, saved.</summary>
internal sealed class HealthWorkbook(string path)
{
    private const int HeaderRow = 4;

    /// <summary>Every row below the headings as its texts by heading; headings without what stands in brackets.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string sheet) =>
        [.. Body(sheet).Select(row => Columns(sheet).ToDictionary(column => column.Key, column => row[column.Value].Text))];

    /// <summary>Types into a cell of the row that has these words in a column, and saves at a given time.</summary>
    public void Type(string sheet, (string Heading, string Contains) row, string heading, string words, DateTime savedAt)
    {
        var columns = Columns(sheet);
        var at = Body(sheet).First(one => one[columns[row.Heading]].Text.Contains(row.Contains, StringComparison.Ordinal)).Number;
        using (var document = SpreadsheetDocument.Open(path, isEditable: true))
        {
            var id = document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(one => one.Name == sheet).Id!;
            var cell = ((WorksheetPart)document.WorkbookPart.GetPartById(id!)).Worksheet.Descendants<Cell>()
                .Single(one => one.CellReference == CellName.Of(at, columns[heading]));
            cell.RemoveAllChildren();
            cell.DataType = words.Length > 0 ? CellValues.InlineString : null;
            if (words.Length > 0)
            {
                cell.InlineString = new InlineString(new Text(words));
            }
        }

        File.SetLastWriteTimeUtc(path, savedAt);
    }

    private IEnumerable<SheetRow> Body(string sheet) => Sheet(sheet).Rows.Where(row => row.Number > HeaderRow);

    private Dictionary<string, int> Columns(string sheet) =>
        Sheet(sheet).Rows.Single(row => row.Number == HeaderRow).Cells.ToDictionary(cell => cell.Text.Split('(')[0].Trim(), cell => cell.Column);

    private Core.Sheets.Sheet Sheet(string name) => WorkbookReader.Read(path, "x.xlsx").Content!.Sheets.Single(one => one.Name == name);
}
