namespace CcHc.Adapters.Settings;

/// <summary>A settings file that must not be used: the message names the file, the line where known, and the cure. The program refuses to start.</summary>
public sealed class SettingsException(string message) : Exception(message);
