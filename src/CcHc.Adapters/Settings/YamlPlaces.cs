using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace CcHc.Adapters.Settings;

/// <summary>Where each key of a YAML file stands, so that a wrong value is named with its line and column.</summary>
internal sealed class YamlPlaces
{
    private readonly string _file;
    private readonly YamlNode? _root;

    public YamlPlaces(string file, string text)
    {
        _file = file;
        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        _root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
    }

    /// <summary>A refusal that names the deepest part of the path that exists: "jobs.yml, line 12, column 15: jobs: schedule: …".</summary>
    /// <param name="path">Keys and, for items of a list, their places from 0.</param>
    public SettingsException Wrong(string message, params object[] path)
    {
        var node = _root;
        foreach (var step in path)
        {
            var next = (node, step) switch
            {
                (YamlMappingNode mapping, string key) => mapping.Children.FirstOrDefault(child => child.Key is YamlScalarNode scalar && scalar.Value == key).Value,
                (YamlSequenceNode list, int place) when place < list.Children.Count => list.Children[place],
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            node = next;
        }

        var keys = string.Join(": ", path.OfType<string>());
        var where = node is null ? "" : string.Create(CultureInfo.InvariantCulture, $", line {node.Start.Line}, column {node.Start.Column}");
        return new SettingsException($"{_file}{where}: {(keys.Length > 0 ? keys + ": " : "")}{message}");
    }
}
