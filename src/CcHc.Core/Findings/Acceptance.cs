using System.Collections.Frozen;

namespace CcHc.Core.Findings;

/// <summary>
/// What "đúng là vậy" can answer (nhận là đúng): something odd that may be so. An error cell, a day no calendar has or a missing lead is not so, whoever says
/// it.
/// </summary>
public static class Acceptance
{
    private static readonly FrozenSet<string> Impossible = FrozenSet.ToFrozenSet(
    [
        "volatile-date", "unreadable-date", "missing-lead", "no-lead-column", "completed-in-future",
    ], StringComparer.Ordinal);

    public static bool IsPossible(Finding finding) => finding.Severity != Severity.Error && !Impossible.Contains(finding.Code);
}
