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
    private static readonly ConcurrentDictionary<string, X509Certificate2Collection> ByHost = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Lazy<bool> Installed = new(Install);

    /// <summary>From now on the host's certificate must lead to one of these, whatever else the machine trusts; its name and dates count as ever.</summary>
    /// <param name="pemFile">One or more certificates.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The file holds no certificate.</exception>
    public static void Trust(string host, string pemFile)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(pemFile);
        ByHost[host] = authorities;
        _ = Installed.Value;
    }

    private static bool Install()
    {
#pragma warning disable SYSLIB0014 // Obsolete for HTTP, which does not ask it any more; SmtpClient asks nothing else.
        ServicePointManager.ServerCertificateValidationCallback = IsTrusted;
#pragma warning restore SYSLIB0014
        return true;
    }

    private static bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? machineChain, SslPolicyErrors errors)
    {
        if (sender is not SslStream stream || !ByHost.TryGetValue(stream.TargetHostName, out var authorities))
        {
            return errors == SslPolicyErrors.None;
        }

        if (certificate is not X509Certificate2 shown || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        // An office's own authority seldom publishes a revocation list; SmtpClient does not ask for one either.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid("1.3.6.1.5.5.7.3.1", "TLS server"));
        foreach (var element in machineChain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(shown);
    }
}
