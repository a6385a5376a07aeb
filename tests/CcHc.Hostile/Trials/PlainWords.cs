using System.Text.RegularExpressions;
using CcHc.Core.Findings;

namespace CcHc.Hostile.Trials;

/// <summary>Holds findings against what staff may be shown (câu chữ cho cán bộ): one readable Vietnamese sentence what is wrong, one what to do.</summary>
internal static partial class PlainWords
{
    /// <summary>Longer is no sentence any more.</summary>
    private const int Longest = 1_500;

    public static IEnumerable<string> Complaints(IEnumerable<Finding> findings) =>
        findings.SelectMany(finding => new[] { finding.Message, finding.Remedy }, (finding, words) => (finding.Code, Why: WhyNot(words), words))
            .Where(one => one.Why is not null)
            .DistinctBy(one => (one.Code, one.Why))
            .Select(one => $"finding {one.Code} {one.Why}: {one.words[..Math.Min(one.words.Length, 200)]}");

    private static string? WhyNot(string words) =>
        words.Length == 0 ? "is empty"
        : words.Length > Longest ? "is endless"
        : Machine().IsMatch(words) ? "speaks of the machine"
        : !words.Any(c => c > 0x7F) ? "is not Vietnamese"
        : words.Any(c => char.IsControl(c) && c is not '\n' || c == '\uFFFE') || HasLoneSurrogate(words) ? "has characters nobody can read"
        : null;

    private static bool HasLoneSurrogate(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (char.IsSurrogate(words[i]) && !(i + 1 < words.Length && char.IsSurrogatePair(words[i], words[++i])))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\bException\b|\bSystem\.|^   at |Object reference|Index was outside|Parameter '|Specified argument|Nullable object")]
    private static partial Regex Machine();
}
