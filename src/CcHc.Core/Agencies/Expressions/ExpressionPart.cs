using CcHc.Core.Findings;

namespace CcHc.Core.Agencies.Expressions;

internal enum ExpressionPartKind { Named, Group, Vague, Unknown }

/// <summary>One part of an agency expression while it is read; a later word ("chủ trì", "trừ …") may still change it.</summary>
internal sealed class ExpressionPart(ExpressionPartKind kind, AgencyRole role, string text, IReadOnlyList<Agency> agencies)
{
    public ExpressionPartKind Kind { get; private set; } = kind;
    public AgencyRole Role { get; set; } = role;
    public string Text { get; } = text;
    public IReadOnlyList<Agency> Agencies { get; set; } = agencies;
    public List<FindingTemplate> Findings { get; } = [];

    /// <summary>The agency named, where it ended and <see cref="Agencies"/> stand in for it.</summary>
    public Agency? Ended { get; init; }

    /// <summary>The words "UBND huyện", "Sở" that bare names in a bracket after this part stand for.</summary>
    public ListHead? Head { get; init; }

    /// <summary>True when the name was bare and took its head word from the list it stands in.</summary>
    public bool IsFromList { get; init; }

    /// <summary>The group is named, but which of its members is not known: nobody is written to.</summary>
    public void LeaveUndecided(FindingTemplate finding)
    {
        Kind = ExpressionPartKind.Vague;
        Agencies = [];
        Findings.Add(finding);
    }
}

/// <summary>The head word of a list, given to each bare name: "UBND các huyện: A, B".</summary>
/// <param name="IsExplicit">True when the words are plural or a colon follows, so that every bare name must be one of the list.</param>
internal sealed record ListHead(IReadOnlyList<AgencyToken[]> Prefixes, bool IsExplicit)
{
    public bool IsPeoplesCommittee => Prefixes.Any(p => p[0].Folded == "ubnd" || AdministrativeUnits.UnitAt(p, 0) is not null);
}
