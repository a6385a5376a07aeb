using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Drawing.Templates;

/// <summary>Keeps the place of a table's rows in a template (chỗ trống của thân bảng), and the styles its rows are written with.</summary>
/// <param name="lastRow">Stands in the sheet's ranges until a copy has its own last row.</param>
internal sealed class RowsGap(int number, int columns, int lastRow) : ITableRows
{
    public string Extent => "A1:" + CellName.Of(lastRow, columns);

    public IReadOnlyList<string[]> Models { get; private set; } = [];

    public void Write(SheetRowsXml xml)
    {
        Models = xml.Models;
        xml.Raw(WorkbookTemplate.Gap(number));
    }
}
