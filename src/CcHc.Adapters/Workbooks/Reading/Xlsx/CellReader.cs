using System.Globalization;
using System.Xml;
using CcHc.Core.Sheets;
using CcHc.Core.Sheets.LegacyFonts;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>What all sheets of a workbook have in common.</summary>
internal sealed record WorkbookParts(SharedStrings Strings, CellStyles Styles, RichText RichText, bool Is1904, TextPool Texts);

/// <summary>Reads one cell (ô) of a sheet: value, how its format shows it, and its traits.</summary>
internal sealed partial class CellReader(WorkbookParts workbook)
{
    private readonly CellBody _body = new(workbook);
    private readonly AttributeText _attribute = new();
    private HiddenColumns? _hiddenColumns;

    /// <summary>The cells read so far that are written in old fonts.</summary>
    public LegacyCells LegacyCells { get; } = new();

    public void HideColumns(int first, int last) => (_hiddenColumns ??= new HiddenColumns()).Hide(first, last);

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
        CheckColumn(column);
        if (xml.IsEmptyElement)
        {
            return new SheetCell(column, CellKind.Blank, "");
        }

        style = isStyled ? style : workbook.Styles[0];
        return WithFonts(row, _body.Read(xml, column, type, style.Format, TraitsOf(style, column)), style);
    }

    private static void CheckColumn(int column)
    {
        if (column > CellReference.LastColumn)
        {
            throw new WorkbookRefusedException(WorkbookFindings.Damaged("có ô nằm ngoài cột cuối cùng của Excel"));
        }
    }

    private CellTraits TraitsOf(CellStyle style, int column) => _hiddenColumns?.Has(column) == true ? style.Traits | CellTraits.HiddenColumn : style.Traits;

    private SheetCell WithFonts(int row, SheetCell cell, CellStyle style)
    {
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
        : throw new WorkbookRefusedException(WorkbookFindings.Damaged("có ô mang địa chỉ sai"));

    /// <summary>A sheet may hide the same columns as often as it likes: each is noted once.</summary>
    private sealed class HiddenColumns
    {
        /// <summary>Of a column that is hidden one further right, at last the next in sight; of any other itself.</summary>
        private readonly int[] _next = [.. Enumerable.Range(0, CellReference.LastColumn + 2)];

        public bool Has(int column) => _next[column] != column;

        public void Hide(int first, int last)
        {
            for (var column = InSight(Math.Clamp(first, 1, CellReference.LastColumn + 1)); column <= Math.Min(last, CellReference.LastColumn);
                column = InSight(column))
            {
                _next[column] = column + 1;
            }
        }

        private int InSight(int column)
        {
            for (; _next[column] != column; column = _next[column])
            {
                // Shortens the way for the next who asks.
                _next[column] = _next[_next[column]];
            }

            return column;
        }
    }
}
