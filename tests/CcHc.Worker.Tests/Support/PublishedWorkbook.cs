using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;

namespace CcHc.Worker.Tests.Support;

/// <summary>A published workbook as somebody reads it: its tables by the words of their headings.</summary>
internal sealed class PublishedWorkbook(string path)
{
    private readonly WorkbookContent _read = WorkbookReader.Read(path, "x.xlsx").Content!;

    public bool Has(string sheet) => _read.Sheets.Any(one => one.Name == sheet);

    /// <summary>Every row below the headings that has something in their first column, as its texts by heading.</summary>
    /// <param name="heading">One that only the table's heading row has.</param>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string sheet, string heading)
    {
        var rows = _read.Sheets.Single(one => one.Name == sheet).Rows;
        var head = rows.First(row => row.Cells.Any(cell => cell.Text == heading));
        var columns = head.Cells.Where(cell => cell.Text.Length > 0).ToDictionary(cell => cell.Text, cell => cell.Column);
        return [.. rows.Where(row => row.Number > head.Number && row[columns[heading]].Text.Length > 0)
            .Select(row => columns.ToDictionary(column => column.Key, column => row[column.Value].Text))];
    }

    public string AllText(string sheet) =>
        string.Join('\n', _read.Sheets.Single(one => one.Name == sheet).Rows.SelectMany(row => row.Cells).Select(cell => cell.Text));
}
