namespace CcHc.Adapters.Workbooks.Reading.Xlsx;

/// <summary>Formulas whose value changes by the day (công thức phụ thuộc ngày mở tệp): TODAY and NOW, outside quoted text.</summary>
internal static class VolatileFormula
{
    public static bool Is(ReadOnlySpan<char> formula)
    {
        // Inside "…" or '…' (a sheet's name) nothing is called.
        var open = '\0';
        for (var i = 0; i < formula.Length; i++)
        {
            var c = formula[i];
            if (c is '"' or '\'')
            {
                open = open == '\0' ? c : open == c ? '\0' : open;
            }
            else if (open == '\0' && (c is 'T' or 't' or 'N' or 'n') && (i == 0 || !IsNameLetter(formula[i - 1])) && IsCall(formula[i..]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCall(ReadOnlySpan<char> formula) =>
        formula.StartsWith("TODAY(", StringComparison.OrdinalIgnoreCase) || formula.StartsWith("NOW(", StringComparison.OrdinalIgnoreCase);

    private static bool IsNameLetter(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';
}
