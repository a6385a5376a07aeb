using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Months and parts of them: "tháng 3/2018", "tháng Chạp", "03/2018", "T12/2018", "tuần đầu tháng 3", "trung tuần tháng 6".</summary>
internal static class MonthRules
{
    public static (Point Point, int End)? Read(Tokens tokens, int at) => Part(tokens, at) ?? Named(tokens, at) ?? OfWhole(tokens, at) ?? Bare(tokens, at);

    public static (Point Point, int End)? Named(Tokens tokens, int at)
    {
        var i = at;
        if (tokens.Is(i, "thang") || (tokens.Is(i, "t") && tokens[i + 1].IsNumber) || (tokens.Is(i, "t") && tokens.Is(i + 1, ".") && tokens[i + 2].IsNumber))
        {
            i = tokens.Is(i, "t") && tokens.Is(i + 1, ".") ? i + 2 : i + 1;
        }
        else
        {
            return null;
        }

        return Numerals.Month(tokens, i) is { } month && !tokens.Is(month.End, "lan") ? YearTail.Read(tokens, month.End, Point.OfMonth(month.Number)) : null;
    }

    /// <summary>"tháng đầu quý II", "tháng cuối cùng của năm": a month told by its place.</summary>
    private static (Point Point, int End)? OfWhole(Tokens tokens, int at)
    {
        if (!tokens.Is(at, "thang") || tokens[at - 1].IsNumber || tokens.IsAny(at - 1, "cac", "nhung", "may", "vai", "hai", "ba")
            || Place(tokens, at + 1) is not { } place)
        {
            return null;
        }

        var i = tokens.IsAny(place.End, "cua", "trong") ? place.End + 1 : place.End;
        var whole = QuarterRules.Named(tokens, i)
            ?? (tokens.Is(i, "nam") && !tokens.Is(i + 1, "hoc") ? YearTail.Named(tokens, i + 1, Point.OfYear()) ?? (Point.OfYear(), i + 1) : null);
        return whole is { } found
            ? (Point.OfMonth(place.Number > 0 ? found.Point.FirstMonth + place.Number - 1
            : found.Point.LastMonth) with { Year = found.Point.Year, YearShift = found.Point.YearShift }, found.End)
            : null;
    }

    /// <summary>"đầu", "thứ hai", "cuối cùng"; 0 for the last.</summary>
    private static (int Number, int End)? Place(Tokens tokens, int at) => tokens[at].Text switch
    {
        "dau" => (1, tokens.Is(at + 1, "tien") ? at + 2 : at + 1),
        "cuoi" => (0, tokens.Is(at + 1, "cung") ? at + 2 : at + 1),
        "thu" when tokens.IsAny(at + 1, "nhat", "hai", "ba", "1", "2", "3") =>
            (tokens[at + 1].Text switch { "nhat" or "1" => 1, "hai" or "2" => 2, _ => 3 }, at + 2),
        _ => null,
    };

    private static (Point Point, int End)? Bare(Tokens tokens, int at)
    {
        if (tokens[at].Text.Length <= 2 && tokens[at].IsNumber && tokens.IsAny(at + 1, "/", "-", ".") && tokens[at + 2].IsYear
            && (!tokens[at + 2].AfterSpace || tokens.Is(at + 1, "/")) && !tokens.Is(at + 3, "/")
            && !(tokens.Is(at + 3, "-") && tokens[at + 4].IsWord && !tokens[at + 4].AfterSpace)
            && !IsTailOfNumbers(tokens, at))
        {
            return (Point.OfMonth(tokens[at].Number) with { Year = tokens[at + 2].Number }, at + 3);
        }

        return tokens[at].IsYear && tokens.IsAny(at + 1, "-", "/") && tokens[at + 2].Text.Length == 2 && tokens[at + 2].IsNumber
            && !tokens.IsAny(at + 3, "-", "/")
            && !tokens[at + 2].AfterSpace
            ? (Point.OfMonth(tokens[at + 2].Number) with { Year = tokens[at].Number }, at + 3)
            : null;
    }

    // "03-6/2018" may be two months or a day.
    private static bool IsTailOfNumbers(Tokens tokens, int at) =>
        tokens.IsAny(at - 1, "-", "/", ".") && tokens[at - 2].IsNumber && !tokens[at - 2].IsYear && !tokens[at].AfterSpace;

    private static (Point Point, int End)? Part(Tokens tokens, int at)
    {
        var (days, i) = DaysOfPart(tokens, at);
        if (days is null)
        {
            return null;
        }

        if (tokens.IsAny(i, "cua", "trong"))
        {
            i++;
        }

        return Named(tokens, i) is { } month
            ? (month.Point with { Grain = Granularity.Span, FirstDay = days.Value.First, LastDay = days.Value.Last, IsVague = days.Value.IsVague }, month.End)
            : null;
    }

    /// <summary>Weeks are counted by sevens from the month's first day: the office's own custom may differ, so they are vague.</summary>
    private static ((int First, int Last, bool IsVague)?, int End) DaysOfPart(Tokens tokens, int at)
    {
        if (tokens.Is(at + 1, "tuan") && tokens.IsAny(at, "thuong", "trung", "ha"))
        {
            return (tokens[at].Text switch { "thuong" => (1, 10, false), "trung" => (11, 20, false), _ => (21, Point.MonthEnd, false) }, at + 2);
        }

        if (tokens.Is(at, "10") && tokens.Is(at + 1, "ngay") && tokens.Is(at + 2, "giua"))
        {
            return ((11, 20, false), at + 3);
        }

        if (tokens[at].Number is >= 2 and <= 20 && tokens.Is(at + 1, "ngay") && tokens.IsAny(at + 2, "dau", "cuoi"))
        {
            return (tokens.Is(at + 2, "dau") ? (1, tokens[at].Number, false) : (-tokens[at].Number, Point.MonthEnd, false), at + 3);
        }

        if (tokens.IsAny(at, "nua") && tokens.IsAny(at + 1, "dau", "cuoi"))
        {
            return (tokens.Is(at + 1, "dau") ? (1, 15, false) : (16, Point.MonthEnd, false), at + 2);
        }

        return !tokens.Is(at, "tuan") || WeekOf(tokens, at) is not { } week ? (null, at)
            : week.Number == 0 ? ((-7, Point.MonthEnd, true), week.End)
            : ((week.Number * 7 - 6, week.Number * 7, true), week.End);
    }

    /// <summary>"tuần đầu", "tuần thứ hai", "tuần cuối cùng"; 0 for the last.</summary>
    public static (int Number, int End)? WeekOf(Tokens tokens, int at)
    {
        if (tokens.Is(at + 1, "cuoi"))
        {
            return (0, tokens.Is(at + 2, "cung") ? at + 3 : at + 2);
        }

        var i = tokens.Is(at + 1, "thu") ? at + 2 : at + 1;
        var week = tokens[i].Text switch
        {
            "dau" or "nhat" or "mot" or "i" => 1,
            "hai" or "ii" => 2,
            "ba" or "iii" => 3,
            "tu" or "bon" or "iv" => 4,
            _ => tokens[i].Number is >= 1 and <= 4 ? tokens[i].Number : 0,
        };
        return week > 0 ? (week, tokens.Is(i + 1, "tien") ? i + 2 : i + 1) : null;
    }
}
