using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Rules;

namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>Finds the time phrases of a clause from left to right; the first family that reads at a place wins.</summary>
internal static class Scanner
{
    public static IReadOnlyList<TimePhrase> Scan(Tokens tokens, int from, int to)
    {
        var (found, whole) = (new List<TimePhrase>(), tokens);
        var isLed = CarriedFrequency.IsLed(tokens, from);
        tokens = tokens.Within(from, to);
        for (var i = from; i < to;)
        {
            if (((isLed ? CarriedFrequency.Read(whole, i) : null) ?? At(tokens, i, to)) is { } one && one.To <= to)
            {
                found.Add(one);
                isLed |= one is Frequent { IsBare: false, IsUneven: false } && CarriedFrequency.IsLed(whole, one.To);
                i = one.To;
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    private static TimePhrase? At(Tokens tokens, int at, int limit) =>
        (TimePhrase?)ReferenceRules.Read(tokens, at)
        ?? LengthRules.Read(tokens, at, limit, place => Time(tokens, place))
        ?? Time(tokens, at)
        ?? EventRules.Read(tokens, at, limit, place => Time(tokens, place));

    private static TimePhrase? Time(Tokens tokens, int at) =>
        (TimePhrase?)EventRules.Steady(tokens, at)
        ?? EventRules.AdHoc(tokens, at)
        ?? FrequencyRules.Read(tokens, at)
        ?? DueDayRules.Read(tokens, at)
        ?? (TimePhrase?)BoundRules.Read(tokens, at);
}
