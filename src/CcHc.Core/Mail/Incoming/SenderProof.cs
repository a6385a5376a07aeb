namespace CcHc.Core.Mail.Incoming;

/// <summary>Whether the office's own mail server vouches for the address a message comes from (RFC 8601).</summary>
public static class SenderProof
{
    /// <summary>
    /// True when the first Authentication-Results of that server says that the address in From is the sender's: dmarc=pass, or without a dmarc verdict a dkim
    /// or spf pass of the same domain. A server takes out such fields of others that bear its own name, so that the first one is its own; others are not looked
    /// at.
    /// </summary>
    /// <param name="authservId">Empty: the office's server does not check, and everything passes.</param>
    public static bool Holds(IncomingMail mail, string authservId)
    {
        if (authservId.Length == 0)
        {
            return true;
        }

        var results = mail.Headers.Where(header => header.Name == "authentication-results").Select(header => Parts(header.Value))
            .FirstOrDefault(parts => Names(parts[0], authservId));
        if (results is null || mail.From is not [var from])
        {
            return false;
        }

        var domain = from[(from.LastIndexOf('@') + 1)..];
        var verdicts = results.Skip(1).ToList();
        return verdicts.Find(part => Method(part, "dmarc")) is { } dmarc
            ? Passes(dmarc) && (Property(dmarc, "header.from") is not { Length: > 0 } named || named == domain)
                : verdicts.Exists(part => Method(part, "dkim") && Passes(part)
                    && IsOf(Property(part, "header.d") is { Length: > 0 } signer ? signer : DomainOf(Property(part, "header.i")), domain))
                    || verdicts.Exists(part => Method(part, "spf") && Passes(part) && IsOf(DomainOf(Property(part, "smtp.mailfrom")), domain));
    }

    private static List<string> Parts(string value) => [.. WithoutComments(value).Split(';').Select(part => part.Trim().ToLowerInvariant())];

    /// <summary>"mx.tinh.gov.vn 1": a version may follow.</summary>
    private static bool Names(string part, string authservId) => part.Split([' ', '\t'], 2)[0].Equals(authservId, StringComparison.OrdinalIgnoreCase);

    private static bool Method(string part, string name) =>
        part.StartsWith(name, StringComparison.Ordinal) && part.AsSpan(name.Length).TrimStart() is ['=' or '/', ..];

    private static bool Passes(string part)
    {
        var value = part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..].TrimStart();
        return value == "pass" || value.StartsWith("pass ", StringComparison.Ordinal) || value.StartsWith("pass\t", StringComparison.Ordinal);
    }

    private static string Property(string part, string name) =>
        part.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => word.StartsWith(name + "=", StringComparison.Ordinal)) is { } found ? found[(name.Length + 1)..].Trim('"', '<', '>') : "";

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];

    private static bool IsOf(string signer, string domain) => signer.Length > 0
        && (signer == domain || domain.EndsWith("." + signer, StringComparison.Ordinal) || signer.EndsWith("." + domain, StringComparison.Ordinal));

    private static string WithoutComments(string value)
    {
        var (result, depth) = (new System.Text.StringBuilder(value.Length), 0);
        foreach (var c in value)
        {
            depth += c == '(' ? 1 : 0;
            if (depth == 0)
            {
                result.Append(c);
            }

            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return result.ToString();
    }
}
