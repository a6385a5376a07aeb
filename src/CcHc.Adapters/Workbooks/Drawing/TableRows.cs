using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>The rows of a table sheet (thân bảng), written when the workbook is saved.</summary>
internal interface ITableRows
{
    /// <summary>"A1:L50004".</summary>
    string Extent { get; }

    void Write(SheetRowsXml xml);
}

/// <summary>The rows of one table, each as high as its longest cell needs.</summary>
internal sealed class TableRows<T>(TableSheet<T> table) : ITableRows
{
    public string Extent => "A1:" + CellName.Of(TableFrame.HeaderRow + Math.Max(1, table.RowCount), table.Columns.Count);

    public void Write(SheetRowsXml xml)
    {
        var number = TableFrame.FirstBodyRow;
        if (table.RowCount == 0)
        {
            WriteHeading(xml, number, table.WhenEmpty);
        }

        foreach (var section in table.Sections)
        {
            if (section.Title is { } title)
            {
                WriteHeading(xml, number++, title);
            }

            foreach (var row in section.Rows)
            {
                WriteRow(xml, number++, row);
            }
        }
    }

    private readonly CellContent[] _cells = new CellContent[table.Columns.Count];

    private void WriteRow(SheetRowsXml xml, int number, T row)
    {
        var lines = 1;
        for (var i = 0; i < _cells.Length; i++)
        {
            var column = table.Columns[i];
            _cells[i] = column.Content(row);
            if (_cells[i].Text is { } text)
            {
                lines = Math.Max(lines, TextHeight.Lines(text, column.Width));
            }
        }

        var tone = table.Tone(row);
        xml.StartRow(number, TextHeight.OfLines(lines));
        for (var i = 0; i < _cells.Length; i++)
        {
            var isMarkedAsText = _cells[i].Text is { } text && SafeText.LooksLikeFormula(text);
            xml.Cell(i, _cells[i], isMarkedAsText ? TableFrame.MarkedAsText(tone) : TableFrame.ModelOf(tone, _cells[i].Format));
            if (table.Columns[i].Link?.Invoke(row) is { } target)
            {
                xml.Link(i, target);
            }
        }

        xml.EndRow();
    }

    private void WriteHeading(SheetRowsXml xml, int number, string text)
    {
        xml.StartRow(number, TextHeight.OfLines(1));
        for (var i = 0; i < _cells.Length; i++)
        {
            xml.Cell(i, i == 0 ? text : null, TableFrame.SectionModel);
        }

        xml.EndRow();
    }
}
