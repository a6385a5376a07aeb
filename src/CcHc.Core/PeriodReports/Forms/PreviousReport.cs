
namespace CcHc.Core.PeriodReports.Forms;

/// <summary>What an agency reported before (báo cáo kỳ trước), as its next form carries it over.</summary>
/// <param name="Tasks">By row key; of each the latest earlier period's.</param>
/// <param name="Figures">By code; of each the latest earlier period's that was not blank.</param>
public sealed record PreviousReport(IReadOnlyDictionary<string, ReportedTask> Tasks, IReadOnlyDictionary<string, ReportedFigure> Figures)
{
    public static PreviousReport None { get; } = new(new Dictionary<string, ReportedTask>(), new Dictionary<string, ReportedFigure>());
}
