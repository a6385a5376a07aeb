using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Frequencies told by counting: "02 lần/năm", "mỗi quý một lần", "6 tháng một lần".</summary>
internal static class CountRules
{
    private static readonly Phrases AtLeast = new("it nhat", "toi thieu", "khoang");

    public static Frequent? Read(Tokens tokens, int at)
    {
        var start = FrequencyRules.Each.Skip(tokens, AtLeast.Skip(tokens, FrequencyRules.Periodic.Skip(tokens, at)));

        // "02 lần/năm", "một lần mỗi quý", "ít nhất 01 kỳ/tháng"
        var count = AtLeast.Skip(tokens, start);
        if (Numerals.Count(tokens, count) is { } times && FrequencyRules.IsCount(tokens, times.End))
        {
            var i = times.End + 1;
            var joined = tokens.IsAny(i, "/", "moi", "mot", "trong", "hang", "tren") ? i + 1 : i;
            joined = tokens.IsAny(joined, "mot", "moi", "01", "1") && tokens.IsAny(joined + 1, "tuan", "thang", "quy", "nam") ? joined + 1 : joined;
            if (joined > i && FrequencyRules.Unit(tokens, joined, true) is { } unit)
            {
                var counted = Of(at, unit.End, times.Number, unit.Recurrence);
                return unit.Recurrence == Recurrence.Annual && tokens[unit.End].IsYear
                    ? counted with { To = unit.End + 1, Year = Point.OfYear() with { Year = tokens[unit.End].Number } }
                    : counted;
            }
        }

        // "6 tháng một lần", "01 quý/lần", "hai năm một lần"
        if (Numerals.Count(tokens, start) is { } length && tokens.IsAny(length.End, "tuan", "thang", "quy", "nam") && Once(tokens, length.End + 1) is var once
            && once > length.End + 1)
        {
            var recurrence = (tokens[length.End].Text, length.Number) switch
            {
                ("tuan", 1) => Recurrence.Weekly,
                ("thang", 1) => Recurrence.Monthly,
                ("thang", 3) or ("quy", 1) => Recurrence.Quarterly,
                ("thang", 6) or ("quy", 2) => Recurrence.Semiannual,
                ("thang", 9) => Recurrence.NineMonths,
                ("thang", 12) or ("quy", 4) or ("nam", 1) => Recurrence.Annual,
                _ => Recurrence.None,
            };
            return new Frequent(at, once, recurrence == Recurrence.None ? [] : [recurrence]) { IsUneven = recurrence == Recurrence.None };
        }

        // "mỗi quý một lần", "hằng năm ít nhất 02 lần", "quý/lần"
        if (FrequencyRules.Unit(tokens, start, true) is not { } named)
        {
            return null;
        }

        var after = AtLeast.Skip(tokens, tokens.IsAny(named.End, ",", "/", ":") ? named.End + 1 : named.End);
        if (Numerals.Count(tokens, after) is { } perUnit && FrequencyRules.IsCount(tokens, perUnit.End))
        {
            return Of(at, perUnit.End + 1, perUnit.Number, named.Recurrence);
        }

        return tokens.Is(named.End, "/") && tokens.Is(named.End + 1, "lan") ? Of(at, named.End + 2, 1, named.Recurrence) : null;
    }

    private static int Once(Tokens tokens, int at) =>
        tokens.Is(at, "/") && tokens.Is(at + 1, "lan") ? at + 2
        : (tokens.Is(at, "/") || !tokens[at].IsWord && !tokens[at].IsNumber ? at + 1 : at) is var i && tokens.IsAny(i, "mot", "1", "01")
            && tokens.Is(i + 1, "lan") ? i + 2
        : tokens.Is(at, "lan") ? at + 1
        : at;

    private static Frequent Of(int from, int to, int times, Recurrence unit)
    {
        var recurrence = (unit, times) switch
        {
            (_, 1) => unit,
            (Recurrence.Annual, 2) => Recurrence.Semiannual,
            (Recurrence.Annual, 4) => Recurrence.Quarterly,
            (Recurrence.Annual, 12) or (Recurrence.Quarterly, 3) => Recurrence.Monthly,
            (Recurrence.Semiannual, 2) => Recurrence.Quarterly,
            _ => Recurrence.None,
        };
        return new Frequent(from, to, recurrence == Recurrence.None ? [] : [recurrence]) { IsUneven = recurrence == Recurrence.None };
    }
}
