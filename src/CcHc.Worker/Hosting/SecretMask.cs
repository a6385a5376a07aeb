using System.Text.RegularExpressions;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Worker.Hosting;

/// <summary>Takes secrets out of a text for the log (che bí mật): the values this process was given, and whatever stands after a key that names one.</summary>
public static partial class SecretMask
{
    private const string Mask = "***";

    /// <summary>Shorter ones would blot out ordinary words.</summary>
    private const int ShortestSecret = 6;

    private static readonly Lazy<IReadOnlyList<string>> Known = new(() =>
    [
        .. new[] { MachineSettings.PasswordVariable, MachineSettings.MailboxPasswordVariable, MachineSettings.PostgresVariable, OpenIdSettings.SecretVariable }
            .Select(Given).OfType<string>().Where(secret => secret.Length >= ShortestSecret),
    ]);

    public static string Of(string text) => Of(text, Known.Value);

    public static string Of(string text, IEnumerable<string> secrets) =>
        Named().Replace(secrets.Aggregate(text, (masked, secret) => masked.Replace(secret, Mask, StringComparison.Ordinal)), "$1" + Mask);

    private static string? Given(string variable)
    {
        try
        {
            return Secrets.Read(variable);
        }
        catch (SettingsException)
        {
            // Said where the settings are read.
            return null;
        }
    }

    [GeneratedRegex("""((?:password|passwd|pwd|passphrase|client_secret|access_token|refresh_token)\s*[=:]\s*|authorization:\s*(?:bearer|basic)\s+)("[^"]*"|'[^']*'|[^\s;,&"']+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
