using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CcHc.Adapters.Settings.Jobs;

/// <summary>Reads YAML into <see cref="SettingNode"/>s; keys that stand twice stay, for the judge to name.</summary>
internal sealed class YamlNodes
{
    /// <summary>Deeper than any settings file: what lies below is not followed.</summary>
    private const int DeepestLevel = 20;

    private readonly string _file;
    private readonly IParser _parser;

    private YamlNodes(string file, string text) => (_file, _parser) = (file, new Parser(new StringReader(text)));

    /// <exception cref="SettingsException">The text is no YAML.</exception>
    public static SettingNode Read(string file, string text)
    {
        var nodes = new YamlNodes(file, text);
        try
        {
            nodes._parser.Consume<StreamStart>();
            if (nodes._parser.TryConsume<StreamEnd>(out _))
            {
                return new SettingNode(NodeKind.Nothing, file);
            }

            nodes._parser.Consume<DocumentStart>();
            var root = nodes.Next(0);
            nodes._parser.Consume<DocumentEnd>();
            return nodes._parser.TryConsume<DocumentStart>(out var second)
                ? throw new SettingsException($"{nodes.At(second.Start)}: a second document begins here (\"---\"). Keep one.")
                : root;
        }
        catch (YamlException wrong)
        {
            throw new SettingsException(string.Create(CultureInfo.InvariantCulture,
                $"{file}, line {wrong.Start.Line}, column {wrong.Start.Column}: not well-formed YAML: {Plain((wrong.InnerException ?? wrong).Message)} Look at the indentation and the colon of this line and the one above."));
        }
        catch (InvalidOperationException)
        {
            throw nodes.Broken();
        }
    }

    /// <summary>What the parser throws that is no YamlException, at the end of a text that breaks off.</summary>
    private SettingsException Broken() =>
        new(
            $"{(_parser.Current is { } here ? At(here.Start) : _file)}: not well-formed YAML: the text breaks off. Look for a bracket, brace or quote that is not closed.");

    private SettingNode Next(int depth)
    {
        if (depth > DeepestLevel)
        {
            throw new SettingsException($"{At(_parser.Current!.Start)}: nested too deeply for a settings file.");
        }

        if (_parser.TryConsume<Scalar>(out var value))
        {
            var isPlain = value.Style is ScalarStyle.Plain or ScalarStyle.Any;
            return isPlain && value.Value is "" or "~" or "null"
                ? new SettingNode(NodeKind.Nothing, At(value.Start))
                : new SettingNode(NodeKind.Value, At(value.Start), value.Value, IsLoose: true);
        }

        if (_parser.TryConsume<SequenceStart>(out var list))
        {
            var items = new List<SettingNode>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(Next(depth + 1));
            }

            return new SettingNode(NodeKind.List, At(list.Start)) { Items = items };
        }

        if (_parser.TryConsume<MappingStart>(out var map))
        {
            var entries = new List<(SettingNode, SettingNode)>();
            while (!_parser.TryConsume<MappingEnd>(out _))
            {
                var key = Next(depth + 1);
                entries.Add((key, Next(depth + 1)));
            }

            return new SettingNode(NodeKind.Map, At(map.Start), Line: map.Start.Line) { Entries = entries };
        }

        throw new SettingsException($"{At(_parser.Current!.Start)}: aliases (*name) are not taken in settings. Write the value out.");
    }

    private string At(Mark mark) => string.Create(CultureInfo.InvariantCulture, $"{_file}, line {mark.Line}, column {mark.Column}");

    /// <summary>One sentence on one line.</summary>
    private static string Plain(string said) => said.ReplaceLineEndings(" ").Trim().TrimEnd('.') + ".";
}
