using CcHc.Core.Deadlines.Grammar.Lexing;
using CcHc.Core.Deadlines.Grammar.Rules;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>How several points of one phrase belong together: "từ … đến …", "…, … và …", "… hoặc …".</summary>
internal enum Connector { Single, Range, List, Either }

/// <summary>One or more points named in one breath; a year or a month written once is shared.</summary>
/// <param name="EndsBeforeLast">"đến trước ngày …": the last point itself is not included.</param>
internal sealed record Points(IReadOnlyList<Point> Items, Connector Joint, bool EndsBeforeLast = false)
{
    /// <summary>True for a list such as "30/9, 31/12, 31/3 năm sau": the year behind it is the last one's, those before it are of the year before.</summary>
    public bool TurnsYear { get; init; }

    private static readonly Phrases RangeSign =
        new("-", "→", "÷", "~", "- >", "= >", "den", "toi", "cho den", "cho toi", "den het", "toi het", "den ngay het", "cho den het", "den truoc", "qua", "to",
            "until", "till", "through");
    private static readonly Phrases EitherSign = new("hoac", "hay", "hoac la");
    private static readonly Phrases ListSign = new(",", "va", ", va", ";", "; va", "&", "+", "cung", "va cac", ", cac", "va trong", "va vao");

    /// <summary>"trở đi", "và những năm tiếp theo", "; duy trì các năm sau": the last year is open.</summary>
    public static readonly Phrases Onwards = new(
    [
        "tro di", "tro ve sau", "tro len", "va nam tiep theo", "va tiep theo",
        .. from joiner in (string[])["va", ",", ", va", ";", "; va", "-", "(", "( va", "/", "va duy tri", "va duy tri trong", "va duy tri cho", ", duy tri",
            "; duy tri", "va trong", "va thuc hien", "va tiep tuc"]
           from period in (string[])["cac nam", "nhung nam", "cac quy", "cac thang", "cac giai doan", "cac ky"]
           from tail in (string[])["tiep theo", "sau", "ke tiep", "toi", "tiep sau", "sau do", "ke sau"]
           select $"{joiner} {period} {tail}",
    ]);

    public static (Points Points, int End)? Read(Tokens tokens, int at)
    {
        var start = tokens.IsAny(at, "cac", "nhung") && !tokens.Is(at + 1, "nam") ? at + 1 : at;
        if (DayStretch(tokens, start) is { } stretch)
        {
            return stretch;
        }

        if (EnglishRules.Stretch(tokens, start) is { } days)
        {
            return (new Points([days.First, days.Last], Connector.Range), days.End);
        }

        if (One(tokens, start) is not { } first)
        {
            return null;
        }

        var (items, joint, end, endsBefore) = (new List<Point> { first.Point }, Connector.Single, first.End, false);
        while (Next(tokens, end, items[^1], joint) is { } next)
        {
            items.Add(next.Point);
            endsBefore = tokens.Is(next.At - 1, "truoc");
            (joint, end) = (next.Joint, next.End);
            if (joint is Connector.Range or Connector.Either)
            {
                break;
            }
        }

        var turnsYear = joint == Connector.List && items[^1].YearShift is not (null or 0) && items.Any(item => !item.HasYear) || joint == Connector.List
            && Enumerable.Range(1, items.Count - 1).Any(i => IsEarlier(items[i], items[i - 1]) && !(items[i].HasYear && items[i - 1].HasYear))
            && items.Any(item => item.HasYear);
        return (new Points(Share(items, joint), joint, joint == Connector.Range && endsBefore) { TurnsYear = turnsYear }, end);
    }

    /// <summary>"từ tháng 3, đến hết tháng 6/2018" in two phrases.</summary>
    public static Points Between(Point first, Point last, bool endsBeforeLast) => new(Share([first, last], Connector.Range), Connector.Range, endsBeforeLast);

    public static (Point Point, int End)? One(Tokens tokens, int at) =>
        VagueRules.Read(tokens, at) ?? LunarRules.Read(tokens, at) ?? EnglishRules.Read(tokens, at) ?? QuarterRules.Read(tokens, at)
            ?? DayRules.Read(tokens, at) ?? MonthRules.Read(tokens, at) ?? YearRules.Read(tokens, at);

