using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace CcHc.Adapters.Settings;

/// <summary>Whole numbers as people write them: "010" is ten, which YAML would call eight.</summary>
internal sealed class DecimalNumbers : IYamlTypeConverter
{
    public bool Accepts(Type type) => type == typeof(int) || type == typeof(int?);

    public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
    {
        var scalar = parser.Consume<Scalar>();
        if (type == typeof(int?) && scalar is { Style: ScalarStyle.Plain, Value: "" or "~" or "null" or "Null" or "NULL" })
        {
            return null;
        }

        return int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new YamlException(scalar.Start, scalar.End, $"\"{scalar.Value}\" is not a whole number; write digits only, such as 10.");
    }

    public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) => throw new NotSupportedException("Settings are only read.");
}
