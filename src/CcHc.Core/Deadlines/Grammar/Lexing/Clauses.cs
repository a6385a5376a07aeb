using CcHc.Core.Deadlines.Grammar.Composition;
using CcHc.Core.Deadlines.Grammar.Rules;

namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>A stretch of tokens.</summary>
internal readonly record struct TokenSpan(int From, int To)
{
    public bool IsEmpty => To <= From;
}

/// <summary>One bullet or line of a time cell and its parts between ";" and full stops.</summary>
internal sealed record CellLine(IReadOnlyList<TokenSpan> Parts);

/// <summary>Splits a time cell into lines and parts.</summary>
internal static class Clauses
{
    public static IReadOnlyList<CellLine> Split(Tokens tokens)
    {
        var starts = Bullets(tokens);
        var lines = new List<CellLine>();
        for (var i = 0; i <= starts.Count; i++)
        {
            var from = i == 0 ? 0 : starts[i - 1].To;
            var to = i == starts.Count ? tokens.Count : starts[i].From;
            foreach (var line in i == 0 || starts.Count == 0 ? Lines(tokens, from, to) : [new TokenSpan(from, to)])
            {
                var parts = Parts(tokens, line);
                if (parts.Count > 0)
                {
                    lines.Add(new CellLine(parts));
                }
            }
        }

        return lines;
    }

    /// <summary>"-", "+", "•", "1.", "a)" at the start of a line, or "-" and "+" after ";" or "." within one.</summary>
    private static List<TokenSpan> Bullets(Tokens tokens)
    {
        var bullets = new List<TokenSpan>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var isAfterStop = tokens.IsAny(i - 1, ";", ".") && tokens[i].AfterSpace && tokens[i + 1].AfterSpace && tokens.IsAny(i, "-", "+");
            if (!tokens[i].AfterBreak && !isAfterStop || IsBrokenRange(tokens, i))
            {
                continue;
            }

            if (tokens.IsAny(i, "-", "+", "*", "•", "·", "▪", "●", "○", "–", "►", "→", "o")
                && (tokens[i + 1].Text != "" && !tokens.Is(i, "o") || tokens[i + 1].AfterSpace && tokens.Is(i, "o")))
            {
                bullets.Add(new TokenSpan(i, i + 1));
            }
            else if ((tokens[i].IsNumber && tokens[i].Text.Length <= 2 || tokens[i].IsWord && (tokens[i].Text.Length == 1 || Numerals.IsRoman(tokens, i)))
                && (tokens.Is(i + 1, ")") || (tokens.Is(i + 1, ".") && tokens[i + 2].AfterSpace && !tokens[i + 2].IsNumber)))
            {
                bullets.Add(new TokenSpan(i, i + 2));
            }
        }

