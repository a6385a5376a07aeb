using System.Text.RegularExpressions;

namespace CcHc.Adapters.Settings;

/// <summary>One value where a list belongs, a list where one value belongs: what the YAML reader says of them, in plain words.</summary>
internal static partial class YamlShapeMistakes
{
    /// <param name="line">The line of the file at which the reader stopped.</param>
    /// <returns>Null when the mistake is another one.</returns>
    public static string? InWords(string said, string line)
    {
        if (Expected().Match(said) is not { Success: true } match)
        {
            return null;
        }

        var key = Key().Match(line) is { Success: true } written ? written : null;
        var name = key is null ? "this" : $"\"{key.Groups["key"].Value}\"";
        var value = key?.Groups["value"].Value is { Length: > 0 } given ? given : "…";
        return (match.Groups["wanted"].Value, match.Groups["found"].Value) switch
        {
            ("SequenceStart", "Scalar") => $"{name} must be a list, not one value. Write [{value}], or one item a line, each after \"- \".",
            ("SequenceStart", _) => $"{name} must be a list: one item a line, each after \"- \".",
            ("MappingStart", _) => $"{name} must hold keys of its own, each as \"key: value\" on a line further in.",
            ("Scalar", "SequenceStart") => $"{name} must be one value, not a list.",
            ("Scalar", _) => $"{name} must be one value.",
            _ => null,
        };
    }

    [GeneratedRegex("Expected '(?<wanted>[A-Za-z]+)', got '(?<found>[A-Za-z]+)'")]
    private static partial Regex Expected();

    [GeneratedRegex(@"^[\s-]*(?<key>[A-Za-z_]+)\s*:\s*(?<value>[^#]*?)\s*(#.*)?$")]
    private static partial Regex Key();
}
