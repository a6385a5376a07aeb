using CcHc.Core.Agencies;

namespace CcHc.Core.Mail.Incoming;

/// <summary>
/// Who may speak for which agency by mail (người được trả lời thay cơ quan): the addresses of the directory or, if the office wants it, their domains.
/// </summary>
public static class SenderAgencies
{
    /// <summary>Anybody may have an address there.</summary>
    private static readonly HashSet<string> Public = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "yahoo.com", "yahoo.com.vn", "ymail.com", "hotmail.com", "outlook.com", "outlook.com.vn", "live.com", "msn.com",
        "icloud.com", "me.com", "mail.com", "zoho.com",
        "proton.me", "protonmail.com", "fpt.vn", "vnn.vn", "hn.vnn.vn", "hcm.vnn.vn", "viettel.vn",
    };

    /// <returns>Usually one; several where agencies share an address; none for a stranger, or for a domain that is not one agency's alone.</returns>
    public static IReadOnlyList<Agency> Of(string address, AgencyDirectory directory, DateOnly today, bool byDomain)
    {
        var existing = directory.Agencies.Where(agency => agency.ExistsOn(today)).ToList();
        List<Agency> exact = [.. existing.Where(agency => agency.Emails.Concat(agency.HeadEmails).Contains(address, StringComparer.OrdinalIgnoreCase))];
        var domain = address[(address.LastIndexOf('@') + 1)..];
        if (exact.Count > 0 || !byDomain || domain.Length == 0 || Public.Contains(domain))
        {
            return exact;
        }

        List<Agency> sharing = [.. existing.Where(agency => agency.Emails.Any(mail => mail.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase)))];
        return sharing.Count == 1 ? sharing : [];
    }
}
