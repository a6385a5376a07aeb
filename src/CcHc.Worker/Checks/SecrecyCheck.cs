using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Findings;

namespace CcHc.Worker.Checks;

/// <summary>
/// Whether what is for the service alone can be read by other accounts of this machine (tệp riêng). On Windows the rights are the administrator's to look at.
/// </summary>
public static class SecrecyCheck
{
    public static IEnumerable<Finding> Of(MachineSettings machine)
    {
        if (IsOpen(machine.DataFolder))
        {
            yield return Of("data-open-to-others",
                $"Every account of this machine can read {machine.DataFolder}: letters, agencies' reports and password hashes.",
                    $"Take the right away: chmod o-rwx \"{machine.DataFolder}\".");
        }

        string[] variables =
            [MachineSettings.PasswordVariable, MachineSettings.MailboxPasswordVariable, MachineSettings.PostgresVariable, OpenIdSettings.SecretVariable];
        var files = variables.Select(Secrets.FileOf).Append(machine.Mail.TokenFile).Append(machine.Mailbox.TokenFile)
            .Where(file => !string.IsNullOrEmpty(file));
        foreach (var file in files.Where(file => IsOpen(file!)))
        {
            yield return Of("secret-open-to-others", $"Every account of this machine can read the secret in {file}.",
                $"Take the right away: chmod o-rwx \"{file}\".");
        }
    }

    /// <summary>A folder above it that others may not enter shuts it, too.</summary>
    private static bool IsOpen(string path)
    {
        var full = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows() || !(File.Exists(full) || Directory.Exists(full)) || !File.GetUnixFileMode(full).HasFlag(UnixFileMode.OtherRead))
        {
            return false;
        }

        for (var above = Path.GetDirectoryName(full); above is not null; above = Path.GetDirectoryName(above))
        {
            if (!File.GetUnixFileMode(above).HasFlag(UnixFileMode.OtherExecute))
            {
                return false;
            }
        }

        return true;
    }

    private static Finding Of(string code, string message, string remedy) => new(Severity.Warning, code, MachineSettings.FileName, null, null, message, remedy);
}
