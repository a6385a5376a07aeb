using System.Collections;
using System.Globalization;
using System.Xml;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>What all sheets of a workbook have in common.</summary>
internal sealed record WorkbookParts(SharedStrings Strings, CellStyles Styles, RichText RichText, bool Is1904, TextPool Texts);

/// <summary>Reads one cell (ô) of a sheet: value, how its format shows it, and its traits.</summary>
internal sealed class CellReader(WorkbookParts workbook)
{
    private readonly CellBody _body = new(workbook);
    private readonly AttributeText _attribute = new();
    private BitArray? _hiddenColumns;

    /// <summary>The cells read so far that are written in old fonts.</summary>
    public LegacyCells LegacyCells { get; } = new();

    public void HideColumns(int first, int last)
    {
        _hiddenColumns ??= new BitArray(CellReference.LastColumn + 1);
        for (var column = Math.Max(1, first); column <= Math.Min(last, CellReference.LastColumn); column++)
        {
            _hiddenColumns[column] = true;
        }
    }

    /// <summary>Stands on c and leaves on its end. A cell without an address stands right of the one before.</summary>
    public SheetCell Read(XmlReader xml, int row, int previousColumn)
    {
        var column = previousColumn + 1;
        var style = default(CellStyle);
        var type = CellType.Number;
        var isStyled = false;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            var name = xml.LocalName;
            if (name.Length != 1)
            {
                continue;
            }

            switch (name[0])
            {
                case 'r':
                    column = ColumnOf(_attribute.Read(xml));
                    break;
                case 's':
                    isStyled = int.TryParse(_attribute.Read(xml), NumberStyles.None, CultureInfo.InvariantCulture, out var index);
                    style = workbook.Styles[index];
                    break;
                case 't':
                    type = CellTypes.Of(_attribute.Read(xml));
                    break;
            }
        }

        xml.MoveToElement();
        if (column > CellReference.LastColumn)
        {
            throw new WorkbookRefusedException(WorkbookRemarks.Damaged("có ô nằm ngoài cột cuối cùng của Excel"));
        }

        if (xml.IsEmptyElement)
        {
            return new SheetCell(column, CellKind.Blank, "");
        }

        style = isStyled ? style : workbook.Styles[0];
        var cell = _body.Read(xml, column, type, style.Format, _hiddenColumns?[column] == true ? style.Traits | CellTraits.HiddenColumn : style.Traits);
        if (cell.Kind == CellKind.Text && (_body.Runs is not null || style.Font is not null))
        {
            NoteFonts(row, ref cell, style.Font);
        }

        return cell;
    }

    /// <summary>Keeps the fonts of a cell that is written in an old one.</summary>
    private void NoteFonts(int row, ref SheetCell cell, LegacyFont? cellFont)
    {
        if (_body.Runs is not { } stored)
        {
            LegacyCells.Add(row, cell.Column, cellFont!.Value);
            return;
        }

        var runs = stored.Select(run => new FontRun(run.Text, run.Font.IsNamed ? run.Font.Legacy : cellFont)).ToList();
        if (runs.Exists(run => run.Font is not null))
        {
            cell = cell with { Text = string.Concat(runs.Select(run => run.Text)) };
            LegacyCells.Add(row, cell.Column, runs);
        }
    }

    private static int ColumnOf(ReadOnlySpan<char> address) => CellReference.TryParse(address, out _, out var column)
        ? column
        : throw new WorkbookRefusedException(WorkbookRemarks.Damaged("có ô mang địa chỉ sai"));
}
