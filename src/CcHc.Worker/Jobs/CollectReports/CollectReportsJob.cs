using CcHc.Adapters.Storage;
using CcHc.Core.Jobs;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;
using CcHc.Worker.Jobs.CollectAnswers;

namespace CcHc.Worker.Jobs.CollectReports;

/// <summary>
/// Takes in what the agencies dropped (bao-cao, tra-loi): reads and keeps each new file, decides which version of a report counts, and answers its agency.
/// </summary>
public sealed class CollectReportsJob(
    OfficeReader office, ReportIntake intake, VersionKeeper versions, ReceiptMailer receipts, AnswerIntake answers, AnswerReceiptMailer answerReceipts,
    PendingEntryList pending) : IJob
{
    public JobDuty Duty => JobDuty.CollectReports;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var reading = await office.LookAsync(run.Today, NoProgress.Instance, cancellationToken);

        var taken = await intake.TakeAsync(reading, run, cancellationToken);

        var changed = run.DryRun ? 0 : await versions.DecideAsync(cancellationToken);
        var answered = await receipts.SendAsync(reading, run, cancellationToken);

        var sheets = await answers.TakeAsync(reading, run, cancellationToken);
        var replied = await answerReceipts.SendAsync(reading, run, cancellationToken);
        var toType = pending.Write(sheets.Answers == 0 ? reading : await office.LookAsync(run.Today, NoProgress.Instance, cancellationToken), run);

        return Outcome(taken, changed, answered, sheets, replied, toType);
    }

    private static JobOutcome Outcome(TakenReports taken, int changed, int answered, TakenAnswers sheets, int replied, int toType)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["files"] = taken.Files,
            ["new"] = taken.New,
            ["refused"] = taken.Refused,
            ["papers"] = taken.Papers,
            ["not_yet_readable"] = taken.NotYetReadable,
            ["ahead_of_their_period"] = taken.AheadOfTheirPeriod,
            ["versions_changed"] = changed,
            ["receipts_queued"] = answered + replied,
            ["answer_sheets"] = sheets.New.Count,
            ["answers"] = sheets.Answers,
            ["answer_sheets_refused"] = sheets.Refused,
            ["to_type_into_registers"] = toType,
        };
        var result = taken.NotYetReadable + sheets.NotYetReadable > 0
            ? JobResult.Partly : taken.Refused + sheets.Refused > 0 ? JobResult.DoneWithFindings : JobResult.Done;
        return new JobOutcome(result, FormattableString.Invariant(
            $"{taken.Files} files, {taken.New} new ({taken.Refused} refused), {taken.NotYetReadable} not readable yet, {taken.AheadOfTheirPeriod} ahead of their period, {answered + replied} receipts queued; {sheets.New.Count} answer sheets ({sheets.Refused} refused), {sheets.Answers} answers."), counts);
    }
}
