using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>
/// "đầu", "giữa", "cuối" of a month, a quarter or a year, after Bộ luật Dân sự 2015, Điều 146: đầu = the first day, giữa tháng = the 15th, giữa năm = 30 June,
/// cuối = the last day. A quarter's middle, which the law does not name, is the 15th of its second month.
/// </summary>
internal static class VagueRules
{
    public static (Point Point, int End)? Read(Tokens tokens, int at)
    {
        if (EnglishRules.MonthOfPart(tokens, at) is { } english)
        {
            var place = tokens[at].Text switch { "early" => 1, "mid" => 15, _ => Point.MonthEnd };
            return (Point.OfDay(english.Point.FirstMonth, place) with { Year = english.Point.Year, IsVague = true }, english.End);
        }

        if (!tokens.IsAny(at, "dau", "giua", "cuoi") || tokens.Is(at - 1, "nua"))
        {
            return null;
        }

        var i = tokens.IsAny(at + 1, "cua") ? at + 2 : at + 1;
        if ((MonthRules.Named(tokens, i) ?? QuarterRules.Named(tokens, i) ?? Year(tokens, i)) is not { } found)
        {
            return null;
        }

        var whole = found.Point;
        var day = tokens[at].Text switch
        {
            "dau" => Point.OfDay(whole.FirstMonth, 1),
            "cuoi" => Point.OfDay(whole.LastMonth, Point.MonthEnd),
            _ => whole.Grain switch
            {
                Granularity.Year => Point.OfDay(6, 30),
                Granularity.Quarter => Point.OfDay(whole.FirstMonth + 1, 15),
                _ => Point.OfDay(whole.FirstMonth, 15),
            },
        };
        return (day with { Year = whole.Year, YearShift = whole.YearShift, IsVague = true }, found.End);
    }

    private static (Point Point, int End)? Year(Tokens tokens, int at) => !tokens.Is(at, "nam") || tokens.Is(at + 1, "hoc") ? null
        : YearTail.Named(tokens, at + 1, Point.OfYear()) ?? (Point.OfYear(), at + 1);
}
