using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Frequencies: "định kỳ hằng quý", "quý, 6 tháng, năm", "02 lần/năm", "mỗi quý một lần", "6 tháng/lần".</summary>
internal static class FrequencyRules
{
    public static readonly Phrases Each = new("hang", "moi", "tung", "theo tung", "vao moi", "trong moi", "vao hang", "trong hang", "theo hang", "moi mot");
    public static readonly Phrases Periodic = new(
        "dinh ky", "theo dinh ky", "theo che do dinh ky", "bao cao dinh ky", "dinh ky theo", "dinh ky vao", "theo ky", "dinh ky trong",
        "dinh ky la", "thuong ky");
    private static readonly Phrases Separator = new(",", "va", ", va", "hoac", "/", "-", "+", "&", "; va", "cung nhu");

    public static Frequent? Read(Tokens tokens, int at) => CountRules.Read(tokens, at) ?? List(tokens, at) ?? Yearly(tokens, at);

    // "định kỳ hằng quý, báo cáo năm"; a report with a day of its own is read by itself.
    private static int ReportOf(Tokens tokens, int at) => tokens.Is(at, "bao") && tokens.Is(at + 1, "cao") ? at + 2 : 0;

    public static bool IsEnd(Tokens tokens, int at) => tokens[at].Text.Length == 0 || tokens[at].AfterBreak || tokens.IsAny(at, ";", ".", ")");

    private static Frequent? Yearly(Tokens tokens, int at) =>
        tokens.Is(at, "thuong") && tokens.Is(at + 1, "nien") ? new Frequent(at, at + 2, [Recurrence.Annual]) : null;

    private static Frequent? List(Tokens tokens, int at)
    {
        var periodic = Periodic.Skip(tokens, at);
        var each = Every(tokens, at, Each.Skip(tokens, periodic));
        var hasLead = each > at;
        var i = hasLead ? each : at;
        var (recurrences, year, end) = (new List<Recurrence>(), (Point?)null, i);
        while ((Unit(tokens, i, hasLead || recurrences.Count > 0) ?? YearEnd(tokens, i, recurrences)) is { } unit)
        {
            recurrences.Add(unit.Recurrence);
            end = unit.End;
            if (unit.Recurrence == Recurrence.Annual && recurrences.Count > 1 && YearTail.Named(tokens, end, Point.OfYear()) is { } named && tokens[end].IsYear)
            {
                (year, end) = (named.Point, named.End);
                break;
            }

            var separator = Separator.Skip(tokens, end);
            i = separator > end ? Each.Skip(tokens, Periodic.Skip(tokens, separator)) : end;
            i = ReportOf(tokens, separator) is var report && report > end && Unit(tokens, report, true) is { } last && IsEnd(tokens, last.End) ? report : i;
            i = i == end ? tokens.IsAny(end, "hang", "moi") ? end + 1 : end : i;
            if (i == end)
            {
                break;
            }
        }

        if (recurrences.Count > 0 && tokens.Is(end, "/") && tokens[end + 1].IsYear)
        {
            (year, end) = (Point.OfYear() with { Year = tokens[end + 1].Number }, end + 2);
        }

        if (hasLead && recurrences.Count == 0)
        {
            return periodic > at && !tokens.IsAny(periodic, "hang", "moi") ? new Frequent(at, SkipRule(tokens, at, periodic), []) : null;
        }

        // "báo cáo quý I, 6 tháng, năm": four reports of this year, of which the list is only a part.
        if (recurrences.Count == 0
            || (!hasLead && (recurrences.Count == 1 || (tokens.Is(at - 1, ",") && QuarterRules.Named(tokens, at - 3) is { } quarter && quarter.End == at - 1))))
        {
            return null;
        }

        return new Frequent(at, end, [.. recurrences.Distinct()]) { IsBare = !hasLead, Year = year };
    }

    /// <summary>"theo quý", "các tháng trong năm" speak of each one, too; "theo quy định", "các tháng 6, 12" do not.</summary>
    private static int Every(Tokens tokens, int at, int each)
    {
        var noun = tokens.IsAny(at, "trong", "vao") && tokens.Is(at + 1, "cac") ? at + 2 : at + 1;
        if (each > at || Unit(tokens, noun, true) is not { } unit)
        {
            return each;
        }

        var isEach = tokens.Is(at, "theo")
            ? !tokens[unit.End].IsWord || tokens.IsAny(unit.End, "va", "hoac", "trong")
            : tokens.Is(noun - 1, "cac") && (tokens.IsAny(unit.End, "trong", "cua", "nam") || (unit.End >= tokens.Count && noun == at + 1));
        return isEach ? noun : each;
    }

