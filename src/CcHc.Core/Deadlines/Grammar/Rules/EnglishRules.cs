using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>English dates of donors' projects and of Excel: "June 30, 2026", "30 June 2026", "30-Jun-26", "June 2026".</summary>
internal static class EnglishRules
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static (Point Point, int End)? Read(Tokens tokens, int at)
    {
        if ((tokens[at].Text.EndsWith("day", StringComparison.Ordinal) ? Weekdays.Read(tokens, at) : Weekdays.Short(tokens, at)) is { } weekday)
        {
            return Written(tokens, tokens.Is(weekday.End, ",") ? weekday.End + 1 : weekday.End) is { Point.Grain: Granularity.Day } day
                ? (day.Point with { Weekday = weekday.Day }, day.End) : null;
        }

        return Written(tokens, at);
    }

    /// <summary>Days run together: "June 15-20, 2026", "15 to 20 June 2026".</summary>
    public static (Point First, Point Last, int End)? Stretch(Tokens tokens, int at)
    {
        var isMonthFirst = Month(tokens, at) > 0;
        var day = isMonthFirst ? at + 1 : at;
        if (!tokens[day].IsNumber || tokens[day].Text.Length > 2 || !tokens.IsAny(day + 1, "-", "–", "to") || Day(tokens, day + 2) is not { } second
            || second.Number <= tokens[day].Number)
        {
            return null;
        }

        var last = !isMonthFirst ? Written(tokens, day + 2)
            : Year(tokens, second.End) is { } year && tokens[year.End - 1].IsYear
            ? (Point.OfDay(Month(tokens, at), second.Number) with { Year = year.Year }, year.End)
            : tokens.IsAny(second.End, "-", "/") ? null
            : (Point.OfDay(Month(tokens, at), second.Number), second.End);
        return last is { } found ? (found.Point with { FirstDay = tokens[day].Number, LastDay = tokens[day].Number }, found.Point, found.End) : null;
    }

    /// <summary>"early June 2026", "mid-June 2026", "late June".</summary>
    public static (Point Point, int End)? MonthOfPart(Tokens tokens, int at) =>
        tokens.IsAny(at, "early", "mid", "late") && Written(tokens, tokens.Is(at + 1, "-") ? at + 2 : at + 1) is { Point.Grain: Granularity.Month } month
            ? month : null;

    private static (Point Point, int End)? Written(Tokens tokens, int at)
    {
        if (Month(tokens, at) is var month && month > 0)
        {
            var i = tokens.Is(at + 1, ".") ? at + 2 : at + 1;
            i = tokens.Is(i, "-") && tokens[i + 1].Text.Length <= 2 && tokens.Is(i + 2, "-") ? i + 1 : i;
            return Day(tokens, i) is { } day && Year(tokens, day.End) is { } dated && (tokens[dated.End - 1].IsYear || tokens.Is(i - 1, "-"))
                ? (Point.OfDay(month, day.Number) with { Year = dated.Year }, dated.End)
                : Year(tokens, i) is { } year && tokens[year.End - 1].IsYear ? (Point.OfMonth(month) with { Year = year.Year }, year.End)
                : Day(tokens, i) is { } bare && month != 5 ? (Point.OfDay(month, bare.Number), bare.End)
                : null;
        }

        if (Day(tokens, at) is not { } first)
        {
            return null;
        }

        var named = tokens.IsAny(first.End, "-", "of", "/", ",", ".") ? first.End + 1 : first.End;
        if (Month(tokens, named) is not (> 0 and var second))
        {
            return null;
        }

        var end = tokens.Is(named + 1, ".") ? named + 2 : named + 1;
        return Year(tokens, end) is { } tail ? (Point.OfDay(second, first.Number) with { Year = tail.Year }, tail.End)
            : second != 5 || tokens.Is(first.End, "-") && !tokens[named].AfterSpace ? (Point.OfDay(second, first.Number), end)
            : null;
    }

    /// <summary>True for a month's English name, "may" aside, which is a Vietnamese word as well.</summary>
    public static bool IsMonthName(Tokens tokens, int at) => Month(tokens, at) is > 0 and not 5;

    private static int Month(Tokens tokens, int at)
    {
        var word = tokens[at].Text;
        if (word.Length < 3)
        {
            return 0;
        }

        var place = Array.FindIndex(Months, month => month == word || (word.Length == 3 || word == "sept") && month.StartsWith(word, StringComparison.Ordinal));
        return place < 0 || !tokens.MayBe(at, word) ? 0 : place + 1;
    }

    private static (int Number, int End)? Day(Tokens tokens, int at)
    {
        if (!tokens[at].IsNumber || tokens[at].Text.Length > 2 || tokens.IsAny(at - 1, "/", "."))
        {
            return null;
        }

        return (tokens[at].Number, tokens.IsAny(at + 1, "st", "nd", "rd", "th") && !tokens[at + 1].AfterSpace ? at + 2 : at + 1);
    }

    private static (int Year, int End)? Year(Tokens tokens, int at)
    {
        var i = tokens.IsAny(at, ",", "-", "/", "'", ".") ? at + 1 : at;
        return tokens[i].IsYear ? (tokens[i].Number, i + 1)
            : i > at && !tokens[i].AfterSpace && !tokens[at].AfterSpace && tokens[i].Text.Length == 2 && tokens[i].Number is >= 13 and <= 60
            ? (2000 + tokens[i].Number, i + 1)
            : null;
    }
}