        return bullets;
    }

    // "Năm 2024" / "-2025": the stroke is no bullet.
    private static bool IsBrokenRange(Tokens tokens, int at) =>
        tokens.IsAny(at, "-", "–") && tokens[at - 1].IsYear && tokens[at + 1].IsYear && !tokens[at + 1].AfterSpace;

    /// <summary>Without bullets a line break ends a line only where a complete time stands on both sides and no phrase runs across it.</summary>
    private static List<TokenSpan> Lines(Tokens tokens, int from, int to)
    {
        if (!Enumerable.Range(from + 1, Math.Max(0, to - from - 1)).Any(i => tokens[i].AfterBreak))
        {
            return [new TokenSpan(from, to)];
        }

        var lines = new List<TokenSpan>();
        var found = Scanner.Scan(tokens, from, to);
        var start = from;
        for (var i = from + 1; i < to; i++)
        {
            if (tokens[i].AfterBreak && found.Any(one => one is not DocumentReference && one.From >= start && one.To <= i)
                && !found.Any(one => one.From < i && one.To > i) && !RunsOn(tokens, found, i) && EndOfLine(tokens, i, to) is var end
                && Scanner.Scan(tokens, i, end).Any(one => one is not DocumentReference)
                && !tokens.IsAny(i - 1, ",", "va", "hoac"))
            {
                lines.Add(new TokenSpan(start, i));
                start = i;
            }
        }

        lines.Add(new TokenSpan(start, to));
        return lines;
    }

    // "Thường xuyên / trong năm" is one time unless the second line starts with a capital of its own.
    private static bool RunsOn(Tokens tokens, IReadOnlyList<TimePhrase> found, int at) => !tokens.IsCapital(at)
        && Joining.Join(tokens, [.. found.Where(one => one is not DocumentReference)])
            .Any(one => one.From < at && one.To > at && (one.Steady is not null || one.IsRecurring || one.Event is not null))
        || IsYearAbove(found, at);

    // "Năm 2025" / "Quý II": the year is the quarter's.
    private static bool IsYearAbove(IReadOnlyList<TimePhrase> found, int at) =>
        found.LastOrDefault(one => one.To <= at) is Dated { Bound: Bound.In, Points: { Joint: Connector.Single, Items: [{ Grain: Granularity.Year }] } } year
            && year.To == at
        && found.FirstOrDefault(one => one.From >= at) is Dated { Points.Items: [{ HasYear: false, Grain: not Granularity.Year }, ..] } inner
        && inner.From == at;

    private static int EndOfLine(Tokens tokens, int from, int to)
    {
        var end = from + 1;
        while (end < to && !tokens[end].AfterBreak)
        {
            end++;
        }

        return end;
    }

    private static List<TokenSpan> Parts(Tokens tokens, TokenSpan line)
    {
        var parts = new List<TokenSpan>();
        var (start, depth) = (line.From, 0);
        var isBalanced = Enumerable.Range(line.From, Math.Max(0, line.To - line.From)).Sum(i => tokens.Is(i, "(") ? 1 : tokens.Is(i, ")") ? -1 : 0) == 0;
        for (var i = line.From; i < line.To; i++)
        {
            depth += tokens.Is(i, "(") ? 1 : tokens.Is(i, ")") ? -1 : 0;
            if (isBalanced && depth > 0)
            {
                continue;
            }

            if ((tokens.Is(i, ";") && !IsListOfDays(tokens, i) && !Points.Onwards.StandsAt(tokens, i)) || (tokens.Is(i, ".") && IsFullStop(tokens, i)))
            {
                Add(start, i);
                start = i + 1;
            }
        }

        Add(start, line.To);
        return parts;

        void Add(int from, int to)
        {
            while (from < to && !tokens[from].IsWord && !tokens[from].IsNumber && !tokens.IsAny(from, "(", "+", "-", "/"))
            {
                from++;
            }

            from = from < to && tokens.IsAny(from, "+", "-") ? from + 1 : from;
            if (from < to)
            {
                parts.Add(new TokenSpan(from, to));
            }
        }
    }

    // "trước ngày 10/3; 10/6; 10/9", "Quý II; III": one "trước", one "quý" for all of them.
    private static bool IsListOfDays(Tokens tokens, int at) =>
        Numerals.IsRoman(tokens, at - 1) && tokens.IsAny(at - 2, "quy", "qui") && Numerals.IsRoman(tokens, at + 1) && !tokens.IsAny(at + 2, ".", ")", ":")
        || tokens[at - 1].IsNumber && tokens.Is(at - 2, "/") && (tokens.Is(at + 1, "ngay") ? at + 2 : at + 1) is var day
        && tokens[day].IsNumber && tokens.Is(day + 1, "/") && tokens[day + 2].IsNumber && tokens[day + 2].Text.Length <= 2;

    private static bool IsFullStop(Tokens tokens, int at) =>
        (tokens[at + 1].AfterSpace || tokens[at + 1].AfterBreak || at + 1 >= tokens.Count || tokens.IsAny(at + 1, "/", "."))
        && !tokens.IsAny(at - 1, "tp", "tx", "tt", "q", "p", "h", "t") && !(EnglishRules.IsMonthName(tokens, at - 1) && tokens[at + 1].IsNumber)
        && !(tokens[at - 1].IsNumber && tokens[at + 1].IsNumber);
}
