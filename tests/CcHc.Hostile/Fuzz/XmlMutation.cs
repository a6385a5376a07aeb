using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Core.Sheets;

namespace CcHc.Hostile.Fuzz;

/// <summary>Spoils XML as text (phá XML): numbers to extremes, attributes and elements dropped, doubled, moved or renamed, words swapped for others.</summary>
internal static partial class XmlMutation
{
    private static readonly string[] Numbers =
        ["0", "-1", "1", "2", "255", "256", "16384", "16385", "65535", "65536", "1048576", "1048577", "2147483647", "2147483648", "-2147483648", "4294967296",
            "99999999999999999999", "1E400", "-1E308", "NaN", "0.0000001", "60", "2958466", "46000", "", " 7 ", "+5", "0x10", "１２"];

    private static readonly string[] Words =
    [
        "", " ", "\u00A0", "Sở Tư pháp", "các sở, ban, ngành", "Quý I", "31/02/2026", "trước ngày 20", "hằng quý", "=1+1", "_x0000_", "_xD800_",
        "a\u0301\u0301\u0301", "true", "TRUE", "#REF!", "..", "/", "&#0;", "&#xD800;", "&lt;b&gt;", "A1:XFD1048576", "XFD1048576",
        "inlineStr", "s", "str", "b", "e", "d", "n", "hidden", "veryHidden", "External", "xl/workbook.xml", "../../x", "http://127.0.0.1:9/",
    ];

    private static readonly string[] Inserted =
    [
        "<c t=\"s\"><v>99999</v></c>", "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "<mergeCell ref=\"A1:XFD1048576\"/>", "<f>TODAY()</f>",
        "<f>NOW()+RAND()</f>", "<v/>", "<is/>", "<t xml:space=\"preserve\"> </t>", "<row hidden=\"1\"/>", "<![CDATA[<x>]]>",
        "<!-- x -->", "<?x y?>", "<x:y xmlns:x=\"z\"/>", "</row>", "</c>", "<", "&", "&x;", "\u0000", "<c t=\"d\"><v>0001-01-01T00:00:00</v></c>",
        "<c s=\"4\"><v>1E300</v></c>", "<rPr><rFont val=\".VnTime\"/><strike/></rPr>",
    ];

    public static string Spoil(string xml, Random chance)
    {
        for (var times = 1 << chance.Next(0, 5); times > 0 && xml.Length > 0; times--)
        {
            xml = chance.Next(40) switch
            {
                < 12 => Replace(Number(), xml, chance, _ => Any(Numbers, chance)),
                < 18 => Replace(Text(), xml, chance, _ => Any(Words, chance)),
                < 22 => Replace(Attribute(), xml, chance, _ => ""),
                < 28 =>
                    Replace(Attribute(), xml, chance,
                        match =>
                            $" {match.Groups[1].Value}=\"{Any(chance.Next(2) == 0 ? Numbers : Words, chance).Replace("\"", "", StringComparison.Ordinal)}\""),
                < 33 => Replace(Element(), xml, chance, match => string.Concat(Enumerable.Repeat(match.Value, chance.Next(2) * (1 << chance.Next(1, 9))))),
                < 36 => Replace(Address(), xml, chance, _ => CellName.Of(1 << chance.Next(0, 21), 1 << chance.Next(0, 15))),
                36 => Replace(Attribute(), xml, chance, match => match.Value + match.Value),
                37 => Replace(Tag(), xml, chance, _ => chance.Next(4) == 0 ? "" : Any(Inserted, chance)),
                _ => Replace(Closing(), xml, chance, match => match.Value + Any(Inserted, chance)),
            };
        }

        return xml;
    }

    /// <summary>One place among all that fit, found from a random point on.</summary>
    private static string Replace(Regex places, string xml, Random chance, Func<Match, string> by)
    {
        var match = places.Match(xml, chance.Next(xml.Length));
        match = match.Success ? match : places.Match(xml);
        return match.Success
            ? string.Create(CultureInfo.InvariantCulture, $"{xml.AsSpan(0, match.Index)}{by(match)}{xml.AsSpan(match.Index + match.Length)}") : xml;
    }

    private static string Any(string[] choices, Random chance) => choices[chance.Next(choices.Length)];

    [GeneratedRegex("(?<=[\">])-?[0-9][0-9.E]*(?=[\"<])")]
    private static partial Regex Number();

    [GeneratedRegex("(?<=>)[^<]+(?=<)")]
    private static partial Regex Text();

    [GeneratedRegex(" ([A-Za-z:]+)=\"[^\"]*\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("<(c|row|si|xf|font|numFmt|mergeCell|sheet|Relationship|r|t|v|is|col)( [^>]*)?(/>|>.*?</\\1>)", RegexOptions.Singleline)]
    private static partial Regex Element();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("</(c|row|xf|si|mergeCell|is|v)>")]
    private static partial Regex Closing();

    [GeneratedRegex("(?<=r=\"|ref=\"|:)[A-Z]+[0-9]+")]
    private static partial Regex Address();
}
