using System.Globalization;
using System.Xml;
using CcHc.Adapters.Workbooks.Reading.Formats;
using CcHc.Adapters.Workbooks.Reading.Xlsx;
using CcHc.Adapters.Workbooks.Reading.Xlsx.Container;

namespace CcHc.Adapters.Workbooks.Reading.Ods;

/// <summary>The number formats (định dạng số) of an OpenDocument spreadsheet (OpenDocument 1.3 part 3, 16.29), made the ones Excel has.</summary>
internal sealed class OdsFormats
{
    private const int MostFormats = 20_000;
    private const int MostDigits = 20;

    private readonly Dictionary<string, IReadOnlyList<FormatToken>> _tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberFormat> _formats = new(StringComparer.Ordinal);

    public NumberFormat this[string name] => _formats.GetValueOrDefault(name, NumberFormat.General);

    /// <summary>Stands on an element and, where it is a format, leaves on its end.</summary>
    public bool TryRead(XmlReader xml)
    {
        if (xml.LocalName is not ("number-style" or "currency-style" or "percentage-style" or "date-style" or "time-style" or "text-style"))
        {
            return false;
        }

        WorkbookBudget.Refuse(_formats.Count >= MostFormats, "quá nhiều kiểu định dạng");
        var name = xml.GetAttribute("style:name") ?? "";
        var (isElapsed, tokens, sections) =
            (xml.GetAttribute("number:truncate-on-overflow") == "false", new List<FormatToken>(), new List<IReadOnlyList<FormatToken>>());
        var depth = xml.Depth;
        xml.Step();
        while (xml.ToElementBelow(depth))
        {
            if (xml.LocalName == "map")
            {
                AddMap(xml, sections);
            }
            else
            {
                tokens.AddRange(Tokens(xml, isElapsed));
            }

            xml.Step();
        }

        _tokens[name] = tokens;
        _formats[name] = NumberFormat.OfSections([.. sections, tokens]);
        return true;
    }

    /// <summary>"value()&gt;=0" with the name of the format that holds then.</summary>
    private void AddMap(XmlReader xml, List<IReadOnlyList<FormatToken>> sections)
    {
        var condition = xml.GetAttribute("style:condition") ?? "";
        if (condition.StartsWith("value()", StringComparison.Ordinal) && _tokens.TryGetValue(xml.GetAttribute("style:apply-style-name") ?? "", out var tokens))
        {
            sections.Add([new FormatToken(FormatTokenKind.Condition, condition["value()".Length..].Replace("!=", "<>", StringComparison.Ordinal)), .. tokens]);
        }
    }

    private static IEnumerable<FormatToken> Tokens(XmlReader xml, bool isElapsed)
    {
        var isLong = xml.GetAttribute("number:style") == "long";
        switch (xml.LocalName)
        {
            case "text":
                return ElementText.Read(xml) is var text && text == "%"
                    ? [new FormatToken(FormatTokenKind.Percent, "%")] : [new FormatToken(FormatTokenKind.Literal, text)];
            case "number":
                return Digits(xml);
            case "year":
                return [new FormatToken(FormatTokenKind.Year, isLong ? "yyyy" : "yy")];
            case "month":
                return [new FormatToken(FormatTokenKind.Month, xml.GetAttribute("number:textual") == "true" ? "mmmm" : isLong ? "mm" : "m")];
            case "day":
                return [new FormatToken(FormatTokenKind.Day, isLong ? "dd" : "d")];
            case "day-of-week":
                return [new FormatToken(FormatTokenKind.Day, "dddd")];
            case "quarter":
                return [new FormatToken(FormatTokenKind.Quarter, "q")];
            case "hours":
                return [new FormatToken(isElapsed ? FormatTokenKind.Elapsed : FormatTokenKind.Hour, isLong ? "hh" : "h")];
            case "minutes":
                return [new FormatToken(FormatTokenKind.Minute, isLong ? "mm" : "m")];
            case "seconds":
                return [new FormatToken(FormatTokenKind.Second, isLong ? "ss" : "s")];
            case "am-pm":
                return [new FormatToken(FormatTokenKind.HalfDay, "AM/PM")];
            case "text-content":
                return [new FormatToken(FormatTokenKind.Text, "@")];
            case "fraction" or "scientific-number":
                return [new FormatToken(FormatTokenKind.General, "")];
            default:
                return [];
        }
    }

    private static IEnumerable<FormatToken> Digits(XmlReader xml)
    {
        var places = Number(xml.GetAttribute("number:decimal-places"), -1);
        var wholes = Math.Max(1, Number(xml.GetAttribute("number:min-integer-digits"), 1));
        if (places < 0)
        {
            return [new FormatToken(FormatTokenKind.General, "")];
        }

        var always = Math.Min(places, Number(xml.GetAttribute("number:min-decimal-places"), places));
        var whole = Enumerable.Repeat(new FormatToken(FormatTokenKind.Digit, "0"), wholes);
        return places == 0
            ? whole
            : [.. whole, new FormatToken(FormatTokenKind.Point, "."), .. Enumerable.Range(0, places)
                .Select(i => new FormatToken(FormatTokenKind.Digit, i < always ? "0" : "#"))];
    }

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, MostDigits) : otherwise;
}
