using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CcHc.Adapters.Settings;

/// <summary>Reads JSON with comments into <see cref="SettingNode"/>s; keys that stand twice stay, for the judge to name.</summary>
internal static class JsonNodes
{
    /// <exception cref="SettingsException">The text is no JSON.</exception>
    public static SettingNode Read(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 20 });
        try
        {
            if (!reader.Read())
            {
                return new SettingNode(NodeKind.Nothing, file);
            }

            var root = Next(ref reader, file, bytes);
            return reader.Read() ? throw new SettingsException($"{At(ref reader, file, bytes)}: something follows the last brace. Take it away.") : root;
        }
        catch (JsonException wrong)
        {
            // The reader ends its sentence with a path and a line counted from 0.
            var said = wrong.Message.Split([" Path:", " LineNumber:"], 2, StringSplitOptions.None)[0].Trim().TrimEnd('.');
            throw new SettingsException(string.Create(CultureInfo.InvariantCulture,
                $"{file}, line {wrong.LineNumber + 1}, column {wrong.BytePositionInLine + 1}: not well-formed JSON: {said}. Look at the commas, quotes and braces of this line and the one above."));
        }
    }

    private static SettingNode Next(ref Utf8JsonReader reader, string file, byte[] bytes)
    {
        var place = At(ref reader, file, bytes);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var entries = new List<(SettingNode, SettingNode)>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var key = new SettingNode(NodeKind.Value, At(ref reader, file, bytes), reader.GetString()!, IsText: true);
                    reader.Read();
                    entries.Add((key, Next(ref reader, file, bytes)));
                }

                return new SettingNode(NodeKind.Map, place) { Entries = entries };
            case JsonTokenType.StartArray:
                var items = new List<SettingNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Next(ref reader, file, bytes));
                }

                return new SettingNode(NodeKind.List, place) { Items = items };
            case JsonTokenType.Null:
                return new SettingNode(NodeKind.Nothing, place);
            case JsonTokenType.String:
                return new SettingNode(NodeKind.Value, place, reader.GetString()!, IsText: true);
            default:
                return new SettingNode(NodeKind.Value, place, Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    private static string At(ref Utf8JsonReader reader, string file, byte[] bytes)
    {
        var before = bytes.AsSpan(0, (int)reader.TokenStartIndex);
        var (line, column) = (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}");
    }
}
