using CcHc.Core.Text;

namespace CcHc.Core.Agencies.Expressions;

/// <summary>Reads the words a plan names agencies with ("Các sở, ban, ngành; UBND cấp huyện").</summary>
public static class AgencyExpression
{
    /// <summary>The longest agency cells of real plans have some three hundred characters.</summary>
    private const int LongestText = 4_000;

    /// <summary>One mention for each role found, in the order of the text; empty when the text is. An agency that is not named is never resolved.</summary>
    /// <param name="role">The role of the column; labels inside the text ("Cơ quan phối hợp: …", "… chủ trì") win over it.</param>
    /// <param name="onDay">Agencies that ended before this day give way to their successors; groups hold only agencies that exist on it. Null = no day is
    /// looked at.</param>
    public static IReadOnlyList<AgencyMention> Read(string text, AgencyRole role, AgencyDirectory directory, DateOnly? onDay = null)
    {
        if (text.Length > LongestText)
        {
            return [new AgencyMention(role, [], [], [], [AgencyFindings.TooLong])];
        }

        var normalized = VietnameseText.Normalize(text);
        var tokens = AgencyTokenizer.Read(normalized);
        var parts = new ExpressionReader(normalized, tokens, directory, role, onDay).Read();
        if (parts.Count == 0)
        {
            return tokens.Any(t => t.IsWord) ? [new AgencyMention(role, [], [VietnameseText.OneLine(text)], [], [])] : [];
        }

        return [.. parts.GroupBy(p => p.Role).Select(Mention)];
    }

    private static AgencyMention Mention(IGrouping<AgencyRole, ExpressionPart> parts) => new AgencyMention(
        parts.Key,
        [.. parts.SelectMany(p => p.Agencies).Distinct()],
        [.. parts.Where(p => p.Kind == ExpressionPartKind.Vague).Select(p => p.Text).Distinct(StringComparer.Ordinal)],
        [.. parts.Where(p => p.Kind == ExpressionPartKind.Unknown).Select(p => p.Text).Distinct(StringComparer.Ordinal)],
        [.. parts.SelectMany(p => p.Findings).Distinct()])
    {
        Successions = Successions(parts),
    };

    private static IReadOnlyList<Succession> Successions(IEnumerable<ExpressionPart> parts)
    {
        var named = parts.Where(p => p.Ended is null).SelectMany(p => p.Agencies).ToHashSet();
        return [.. parts.Where(p => p.Ended is not null)
            .SelectMany(p => p.Agencies.Where(a => !named.Contains(a)).Select(a => new Succession(p.Ended!, a)))
            .Distinct()];
    }
}
