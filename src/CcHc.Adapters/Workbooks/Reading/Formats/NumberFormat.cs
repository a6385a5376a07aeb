using System.Globalization;

namespace CcHc.Adapters.Workbooks.Reading.Formats;

/// <summary>A number format (định dạng số): which of its sections shows a value, and a section for texts.</summary>
internal sealed class NumberFormat
{
    private const int MostSections = 4;

    /// <summary>Excel allows 255.</summary>
    private const int LongestCode = 1024;

    public static NumberFormat General { get; } = new([FormatSection.General], null);

    private static readonly NumberFormat[] BuiltIn = [.. Enumerable.Range(0, 59).Select(id => OfCode(BuiltInCode(id)))];

    private readonly IReadOnlyList<FormatSection> _sections;

    private NumberFormat(IReadOnlyList<FormatSection> sections, FormatSection? text)
    {
        (_sections, Text) = (sections, text);
        HidesSign = sections.Count > 1 && sections.All(section => section.Condition is null);
        IsSimple = sections.All(section => section is { Meaning: FormatMeaning.Plain, Decimals: 0 });
    }

    /// <summary>How texts are shown; null where they are shown as they are.</summary>
    public FormatSection? Text { get; }

    /// <summary>True when it shows a number as any other format does.</summary>
    public bool IsSimple { get; }

    /// <summary>A section for numbers below nought shows them without their sign.</summary>
    public bool HidesSign { get; }

    /// <summary>A format Excel has built in, by its id (ECMA-376 part 1, 18.8.30).</summary>
    public static NumberFormat OfBuiltIn(int id) => (uint)id < (uint)BuiltIn.Length ? BuiltIn[id] : General;

    public static NumberFormat OfCode(string? code)
    {
        if (string.IsNullOrEmpty(code) || code.Length > LongestCode || code.Equals("General", StringComparison.OrdinalIgnoreCase))
        {
            return General;
        }

        return OfSections(FormatLexer.Sections(code));
    }

    /// <summary>Of sections taken apart already; one of conditions without any is for what is left.</summary>
    public static NumberFormat OfSections(IReadOnlyList<IReadOnlyList<FormatToken>> taken)
    {
        var sections = taken.Take(MostSections).Select(FormatSection.Of).ToList();
        var text = sections.Count == MostSections || sections[^1].IsOfText ? sections[^1] : null;
        if (text is not null)
        {
            sections.RemoveAt(sections.Count - 1);
        }

        return new NumberFormat(sections.Count == 0 ? [FormatSection.General] : sections, text is { ShowsTextAlone: true } ? null : text);
    }

    /// <summary>The section that shows a number: by its condition, else by its sign.</summary>
    public FormatSection For(double value)
    {
        if (_sections.Count == 1)
        {
            return _sections[0];
        }

        if (_sections.Any(section => section.Condition is not null))
        {
            return _sections.FirstOrDefault(section => section.Condition is null || section.Condition.Value.Holds(value)) ?? FormatSection.General;
        }

        return value < 0 ? _sections[1] : value == 0 && _sections.Count > 2 ? _sections[2] : _sections[0];
    }

    private static string BuiltInCode(int id) => id switch
    {
        2 or 4 or 39 or 40 => "0.00",
        9 => "0%",
        10 => "0.00%",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 or 19 or 20 or 21 or 45 or 47 => "h:mm",
        22 => "m/d/yy h:mm",
        46 => "[h]:mm:ss",
        14 or 15 or (>= 27 and <= 36) or (>= 50 and <= 58) => "dd/mm/yyyy",
        _ => "General",
    };
}

/// <summary>A condition of a section (điều kiện), as "[&gt;=100]".</summary>
internal readonly record struct FormatCondition(string Comparison, double Bound)
{
    public bool Holds(double value) => Comparison switch
    {
        "<" => value < Bound,
        "<=" => value <= Bound,
        ">" => value > Bound,
        ">=" => value >= Bound,
        "<>" => value != Bound,
        _ => value == Bound,
    };

    /// <summary>Null for brackets that hold no condition: colours, locales, elapsed time.</summary>
    public static FormatCondition? Read(ReadOnlySpan<char> bracketed)
    {
        var length = bracketed.IndexOfAnyExcept("<>=");
        return length > 0 && double.TryParse(bracketed[length..], NumberStyles.Float, CultureInfo.InvariantCulture, out var bound)
            ? new FormatCondition(bracketed[..length].ToString(), bound)
            : null;
    }
}
