using System.Globalization;
using System.IO.Compression;
using CcHc.Adapters.Workbooks.Reading;
using OfficeOpenXml;
using CompressionLevel = System.IO.Compression.CompressionLevel;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>
/// A workbook being written (bản thảo sổ): EPPlus draws what is small – styles, headings, summaries, charts – and the rows of long tables are streamed into the
/// saved sheets. The same content gives the same bytes.
/// </summary>
internal sealed class WorkbookDraft : IDisposable
{
    private readonly ExcelPackage _package = new();
    private readonly Dictionary<string, ITableRows> _tables = new(StringComparer.Ordinal);
    private readonly DateTime _date;

    /// <param name="asOf">Stands in the file's properties in place of the clock.</param>
    /// <param name="isRegister">A draft of a register, which is to be read among the registers; anything else is marked as an output and refused there.</param>
    public WorkbookDraft(string title, DateOnly asOf, bool isRegister = false)
    {
        _date = asOf.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        SheetStyle.ApplyDefaultFont(_package.Workbook);
        // Nothing is calculated, so Excel need not ask to save on closing.
        _package.Workbook.FullCalcOnLoad = false;
        _package.Workbook.Properties.Title = SafeText.Cell(title);
        _package.Workbook.Properties.Author = "CcHc";
        _package.Workbook.Properties.Category = isRegister ? null : OwnOutput.Mark;
        _package.Workbook.Properties.Created = _date;
        _package.Workbook.Properties.Modified = _date;
    }

    public ExcelWorksheet AddSheet(string name)
    {
        var sheet = _package.Workbook.Worksheets.Add(SafeText.SheetName(name));
        sheet.View.ShowGridLines = false;
        return sheet;
    }

    /// <summary>When it was made, as its parts say.</summary>
    public DateTime Date => _date;

    /// <param name="rows">Written in place of the table's own; null writes those.</param>
    public void AddTable<T>(TableSheet<T> table, ITableRows? rows = null)
    {
        TableFrame.Draw(AddSheet(table.Name), table);
        _tables.Add(string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{_package.Workbook.Worksheets.Count}.xml"), rows
            ?? new TableRows<T>(table));
    }

    public void Save(Stream target)
    {
        _package.Workbook.View.ActiveTab = 0;
        using var saved = new MemoryStream();
        _package.SaveAs(saved);
        saved.Position = 0;
        using var from = new ZipArchive(saved, ZipArchiveMode.Read);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in from.Entries)
        {
            using var content = entry.Open();
            if (_tables.TryGetValue(entry.FullName, out var rows))
            {
                IReadOnlyList<string> addresses;
                using (var sheet = Open(to, entry.FullName))
                {
                    addresses = TableSheetXml.Write(content, rows, sheet);
                }

                if (addresses.Count > 0)
                {
                    using var relations = Open(to, $"xl/worksheets/_rels/{entry.Name}.rels");
                    TableSheetXml.WriteRelations(addresses, relations);
                }
            }
            else
            {
                using var copy = Open(to, entry.FullName);
                content.CopyTo(copy);
            }
        }
    }

    public void Dispose() => _package.Dispose();

    private Stream Open(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = _date;
        return entry.Open();
    }
}
