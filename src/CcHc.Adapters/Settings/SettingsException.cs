namespace CcHc.Adapters.Settings;

/// <summary>Settings that must not be used: each mistake names the file, the line where known, and the cure. The program refuses to start.</summary>
public sealed class SettingsException(IReadOnlyList<string> mistakes) : Exception(
    mistakes.Count == 1 ? mistakes[0] : FormattableString.Invariant($"{mistakes.Count} mistakes in the settings:\n  ") + string.Join("\n  ", mistakes))
{
    public SettingsException(string mistake)
        : this([mistake])
    {
    }

    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
