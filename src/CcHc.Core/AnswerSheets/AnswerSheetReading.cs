using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;

namespace CcHc.Core.AnswerSheets;

/// <summary>What an answer sheet is read against.</summary>
/// <param name="Obligations">Of every agency, as they stand today.</param>
public sealed record AnswerExpectations(AgencyDirectory Directory, IReadOnlyList<AssessedObligation> Obligations, DateOnly Today)
{
    /// <summary>Whose mailbox it came from; null for a dropped file, which says itself whose it is.</summary>
    public Agency? Sender { get; init; }

    public ILookup<string, AssessedObligation> ByAgency => field ??= Obligations.ToLookup(one => one.Obligation.Agency.Code, StringComparer.Ordinal);
}

/// <summary>What reading one answer sheet gave (kết quả đọc phiếu trả lời). A row that cannot be right is told and left out; the others count.</summary>
/// <param name="AgencyCode">Null when nobody can tell whose it is.</param>
public sealed record AnswerSheetReading(string File, string Hash, string? AgencyCode, IReadOnlyList<AgencyStatement> Statements,
    IReadOnlyList<Finding> Findings)
{
    public bool IsRefused => Statements.Count == 0;

    /// <summary>Some rows count and others are to be mended.</summary>
    public bool IsPartly => Statements.Count > 0 && Findings.Any(finding => finding.Severity == Severity.Error);
}
