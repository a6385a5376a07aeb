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
        ByHost[host] = Read(pemFile);
        _ = Installed.Value;
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">The file holds no certificate.</exception>
    public static X509Certificate2Collection Read(string pemFile)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(pemFile);
        return authorities;
    }

    /// <summary>The chain from a certificate to one of these, with what is wrong with it in its status; the caller disposes it.</summary>
    /// <param name="machineChain">Its certificates in between are used, its verdict is not.</param>
    public static X509Chain Judge(X509Certificate2 shown, X509Chain? machineChain, X509Certificate2Collection authorities)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        // An office's own authority seldom publishes a revocation list; SmtpClient does not ask for one either.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid("1.3.6.1.5.5.7.3.1", "TLS server"));
        foreach (var element in machineChain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        chain.Build(shown);
        return chain;
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

        using var chain = Judge(shown, machineChain, authorities);
        return chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.NoError);
    }
}
