using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>The year after a month, a quarter or a day: "/2018", "năm 2018", "của năm sau".</summary>
internal static class YearTail
{
    private static readonly Phrases Next = new("sau", "toi", "tiep theo", "ke tiep", "ke sau", "lien ke", "lien sau", "sau lien ke", "tiep sau", "sau do");
    private static readonly Phrases Previous = new("truoc", "lien truoc", "truoc lien ke", "truoc nam ke hoach", "truoc do", "lien ke truoc", "ngoai");
    private static readonly Phrases This = new("nay", "ke hoach", "bao cao", "hien tai", "do");

    /// <summary>The point with the year that follows it, if one does.</summary>
    public static (Point Point, int End) Read(Tokens tokens, int at, Point point)
    {
        var i = at;
        var isJoined = tokens.IsAny(i, "/", "-") || (tokens.Is(i, ".") && !tokens[i + 1].AfterSpace);
        if (isJoined && tokens[i + 1].IsYear && !IsStartOfDate(tokens, i + 1))
        {
            return (point with { Year = tokens[i + 1].Number }, i + 2);
        }

        if (tokens.Is(i, "/") && tokens[i + 1].Text.Length == 2 && tokens[i + 1].Number is >= 13 and <= 60 && !tokens.Is(i + 2, "/"))
        {
            return (point with { Year = 2000 + tokens[i + 1].Number, IsShortYear = true }, i + 2);
        }

        if (tokens[i].IsYear && !IsStartOfDate(tokens, i))
        {
            return (point with { Year = tokens[i].Number }, i + 1);
        }

        if (tokens.IsAny(i, ",", "/", "-", "("))
        {
            i++;
        }

        if (tokens.IsAny(i, "cua", "trong", "thuoc"))
        {
            i++;
        }

        if (tokens.Is(i, "nam") && Named(tokens, i + 1, point) is { } named)
        {
            var isClosed = tokens.Is(at, "(") && tokens.Is(named.End, ")");
            return (named.Point, isClosed ? named.End + 1 : named.End);
        }

        return (point, at);
    }

    /// <summary>What follows the word "năm" when it names one year.</summary>
    public static (Point Point, int End)? Named(Tokens tokens, int at, Point point)
    {
        if (tokens[at].IsYear)
        {
            return (point with { Year = tokens[at].Number }, at + 1);
        }

        if (point.Grain != Granularity.Year && tokens[at].Text.Length == 2 && tokens[at].Number is >= 10 and <= 60)
        {
            return (point with { Year = 2000 + tokens[at].Number, IsShortYear = true }, at + 1);
        }

        // "báo cáo năm trước ngày 15/12" speaks of no other year.
        if (tokens.IsAny(at, "sau", "truoc")
            && (tokens[at + 1].IsNumber || tokens.IsAny(at + 1, "ngay", "thang", "quy", "khi") || (tokens.Is(at + 1, "nam") && !tokens.Is(at + 2, "ke"))))
        {
            return null;
        }

        return Next.Skip(tokens, at) is var next && next > at ? (point with { YearShift = 1 }, next)
            : Previous.Skip(tokens, at) is var previous && previous > at ? (point with { YearShift = -1 }, SkipPlan(tokens, previous))
            : This.Skip(tokens, at) is var now && now > at ? (point with { YearShift = 0 }, now)
            : null;
    }

    // "năm trước liền kề năm kế hoạch" names the plan's year only to say which one is before it.
    private static int SkipPlan(Tokens tokens, int at) => tokens.Is(at, "nam") && This.Skip(tokens, at + 1) is var end && end > at + 1 ? end : at;

    // "3/2018/NĐ-CP" and "2018-12-31" are not the tail of a month.
    private static bool IsStartOfDate(Tokens tokens, int at) =>
        tokens.IsAny(at + 1, "-", "/") && tokens[at + 2].Number is >= 1 and <= 12 && tokens[at + 3].Text == tokens[at + 1].Text && tokens[at + 4].IsNumber;
}
