using CcHc.Core.Findings;

namespace CcHc.Core.Agencies.Expressions;

/// <summary>What an agency expression names in one role.</summary>
/// <param name="Resolved">Agencies of the directory, each once, in the order named. Never a guess.</param>
/// <param name="Vague">Parts that name nobody in particular ("các cơ quan liên quan"), as written; never mailed.</param>
/// <param name="Unknown">Names that look like an agency and are not in the directory, as written.</param>
/// <param name="Findings">A remark for each unknown name (with the nearest directory names) and each qualifier the directory cannot decide.</param>
public sealed record AgencyMention(AgencyRole Role, IReadOnlyList<Agency> Resolved, IReadOnlyList<string> Vague, IReadOnlyList<string> Unknown,
    IReadOnlyList<FindingTemplate> Findings)
{
    /// <summary>Of the agencies resolved, those that are not named themselves and stand in for one that ended.</summary>
    public IReadOnlyList<Succession> Successions { get; init; } = [];
}

/// <summary>An agency took over (kế thừa) from the one a register still names.</summary>
public sealed record Succession(Agency Ended, Agency Successor);
