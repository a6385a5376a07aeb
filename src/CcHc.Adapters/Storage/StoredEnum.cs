using System.Text.Json;

namespace CcHc.Adapters.Storage;

/// <summary>How an enum stands in the database: its name in small letters, words parted by "_" (after_closing).</summary>
internal static class StoredEnum
{
    public static string Code<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A column as Dapper can put it into an enum by name; it takes no handler for an enum.</summary>
    public static string Column(string name) => $"replace({name}, '_', '') AS {name[(name.LastIndexOf('.') + 1)..]}";

    /// <exception cref="FormatException">The enum has no such value.</exception>
    public static T Parse<T>(string code)
        where T : struct, Enum => Enum.TryParse<T>(code.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
        ? value
        : throw new FormatException($"The database holds \"{code}\" where it should be one of {string.Join(", ", Enum.GetValues<T>().Select(Code))}.");
}
