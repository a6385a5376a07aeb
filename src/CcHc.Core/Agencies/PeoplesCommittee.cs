using System.Text.RegularExpressions;
using CcHc.Core.Text;

namespace CcHc.Core.Agencies;

/// <summary>
/// A People's Committee below the province (UBND cấp xã, cấp huyện): it issues its own papers in its own name, without a body above it in the heading, and its
/// chairman signs on its behalf (Nghị định 30/2020/NĐ-CP, Phụ lục I).
/// </summary>
/// <param name="Unit">Whose it is: "xã Hồ Xanh".</param>
public sealed partial record PeoplesCommittee(string Unit)
{
    public const string Title = "ỦY BAN NHÂN DÂN";
    public const string SignsFor = "TM. ỦY BAN NHÂN DÂN";
    public const string Signs = "CHỦ TỊCH";

    /// <summary>Null for any other agency, one whose name only mentions such a committee too.</summary>
    public static PeoplesCommittee? Of(Agency agency)
    {
        var name = FoldedText.Of(VietnameseText.OneLine(agency.Name));
        var match = Named().Match(name.Value);
        if (!match.Success && IsOfCommittees(agency.Group))
        {
            // A directory that lists "Xã Hồ Xanh" under the committees means its committee.
            match = Unitary().Match(name.Value);
        }

        return match.Success ? new PeoplesCommittee(Written(name.Slice(match.Groups["unit"].Index, match.Length))) : null;
    }

    private static bool IsOfCommittees(string group) =>
        AgencyGroups.AreSame(group, AgencyGroups.Communes) || AgencyGroups.AreSame(group, AgencyGroups.Districts);

    /// <summary>"P. Hòa Mẫu" is "phường Hòa Mẫu".</summary>
    private static string Written(string unit)
    {
        foreach (var (given, full) in new[] { ("TT.", "thị trấn"), ("TP.", "thành phố"), ("TX.", "thị xã"), ("P.", "phường"), ("X.", "xã"), ("H.", "huyện"),
            ("Q.", "quận") })
        {
            if (unit.StartsWith(given, StringComparison.OrdinalIgnoreCase))
            {
                return $"{full} {unit[given.Length..].TrimStart()}";
            }
        }

        return unit.Trim();
    }

    private const string Units = @"(?<unit>(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho) (?!thuoc\b).+|(?:p|x|tt|tp|tx|h|q)\. ?.+)$";

    [GeneratedRegex("^(?:ubnd|uy ban nhan dan) " + Units)]
    private static partial Regex Named();

    [GeneratedRegex("^" + Units)]
    private static partial Regex Unitary();
}