    /// <summary>"từ 01-15/3/2018", "tháng 3-6": days or months run together before one shared month or year.</summary>
    private static (Points, int)? DayStretch(Tokens tokens, int at)
    {
        var i = tokens.Is(at, "ngay") ? at + 1 : at;
        if (!tokens[i].IsNumber || tokens[i].Text.Length > 2 || !tokens.IsAny(i + 1, "-", "den")
            || i == at && tokens.IsAny(at - 1, "lan", "dot", "ky", "doan", "thu", "phien", "so") || !tokens[i + 2].IsNumber || tokens[i + 2].Text.Length > 2
            || !tokens.IsAny(i + 3, "/", "thang") || tokens[i + 4].IsYear)
        {
            return null;
        }

        var last = DayRules.Read(tokens, i + 2) ?? (tokens.Is(i + 3, "/") && tokens[i + 4].IsNumber && tokens.Is(i + 5, "/") is false
            ? (Point.OfDay(tokens[i + 4].Number, tokens[i + 2].Number), i + 5) : null);
        return last is { Point: { Grain: Granularity.Day } day, End: var end } && tokens[i].Number < day.FirstDay
            ? (new Points([day with { FirstDay = tokens[i].Number, LastDay = tokens[i].Number }, day], Connector.Range), end)
            : null;
    }

    private static (Point Point, Connector Joint, int At, int End)? Next(Tokens tokens, int at, Point before, Connector joint)
    {
        if (Onwards.StandsAt(tokens, at))
        {
            return null;
        }

        var range = RangeSign.Skip(tokens, at);
        // "Năm 2026 - Quý III" names a quarter of that year.
        if (range > at && joint == Connector.Single && (!tokens.Is(at, "to") || tokens.MayBe(at, "to"))
            && PointList.Another(tokens, range, before, true) is { } last
            && !(tokens.Is(at, "-") && before is { Grain: Granularity.Year, LastYear: null }
            && last.Point is { Grain: not (Granularity.Year or Granularity.Span), HasYear: false }))
        {
            return (last.Point, Connector.Range, range, last.End);
        }

        var either = EitherSign.Skip(tokens, at);
        if (either > at && joint == Connector.Single && PointList.Another(tokens, either, before, false) is { } other)
        {
            return (other.Point, Connector.Either, either, other.End);
        }

        var list = ListSign.Skip(tokens, at);
        list = list == at && tokens.IsAny(at, "/", ".") && before.Grain == Granularity.Quarter && tokens.IsAny(at + 1, "i", "ii", "iii", "iv")
            && !(tokens[at + 1].AfterSpace && tokens.Is(at, ".")) ? at + 1
            : list == at && tokens.Is(at, "/") && tokens.IsAny(at + 1, "quy", "thang") ? at + 1 : list;
        return list > at && PointList.Another(tokens, list, before, false) is { } more && more.Point.Grain == before.Grain && !IsEachYear(tokens, before, more)
            ? (more.Point, Connector.List, list, more.End) : null;
    }

    // "Quý IV/2025 và quý IV hằng năm": the second is a duty of every year.
    private static bool IsEachYear(Tokens tokens, Point before, (Point Point, int End) more) =>
        before.HasYear && !more.Point.HasYear && tokens.IsAny(more.End, "hang", "moi") && tokens.Is(more.End + 1, "nam");

    /// <summary>A year or month written on one element holds for those without.</summary>
    private static List<Point> Share(List<Point> items, Connector joint)
    {
        for (var i = items.Count - 2; i >= 0; i--)
        {
            var (one, next) = (items[i], items[i + 1]);
            one = one.LacksMonth && !next.LacksMonth && next.Grain == Granularity.Day
                ? one with { FirstMonth = next.FirstMonth, LastMonth = next.FirstMonth } : one;
            if (!one.HasYear && next.HasYear)
            {
                var back = joint is Connector.Range or Connector.List && IsEarlier(next, one) ? 1 : 0;
                one = one with { Year = next.Year - back, YearShift = next.YearShift - back };
            }

            items[i] = one;
        }

        for (var i = 1; i < items.Count; i++)
        {
            var (one, previous) = (items[i], items[i - 1]);
            if (!one.HasYear && previous.HasYear && one.Grain != Granularity.Year)
            {
                var on = joint is Connector.Range or Connector.List && IsEarlier(one, previous) ? 1 : 0;
                items[i] = one with { Year = (previous.LastYear ?? previous.Year) + on, YearShift = previous.YearShift + on };
            }
        }

        return items;
    }

    private static bool IsEarlier(Point one, Point other) =>
        (one.LastMonth, one.LastDay).CompareTo((other.FirstMonth, other.FirstDay)) < 0 && one.LastMonth != other.FirstMonth
            || (one.LastMonth < other.FirstMonth);
}
