using System.Text.Encodings.Web;
using System.Text.Json;

namespace CcHc.Worker.Json;

/// <summary>Prints one JSON object a line: camelCase, ISO dates, Vietnamese letters as they are, nothing else on standard output.</summary>
public sealed class JsonLines(TextWriter output)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(object value) => output.Write(JsonSerializer.Serialize(value, Options) + "\n");
}
