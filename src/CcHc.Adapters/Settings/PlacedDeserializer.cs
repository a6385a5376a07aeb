using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace CcHc.Adapters.Settings;

/// <summary>Tells each part of a settings file its line, so that a wrong value can be named with its place.</summary>
internal sealed class PlacedDeserializer(INodeDeserializer inner) : INodeDeserializer
{
    public bool Deserialize(IParser reader, Type expectedType, Func<IParser, Type, object?> nestedObjectDeserializer, out object? value, ObjectDeserializer rootDeserializer)
    {
        var line = reader.Current?.Start.Line ?? 0;
        var isRead = inner.Deserialize(reader, expectedType, nestedObjectDeserializer, out value, rootDeserializer);
        if (value is IPlaced placed)
        {
            placed.Line = line;
        }

        return isRead;
    }
}
