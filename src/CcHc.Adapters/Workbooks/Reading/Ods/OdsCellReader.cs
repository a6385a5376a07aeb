using System.Globalization;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Reading.Ods;

/// <summary>Reads one cell (ô) of an OpenDocument spreadsheet: its value as its number format shows it, its words, its comment.</summary>
internal sealed class OdsCellReader(XmlReader xml, OdsStyles styles, TextPool texts)
{
    private static readonly NumberFormat PlainPercent = NumberFormat.OfCode("0%");

    private readonly OdsText _text = new(xml, styles);
    private readonly Dictionary<string, (NumberFormat Format, FontTraits Font)> _known = new(StringComparer.Ordinal);

    /// <summary>Of the cell read last; null when it has none.</summary>
    public string? Comment { get; private set; }

    /// <summary>Of the cell read last; null when its letters are Unicode throughout.</summary>
    public IReadOnlyList<StoredRun>? Runs { get; private set; }

    /// <summary>Stands on a table-cell and leaves on its end.</summary>
    /// <param name="inherited">The style of its row or column.</param>
    public SheetCell Read(int column, string inherited)
    {
        var style = xml.GetAttribute("table:style-name") ?? inherited;
        var formula = xml.GetAttribute("table:formula");
        var kind = xml.GetAttribute("calcext:value-type") == "error" ? "error" : xml.GetAttribute("office:value-type") ?? "";
        var value =
            xml.GetAttribute(kind switch { "date" => "office:date-value", "time" =>
                "office:time-value", "boolean" => "office:boolean-value", "string" => "office:string-value", _ => "office:value" });
        var (format, font) = Known(style);
        var traits = formula is null ? CellTraits.None : VolatileFormula.Is(formula) ? CellTraits.Formula | CellTraits.VolatileFormula : CellTraits.Formula;
        var words = _text.Read(style, font);
        Comment = _text.Comment is { } comment ? texts.Settle(comment) : null;
        Runs = null;
        if (kind is "string" or "error" or "")
        {
            return OfWords(column, kind, words, value, format, traits, font);
        }

        traits |= font.IsStruck ? CellTraits.Strikethrough : CellTraits.None;
        return kind switch
        {
            "boolean" => new SheetCell(column, CellKind.Boolean, value == "true" ? "TRUE" : "FALSE", value == "true" ? 1 : 0, traits),
            "date" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var day) && IsoTime.BeginsWithDay(value)
                && day.Year is >= 1900 and < 9999 =>
                CellValues.OfDay(column, day.ToOADate(), format, traits),
            "time" when OfDuration(value) is { } time => time < TimeSpan.FromDays(1) && time >= TimeSpan.Zero
                ? CellValues.OfTime(column, time, traits)
                : CellValues.OfNumber(column, time.TotalDays, NumberFormat.General, false, traits),
            _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                CellValues.OfNumber(column, number, kind == "percentage" && format.IsSimple ? PlainPercent : format, false, traits),
            _ => OfWords(column, kind, words, null, format, traits, font),
        };
    }

    private SheetCell OfWords(int column, string kind, RunText words, string? stored, NumberFormat format, CellTraits traits, FontTraits font)
    {
        Runs = texts.Settle(words.Runs);
        var text = texts.Take(words.Raw.Length > 0 ? words.Raw : stored ?? "");
        if (kind == "error")
        {
            return new SheetCell(column, CellKind.Error, text.Length is > 0 and <= CellBody.LongestError ? text : "#ERR!", 0, traits);
        }

        var struck = words.Raw.Length > 0 ? words.Traits : font.IsStruck && text.Length > 0 ? CellTraits.Strikethrough : CellTraits.None;
        var isUncounted = kind.Length == 0 && text.Length == 0 && (traits & CellTraits.Formula) != 0;
        return CellValues.OfText(column, text, format, isUncounted ? traits | CellTraits.FormulaWithoutValue : traits | struck);
    }

    private (NumberFormat Format, FontTraits Font) Known(string style)
    {
        if (!_known.TryGetValue(style, out var known))
        {
            _known.Add(style, known = (styles.FormatOf(style), styles.FontOf(style)));
        }

        return known;
    }

    private static TimeSpan? OfDuration(string? value)
    {
        try
        {
            return value is { Length: > 0 and < 100 } ? XmlConvert.ToTimeSpan(value) : null;
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            return null;
        }
    }
}
