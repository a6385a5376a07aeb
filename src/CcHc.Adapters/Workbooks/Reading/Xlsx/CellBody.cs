using System.Globalization;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;
using CcHc.Core.Calendars;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>Reads what stands inside a cell's element (phần thân ô): its value, formula or own text.</summary>
internal sealed partial class CellBody(WorkbookParts workbook)
{
    /// <summary>Excel's own are shorter: #GETTING_DATA.</summary>
    public const int LongestError = 32;

    /// <summary>Excel counts from it; earlier days have no number.</summary>
    private const int FirstYear = 1900;

    /// <summary>Its last hours would be the next year at the office, which no calendar has.</summary>
    private const int LastYear = 9999;

    private readonly HashSet<int> _volatileShared = [];
    private readonly ValueText _value = new();

    /// <summary>Of the text read last; null when its fonts need not be known.</summary>
    public IReadOnlyList<StoredRun>? Runs { get; private set; }

    /// <summary>Stands on a c that is not empty and leaves on its end.</summary>
    public SheetCell Read(XmlReader xml, int column, CellType type, NumberFormat format, CellTraits traits)
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

        return Finish(column, type, format, traits, text, value, inline);
    }

    private SheetCell Finish(int column, CellType type, NumberFormat format, CellTraits traits, string text, ReadOnlySpan<char> value, RunText inline)
    {
        if (type == CellType.Text && text.Length > 0)
        {
            return CellValues.OfText(column, workbook.Texts.Take(text), format, traits);
        }

        if (type != CellType.Inline)
        {
            return OfValue(value, column, type, format, traits);
        }

        Runs = workbook.Texts.Settle(inline.Runs);
        return OfRuns(column, workbook.Texts.Take(inline.Raw), inline.UnderStruck is { } standing
            ? workbook.Texts.Take(standing) : null, format, traits, inline.Traits);
    }

    private SheetCell OfShared(int index, int column, NumberFormat format, CellTraits traits)
    {
        if (workbook.Strings.ArePlain && format.Text is null)
        {
            var (text, isBlank) = workbook.Strings[index];
            return new SheetCell(column, isBlank ? CellKind.Blank : CellKind.Text, text, 0, traits);
        }

        Runs = workbook.Strings.Runs(index);
        return OfRuns(column, workbook.Strings.Text(index), workbook.Strings.UnderStruck(index), format, traits, workbook.Strings.Traits(index));
    }

    /// <summary>A run with a font of its own stands in a cell whose font is struck through.</summary>
    private static SheetCell OfRuns(int column, string text, string? underStruck, NumberFormat format, CellTraits cell, CellTraits runs) =>
        (cell & CellTraits.Strikethrough) != 0 && !string.IsNullOrWhiteSpace(underStruck)
            ? CellValues.OfText(column, underStruck, format, cell & ~CellTraits.Strikethrough)
            : CellValues.OfText(column, text, format, cell | runs);

    private CellTraits ReadFormula(XmlReader xml)
    {
        int? shared = int.TryParse(xml.GetAttribute("si"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return OfFormula(ElementText.Read(xml), shared);
    }

    private CellTraits OfFormula(ReadOnlySpan<char> formula, int? shared)
    {
        var isVolatile = VolatileFormula.Is(formula);
        if (shared is { } added && isVolatile)
        {
            _volatileShared.Add(added);
        }

        return isVolatile || (shared is { } known && _volatileShared.Contains(known)) ? CellTraits.Formula | CellTraits.VolatileFormula : CellTraits.Formula;
    }

    private SheetCell OfValue(ReadOnlySpan<char> value, int column, CellType type, NumberFormat format, CellTraits traits)
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
                    throw new WorkbookRefusedException(WorkbookFindings.Damaged("thiếu chuỗi dùng chung"));
                }

                return OfShared(index, column, format, traits);
            case CellType.Boolean:
                var isTrue = value is "1" or "true";
                return new SheetCell(column, CellKind.Boolean, isTrue ? "TRUE" : "FALSE", isTrue ? 1 : 0, traits);
            case CellType.Error when value.Length <= LongestError:
                return new SheetCell(column, CellKind.Error, workbook.Texts.Take(value.ToString()), 0, traits);
            case CellType.Day when IsoTime.Read(value) is { } time:
                return CellValues.OfTime(column, time, traits);
            case CellType.Day when IsoTime.BeginsWithDay(value)
                && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day) && day.Year is >= FirstYear and < LastYear:
                return CellValues.OfDay(column, (day.Kind == DateTimeKind.Unspecified ? day : OfficeTime.Of(day).DateTime).ToOADate(), format, traits);
        }

        return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? CellValues.OfNumber(column, number, format, workbook.Is1904, traits)
            : CellValues.OfText(column, workbook.Texts.Take(value.ToString()), format, traits);
    }
}
