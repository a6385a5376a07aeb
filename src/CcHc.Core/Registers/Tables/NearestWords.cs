namespace CcHc.Core.Registers.Tables;

/// <summary>The header word a misspelt one stands for (từ gõ sai): one letter wrong, missing, too many or changed places, or a space forgotten.</summary>
internal static class NearestWords
{
    private const int ShortestCorrected = 4;
    private const int ShortestJoined = 6;

    /// <summary>The word itself when none is near.</summary>
    public static string Of(string word)
    {
        if (word.Length < ShortestCorrected || word.Length > 30)
        {
            return word;
        }

        return RegisterLayout.HeaderWords.Where(known => known.Length >= 3 && IsOneStepAway(word, known)).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? (word.Length >= ShortestJoined ? Divided(word) : null) ?? word;
    }

    /// <summary>Optimal string alignment distance of one.</summary>
    private static bool IsOneStepAway(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        var same = 0;
        while (same < Math.Min(one.Length, other.Length) && one[same] == other[same])
        {
            same++;
        }

        var (a, b) = (one[same..], other[same..]);
        return a.Length == b.Length
            ? a.Length == 0 || a[1..] == b[1..] || (a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
            : a.Length > b.Length ? a[1..] == b : a == b[1..];
    }

    /// <summary>"thoigian": header words without their spaces; null when it is none.</summary>
    private static string? Divided(string joined)
    {
        var parts = new string?[joined.Length + 1];
        parts[0] = "";
        for (var end = 2; end <= joined.Length; end++)
        {
            for (var start = end - 2; start >= 0 && parts[end] is null; start--)
            {
                if (parts[start] is { } before && RegisterLayout.IsHeaderWord(joined[start..end]))
                {
                    parts[end] = before.Length == 0 ? joined[start..end] : $"{before} {joined[start..end]}";
                }
            }
        }

        return parts[^1];
    }
}
