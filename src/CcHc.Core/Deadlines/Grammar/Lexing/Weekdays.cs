namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>Weekdays (thứ) beside a day: "thứ Sáu, ngày 30/10/2026", "30/10/2026 (thứ 6)".</summary>
internal static class Weekdays
{
    /// <summary>The weekday standing at a place.</summary>
    public static (DayOfWeek Day, int End)? Read(Tokens tokens, int at)
    {
        if (tokens.Is(at, "chu") && tokens.Is(at + 1, "nhat"))
        {
            return (DayOfWeek.Sunday, at + 2);
        }

        if (English(tokens[at].Text) is { } english)
        {
            return (english, at + 1);
        }

        var day = !tokens.Is(at, "thu") ? 0 : tokens[at + 1].Text switch
        {
            "hai" or "2" => 1, "ba" or "3" => 2, "tu" or "4" => 3, "nam" or "5" => 4, "sau" or "6" => 5, "bay" or "7" => 6, _ => 0,
        };
        return day == 0 ? null : ((DayOfWeek)day, at + 2);
    }

    /// <summary>The weekday before a written day and the place of that day.</summary>
    public static (DayOfWeek Day, int End)? Before(Tokens tokens, int at)
    {
        var isShort = tokens.Is(at, "cn") || tokens.Is(at, "t") && tokens[at + 1].Number is >= 2 and <= 7 && !tokens[at + 1].AfterSpace;
        var read = isShort ? (Day: tokens.Is(at, "cn") ? DayOfWeek.Sunday : (DayOfWeek)(tokens[at + 1].Number - 1), End: tokens.Is(at, "cn") ? at + 1 : at + 2)
            : Read(tokens, at);
        if (read is not { } found || tokens.IsAny(at - 1, "lan", "dot", "ky", "tuan", "thang", "quy"))
        {
            return null;
        }

        var i = tokens.IsAny(found.End, ",", "(", "-") ? found.End + 1 : found.End;
        var isDate = tokens[i].IsNumber && tokens.IsAny(i + 1, "/", "-", ".") && tokens[i + 2].IsNumber && !tokens[i + 2].IsYear;
        isDate &= !isShort || i > found.End || tokens.IsAny(i + 3, "/", "-", ".") && tokens[i + 4].IsYear;
        isDate |= !isShort && tokens[i].IsNumber && tokens.Is(i + 1, "thang");
        return isDate || tokens.Is(i, "ngay") && !isShort ? (found.Day, i) : null;
    }

    /// <summary>The weekday behind a written day, with the place behind it.</summary>
    public static (DayOfWeek Day, int End)? Behind(Tokens tokens, int at)
    {
        var isOpened = tokens.Is(at, "(");
        if (Read(tokens, isOpened || tokens.IsAny(at, ",", "-") ? at + 1 : at) is not { } found || tokens.IsAny(found.End, "hang", "moi", "ngay", "cua", "tuan")
            || tokens[found.End].IsNumber)
        {
            return null;
        }

        return isOpened && !tokens.Is(found.End, ")") ? null : (found.Day, isOpened ? found.End + 1 : found.End);
    }

    /// <summary>"Sat", "Mon." before an English date; "Thu" stands before one only.</summary>
    public static (DayOfWeek Day, int End)? Short(Tokens tokens, int at)
    {
        DayOfWeek? day = tokens[at].Text switch
        {
            "mon" => DayOfWeek.Monday,
            "tue" or "tues" => DayOfWeek.Tuesday,
            "wed" => DayOfWeek.Wednesday,
            "thu" or "thur" or "thurs" => DayOfWeek.Thursday,
            "fri" => DayOfWeek.Friday,
            "sat" => DayOfWeek.Saturday,
            "sun" => DayOfWeek.Sunday,
            _ => null,
        };
        return day is { } found ? (found, tokens.Is(at + 1, ".") ? at + 2 : at + 1) : null;
    }

    private static DayOfWeek? English(string word) => word switch
    {
        "monday" => DayOfWeek.Monday,
        "tuesday" => DayOfWeek.Tuesday,
        "wednesday" => DayOfWeek.Wednesday,
        "thursday" => DayOfWeek.Thursday,
        "friday" => DayOfWeek.Friday,
        "saturday" => DayOfWeek.Saturday,
        "sunday" => DayOfWeek.Sunday,
        _ => null,
    };
}
