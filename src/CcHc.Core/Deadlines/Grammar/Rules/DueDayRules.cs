using System.Globalization;
using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>
/// Days of an occurrence: "trước ngày 20 tháng cuối quý", "ngày 15 của tháng đầu quý sau", "trước 25 hằng tháng", "thứ Sáu hằng tuần", "vào tháng cuối quý".
/// </summary>
internal static class DueDayRules
{
    private static readonly Phrases Before = new("truoc", "den truoc", "cham nhat truoc");
    private static readonly Phrases By = new(
        "cham nhat", "cham nhat vao", "cham nhat la", "cham nhat trong", "muon nhat", "muon nhat vao", "khong qua", "den", "den het", "khong muon hon",
        "cham nhat den", "tre nhat", "het",
        "khong cham hon", "cham nhat den het", "han cuoi", "han cuoi la", "khong tre hon", "khong cham qua");
    private static readonly Phrases In = new("vao", "trong", "vao cac", "vao cac ngay");
    private static readonly Phrases Of = new("cua", "vao", "trong", "cac", "cua cac", ", cua");

    private static readonly (Phrases Words, string Code, Recurrence Implied)[] Anchors =
    [
        (new Phrases(
            "thang dau quy sau", "thang dau cua quy sau", "thang dau tien quy sau", "thang dau tien cua quy sau", "thang dau quy tiep theo",
            "thang dau cua quy tiep theo",
            "thang dau tien quy tiep theo", "thang dau tien cua quy tiep theo", "thang dau quy ke tiep", "thang dau cua quy ke tiep",
            "thang dau tien cua quy ke tiep", "thang dau quy lien ke",
            "thang sau quy", "thang ke tiep quy", "thang tiep theo cua quy", "thang dau qui sau", "thang dau tien cua quy lien ke", "thang dau cua quy lien ke",
            "thang dau quy sau lien ke",
            "thang dau cua quy sau lien ke", "thang lien sau quy", "thang dau tien cua quy sau lien ke"), "Q+1", Recurrence.Quarterly),
        (new Phrases(
            "thang cuoi quy", "thang cuoi cua quy", "thang cuoi moi quy", "thang cuoi cua moi quy", "thang cuoi hang quy", "thang cuoi cua hang quy",
            "thang cuoi cung quy",
            "thang cuoi cung cua quy", "thang cuoi cung cua moi quy", "thang cuoi cung moi quy", "thang cuoi tung quy", "thang cuoi cua tung quy",
            "thang cuoi cac quy", "thang cuoi cua cac quy",
            "thang thu ba cua quy", "thang thu 3 cua quy", "thang thu ba hang quy", "thang cuoi qui", "thang cuoi cua qui", "thang thu ba cua moi quy"), "Q",
            Recurrence.Quarterly),
        (new Phrases(
            "thang cuoi ky bao cao", "thang cuoi cua ky bao cao", "thang cuoi cung ky bao cao", "thang cuoi cung cua ky bao cao", "thang cuoi ky",
            "thang cuoi cua ky", "thang cuoi moi ky",
            "thang cuoi cua moi ky", "thang cuoi moi ky bao cao", "thang cuoi cua moi ky bao cao", "thang cuoi cung cua ky", "thang ket thuc ky bao cao",
            "thang cuoi trong ky bao cao",
            "thang cuoi trong ky", "thang cuoi thuoc ky bao cao", "thang cuoi tung ky", "thang cuoi tung ky bao cao"), "P", Recurrence.None),
        (new Phrases(
            "thang sau", "thang tiep theo", "thang ke tiep", "thang lien ke", "thang sau lien ke", "thang lien sau", "thang ke sau", "thang sau ky bao cao",
            "thang sau do", "thang tiep sau",
            "thang lien ke sau", "thang ke tiep ky bao cao"), "M+1", Recurrence.Monthly),
        (new Phrases("hang thang", "moi thang", "thang bao cao", "cua thang", "thang", "tung thang", "trong thang", "cac thang", "cac thang trong nam",
            "hang thang trong nam"), "M", Recurrence.Monthly),
        (new Phrases("thang cuoi nam", "thang cuoi cua nam", "thang cuoi cung cua nam"), "12", Recurrence.Annual),
    ];

    public static DueDay? Read(Tokens tokens, int at)
    {
        var (bound, i) = Prefix(tokens, at);
        if (Clocks.Skip(tokens, i) is var clock && clock > i)
        {
            bound = Clocks.Of(tokens, i) == ClockTime.Midnight && bound == Bound.By ? Bound.Before
                : Clocks.Of(tokens, i) == ClockTime.InTheDay && bound == Bound.Before ? Bound.By : bound;
            i = clock;
        }

        return PeriodPartRules.Start(tokens, at, bound, i) ?? Week(tokens, at, bound, i) ?? Days(tokens, at, bound, i) ?? LastMonth(tokens, at, bound, i)
            ?? PeriodPartRules.End(tokens, at, i);
    }

    private static (Bound, int) Prefix(Tokens tokens, int at)
    {
        var (before, by, inside) = (Before.Skip(tokens, at), By.Skip(tokens, at), In.Skip(tokens, at));
        var i = Math.Max(before, Math.Max(by, inside));
        return (i == at || i == inside ? Bound.In : i == before ? Bound.Before : Bound.By, i);
    }

