namespace CcHc.Core.Agencies;

/// <summary>How far a misspelt name is from a name of the directory; for suggestions only.</summary>
internal static class NearestNames
{
    /// <summary>Letters to change, or null when the two are too far apart to be worth suggesting.</summary>
    public static int? Distance(string name, string other)
    {
        var allowed = Math.Max(2, other.Length / 5);
        if (other.StartsWith(name + " ", StringComparison.Ordinal) && name.Contains(' ', StringComparison.Ordinal))
        {
            return allowed;
        }

        if (Math.Abs(name.Length - other.Length) > allowed)
        {
            return null;
        }

        var distance = Edits(name, other);
        return distance <= allowed ? distance : null;
    }

    private static int Edits(string from, string to)
    {
        var before = new int[to.Length + 1];
        var row = new int[to.Length + 1];
        for (var j = 0; j <= to.Length; j++)
        {
            before[j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = before[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(before[j], row[j - 1]) + 1);
            }

            (before, row) = (row, before);
        }

        return before[to.Length];
    }
}
