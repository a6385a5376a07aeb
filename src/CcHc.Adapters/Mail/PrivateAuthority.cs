using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace CcHc.Adapters.Mail;

/// <summary>
/// Certificates of mail servers signed by an office's own authority (CA nội bộ). SmtpClient takes no authority per client, only one callback per process, so
/// the authorities are kept by server name and every other server is judged by the machine's own rules.
/// </summary>
internal static class PrivateAuthority
{
    private static readonly ConcurrentDictionary<string, TrustedAuthorities> ByHost = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Lazy<bool> Installed = new(Install);

    /// <summary>From now on the host's certificate must lead to one of these.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The file holds no certificate.</exception>
    public static void Trust(string host, string pemFile)
    {
        ByHost[host] = TrustedAuthorities.Read(pemFile);
        _ = Installed.Value;
    }

    private static bool Install()
    {
#pragma warning disable SYSLIB0014 // Obsolete for HTTP, which does not ask it any more; SmtpClient asks nothing else.
        ServicePointManager.ServerCertificateValidationCallback = IsTrusted;
#pragma warning restore SYSLIB0014
        return true;
    }

    private static bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? machineChain, SslPolicyErrors errors) =>
        sender is SslStream stream && ByHost.TryGetValue(stream.TargetHostName, out var authorities)
            ? authorities.Vouch(certificate, machineChain, errors)
            : errors == SslPolicyErrors.None;
}
