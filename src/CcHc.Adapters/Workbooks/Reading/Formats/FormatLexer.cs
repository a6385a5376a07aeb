namespace CcHc.Adapters.Workbooks.Reading.Formats;

internal enum FormatTokenKind
{
    Literal,
    Digit,
    Point,
    Percent,
    Year,
    Quarter,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    HalfDay,
    Text,
    General,
    Fraction,
    Exponent,
    Elapsed,
    Condition,
}

/// <summary>A piece of a section of a number format.</summary>
/// <param name="Text">The characters shown of a literal, the placeholder of a digit, the letters of a part of a date.</param>
internal readonly record struct FormatToken(FormatTokenKind Kind, string Text);

/// <summary>Takes a number format (mã định dạng) apart (ECMA-376 part 1, 18.8.31).</summary>
internal static class FormatLexer
{
    /// <summary>The tokens of each section; ";" divides them outside of quotes.</summary>
    public static IReadOnlyList<IReadOnlyList<FormatToken>> Sections(string code)
    {
        var sections = new List<IReadOnlyList<FormatToken>>();
        var current = new List<FormatToken>();
        for (var at = 0; at < code.Length;)
        {
            if (code[at] == ';')
            {
                sections.Add(current);
                current = [];
                at++;
            }
            else if (Next(code, ref at) is { } token)
            {
                current.Add(token);
            }
        }

        sections.Add(current);
        return [.. sections.Select(WithMinutes)];
    }

    private static FormatToken? Next(string code, ref int at)
    {
        var c = code[at];
        switch (c)
        {
            case '"':
                return new FormatToken(FormatTokenKind.Literal, Enclosed(code, ref at, '"'));
            case '[':
                return OfBrackets(Enclosed(code, ref at, ']'));
            case '\\':
                at += 2;
                return new FormatToken(FormatTokenKind.Literal, at <= code.Length ? code[(at - 1)..at] : "");
            case '_':
                at += 2;
                return new FormatToken(FormatTokenKind.Literal, " ");
            case '*':
                at += 2;
                return null;
        }

        if (StartsWith(code, at, "General"))
        {
            at += "General".Length;
            return new FormatToken(FormatTokenKind.General, "");
        }

        foreach (var mark in (string[])["AM/PM", "A/P"])
        {
            if (StartsWith(code, at, mark))
            {
                at += mark.Length;
                return new FormatToken(FormatTokenKind.HalfDay, mark);
            }
        }

        // B1 and B2 choose the calendar.
        if (c is 'B' or 'b' && at + 1 < code.Length && code[at + 1] is '1' or '2')
        {
            at += 2;
            return null;
        }

        if (c is 'E' or 'e' && at + 1 < code.Length && code[at + 1] is '+' or '-')
        {
            at += 2;
            return new FormatToken(FormatTokenKind.Exponent, "");
        }

        var kind = KindOf(c);
        var start = at++;
        while (kind is >= FormatTokenKind.Year and <= FormatTokenKind.Second && at < code.Length && KindOf(code[at]) == kind)
        {
            at++;
        }

        return new FormatToken(kind, code[start..at]);
    }

    private static FormatTokenKind KindOf(char c) => c switch
    {
        '0' or '#' or '?' => FormatTokenKind.Digit,
        '.' => FormatTokenKind.Point,
        '%' => FormatTokenKind.Percent,
        '/' => FormatTokenKind.Fraction,
        '@' => FormatTokenKind.Text,
        'y' or 'Y' or 'e' => FormatTokenKind.Year,
        'q' or 'Q' => FormatTokenKind.Quarter,
        'm' or 'M' => FormatTokenKind.Month,
        'd' or 'D' => FormatTokenKind.Day,
        'h' or 'H' => FormatTokenKind.Hour,
        's' or 'S' => FormatTokenKind.Second,
        _ => FormatTokenKind.Literal,
    };

    /// <summary>[$đ-42A] shows its currency and [h] elapsed time, [&lt;1] is a condition; colours and locales show nothing.</summary>
    private static FormatToken? OfBrackets(string inside)
    {
        if (inside.Length > 0 && inside.AsSpan().IndexOfAnyExcept("hHmMsS") < 0)
        {
            return new FormatToken(FormatTokenKind.Elapsed, inside);
        }

        if (FormatCondition.Read(inside) is not null)
        {
            return new FormatToken(FormatTokenKind.Condition, inside);
        }

        return null;
    }

    /// <summary>An m beside hours or seconds is a minute.</summary>
    private static IReadOnlyList<FormatToken> WithMinutes(IReadOnlyList<FormatToken> tokens)
    {
        var result = tokens.ToArray();
        var parts = Enumerable.Range(0, result.Length)
            .Where(i => result[i].Kind is >= FormatTokenKind.Year and <= FormatTokenKind.Second or FormatTokenKind.Elapsed).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var isAfterHour = i > 0 && result[parts[i - 1]].Kind is FormatTokenKind.Hour or FormatTokenKind.Elapsed;
            var isBeforeSecond = i + 1 < parts.Count && result[parts[i + 1]].Kind == FormatTokenKind.Second;
            if (result[parts[i]].Kind == FormatTokenKind.Month && (isAfterHour || isBeforeSecond))
            {
                result[parts[i]] = result[parts[i]] with { Kind = FormatTokenKind.Minute };
            }
        }

        return result;
    }

    private static string Enclosed(string code, ref int at, char close)
    {
        var start = at + 1;
        var end = code.IndexOf(close, start);
        end = end < 0 ? code.Length : end;
        at = end + 1;
        return code[start..end];
    }

    private static bool StartsWith(string code, int at, string word) => string.Compare(code, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
