namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>Slips of the hand in mail domains (gõ nhầm tên miền) that make a letter vanish or reach a stranger.</summary>
internal static class DomainTypos
{
    private static readonly Dictionary<string, string> Whole = new(StringComparer.OrdinalIgnoreCase)
    {
        ["gamil.com"] = "gmail.com",
        ["gmial.com"] = "gmail.com",
        ["gmai.com"] = "gmail.com",
        ["gmal.com"] = "gmail.com",
        ["gmail.co"] = "gmail.com",
        ["gmail.com.vn"] = "gmail.com",
        ["yaho.com"] = "yahoo.com",
        ["yahoo.co"] = "yahoo.com",
    };

    private static readonly (string Wrong, string Right)[] Endings =
        [(".con", ".com"), (".cm", ".com"), (".vm", ".vn"), (".gov.nv", ".gov.vn"), (".gv.vn", ".gov.vn"), (".gob.vn", ".gov.vn"), (".goc.vn", ".gov.vn")];

    /// <summary>The address that was probably meant; null when nothing looks wrong. Only ever suggested, never used.</summary>
    public static string? Suggest(string address)
    {
        var at = address.LastIndexOf('@') + 1;
        var domain = address[at..];
        if (Whole.TryGetValue(domain, out var meant))
        {
            return address[..at] + meant;
        }

        foreach (var (wrong, right) in Endings)
        {
            if (domain.EndsWith(wrong, StringComparison.OrdinalIgnoreCase))
            {
                return address[..^wrong.Length] + right;
            }
        }

        return null;
    }
}
