using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using CcHc.Adapters.Settings.Machine;

namespace CcHc.Adapters.Mail.Smtp;

/// <summary>Names each thing wrong with a mail server's certificate (chứng chỉ máy chủ thư), by the same rules letters are sent by.</summary>
internal static class CertificateVerdict
{
    public static IReadOnlyList<SmtpComplaint> Of(X509Certificate? shown, X509Chain? machineChain, SslPolicyErrors errors, MailSettings settings)
    {
        if (shown is not X509Certificate2 certificate)
        {
            return [new("mail-tls-failed", $"{settings.Host} shows no certificate.", "Ask the mail server's administrator.")];
        }

        var complaints = new List<SmtpComplaint>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            complaints.Add(new("mail-certificate-wrong-name",
                $"The certificate of {settings.Host} is for {Names(certificate)}.", "Set mail.host in appsettings.json to the name on the certificate."));
        }

        using var own = settings.AuthorityFile.Length > 0 ? TrustedAuthorities.Read(settings.AuthorityFile).Judge(certificate, machineChain) : null;
        var found = (own ?? machineChain)?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        // Another authority of the same name shows as a signature that is not its own.
        var untrusted = X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid;
        if (found.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            complaints.Add(new("mail-certificate-expired",
                FormattableString.Invariant(
                    $"The certificate of {settings.Host}, or one it leads to, is not valid today; its own is valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}."),
                "Have the certificate renewed; if the dates look right, check this machine's clock."));
        }

        if ((found & untrusted) != X509ChainStatusFlags.NoError)
        {
            complaints.Add(new("mail-certificate-unknown",
                $"The certificate of {settings.Host} is signed by {certificate.Issuer}, which {(settings.AuthorityFile.Length > 0 ? settings.AuthorityFile : "this machine")} does not know.",
                "Save the authority's certificate as a PEM file and name it as mail.authorityFile in appsettings.json."));
        }

        if ((found & ~(untrusted | X509ChainStatusFlags.NotTimeValid)) is not X509ChainStatusFlags.NoError and var other)
        {
            complaints.Add(new("mail-tls-failed", $"The certificate of {settings.Host} is not accepted: {other}.", "Ask the mail server's administrator."));
        }

        return complaints;
    }

    private static string Names(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault() is { } names
            ? string.Join(", ", names.EnumerateDnsNames().Concat(names.EnumerateIPAddresses().Select(address => address.ToString())))
            : certificate.Subject;
}
