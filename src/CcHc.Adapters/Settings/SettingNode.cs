namespace CcHc.Adapters.Settings;

internal enum NodeKind { Nothing, Value, List, Map }

/// <summary>A piece of a settings file as written, whatever the file's language, and where it stands.</summary>
/// <param name="Place">"/etc/cchc/jobs.yml, line 9, column 3", or the environment variable it comes from.</param>
/// <param name="IsText">A value that can only be text: quoted in JSON.</param>
/// <param name="IsLoose">A value whose type is not written down: YAML and the environment, where 5 may be a number or text.</param>
internal sealed record SettingNode(NodeKind Kind, string Place, string Value = "", bool IsText = false, bool IsLoose = false, long Line = 0)
{
    public IReadOnlyList<SettingNode> Items { get; init; } = [];

    public IReadOnlyList<(SettingNode Key, SettingNode Value)> Entries { get; init; } = [];

    public SettingNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;
}
