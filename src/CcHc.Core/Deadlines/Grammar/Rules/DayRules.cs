using CcHc.Core.Calendars;
using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Days: "ngày mười lăm tháng sáu", "31/12/2018", "31-12-2018", "31.12.18", "2018-12-31", "15/3", "ngày 5 tháng 4 năm 2018", "ngày 20".</summary>
internal static class DayRules
{
    // After a short date these show that it is a date and not a fraction ("1/2 số đơn vị").
    private static readonly Phrases FollowsShortDate = new("hang", "moi", "va", "den", "nam", "doi", "hoac", "cua", "toi", "cham", "truoc", "cung", "bao");

    private static readonly Phrases AnnouncesDay = new("truoc", "den", "tu", "nhat", "qua", "het", "toi", "vao", "ngay", "han", "la", "sau");

    public static (Point Point, int End)? Read(Tokens tokens, int at)
    {
        var weekday = Weekdays.Before(tokens, at);
        if (Written(tokens, weekday?.End ?? at, weekday is not null) is not { } written)
        {
            return null;
        }

        var (point, end) = LunarRules.Marked(tokens, at, written);
        var behind = weekday is null && point is { Grain: Granularity.Day, LacksMonth: false } ? Weekdays.Behind(tokens, end) : null;
        return (point with { Weekday = weekday?.Day ?? behind?.Day }, behind?.End ?? end);
    }

    private static (Point Point, int End)? Written(Tokens tokens, int at, bool isAnnounced)
    {
        var i = at;
        var hasNoun = tokens.IsAny(i, "ngay", "mung", "mong");
        if (hasNoun)
        {
            i = tokens.IsAny(i + 1, "mung", "mong") ? i + 2 : i + 1;
        }

        if (!tokens[i].IsNumber)
        {
            return hasNoun && Numerals.Day(tokens, i) is { } spelt && tokens.Is(spelt.End, "thang") && Numerals.Month(tokens, spelt.End + 1) is { } month
                ? YearTail.Read(tokens, month.End, Point.OfDay(month.Number, spelt.Number) with { IsMonthInWords = true })
                : null;
        }

        return Iso(tokens, i) ?? Full(tokens, i) ?? InWords(tokens, i, hasNoun || isAnnounced || AnnouncesDay.StandsAt(tokens, i - 1))
            ?? Short(tokens, i, hasNoun)
                ?? (hasNoun && tokens[i].Text.Length <= 2 ? (Point.OfDay(0, tokens[i].Number), i + 1) : null);
    }

    private static (Point Point, int End)? Iso(Tokens tokens, int at)
    {
        if (!tokens[at].IsYear || !IsMark(tokens, at + 1) || !tokens[at + 2].IsNumber || tokens[at + 3].Text != tokens[at + 1].Text || !tokens[at + 4].IsNumber
            || tokens[at + 2].Text.Length > 2 || tokens[at + 4].Text.Length > 2)
        {
            return null;
        }

        var (written, clock) = (Point.OfDay(tokens[at + 2].Number, tokens[at + 4].Number) with { Year = tokens[at].Number }, SkipClock(tokens, at + 5));
        return clock > at + 5 && UtcMark(tokens, clock) is { } end
            ? (AtTheOffice(written, tokens[tokens.Is(at + 5, "t") ? at + 6 : at + 5].Number), end) : (written, clock);
    }

    /// <summary>Where "Z", "000Z" or "+00:00" ends behind a clock; null when there is none.</summary>
    private static int? UtcMark(Tokens tokens, int at)
    {
        var i = tokens.Is(at, ".") && tokens[at + 1].IsNumber ? at + 2 : at;
        return tokens.Is(i, "z") ? i + 1
            : tokens.IsAny(i, "+", "-") && tokens.Is(i + 1, "00") && tokens.Is(i + 2, ":") && tokens.Is(i + 3, "00") ? i + 4
            : null;
    }

    private static Point AtTheOffice(Point utc, int hour)
    {
        if (utc.In(utc.Year!.Value) is not { } day)
        {
            return utc;
        }

        var moved = OfficeTime.DayOfUtc(day.First, hour);
        return Point.OfDay(moved.Month, moved.Day) with { Year = moved.Year };
    }

