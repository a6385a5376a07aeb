using CcHc.Core.Agencies;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>Work outside the plans that one agency reported (việc phát sinh).</summary>
public sealed record ExtraLine(Agency Agency, ExtraTask Said, CellPlace Place)
{
    internal static IReadOnlyList<ExtraLine> Gather(IReadOnlyList<AgencySubmission> handIns) =>
    [
        .. from handIn in handIns
           from said in handIn.Submission?.ExtraTasks ?? []
           select new ExtraLine(handIn.Agency, said, new CellPlace(handIn.Submission!.File, said.Sheet, said.Cell)),
    ];
}