    private static DueDay? Days(Tokens tokens, int at, Bound bound, int start)
    {
        // "trong 6 tháng cuối năm", "trong 3 tháng cuối quý" are lengths.
        if (QuarterRules.Read(tokens, start) is not null || (tokens[start].IsNumber && tokens.Is(start - 1, "trong")))
        {
            return null;
        }

        var i = tokens.IsAny(start, "ngay", "mung") ? start + 1 : start;
        i = tokens.Is(start, "ngay") && tokens.IsAny(i, "mung", "mong") ? i + 1 : i;
        var days = new List<int>();
        i = tokens.Is(i, "lam") && tokens.Is(i + 1, "viec") && tokens.Is(i + 2, "cuoi") ? i + 2 : i;
        if (tokens.Is(start, "ngay") && tokens.Is(i, "cuoi"))
        {
            days.Add(0);
            i = tokens.IsAny(i + 1, "cung") ? i + 2 : i + 1;
        }

        while (tokens[i].IsNumber && tokens[i].Number is >= 1 and <= 31 && tokens[i].Text.Length <= 2)
        {
            days.Add(tokens[i].Number);
            i++;
            i = tokens.IsAny(i, ",", "va") && (tokens[i + 1].IsNumber || (tokens.Is(i + 1, "ngay") && tokens[i + 2].IsNumber))
                ? tokens.Is(i + 1, "ngay") ? i + 2 : i + 1 : i;
        }

        // "ngày cuối cùng của quý"
        var end = Of.Skip(tokens, i);
        if (days is [0] && tokens.IsAny(end, "quy", "qui") && QuarterRules.Named(tokens, end) is null && !QuarterRules.IsOtherWord(tokens, end + 1))
        {
            return new DueDay(at, end + 1, bound, ["Q"], days, Recurrence.Quarterly);
        }

        // "5 tháng" is a length; only "ngày 5" or "trước 5" is a day.
        if (days.Count == 0 || start == at && !tokens.Is(start, "ngay") && !(tokens.IsAny(i, "hang", "moi") && tokens.Is(i + 1, "thang"))
            || Anchor(tokens, i) is not { } anchor)
        {
            return null;
        }

        return new DueDay(at, anchor.End, bound, anchor.Codes, days, anchor.Implied);
    }

    private static (IReadOnlyList<string> Codes, Recurrence Implied, int End)? Anchor(Tokens tokens, int at)
    {
        var i = Of.Skip(tokens, at);
        if (NamedQuarters(tokens, i) is { } named)
        {
            return (named.Months, Recurrence.Annual, named.End);
        }

        var best = Anchors.Select(anchor => (anchor.Code, anchor.Implied, End: anchor.Words.Skip(tokens, i))).MaxBy(anchor => anchor.End);
        var isPlainMonth = best.Code == "M" && tokens.Is(i, "thang") && best.End == i + 1;
        if (best.End == i || (isPlainMonth && (tokens[best.End].IsNumber || tokens[best.End].IsWord))
            || (best.Code == "M+1" && Numerals.Month(tokens, i + 1) is not null))
        {
            return null;
        }

        return ([best.Code], best.Implied, best.End);
    }

    /// <summary>"tháng cuối quý II, quý IV": months named by their quarters.</summary>
    private static (IReadOnlyList<string> Months, int End)? NamedQuarters(Tokens tokens, int at)
    {
        var quarter = tokens.Is(at, "thang") && tokens.Is(at + 1, "cuoi") ? tokens.Is(at + 2, "cua") || tokens.Is(at + 2, "cung") ? at + 3 : at + 2 : at;
        quarter = tokens.Is(quarter, "cac") ? quarter + 1 : quarter;
        if (quarter == at || Points.Read(tokens, quarter) is not { } found
            || found.Points.Items.Any(point => point.Grain != Granularity.Quarter || point.HasYear || !point.IsPossible(null)))
        {
            return null;
        }

        return ([.. found.Points.Items.Select(point => point.LastMonth.ToString("00", CultureInfo.InvariantCulture))], found.End);
    }

    private static DueDay? LastMonth(Tokens tokens, int at, Bound bound, int start)
    {
        if (bound == Bound.Before || !tokens.Is(start, "thang") || !tokens.IsAny(start + 1, "cuoi", "thu"))
        {
            return null;
        }

        return NamedQuarters(tokens, start) is null
            && Anchors.FirstOrDefault(anchor => anchor.Code is "Q" or "P" && anchor.Words.StandsAt(tokens, start)) is { Words: { } words } anchor
            ? new DueDay(at, words.Skip(tokens, start), Bound.By, [anchor.Code], [0], anchor.Implied)
            : null;
    }

    private static DueDay? Week(Tokens tokens, int at, Bound bound, int start)
    {
        var i = tokens.Is(start, "ngay") ? start + 1 : start;
        if (Weekdays.Read(tokens, i) is not { } weekday)
        {
            return null;
        }

        var day = weekday.Day == DayOfWeek.Sunday ? 7 : (int)weekday.Day;
        var end = weekday.End;
        end = tokens.IsAny(end, "cua", "trong") ? end + 1 : end;
        return tokens.IsAny(end, "hang", "moi") && tokens.Is(end + 1, "tuan") ? new DueDay(at, end + 2, bound, ["W"], [day], Recurrence.Weekly) : null;
    }
}
