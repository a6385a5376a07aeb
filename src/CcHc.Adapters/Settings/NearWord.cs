namespace CcHc.Adapters.Settings;

/// <summary>Finds the word somebody probably meant (từ gần nhất).</summary>
internal static class NearWord
{
    /// <returns>" Did you mean "host"?", or nothing when no word is near.</returns>
    public static string Hint(string given, IEnumerable<string> known) => Of(given, known) is { } near ? $" Did you mean \"{near}\"?" : "";

    /// <returns>The nearest, when fewer than half of its letters differ; null when none is near.</returns>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var plain = Plain(given);
        var (best, distance) = known.Select(word => (Word: word, Distance: Distance(plain, Plain(word)))).OrderBy(one => one.Distance).FirstOrDefault();
        return best is not null && distance <= Math.Max(1, Math.Min(best.Length, given.Length) * 2 / 5) ? best : null;
    }

    /// <summary>Letters put in, left out, changed, or two changed in place.</summary>
    public static int Distance(string left, string right)
    {
        var (before, above, row) = (new int[right.Length + 1], Enumerable.Range(0, right.Length + 1).ToArray(), new int[right.Length + 1]);
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(above[j] + 1, row[j - 1] + 1), above[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            (before, above, row) = (above, row, before);
        }

        return above[right.Length];
    }

    /// <summary>"Working-Days-Before" and "workingDaysBefore" are working_days_before written another way.</summary>
    private static string Plain(string word) => word.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
}