    private static (Point Point, int End)? Full(Tokens tokens, int at)
    {
        if (tokens[at].Text.Length > 2 || !IsMark(tokens, at + 1) || !tokens[at + 2].IsNumber || tokens[at + 2].Text.Length > 2
            || !IsMark(tokens, at + 3) || !tokens[at + 4].IsNumber)
        {
            return null;
        }

        // "1-15/3/2018" and "1-3/4" are stretches of days, "31/12-2018" is a date.
        var year = tokens[at + 4];
        if (tokens[at + 1].Text != tokens[at + 3].Text && !year.IsYear || (tokens.Is(at + 1, "-") && tokens.Is(at + 3, "/")))
        {
            return null;
        }

        return year.IsYear ? (Point.OfDay(tokens[at + 2].Number, tokens[at].Number) with { Year = year.Number }, SkipClock(tokens, at + 5))
            : year.Text.Length == 2 && year.Number >= 10 && !IsMark(tokens, at + 5)
                ? (Point.OfDay(tokens[at + 2].Number, tokens[at].Number) with { Year = 2000 + year.Number, IsShortYear = true }, at + 5)
                : null;
    }

    private static (Point Point, int End)? InWords(Tokens tokens, int at, bool isAnnounced)
    {
        var month = tokens.IsAny(at + 1, ",", "/") || tokens.Is(at + 1, "-") && !tokens[at + 2].AfterSpace ? at + 2 : at + 1;
        while (tokens.IsAny(month, "cua", "trong", "cac"))
        {
            month++;
        }

        if (!tokens.Is(month, "thang") || tokens[at].Text.Length > 2 || Numerals.Month(tokens, month + 1) is not { } found
            || !(isAnnounced || tokens[at].Number > 9 || tokens.Is(at + 1, "-")))
        {
            return null;
        }

        var day = Point.OfDay(found.Number, tokens[at].Number) with { IsMonthInWords = true };
        return tokens.Is(found.End, "-") && !tokens[found.End + 1].AfterSpace && tokens[found.End + 1] is { Text.Length: 2, Number: >= 13 and <= 60 } year
            ? (day with { Year = 2000 + year.Number, IsShortYear = true }, found.End + 2)
            : tokens.Is(found.End, ",") && tokens[found.End + 1].IsYear ? (day with { Year = tokens[found.End + 1].Number }, found.End + 2)
            : YearTail.Read(tokens, found.End, day);
    }

    private static (Point Point, int End)? Short(Tokens tokens, int at, bool hasNoun)
    {
        if (tokens[at].Text.Length > 2 || !IsMark(tokens, at + 1) || !tokens[at + 2].IsNumber || tokens[at + 2].Text.Length > 2
            || tokens[at + 2].AfterSpace && !tokens.Is(at + 1, "/"))
        {
            return null;
        }

        var isAnnounced = hasNoun || AnnouncesDay.StandsAt(tokens, at - 1);
        var isSlash = tokens.Is(at + 1, "/");
        // "24/7" alone is round the clock.
        var standsAlone = isSlash && !(tokens.Is(at, "24") && tokens.Is(at + 2, "7")) && (!tokens[at + 3].IsWord || FollowsShortDate.StandsAt(tokens, at + 3))
            && !tokens.Is(at + 3, "%");
        if (!(isAnnounced || standsAlone) || (!isSlash && !tokens.Is(at + 1, ".") && !isAnnounced) || tokens.Is(at + 3, "/"))
        {
            return null;
        }

        // "03-6/2018" may be months or a day: left to the reader's remark.
        return tokens.Is(at + 1, "-") ? null : YearTail.Read(tokens, at + 3, Point.OfDay(tokens[at + 2].Number, tokens[at].Number));
    }

    // Excel turned into text leaves "00:00:00" behind the date.
    private static int SkipClock(Tokens tokens, int at)
    {
        var i = tokens.Is(at, "t") ? at + 1 : at;
        if (!tokens[i].IsNumber || !tokens.Is(i + 1, ":") || !tokens[i + 2].IsNumber)
        {
            return at;
        }

        i += 3;
        if (tokens.Is(i, ":") && tokens[i + 1].IsNumber)
        {
            i += 2;
        }

        return tokens.IsAny(i, "am", "pm") ? i + 1 : i;
    }

    private static bool IsMark(Tokens tokens, int at) => tokens.IsAny(at, "/", "-") || (tokens.Is(at, ".") && !tokens[at + 1].AfterSpace);
}
