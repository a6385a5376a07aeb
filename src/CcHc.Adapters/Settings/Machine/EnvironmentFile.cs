namespace CcHc.Adapters.Settings.Machine;

/// <summary>
/// The file "environment" beside jobs.yml (tệp biến môi trường): variables of ours, one NAME=VALUE a line, for the service and for verbs typed by hand alike.
/// What the environment itself says stands above it. Read once a process.
/// </summary>
public static class EnvironmentFile
{
    public const string FileName = "environment";

    private const string Prefix = "CCHC_";

    /// <summary>Takes the variables into this process.</summary>
    /// <exception cref="SettingsException">A line is no variable of ours, or the file cannot be read.</exception>
    public static void TakeBeside(string jobsPath)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(jobsPath))!, FileName);
        foreach (var (name, value) in File.Exists(path) ? Read(path, SettingsText.Read(path)) : [])
        {
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)) && !IsGivenOtherwise(name))
            {
                Environment.SetEnvironmentVariable(name, value);
            }
        }
    }

    /// <summary>Blank lines and lines that begin with # say nothing; quotes around a value are not part of it.</summary>
    public static IReadOnlyList<(string Name, string Value)> Read(string path, string text)
    {
        var variables = new List<(string, string)>();
        foreach (var (index, line) in text.Split('\n').Select(line => line.Trim()).Index())
        {
            if (line.Length == 0 || line[0] is '#' or ';')
            {
                continue;
            }

            var (name, value) = line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (line[..at].Trim(), line[(at + 1)..].Trim()) : (line, "");
            if (value.Length == 0 || !name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                throw new SettingsException(FormattableString.Invariant(
                    $"{path}, line {index + 1}: write a variable of ours, such as CCHC_SMTP_PASSWORD_FILE=/etc/cchc/smtp-password."));
            }

            variables.Add((name, value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0] ? value[1..^1] : value));
        }

        return variables;
    }

    /// <summary>NAME and NAME_FILE are two ways to give one secret.</summary>
    private static bool IsGivenOtherwise(string name)
    {
        const string file = "_FILE";
        var other = name.EndsWith(file, StringComparison.Ordinal) ? name[..^file.Length] : name + file;
        return !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(other));
    }
}
