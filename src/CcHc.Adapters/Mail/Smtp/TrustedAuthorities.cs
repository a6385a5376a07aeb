using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>
/// The authorities an office signs its mail servers with (CA nội bộ): a server's certificate must lead to one of them, whatever else the machine trusts.
/// </summary>
internal sealed class TrustedAuthorities
{
    private readonly X509Certificate2Collection _authorities = [];

    /// <param name="pemFile">One or more certificates.</param>
    /// <exception cref="CryptographicException">The file holds no certificate.</exception>
    public static TrustedAuthorities Read(string pemFile)
    {
        var authorities = new TrustedAuthorities();
        authorities._authorities.ImportFromPemFile(pemFile);
        return authorities;
    }

    /// <summary>The certificate's name and dates count as ever.</summary>
    public bool Vouch(X509Certificate? certificate, X509Chain? machineChain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 shown || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None)
        {
            return false;
        }

        using var chain = Judge(shown, machineChain);
        return chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.NoError);
    }

    /// <summary>The chain from a certificate to one of these, with what is wrong with it in its status; the caller disposes it.</summary>
    /// <param name="machineChain">Its certificates in between are used, its verdict is not.</param>
    public X509Chain Judge(X509Certificate2 shown, X509Chain? machineChain)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        // An office's own authority seldom publishes a revocation list; SmtpClient does not ask for one either.
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1", "TLS server"));
        foreach (var element in machineChain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        chain.Build(shown);
        return chain;
    }
}
