using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace CcHc.Adapters.Documents.Docx;

/// <summary>Works out the automatic numbers (đánh số tự động) of a document's paragraphs in their order, as Word prints them.</summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const int LongestNumber = 3_999;

    private sealed record Level(string Format, string Text, int Start, bool IsLegal);

    private sealed record List(string AbstractId, IReadOnlyDictionary<int, Level> Levels, IReadOnlyDictionary<int, int> StartOverrides);

    private readonly Dictionary<string, List> _lists = new(StringComparer.Ordinal);
    // Lists made of one abstract definition count on together, until one of them says that it starts anew.
    private readonly Dictionary<string, int?[]> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<(string, int)> _started = [];

    public DocxNumbering(XElement? numbering)
    {
        var definitions = numbering.Children("abstractNum").GroupBy(element => element.Of("abstractNumId") ?? "")
            .ToDictionary(group => group.Key, group => LevelsOf(group.First()));
        foreach (var element in numbering.Children("num"))
        {
            var abstractId = element.Child("abstractNumId").Value() ?? "";
            var levels = new Dictionary<int, Level>(definitions.GetValueOrDefault(abstractId) ?? []);
            var starts = new Dictionary<int, int>();
            foreach (var change in element.Children("lvlOverride"))
            {
                var at = change.Number("ilvl") ?? 0;
                if (change.Child("lvl") is { } level)
                {
                    levels[at] = LevelOf(level);
                }

                if (change.Child("startOverride").Number() is { } start)
                {
                    starts[at] = start;
                }
            }

            _lists[element.Of("numId") ?? ""] = new List(abstractId, levels, starts);
        }
    }

    /// <summary>The next number of a list at a level, "" where it shows none; "-" and "+" stand for bullets.</summary>
    public string Next(string listId, int at)
    {
        if (!_lists.TryGetValue(listId, out var list) || at is < 0 or >= Levels || !list.Levels.TryGetValue(at, out var level))
        {
            return "";
        }

        if (level.Format == "bullet")
        {
            return BulletOf(level.Text);
        }

        Count(listId, list, at, level);
        return level.Format == "none" ? "" : Write(list, at, level);
    }

    private void Count(string listId, List list, int at, Level level)
    {
        if (!_counts.TryGetValue(list.AbstractId, out var counts))
        {
            _counts[list.AbstractId] = counts = new int?[Levels];
        }

        var first = list.StartOverrides.TryGetValue(at, out var start) && _started.Add((listId, at)) ? start : (int?)null;
        counts[at] = first ?? (counts[at] is { } last ? Math.Min(last, LongestNumber) + 1 : list.StartOverrides.GetValueOrDefault(at, level.Start));
        for (var deeper = at + 1; deeper < Levels; deeper++)
        {
            counts[deeper] = null;
        }
    }

    private string Write(List list, int at, Level level)
    {
        var text = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9')
            {
                var shown = level.Text[++i] - '1';
                var of = list.Levels.GetValueOrDefault(shown);
                text.Append(Spell(_counts[list.AbstractId][shown] ?? of?.Start ?? 1, level.IsLegal ? "decimal" : of?.Format ?? "decimal"));
            }
            else
            {
                text.Append(level.Text[i]);
            }
        }

        return text.ToString().Trim();
    }

    private static string Spell(int number, string format) => format switch
    {
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "upperLetter" => Letter(number, 'A'),
        "lowerLetter" => Letter(number, 'a'),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    // Word has no đ: z is followed by aa, bb, cc.
    private static string Letter(int number, char first) => number < 1 ? "" : new string((char)(first + (number - 1) % 26), Math.Min((number - 1) / 26 + 1, 8));

    private static string Roman(int number)
    {
        var text = new StringBuilder();
        foreach (var (value, sign) in new[] { (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"), (5, "V"), (4, "IV"), (1, "I") })
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }

    // Bullets are drawn with letters of symbol fonts: only the two that plans tell apart matter.
    private static string BulletOf(string sign) => sign.Trim() is "+" ? "+" : "-";

    private static Dictionary<int, Level> LevelsOf(XElement definition) =>
        definition.Children("lvl").GroupBy(level => level.Number("ilvl") ?? 0).ToDictionary(group => group.Key, group => LevelOf(group.First()));

    private static Level LevelOf(XElement level) =>
        new(level.Child("numFmt").Value() ?? "decimal", level.Child("lvlText").Value() ?? "", level.Child("start").Number() ?? 1, level.Child("isLgl").IsOn());
}
