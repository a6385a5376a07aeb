namespace CcHc.Adapters.Workbooks.Xlsx;

/// <summary>Formulas whose value changes by the day (công thức phụ thuộc ngày mở tệp): TODAY and NOW, outside quoted text.</summary>
internal static class VolatileFormula
{
    public static bool Is(ReadOnlySpan<char> formula) => Calls(formula, "TODAY(") || Calls(formula, "NOW(");

    private static bool Calls(ReadOnlySpan<char> formula, string function)
    {
        for (var from = 0; from < formula.Length;)
        {
            var at = formula[from..].IndexOf(function, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            at += from;
            if ((at == 0 || !IsNameLetter(formula[at - 1])) && !IsQuoted(formula[..at]))
            {
                return true;
            }

            from = at + function.Length;
        }

        return false;
    }

    private static bool IsNameLetter(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';

    /// <summary>Inside "…" or '…' (a sheet's name): an open mark before here.</summary>
    private static bool IsQuoted(ReadOnlySpan<char> before)
    {
        var open = '\0';
        foreach (var c in before)
        {
            open = c is not ('"' or '\'') ? open : open == '\0' ? c : open == c ? '\0' : open;
        }

        return open != '\0';
    }
}
