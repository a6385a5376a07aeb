using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Days of the lunar calendar (âm lịch): "rằm tháng Bảy năm 2026", "mùng 10 tháng 3 âm lịch", "23 tháng Chạp", "trước Tết Nguyên đán 2027".</summary>
internal static class LunarRules
{
    private static readonly Phrases Mark = new("am lich", "lich am", "al", "am");
    private static readonly Phrases NewYear = new("tet", "tet nguyen dan", "tet am lich", "tet co truyen", "tet nguyen dan am lich");

    public static (Point Point, int End)? Read(Tokens tokens, int at) => FullMoon(tokens, at) ?? Tet(tokens, at);

    /// <summary>A day as <see cref="DayRules"/> read it; lunar when its words or those behind it say so.</summary>
    public static (Point Point, int End) Marked(Tokens tokens, int at, (Point Point, int End) read)
    {
        if (read.Point is not { Grain: Granularity.Day, LacksMonth: false, IsVague: false, FirstDay: > 0 })
        {
            return read;
        }

        var isOpened = tokens.Is(read.End, "(");
        var mark = isOpened ? read.End + 1 : read.End;
        if (Skip(tokens, mark) is var end && end > mark && (!isOpened || tokens.Is(end, ")")))
        {
            var point = read.Point with { IsLunar = true };
            end = isOpened ? end + 1 : end;
            return point.HasYear ? (point, end) : YearTail.Read(tokens, end, point);
        }

        return HasLunarName(tokens, at, read.End) ? (read.Point with { IsLunar = true }, read.End) : read;
    }

    /// <summary>The place behind "âm lịch", "ÂL"; <paramref name="at"/> itself when the words are others.</summary>
    public static int Skip(Tokens tokens, int at) =>
        Mark.Skip(tokens, at) is var end && end > at && (tokens.MayBe(at, tokens[at].Text switch { "al" => "âl", "am" => "âm", _ => "lịch" })) ? end : at;

    /// <summary>"tháng Giêng", "tháng Chạp" stand in a stretch.</summary>
    public static bool HasLunarName(Tokens tokens, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from)).Any(i => tokens.IsAny(i, "gieng", "chap") && tokens.Is(i - 1, "thang"));

    private static (Point, int)? FullMoon(Tokens tokens, int at)
    {
        var i = tokens.Is(at, "ngay") ? at + 1 : at;
        if (!tokens.Is(i, "ram") || !tokens.MayBe(i, "rằm") || !tokens.Is(i + 1, "thang") || Numerals.Month(tokens, i + 2) is not { } month)
        {
            return null;
        }

        var end = Skip(tokens, month.End);
        return YearTail.Read(tokens, end, Point.OfDay(month.Number, 15) with { IsLunar = true });
    }

    // Only a limit is bound to the day itself; "dịp Tết" is a time around it.
    private static (Point, int)? Tet(Tokens tokens, int at)
    {
        if (!tokens.IsAny(at - 1, "truoc", "sau", "den", "toi", "het", "nhat", "ngay") || NewYear.Skip(tokens, at) is not (var end and > 0) || end == at)
        {
            return null;
        }

        end = tokens.Is(end, "nam") ? end + 1 : end;
        return tokens[end].IsYear ? (Point.OfDay(1, 1) with { IsLunar = true, Year = tokens[end].Number }, end + 1) : null;
    }
}
