using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Core.PeriodReports.Consolidation.Figures;

/// <summary>Names what the agencies reported and no sheet takes (số liệu không dùng được): nothing that was handed in vanishes in silence.</summary>
internal static class UnusedFigures
{
    /// <param name="owed">Row keys and agency codes of the period's obligations.</param>
    /// <param name="asked">The figures the period asks for.</param>
    public static IEnumerable<Finding> Find(IReadOnlyList<AgencySubmission> handIns, IReadOnlySet<(string Key, string Agency)> owed,
        IReadOnlyList<Indicator> asked)
    {
        var byCode = asked.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);
        foreach (var (agency, submission) in handIns.Where(handIn => handIn.Submission is not null).Select(handIn => (handIn.Agency, handIn.Submission!)))
        {
            foreach (var task in submission.Tasks.Where(task => DetailLine.IsAnswered(task) && !owed.Contains((task.RowKey, agency.Code))))
            {
                yield return PeriodFindings.TaskNotOwed(agency.Name).At(submission.File, task.Sheet, task.ResultCell);
            }

            foreach (var figure in submission.Figures.Where(figure => figure.Value is not null || !string.IsNullOrWhiteSpace(figure.Text)))
            {
                if (byCode.GetValueOrDefault(figure.Code)?.IsAskedOf(agency) != true)
                {
                    yield return PeriodFindings.FigureNotAsked(agency.Name, figure.Code).At(submission.File, figure.Sheet, figure.Cell);
                }
            }
        }
    }
}
