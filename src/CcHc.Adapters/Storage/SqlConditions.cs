namespace CcHc.Adapters.Storage;

/// <summary>Puts together the conditions of a search; the words are ours, what a person typed goes into parameters.</summary>
internal static class SqlConditions
{
    /// <returns>Empty when nothing is asked; else with a space before it.</returns>
    public static string Where(params ReadOnlySpan<(bool IsAsked, string Sql)> conditions)
    {
        var asked = new List<string>();
        foreach (var (isAsked, sql) in conditions)
        {
            if (isAsked)
            {
                asked.Add(sql);
            }
        }

        return asked.Count == 0 ? "" : " WHERE " + string.Join(" AND ", asked);
    }

    /// <summary>The pattern that finds a text anywhere, to be used with ESCAPE '!'.</summary>
    public static string Anywhere(string text) =>
        "%" + text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
