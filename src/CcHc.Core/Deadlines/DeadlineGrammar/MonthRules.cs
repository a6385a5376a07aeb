namespace CcHc.Core.Deadlines.DeadlineGrammar;

/// <summary>Months and parts of them: "tháng 3/2018", "tháng Chạp", "03/2018", "T12/2018", "tuần đầu tháng 3", "trung tuần tháng 6".</summary>
internal static class MonthRules
{
    public static (Point Point, int End)? Read(Tokens tokens, int at) => Part(tokens, at) ?? Named(tokens, at) ?? Bare(tokens, at);

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

    private static (Point Point, int End)? Bare(Tokens tokens, int at)
    {
        if (tokens[at].Text.Length <= 2 && tokens[at].IsNumber && tokens.IsAny(at + 1, "/", "-", ".") && tokens[at + 2].IsYear
            && (!tokens[at + 2].AfterSpace || tokens.Is(at + 1, "/")) && !tokens.Is(at + 3, "/") && !(tokens.Is(at + 3, "-") && tokens[at + 4].IsWord && !tokens[at + 4].AfterSpace)
            && !IsTailOfNumbers(tokens, at))
        {
            return (Point.OfMonth(tokens[at].Number) with { Year = tokens[at + 2].Number }, at + 3);
        }

        return tokens[at].IsYear && tokens.IsAny(at + 1, "-", "/") && tokens[at + 2].Text.Length == 2 && tokens[at + 2].IsNumber && !tokens.IsAny(at + 3, "-", "/")
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
            ? (month.Point with { Grain = Grain.Span, FirstDay = days.Value.First, LastDay = days.Value.Last, IsVague = days.Value.IsVague }, month.End)
            : null;
    }

    /// <summary>Weeks are counted by sevens from the month's first day: the office's own custom may differ, so they are vague.</summary>
    private static ((int First, int Last, bool IsVague)?, int End) DaysOfPart(Tokens tokens, int at)
    {
        if (tokens.Is(at + 1, "tuan") && tokens.IsAny(at, "thuong", "trung", "ha"))
        {
            return (tokens[at].Text switch { "thuong" => (1, 10, false), "trung" => (11, 20, false), _ => (21, Point.MonthEnd, false) }, at + 2);
        }

        if (tokens.Is(at, "10") && tokens.Is(at + 1, "ngay") && tokens.IsAny(at + 2, "dau", "giua"))
        {
            return (tokens.Is(at + 2, "dau") ? (1, 10, false) : (11, 20, false), at + 3);
        }

        if (tokens.IsAny(at, "nua") && tokens.IsAny(at + 1, "dau", "cuoi"))
        {
            return (tokens.Is(at + 1, "dau") ? (1, 15, false) : (16, Point.MonthEnd, false), at + 2);
        }

        if (!tokens.Is(at, "tuan"))
        {
            return (null, at);
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
        i = tokens.IsAny(i + 1, "tien") ? i + 2 : i + 1;
        return week > 0 ? ((week * 7 - 6, week * 7, true), i) : (null, at);
    }
}
