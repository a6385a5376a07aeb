using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;

namespace CcHc.Office;

/// <summary>What each agency reported in earlier periods (báo cáo các kỳ trước).</summary>
public sealed class PastReports(SubmittedFiles submissions, JobsFile office)
{
    /// <summary>By agency: of each task and figure the latest earlier period's word.</summary>
    public async Task<PastReportsByAgency> BeforeAsync(ReportPeriod period, CancellationToken cancellationToken)
    {
        var earlier = (await submissions.ListAsync(cancellationToken: cancellationToken))
            .Where(report => report.State == SubmissionState.Accepted)
            .Select(report => (Period: office.Regime.Period(report.PeriodCode), report.Reading.Submission))
            .Where(report => report.Period is { } past && past.LastDay < period.LastDay)
            .OrderBy(report => report.Period!.LastDay)
            .GroupBy(report => report.Submission!.AgencyCode, report => report.Submission!, StringComparer.Ordinal);
        return new PastReportsByAgency(earlier.ToDictionary(reports => reports.Key, Latest, StringComparer.Ordinal));
    }

    private static PreviousReport Latest(IEnumerable<SubmissionContent> oldestFirst)
    {
        var tasks = new Dictionary<string, ReportedTask>(StringComparer.Ordinal);
        var figures = new Dictionary<string, ReportedFigure>(StringComparer.Ordinal);
        foreach (var submission in oldestFirst)
        {
            foreach (var task in submission.Tasks.Where(task => task.StatusText.Length > 0 || task.Result.Length > 0))
            {
                tasks[task.RowKey] = task;
            }

            foreach (var figure in submission.Figures.Where(figure => figure.Value is not null || figure.Text.Length > 0))
            {
                figures[figure.Code] = figure;
            }
        }

        return new PreviousReport(tasks, figures);
    }
}

/// <summary>Asked by agency code; an agency that never reported has none.</summary>
public sealed class PastReportsByAgency(IReadOnlyDictionary<string, PreviousReport> byAgency)
{
    public PreviousReport Of(string agencyCode) => byAgency.GetValueOrDefault(agencyCode, PreviousReport.None);
}
