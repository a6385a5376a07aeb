using CcHc.Core.Deadlines.Grammar.Lexing;
using CcHc.Core.Deadlines.Grammar.Rules;

namespace CcHc.Core.Deadlines.Grammar.Composition;

/// <summary>Further elements of a list or a range, where the noun, the day or the month may be left out.</summary>
internal static class PointList
{
    /// <summary>A further point; its noun may be left out as in "Quý I, III" or "tháng 3, 6, 9".</summary>
    public static (Point Point, int End)? Another(Tokens tokens, int at, Point before, bool isRange)
    {
        if (tokens[at].IsNumber || Numerals.IsRoman(tokens, at))
        {
            if (before.Grain == Granularity.Quarter && Numerals.Quarter(tokens, at) is { } quarter && EndsElement(tokens, quarter.End))
            {
                return YearTail.Read(tokens, quarter.End, quarter.Number is >= 1 and <= 4 ? Point.OfQuarter(quarter.Number) : Point.OfMonth(13));
            }

            if (before.Grain == Granularity.Month && Numerals.Month(tokens, at) is { } month && EndsElement(tokens, month.End) && !IsShortDate(tokens, at))
            {
                return YearTail.Read(tokens, month.End, Point.OfMonth(month.Number));
            }

            if (before.Grain == Granularity.Day && before.LacksMonth && tokens[at].Text.Length <= 2 && EndsElement(tokens, at + 1) && !IsShortDate(tokens, at)
                && !tokens.Is(at + 1, "/")
                && !tokens.Is(at + 1, "thang"))
            {
                return (Point.OfDay(0, tokens[at].Number), at + 1);
            }

            if (before is { Grain: Granularity.Day, IsMonthInWords: true } && Numerals.Month(tokens, at) is { } dayless && EndsElement(tokens, dayless.End)
                && !IsShortDate(tokens, at)
                && !tokens.IsAny(dayless.End, "thang", "/"))
            {
                return YearTail.Read(tokens, dayless.End, before with { FirstMonth = dayless.Number, LastMonth = dayless.Number });
            }

            if (before.Grain == Granularity.Day && IsShortDate(tokens, at) && !tokens.Is(at + 3, "/"))
            {
                return YearTail.Read(tokens, at + 3, Point.OfDay(tokens[at + 2].Number, tokens[at].Number));
            }

            if (before.Grain == Granularity.Day && tokens.Is(at + 1, "thang") && Numerals.Month(tokens, at + 2) is { } shared)
            {
                return YearTail.Read(tokens, shared.End, Point.OfDay(shared.Number, tokens[at].Number));
            }

            if (before.Grain is Granularity.Year && tokens[at].IsYear)
            {
                return (Point.OfYear() with { Year = tokens[at].Number }, at + 1);
            }
        }

        // "ngày 20 tháng 6 và tháng 12": the day is written once.
        if (!isRange && before is { Grain: Granularity.Day, LacksMonth: false, IsVague: false } && MonthRules.Named(tokens, at) is { } sameDay)
        {
            return (before with { FirstMonth = sameDay.Point.FirstMonth, LastMonth = sameDay.Point.FirstMonth, Year = sameDay.Point.Year,
                YearShift = sameDay.Point.YearShift }, sameDay.End);
        }

        return Points.One(tokens, at);
    }

    private static bool IsShortDate(Tokens tokens, int at) =>
        tokens.IsAny(at + 1, "/", ".", "-") && tokens[at + 2].IsNumber && tokens[at + 2].Text.Length <= 2 && tokens[at + 2].Number <= 12
            && !tokens[at + 2].AfterSpace;

    private static bool EndsElement(Tokens tokens, int at) =>
        !tokens[at].IsWord || tokens.IsAny(at, "nam", "va", "hang", "moi", "den", "hoac", "thang", "cua", "trong", "doi", "ban", "to", "hoan", "trien", "thuc");
}
