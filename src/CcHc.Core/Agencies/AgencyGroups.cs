using CcHc.Core.Agencies.Expressions;

namespace CcHc.Core.Agencies;

/// <summary>The directory's groups (nhóm) that plans name in words of their own.</summary>
public static class AgencyGroups
{
    public const string Departments = "Sở, ban, ngành";
    public const string Districts = "UBND cấp huyện";
    public const string Communes = "UBND cấp xã";

    /// <summary>Whether two spellings name one group.</summary>
    public static bool AreSame(string? one, string? other) => KeyOf(one) == KeyOf(other);

    /// <summary>The group's name as it is compared: "Sở, ban, ngành" = "sở ban ngành tỉnh" = "Sở ngành".</summary>
    internal static string KeyOf(string? group)
    {
        var key = string.Join(' ', AgencyTokenizer.Words(group).Select(t => t.Folded));
        return key switch
        {
            "so nganh" or "so ban nganh tinh" or "so ban nganh cap tinh" or "cac so ban nganh" or "so ban nganh thanh pho" => "so ban nganh",
            "cap huyen" or "ubnd huyen" => "ubnd cap huyen",
            "cap xa" or "ubnd xa" => "ubnd cap xa",
            _ => key,
        };
    }
}
