using System.Text.Json;
using System.Text.Json.Serialization;

namespace CcHc.Adapters.Storage;

/// <summary>
/// Reads texts that came by a moment ago as the same string (chuỗi dùng chung): what thousands of forms and reports say is mostly the same tasks, sheets and
/// keys, and without it each would hold them again.
/// </summary>
internal sealed class SharedStrings : JsonConverter<string>
{
    /// <summary>In bytes: two or three lines of a task.</summary>
    private const int Longest = 512;

    private const int Places = 1 << 15;

    // A text takes the place of another with the same number; two threads that write at once lose nothing but the sharing.
    private readonly string?[] _latest = new string?[Places];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || reader.HasValueSequence || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString();
        }

        Span<char> letters = stackalloc char[Longest];
        letters = letters[..reader.CopyString(letters)];
        ref var latest = ref _latest[string.GetHashCode(letters) & (Places - 1)];
        return latest is { } known && letters.SequenceEqual(known) ? known : latest = letters.ToString();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
