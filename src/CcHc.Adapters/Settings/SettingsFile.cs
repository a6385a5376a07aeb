using System.Text;
using System.Text.RegularExpressions;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Settings;

/// <summary>Changes appsettings.json for the administrator, everything else in it left as it stands, comments included.</summary>
public static partial class SettingsFile
{
    /// <summary>Takes "redirectAllTo" out of appsettings.json beside jobs.yml.</summary>
    /// <returns>False when the key is not in the file.</returns>
    public static bool RemoveRedirection(string jobsPath)
    {
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(jobsPath))!, MachineSettings.FileName);
        if (!File.Exists(path))
        {
            return false;
        }

        var text = SettingsText.Read(path);
        var without = Redirection().Replace(text, "");
        if (without == text)
        {
            return false;
        }

        AtomicFile.Replace(path, file => file.Write(Encoding.UTF8.GetBytes(without)));
        return true;
    }

    // With its line when nothing else stands there; a line that is a comment stays.
    [GeneratedRegex("""(?<=^(?:(?!//).)*)(?:(?<=^)[ \t]*"redirectAllTo"\s*:\s*"(?:[^"\\]|\\.)*"[ \t]*,?[ \t]*(?://[^\n]*)?\r?\n|"redirectAllTo"\s*:\s*"(?:[^"\\]|\\.)*"\s*,?)""", RegexOptions.Multiline)]
    private static partial Regex Redirection();
}
