using YamlDotNet.Serialization.NamingConventions;

namespace CcHc.Adapters.Settings;

/// <summary>Reads one of a few known words: the names of an enum, with underscores.</summary>
internal static class Choice
{
    /// <param name="fallback">Taken when nothing is given; null when the word is required.</param>
    public static T Of<T>(string? given, T? fallback, YamlPlaces places, object[] at)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            return fallback ?? throw places.Wrong($"is missing. Known: {Known<T>()}.", at);
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value).Equals(given.Trim().Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        throw places.Wrong($"\"{given}\" is not known. Known: {Known<T>()}.", at);
    }

    private static string Known<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Word));

    private static string Word<T>(T value)
        where T : struct, Enum => UnderscoredNamingConvention.Instance.Apply(value.ToString());
}
