using System.Collections;
using System.Globalization;
using System.Xml;
using CcHc.Core.Calendars;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>What all sheets of a workbook have in common.</summary>
internal sealed record WorkbookParts(SharedStrings Strings, CellStyles Styles, RichText RichText, bool Is1904, TextPool Texts);

/// <summary>Reads one cell (ô) of a sheet: value, how its format shows it, and its traits.</summary>
internal sealed class CellReader(WorkbookParts workbook)
{
<<<<<<< .merge_file_DSwOhJ
    /// <summary>Excel's own are shorter: #GETTING_DATA.</summary>
    private const int LongestError = 32;

    /// <summary>Excel counts from it; earlier days have no number.</summary>
    private const int FirstYear = 1900;

    /// <summary>Its last hours would be the next year at the office, which no calendar has.</summary>
    private const int LastYear = 9999;

    private readonly HashSet<int> _volatileShared = [];
=======
    private readonly CellBody _body = new(workbook);
>>>>>>> .merge_file_TFEl8k
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
                    column = ColumnOf(xml.Value);
                    break;
                case 's':
                    isStyled = int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index);
                    style = workbook.Styles[index];
                    break;
                case 't':
                    type = CellTypes.Of(xml.Value);
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
        var cell = _body.Read(xml, column, type, style.Meaning, _hiddenColumns?[column] == true ? style.Traits | CellTraits.HiddenColumn : style.Traits);
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

<<<<<<< .merge_file_DSwOhJ
    private SheetCell ReadContent(XmlReader xml, int column, CellType type, NumberMeaning meaning, CellTraits traits)
    {
        _runs = null;
        var inline = new RunText("", CellTraits.None);
        var value = "";
        var depth = xml.Depth;
        xml.Step();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                xml.Step();
                continue;
            }

            switch (xml.LocalName)
            {
                case "v":
                    value = ElementText.Read(xml);
                    xml.Step();
                    break;
                case "f":
                    traits |= ReadFormula(xml);
                    xml.Step();
                    break;
                case "is":
                    inline = workbook.RichText.Read(xml);
                    xml.Step();
                    break;
                default:
                    xml.StepOver();
                    break;
            }
        }

        if (type != CellType.Inline)
        {
            return OfValue(value, column, type, meaning, traits);
        }

        _runs = workbook.Texts.Settle(inline.Runs);
        return OfText(column, workbook.Texts.Take(inline.Raw), traits | inline.Traits);
    }

    private CellTraits ReadFormula(XmlReader xml)
    {
        var isShared = int.TryParse(xml.GetAttribute("si"), NumberStyles.None, CultureInfo.InvariantCulture, out var shared);
        var isVolatile = VolatileFormula.Is(ElementText.Read(xml));
        if (isShared && isVolatile)
        {
            _volatileShared.Add(shared);
        }

        return isVolatile || (isShared && _volatileShared.Contains(shared)) ? CellTraits.Formula | CellTraits.VolatileFormula : CellTraits.Formula;
    }

    private SheetCell OfValue(string value, int column, CellType type, NumberMeaning meaning, CellTraits traits)
    {
        if (value.Length == 0)
        {
            var isUncounted = (traits & CellTraits.Formula) != 0 && type != CellType.Text;
            return new SheetCell(column, CellKind.Blank, "", 0, isUncounted ? traits | CellTraits.FormulaWithoutValue : traits);
        }

        switch (type)
        {
            case CellType.Shared:
                if (!int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index))
                {
                    throw new WorkbookRefusedException(WorkbookRemarks.Damaged("thiếu chuỗi dùng chung"));
                }

                _runs = workbook.Strings.Runs(index);
                return OfText(column, workbook.Strings.Text(index), traits | workbook.Strings.Traits(index));
            case CellType.Text:
                return OfText(column, workbook.Texts.Take(value), traits);
            case CellType.Boolean:
                var isTrue = value is "1" or "true";
                return new SheetCell(column, CellKind.Boolean, isTrue ? "TRUE" : "FALSE", isTrue ? 1 : 0, traits);
            case CellType.Error when value.Length <= LongestError:
                return new SheetCell(column, CellKind.Error, workbook.Texts.Take(value), 0, traits);
            case CellType.Day when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day) && day.Year is >= FirstYear and < LastYear:
                return CellValues.OfDay(column, (day.Kind == DateTimeKind.Unspecified ? day : OfficeTime.Of(day).DateTime).ToOADate(), traits);
        }

        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? CellValues.OfNumber(column, number, meaning, workbook.Is1904, traits)
            : OfText(column, workbook.Texts.Take(value), traits);
    }

    private static SheetCell OfText(int column, string text, CellTraits traits) =>
        new(column, string.IsNullOrWhiteSpace(text) ? CellKind.Blank : CellKind.Text, text, 0, traits);

=======
>>>>>>> .merge_file_TFEl8k
    private static int ColumnOf(string address) => CellReference.TryParse(address, out _, out var column)
        ? column
        : throw new WorkbookRefusedException(WorkbookRemarks.Damaged("có ô mang địa chỉ sai"));
}
