using CcHc.Core.Deadlines.Grammar.Composition;

namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>
/// Words in brackets right behind a time that only explain it: "Tháng 8 (Quý III)", "02 lần/năm (6 tháng, năm)", "Tháng 6 (tại kỳ họp giữa năm)".
/// </summary>
internal static class Brackets
{
    /// <summary>The time itself when the next one only explains it; null when it says something of its own.</summary>
    public static PhraseGroup? Explain(Tokens tokens, PhraseGroup group, TimePhrase next)
    {
        if (!IsInBracket(tokens, group.To, next))
        {
            return null;
        }

        var isAlone = next.From == group.To + 1 && tokens.Is(next.To, ")");
        return next switch
        {
            Dated { Bound: Bound.In } wider when isAlone && group is { Date: { } date, IsRecurring: false, Steady: null } => Within(group, date, wider),
            Dated { Bound: Bound.In } day when group is { Date: { } date, IsRecurring: false } && IsNameOfDay(tokens, group.To, day)
                && Narrowing.Of(date, day) is not null => group,
            Frequent list when isAlone && group is { Frequency: { Recurrences: [var whole], Year: null } } && list.Recurrences.Count > 1
                && list.Recurrences.Contains(whole) => group,
            EventPhrase when group is { Date: not null } => group,
            _ => null,
        };
    }

    private static bool IsInBracket(Tokens tokens, int from, TimePhrase next)
    {
        if (!tokens.Is(from, "("))
        {
            return false;
        }

        for (var i = from + 1; i < next.From; i++)
        {
            if (tokens.Is(i, ")"))
            {
                return false;
            }
        }

        return true;
    }

    // "Quý II (2025)" takes its year from the bracket.
    private static PhraseGroup? Within(PhraseGroup group, Dated date, Dated wider)
    {
        if (wider.Points is not { Joint: Connector.Single, Items: [{ LastYear: null } outer] } || date.IsOpenEnded)
        {
            return null;
        }

        var items = new List<Point>();
        foreach (var point in date.Points.Items)
        {
            if (point.Grain >= outer.Grain || point.FirstMonth < outer.FirstMonth || point.LastMonth > outer.LastMonth || point.LastYear is not null
                || (point.HasYear && outer.HasYear && (point.Year, point.YearShift) != (outer.Year, outer.YearShift)))
            {
                return null;
            }

            items.Add(point.HasYear ? point : point with { Year = outer.Year, YearShift = outer.YearShift });
        }

        return group with { Date = date with { Points = date.Points with { Items = items } } };
    }

    // "Ngày Chuyển đổi số quốc gia 10/10" names a day of commemoration.
    private static bool IsNameOfDay(Tokens tokens, int from, Dated day) =>
        !day.HasPreposition && Enumerable.Range(from, day.From - from).Any(i => tokens.Is(i, "ngay") && tokens[i + 1].IsWord);
}
