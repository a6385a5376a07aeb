using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Lexing;

namespace CcHc.Core.Deadlines.Grammar.Rules;

/// <summary>Years and stages: "năm 2018", "trong năm", "năm sau", "giai đoạn 2021-2025", "nhiệm kỳ 2020 - 2025", a bare "2026".</summary>
internal static class YearRules
{
    private static readonly Phrases Stage = new("giai doan", "gd", "nhiem ky", "thoi ky", "cac nam", "nhung nam", "nam");
    private static readonly Phrases Whole = new("ca nam", "suot nam", "quanh nam");

    public static (Point Point, int End)? Read(Tokens tokens, int at)
    {
        var i = Stage.Skip(tokens, Numerals.Count(tokens, at) is { Number: <= 30 } count && tokens.Is(count.End, "nam") ? count.End : at);
        if (i > at && !tokens.Is(i - 1, "nam") && tokens.Is(i, "nam"))
        {
            i++;
        }

        // "5 năm 2021-2025" is a stage; the number in "đợt 1 năm 2026" is none of the year's.
        if (Years(tokens, i) is { } years && (i > at || MayStandBare(tokens, at, years.End))
            && (i == at || !IsCounted(tokens, at) || !IsGlued(tokens, at)
            && years.Point.LastYear - years.Point.Year + 1 == Numerals.Count(tokens, at)!.Value.Number))
        {
            return years;
        }

        if (Whole.Skip(tokens, at) is var whole && whole > at)
        {
            var point = Point.OfYear() with { IsThroughout = true };
            return YearTail.Named(tokens, whole, point) ?? (point with { YearShift = 0 }, whole);
        }

        if (!tokens.Is(at, "nam"))
        {
            return null;
        }

        if (tokens.Is(at - 1, "trong") && YearTail.Named(tokens, at + 1, Point.OfYear()) is null && !tokens.Is(at + 1, "hoc"))
        {
            return (Point.OfYear() with { YearShift = 0 }, at + 1);
        }

        return YearTail.Named(tokens, at + 1, Point.OfYear());
    }

    private static bool IsCounted(Tokens tokens, int at) =>
        Numerals.Count(tokens, at) is { Number: <= 30 } count && tokens.Is(count.End, "nam") && !tokens[at].IsYear;

    // "gói2 Năm 2021-2022" counts no years.
    private static bool IsGlued(Tokens tokens, int at) => tokens[at - 1].IsWord && !tokens[at].AfterSpace;

    /// <summary>"2018", or "2021-2025" as one stage.</summary>
    private static (Point Point, int End)? Years(Tokens tokens, int at)
    {
        if (!tokens[at].IsYear || tokens.Is(at - 1, "hoc")
            || (tokens.IsAny(at + 1, "/", "-") && tokens[at + 2].IsWord && !tokens[at + 2].AfterSpace && !tokens.Is(at + 2, "nam")))
        {
            return null;
        }

        var isStage = tokens.Is(at + 1, "-") && tokens[at + 2].IsYear && tokens[at + 2].Number > tokens[at].Number;
        return isStage
            ? (Point.OfYear() with { Grain = Granularity.Span, Year = tokens[at].Number, LastYear = tokens[at + 2].Number }, at + 3)
            : (Point.OfYear() with { Year = tokens[at].Number }, at + 1);
    }

    // "kế hoạch 2018" names a plan; "đến 2020" and "2025 - 2026" alone in a cell name a time.
    private static bool MayStandBare(Tokens tokens, int at, int end) =>
        !tokens.IsAny(at - 1, "iso", "tcvn", ":", "/", ".", "so")
        && (!tokens[at - 1].IsWord || tokens.IsAny(at - 1, "den", "toi", "truoc", "tu", "het", "trong", "va", "nhat", "vao", "qua", "sau"))
        && (at == 0 || !tokens[at - 1].IsNumber)
        && !(tokens[end].IsWord && !tokens.IsAny(end, "va", "den", "toi", "tro", "hoac", "hang", "doi"));
}
