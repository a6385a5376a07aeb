using System.Collections;

namespace CcHc.Adapters.Settings.Machine;

/// <summary>Secrets come from the environment, NAME or NAME_FILE (a file holding it), and from nowhere else.</summary>
public static class Secrets
{
    /// <returns>What NAME_FILE says; null when it is not set.</returns>
    public static string? FileOf(string name) => Environment.GetEnvironmentVariable(name + "_FILE");

    /// <returns>Null when neither variable is set.</returns>
    /// <exception cref="SettingsException">NAME_FILE names a file that cannot be read, or both are set.</exception>
    public static string? Read(string name) => Read(name, Environment.GetEnvironmentVariables());

    /// <param name="variables">The environment.</param>
    public static string? Read(string name, IDictionary variables)
    {
        var (value, file) = (variables[name] as string, variables[name + "_FILE"] as string);
        if (!string.IsNullOrEmpty(value) && !string.IsNullOrEmpty(file))
        {
            throw new SettingsException($"Both {name} and {name}_FILE are set. Keep one.");
        }

        if (string.IsNullOrEmpty(file))
        {
            return string.IsNullOrEmpty(value) ? null : value;
        }

        try
        {
            var secret = File.ReadAllText(file).TrimEnd('\r', '\n');
            return secret.Length > 0 ? secret : throw new SettingsException($"{name}_FILE: {file} is empty. Write the secret into it, and nothing else.");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException($"{name}_FILE: {file} cannot be read: {wrong.Message}");
        }
    }
}
