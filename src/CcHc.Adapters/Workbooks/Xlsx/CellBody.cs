using System.Globalization;
using System.Xml;
using CcHc.Core.Calendars;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>Reads what stands inside a cell's element (phần thân ô): its value, formula or own text.</summary>
internal sealed class CellBody(WorkbookParts workbook)
{
    /// <summary>Excel's own are shorter: #GETTING_DATA.</summary>
    private const int LongestError = 32;

    /// <summary>Excel counts from it; earlier days have no number.</summary>
    private const int FirstYear = 1900;

    /// <summary>Its last hours would be the next year at the office, which no calendar has.</summary>
    private const int LastYear = 9999;

    private readonly HashSet<int> _volatileShared = [];
    private readonly ValueText _value = new();

    /// <summary>Of the text read last; null when its fonts need not be known.</summary>
    public IReadOnlyList<StoredRun>? Runs { get; private set; }

    /// <summary>Stands on a c that is not empty and leaves on its end.</summary>
    public SheetCell Read(XmlReader xml, int column, CellType type, NumberMeaning meaning, CellTraits traits)
    {
        Runs = null;
        var inline = new RunText("", CellTraits.None);
        var text = "";
        var value = text.AsSpan();
        var depth = xml.Depth;
        xml.Step();
        while (xml.ToElementBelow(depth))
        {
            switch (xml.LocalName)
            {
                case "v" when type == CellType.Text:
                    value = text = ElementText.Read(xml);
                    xml.Step();
                    break;
                case "v":
                    value = _value.Read(xml);
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

        if (type == CellType.Text && text.Length > 0)
        {
            return OfText(column, workbook.Texts.Take(text), traits);
        }

        if (type != CellType.Inline)
        {
            return OfValue(value, column, type, meaning, traits);
        }

        Runs = workbook.Texts.Settle(inline.Runs);
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

    private SheetCell OfValue(ReadOnlySpan<char> value, int column, CellType type, NumberMeaning meaning, CellTraits traits)
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

                Runs = workbook.Strings.Runs(index);
                return OfText(column, workbook.Strings.Text(index), traits | workbook.Strings.Traits(index));
            case CellType.Boolean:
                var isTrue = value is "1" or "true";
                return new SheetCell(column, CellKind.Boolean, isTrue ? "TRUE" : "FALSE", isTrue ? 1 : 0, traits);
            case CellType.Error when value.Length <= LongestError:
                return new SheetCell(column, CellKind.Error, workbook.Texts.Take(value.ToString()), 0, traits);
            case CellType.Day when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day) && day.Year is >= FirstYear and < LastYear:
                return CellValues.OfDay(column, (day.Kind == DateTimeKind.Unspecified ? day : OfficeTime.Of(day).DateTime).ToOADate(), traits);
        }

        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? CellValues.OfNumber(column, number, meaning, workbook.Is1904, traits)
            : OfText(column, workbook.Texts.Take(value.ToString()), traits);
    }

    private static SheetCell OfText(int column, string text, CellTraits traits) =>
        new(column, string.IsNullOrWhiteSpace(text) ? CellKind.Blank : CellKind.Text, text, 0, traits);
}
