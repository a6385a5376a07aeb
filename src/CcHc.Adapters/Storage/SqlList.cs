using Dapper;

namespace CcHc.Adapters.Storage;

/// <summary>
/// Values for IN (…), a parameter each: PostgreSQL and SQLite take a list as one parameter in ways of their own. The caller keeps to what a statement may have.
/// </summary>
internal sealed class SqlList
{
    /// <param name="values">At least one, or the statement is not valid.</param>
    /// <param name="name">Another one for a second list of the statement.</param>
    public SqlList(IReadOnlyList<string> values, string name = "v")
    {
        string Name(int place) => FormattableString.Invariant($"{name}{place}");

        for (var place = 0; place < values.Count; place++)
        {
            Values.Add(Name(place), values[place]);
        }

        Names = string.Join(", ", Enumerable.Range(0, values.Count).Select(place => "@" + Name(place)));
    }

    /// <summary>What stands between the brackets.</summary>
    public string Names { get; }

    /// <summary>The values under those names; a statement's own are added to them.</summary>
    public DynamicParameters Values { get; } = new();
}
