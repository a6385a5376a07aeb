using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;

namespace CcHc.Worker.Jobs.CollectReports;

/// <summary>Takes in what the agencies dropped (bao-cao): reads and keeps each new file, decides which version counts, and answers its agency.</summary>
public sealed class CollectReportsJob(OfficeReader office, ReportIntake intake, VersionKeeper versions, ReceiptMailer receipts) : IJob
{
    public JobDuty Duty => JobDuty.CollectReports;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var reading = await office.LookAsync(run.Today, NoProgress.Instance, cancellationToken);

        var taken = await intake.TakeAsync(reading, run, cancellationToken);

        var changed = run.DryRun ? 0 : await versions.DecideAsync(cancellationToken);
        var answered = await receipts.SendAsync(reading, run, cancellationToken);

        return Outcome(taken, changed, answered);
    }

    private static JobOutcome Outcome(TakenReports taken, int changed, int answered)
    {
        var refused = taken.New.Count(report => report.State == SubmissionState.Refused);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["files"] = taken.Files,
            ["new"] = taken.New.Count,
            ["refused"] = refused,
            ["not_yet_readable"] = taken.NotYetReadable,
            ["ahead_of_their_period"] = taken.AheadOfTheirPeriod,
            ["versions_changed"] = changed,
            ["receipts_queued"] = answered,
        };
        var result = taken.NotYetReadable > 0 ? JobResult.Partly : refused > 0 ? JobResult.DoneWithFindings : JobResult.Done;
        return new JobOutcome(result, FormattableString.Invariant(
            $"{taken.Files} files, {taken.New.Count} new ({refused} refused), {taken.NotYetReadable} not readable yet, {taken.AheadOfTheirPeriod} ahead of their period, {answered} receipts queued."), counts);
    }
}
