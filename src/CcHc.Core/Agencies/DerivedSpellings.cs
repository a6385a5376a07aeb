using CcHc.Core.Agencies.Expressions;

namespace CcHc.Core.Agencies;

/// <summary>
/// Spellings a name allows although the office did not list them: "huyện Lý Sơn" for "UBND huyện Lý Sơn"; with the province's name or without it, "Đài Phát
/// thanh và Truyền hình tỉnh" for "Đài Phát thanh và Truyền hình Thanh Hóa".
/// </summary>
internal static class DerivedSpellings
{
    private static readonly AgencyToken PeoplesCommittee = AgencyTokenizer.Words("UBND")[0];
    private static readonly AgencyToken Province = AgencyTokenizer.Words("tỉnh")[0];

    /// <param name="province">Words of the province's name; empty when the directory does not tell it.</param>
    public static IEnumerable<AgencyToken[]> Of(AgencyToken[] name, AgencyToken[] province)
    {
        if (name[0].Folded == "ubnd" && name.Length > 2 && AdministrativeUnits.UnitAt(name, 1) is not null)
        {
            return [name[1..]];
        }

        if (AdministrativeUnits.UnitAt(name, 0) is not null && name.Length > 1)
        {
            return [[PeoplesCommittee, .. name]];
        }

        if (name.Length > 1 && Province.MeansTheSame(name[^1]) && province.Length > 0)
        {
            return [[.. name, .. province]];
        }

        if (province.Length == 0 || !EndsWith(name, province))
        {
            return [];
        }

        var stem = name[..^province.Length];
        return stem.Length switch
        {
            0 => [],
            _ when Province.MeansTheSame(stem[^1]) => [stem],
            _ => [[.. stem, Province], [.. stem, Province, .. province]],
        };
    }

    /// <summary>The words after the last "tỉnh" of a name; empty when it ends with "tỉnh" or has none ("Ban Tổ chức Tỉnh ủy").</summary>
    public static AgencyToken[] ProvinceIn(AgencyToken[] name)
    {
        // "UBND huyện Tĩnh Gia" speaks of no province.
        var at = Array.FindLastIndex(name, Province.MeansTheSame);
        var isPlace = at > 0 && name.Length - at - 1 is >= 1 and <= 4 && name[at + 1].Folded is not ("uy" or "doan" or "hoi");
        return isPlace ? name[(at + 1)..] : [];
    }

    private static bool EndsWith(AgencyToken[] name, AgencyToken[] end) =>
        name.Length >= end.Length && name[^end.Length..].Select(w => w.Exact).SequenceEqual(end.Select(w => w.Exact), StringComparer.Ordinal);
}
