using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Quarters and parts of a year: "Quý III/2018", "Q4/2018", "quý đầu năm", "6 tháng cuối năm 2018", "nửa đầu năm".</summary>
internal static class QuarterRules
{
    /// <summary>Words that, after a folded "quy", make it quy định, quy chế, quy hoạch … and not quý.</summary>
    private static readonly Phrases NotQuarter = new(
        "dinh", "che", "trinh", "hoach", "mo", "chuan", "tac", "uoc", "doi", "pham", "phap", "luat", "ket", "nap", "cach", "khach", "vi", "ong",
        "ba va", "don");

    /// <param name="at">The place behind "quy".</param>
    public static bool IsOtherWord(Tokens tokens, int at) => NotQuarter.StandsAt(tokens, at) && !(tokens.Is(at, "doi") && tokens.Is(at + 1, "voi"));

    public static (Point Point, int End)? Read(Tokens tokens, int at) => Named(tokens, at) ?? PartOfYear(tokens, at);

    public static (Point Point, int End)? Named(Tokens tokens, int at)
    {
        var i = at;
        if (!tokens.IsAny(i, "quy", "qui") && !(tokens.Is(i, "q") && (tokens[i + 1].IsNumber || tokens.IsAny(i + 1, ".", "i", "ii", "iii", "iv"))))
        {
            return null;
        }

        if (tokens.Written(i, i + 1).ToLowerInvariant() is "quỹ" or "quỷ")
        {
            return null;
        }

        i = tokens.Is(i + 1, ".") ? i + 2 : i + 1;
        if (Numerals.Quarter(tokens, i) is not { } quarter || tokens.IsAny(quarter.End, "lan", "ky", "dot"))
        {
            return null;
        }

        // "quý cuối" needs its year: "quý đầu tiên của năm", not "quy đầu mối".
        if (tokens.IsAny(i, "dau", "cuoi") && !tokens.IsAny(quarter.End, "nam", "cua", "/"))
        {
            return null;
        }

        var point = quarter.Number is >= 1 and <= 4 ? Point.OfQuarter(quarter.Number) : new Point(Granularity.Quarter, 13, 1, 13, Point.MonthEnd);
        var tail = YearTail.Read(tokens, quarter.End, point);
        return tail.End == quarter.End && tokens.IsAny(i, "dau", "cuoi") ? (point, SkipYearWord(tokens, quarter.End)) : tail;
    }

    private static (Point Point, int End)? PartOfYear(Tokens tokens, int at)
    {
        if (tokens.Is(at, "nua") && tokens.IsAny(at + 1, "dau", "cuoi") && Named(tokens, SkipOf(tokens, at + 2)) is { } quarter)
        {
            var (first, middle) = (quarter.Point.FirstMonth, quarter.Point.FirstMonth + 1);
            var half = tokens.Is(at + 1, "dau") ? new Point(Granularity.Span, first, 1, middle, 15)
                : new Point(Granularity.Span, middle, 16, quarter.Point.LastMonth, Point.MonthEnd);
            return (half with { Year = quarter.Point.Year, YearShift = quarter.Point.YearShift, IsVague = true }, quarter.End);
        }

        if (tokens.Is(at, "nua"))
        {
            var isFirst = tokens.Is(at + 1, "dau") || tokens.Is(at + 2, "dau");
            var isNamed = (tokens.IsAny(at + 1, "dau", "cuoi") && tokens.Is(at + 2, "nam"))
                || (tokens.Is(at + 1, "nam") && tokens.IsAny(at + 2, "dau", "cuoi"));
            return isNamed ? WithYear(tokens, at + (tokens.Is(at + 1, "nam") ? 3 : 2), isFirst ? Point.OfMonths(1, 6) : Point.OfMonths(7, 12)) : null;
        }

        if (Numerals.Count(tokens, at) is not { Number: >= 1 and <= 12 } count || !tokens.IsAny(count.End, "thang", "t", "quy", "qui"))
        {
            return null;
        }

        var months = tokens.IsAny(count.End, "thang", "t") ? count.Number : count.Number * 3;
        if (!tokens.IsAny(count.End + 1, "dau", "cuoi"))
        {
            // "9 tháng năm 2025" is the usual short form of its first nine months.
            return months is 6 or 9 or 12 && tokens.Is(count.End + 1, "nam") && tokens[count.End + 2].IsYear
                ? (Point.OfMonths(1, months) with { Year = tokens[count.End + 2].Number, IsVague = months < 12 }, count.End + 3)
                : null;
        }

        return months <= 11 && tokens.Is(SkipOf(tokens, count.End + 2), "nam")
            ? WithYear(tokens, count.End + 2, tokens.Is(count.End + 1, "dau") ? Point.OfMonths(1, months) : Point.OfMonths(13 - months, 12))
            : null;
    }

    private static (Point Point, int End) WithYear(Tokens tokens, int at, Point point)
    {
        var tail = YearTail.Read(tokens, at, point);
        return tail.End > at ? tail : (point, SkipYearWord(tokens, at));
    }

    private static int SkipYearWord(Tokens tokens, int at) => SkipOf(tokens, at) is var i && tokens.Is(i, "nam") ? i + 1 : at;

    private static int SkipOf(Tokens tokens, int at) => tokens.IsAny(at, "cua", "trong") ? at + 1 : at;
}
