namespace CcHc.Adapters.Settings;

/// <summary>Where each key of a settings file stands, so that a wrong value is named with its line and column.</summary>
internal sealed class YamlPlaces(string file, SettingNode root)
{
    /// <summary>A refusal that names the deepest part of the path that exists: "jobs.yml, line 12, column 15: jobs: schedule: …".</summary>
    /// <param name="path">Keys and, for items of a list, their places from 0.</param>
    public SettingsException Wrong(string message, params object[] path)
    {
        var node = root;
        foreach (var step in path)
        {
            var next = (node.Kind, step) switch
            {
                (NodeKind.Map, string key) => node[key],
                (NodeKind.List, int place) when place < node.Items.Count => node.Items[place],
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            node = next;
        }

        var keys = string.Join(": ", path.OfType<string>());
        return new SettingsException($"{(node.Place.Length > 0 ? node.Place : file)}: {(keys.Length > 0 ? keys + ": " : "")}{message}");
    }
}
