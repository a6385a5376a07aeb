using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Parts of any period: "tháng đầu quý", "tuần cuối hằng tháng", "cuối mỗi quý". They name no exact day, so their last one is taken.</summary>
internal static class PeriodPartRules
{
    private static readonly Phrases PeriodEnd = new("thang", "quy", "qui", "nam", "ky", "ky bao cao", "tuan");

    public static DueDay? Start(Tokens tokens, int at, Bound bound, int start) => WeekOfMonth(tokens, at, start) ?? FirstMonth(tokens, at, bound, start);

    /// <summary>"cuối mỗi quý", "cuối hằng tháng", "cuối kỳ".</summary>
    public static DueDay? End(Tokens tokens, int at, int start)
    {
        if (!tokens.Is(start, "cuoi"))
        {
            return null;
        }

        var unit = tokens.IsAny(start + 1, "moi", "hang", "cac", "tung") ? start + 2 : start + 1;
        var isEach = unit > start + 1;
        var end = PeriodEnd.Skip(tokens, unit);
        if (end == unit || tokens[end].IsNumber || QuarterRules.Named(tokens, unit) is not null || MonthRules.Named(tokens, unit) is not null
            || (!isEach && tokens.Is(unit, "nam")) || (tokens.IsAny(unit, "quy", "qui") && QuarterRules.IsOtherWord(tokens, end)))
        {
            return null;
        }

        return tokens[unit].Text switch
        {
            "thang" => new DueDay(at, end, Bound.By, ["M"], [0], Recurrence.Monthly) { IsVague = !isEach },
            "quy" or "qui" => new DueDay(at, end, Bound.By, ["Q"], [0], Recurrence.Quarterly) { IsVague = !isEach },
            "nam" => new DueDay(at, end, Bound.By, ["12"], [0], Recurrence.Annual),
            "tuan" => new DueDay(at, end, Bound.By, ["W"], [5], Recurrence.Weekly) { IsVague = true },
            _ => new DueDay(at, end, Bound.By, ["P"], [0], Recurrence.None) { IsVague = !isEach },
        };
    }

    /// <summary>"tháng đầu quý" without the quarter's number: any day of that month.</summary>
    private static DueDay? FirstMonth(Tokens tokens, int at, Bound bound, int start)
    {
        if (bound == Bound.Before || !tokens.Is(start, "thang") || !tokens.Is(start + 1, "dau"))
        {
            return null;
        }

        var i = tokens.Is(start + 2, "tien") ? start + 3 : start + 2;
        i = tokens.Is(i, "cua") ? i + 1 : i;
        i = tokens.IsAny(i, "moi", "hang", "cac", "tung") ? i + 1 : i;
        return tokens.IsAny(i, "quy", "qui") && QuarterRules.Named(tokens, i) is null && !QuarterRules.IsOtherWord(tokens, i + 1)
            && !tokens.IsAny(i + 1, "sau", "tiep", "ke", "lien")
            ? new DueDay(at, i + 1, Bound.By, ["Q-2"], [0], Recurrence.Quarterly) { IsVague = true } : null;
    }

    /// <summary>"tuần cuối hằng tháng", "tuần thứ hai của tháng": weeks counted by sevens, which an office may do otherwise.</summary>
    private static DueDay? WeekOfMonth(Tokens tokens, int at, int start)
    {
        if (!tokens.Is(start, "tuan") || MonthRules.WeekOf(tokens, start) is not { } week)
        {
            return null;
        }

        var i = tokens.IsAny(week.End, "cua", "trong", "vao") ? week.End + 1 : week.End;
        var unit = tokens.IsAny(i, "hang", "moi", "cac", "tung") ? i + 1 : i;
        var (code, recurrence) = tokens[unit].Text switch { "thang" =>
            ("M", Recurrence.Monthly), "quy" or "qui" when week.Number == 0 => ("Q", Recurrence.Quarterly), _ => ("", Recurrence.None) };
        return code.Length == 0 || MonthRules.Read(tokens, unit) is not null || QuarterRules.Named(tokens, unit) is not null || tokens[unit + 1].IsNumber
            || tokens.IsAny(unit + 1, "cuoi", "dau", "sau", "truoc")
            ? null
            : new DueDay(at, unit + 1, Bound.By, [code], [week.Number * 7], recurrence) { IsVague = true };
    }
}
