using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CcHc.Adapters.Storage;

/// <summary>Values read and written whole are stored as one JSON text; Vietnamese letters stay letters, enums are words.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new SharedStrings() },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>For values of many thousand entries: a tenth of the room.</summary>
    public static byte[] Compress<T>(T value)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            JsonSerializer.Serialize(packed, value, Options);
        }

        return bytes.ToArray();
    }

    public static T Expand<T>(byte[] compressed)
    {
        using var bytes = new GZipStream(new MemoryStream(compressed, writable: false), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(bytes, Options)!;
    }

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static T Read<T>(ReadOnlySpan<byte> utf8) => JsonSerializer.Deserialize<T>(utf8, Options)!;
}
