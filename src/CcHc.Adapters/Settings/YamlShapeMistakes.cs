using System.Text.RegularExpressions;

namespace CcHc.Adapters.Settings;

/// <summary>One value where a list belongs, a list where one value belongs: what the YAML reader says of them with the names of our types, in plain words.</summary>
internal static partial class YamlShapeMistakes
{
    /// <param name="line">The line of the file at which the reader stopped.</param>
    /// <returns>Null when the mistake is another one.</returns>
    public static string? InWords(string said, string line)
    {
        if (Wanted().Match(said) is not { Success: true } wanted)
        {
            return null;
        }

        var key = Key().Match(line);
        var name = key.Success ? $"\"{key.Groups["key"].Value}\"" : "this";
        var type = wanted.Groups["type"].Value;
        if (type == "SequenceStart" || type.Contains("List`1", StringComparison.Ordinal))
        {
            return wanted.Groups["cast"].Success && key.Groups["value"].Value is { Length: > 0 } value
                ? $"{name} must be a list, not one value. Write [{value}], or one item a line, each after \"- \"."
                : $"{name} must be a list: one item a line, each after \"- \".";
        }

        return type.EndsWith("Document", StringComparison.Ordinal)
            ? $"{name} must hold keys of its own, each as \"key: value\" on a line further in."
            : $"{name} must be one value, not a list and not keys of its own.";
    }

    [GeneratedRegex(@"^(?<cast>Invalid cast from 'System\.String' to '(?<type>[^'\[]+)|No node deserializer was able to deserialize the node into type (?<type>[^\s,\[]+)|Failed to create an instance of type '(?<type>[^']+)'|Expected '(?<type>Scalar|SequenceStart)', got)")]
    private static partial Regex Wanted();

    [GeneratedRegex(@"^[\s-]*(?<key>[A-Za-z_]+)\s*:\s*(?<value>[^#]*?)\s*(#.*)?$")]
    private static partial Regex Key();
}