    // "định kỳ vào", "định kỳ trong" leave the preposition to what follows.
    private static int SkipRule(Tokens tokens, int at, int end) => tokens.IsAny(end - 1, "vao", "trong", "theo", "la", "cao") && end - 1 > at ? end - 1 : end;

    /// <summary>"6 tháng và cuối năm" are the two times of a year.</summary>
    private static (Recurrence Recurrence, int End)? YearEnd(Tokens tokens, int at, List<Recurrence> before) =>
        before is [.., Recurrence.Semiannual or Recurrence.NineMonths] && tokens.Is(at, "cuoi") && tokens.Is(at + 1, "nam")
            && YearTail.Named(tokens, at + 2, Point.OfYear()) is null
            ? (Recurrence.Annual, at + 2) : null;

    /// <summary>"quý", "6 tháng", "cả năm" as the name of a period; not "quý II", "quy định", "tháng 3", "năm 2018".</summary>
    public static (Recurrence Recurrence, int End)? Unit(Tokens tokens, int at, bool hasLead)
    {
        if (Numerals.Count(tokens, at) is { } count)
        {
            var end = count.End + 1;
            if (hasLead && count.Number is 6 or 9 && tokens.Is(end, "dau") && tokens.Is(end + 1, "nam") && !tokens[end + 2].IsNumber)
            {
                return (count.Number == 6 ? Recurrence.Semiannual : Recurrence.NineMonths, end + 2);
            }

            if (IsPart(tokens, end) || tokens[end].IsNumber && !tokens.Is(count.End, "nam"))
            {
                return null;
            }

            return (tokens[count.End].Text, count.Number) switch
            {
                ("thang", 1) => (Recurrence.Monthly, end),
                ("thang", 3) => (Recurrence.Quarterly, end),
                ("thang", 6) => (Recurrence.Semiannual, end),
                ("thang", 9) => (Recurrence.NineMonths, end),
                ("thang", 12) => (Recurrence.Annual, end),
                ("quy" or "qui", 1) => (Recurrence.Quarterly, end),
                ("nam", 1) => (Recurrence.Annual, end),
                ("tuan", 1) => (Recurrence.Weekly, end),
                _ => null,
            };
        }

        switch (tokens[at].Text)
        {
            case "tuan" when hasLead || (tokens.IsAny(at + 1, ",", "/") && tokens.IsAny(at + 2, "thang", "quy", "qui") && !tokens[at + 3].IsNumber):
                return (Recurrence.Weekly, at + 1);
            case "thang" when (!tokens[at + 1].IsNumber || IsCount(tokens, at + 2) || IsAmountEach(tokens, at))
                && !tokens.IsAny(at + 1, "dau", "cuoi", "hang", "diem", "bang"):
                return (Recurrence.Monthly, at + 1);
            case "quy" or "qui" when QuarterRules.Named(tokens, at) is null && !QuarterRules.IsOtherWord(tokens, at + 1):
                return (Recurrence.Quarterly, at + 1);
            case "quy" or "qui" when tokens.Is(at + 1, "tu") && tokens.IsAny(at + 2, "nam", "quy", "thang", "ngay") && hasLead:
                return (Recurrence.Quarterly, at + 1);
            case "ca" or "mot" when tokens.Is(at + 1, "nam"):
                return (Recurrence.Annual, at + 2);
            case "nua" when tokens.Is(at + 1, "nam"):
                return (Recurrence.Semiannual, at + 2);
            case "so" when tokens.Is(at + 1, "ket"):
                return Unit(tokens, at + 2, hasLead);
            case "nam" when !tokens.Is(at + 1, "hoc")
                && (tokens.IsAny(at - 1, "hang", "moi", "tung") || tokens[at + 1].IsYear || YearTail.Named(tokens, at + 1, Point.OfYear()) is null):
                return (Recurrence.Annual, at + 1);
            default:
                return null;
        }
    }

    // "hằng tháng 01 chuyên mục": how many each month, no January.
    private static bool IsAmountEach(Tokens tokens, int at) =>
        tokens.IsAny(at - 1, "hang", "moi") && tokens[at + 2].IsWord && !tokens.IsAny(at + 2, "nam", "va", "den", "hoac", "hang", "moi", "cua", "trong");

    public static bool IsCount(Tokens tokens, int at) => tokens.IsAny(at, "lan", "ky", "dot", "cuoc");

    private static bool IsPart(Tokens tokens, int at) => tokens.IsAny(at, "dau", "cuoi");
}
