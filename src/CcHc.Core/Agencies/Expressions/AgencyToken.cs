namespace CcHc.Core.Agencies.Expressions;

/// <summary>What a piece of an agency expression is.</summary>
internal enum AgencyTokenKind { Word, Comma, And, Dash, Semicolon, Stop, Line, Colon, Open, Close }

/// <summary>One word or mark of an agency expression.</summary>
/// <param name="Folded">Without case and accents; "ubnd" for every spelling of Ủy ban nhân dân; empty for marks.</param>
/// <param name="Exact">As <see cref="WordSpelling.Exact"/>.</param>
/// <param name="Start">Place in the normalized text.</param>
/// <param name="End">Not included.</param>
internal readonly record struct AgencyToken(AgencyTokenKind Kind, string Folded, string Exact, bool IsInitials, int Start, int End)
{
    /// <summary>True when the other word is this one, or this one written without accents.</summary>
    public bool MeansTheSame(AgencyToken written) =>
        string.Equals(Exact, written.Exact, StringComparison.Ordinal)
        || (string.Equals(Folded, written.Folded, StringComparison.Ordinal) && string.Equals(written.Exact, written.Folded, StringComparison.Ordinal));

    public bool IsWord => Kind == AgencyTokenKind.Word;

    /// <summary>Marks that may stand inside a name: "Văn hóa, Thể thao và Du lịch", "Lao động - Thương binh và Xã hội".</summary>
    public bool MayStandInName => Kind is AgencyTokenKind.Comma or AgencyTokenKind.And or AgencyTokenKind.Dash or AgencyTokenKind.Line;

    public bool EndsClause => Kind is AgencyTokenKind.Semicolon or AgencyTokenKind.Stop or AgencyTokenKind.Line;
}
