namespace CcHc.Adapters.Workbooks;

/// <summary>What a number format (định dạng số) makes of a stored number.</summary>
internal enum NumberMeaning { Plain, Percent, Date, Month }

internal static class NumberMeanings
{
    /// <summary>A format Excel has built in, by its id (ECMA-376 part 1, 18.8.30); 46 is elapsed time, not a day.</summary>
    public static NumberMeaning OfBuiltIn(int id) => id switch
    {
        9 or 10 => NumberMeaning.Percent,
        17 => NumberMeaning.Month,
        (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58) => NumberMeaning.Date,
        _ => NumberMeaning.Plain,
    };

    /// <summary>
    /// A custom format, by its first section: quoted, escaped and bracketed parts say nothing, except that [h], [m], [s] are elapsed time. Year and month alone show no day.
    /// </summary>
    public static NumberMeaning OfCode(string? code)
    {
        var (hasYear, hasMonth, hasDayOrTime) = (false, false, false);
        for (var i = 0; i < (code?.Length ?? 0); i++)
        {
            switch (code![i])
            {
                case ';':
                    return Shown(hasYear, hasMonth, hasDayOrTime);
                case '"':
                    i = EndOf(code, i, '"');
                    break;
                case '[':
                    var end = EndOf(code, i, ']');
                    if (IsElapsed(code.AsSpan(i + 1, end - i - 1)))
                    {
                        return NumberMeaning.Plain;
                    }

                    i = end;
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    return NumberMeaning.Percent;
                case 'y' or 'Y':
                    hasYear = true;
                    break;
                case 'm' or 'M':
                    hasMonth = true;
                    break;
                case 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    hasDayOrTime = true;
                    break;
            }
        }

        return Shown(hasYear, hasMonth, hasDayOrTime);
    }

    private static NumberMeaning Shown(bool hasYear, bool hasMonth, bool hasDayOrTime) =>
        hasYear && hasMonth && !hasDayOrTime ? NumberMeaning.Month : hasYear || hasMonth || hasDayOrTime ? NumberMeaning.Date : NumberMeaning.Plain;

    private static int EndOf(string code, int start, char close)
    {
        var end = code.IndexOf(close, start + 1);
        return end < 0 ? code.Length : end;
    }

    private static bool IsElapsed(ReadOnlySpan<char> bracketed) =>
        !bracketed.IsEmpty && bracketed.IndexOfAnyExcept("hHmMsS") < 0;
}
