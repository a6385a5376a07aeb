using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Jobs;
using CcHc.Office;

namespace CcHc.Worker.Jobs.ImportPlans;

/// <summary>Turns each new plan in ke-hoach/ into a draft register in du-thao/, once, and tells the officers (đọc kế hoạch).</summary>
public sealed class ImportPlansJob(OfficeReader office, PlanIntake intake, PlanLetters letters) : IJob
{
    public JobDuty Duty => JobDuty.ImportPlans;

    public async Task<JobOutcome> RunAsync(JobContext run, CancellationToken cancellationToken)
    {
        var waiting = await intake.ListNewAsync(cancellationToken);

        // The registers are read only when there is a plan to compare with them.
        var reading = waiting.Plans.Count > 0 ? await office.ReadAsync(run, cancellationToken) : null;
        var imported = reading is null ? [] : await intake.ImportAsync(waiting.Plans, reading, run, cancellationToken);

        var told = await letters.SendAsync(run, cancellationToken);
        return Outcome(waiting, imported, told);
    }

    private static JobOutcome Outcome(WaitingPlans waiting, IReadOnlyList<PlanImport> imported, int told)
    {
        var refused = imported.Count(plan => plan.Refusal.Length > 0);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["plans"] = waiting.Files,
            ["new"] = imported.Count,
            ["refused"] = refused,
            ["tasks"] = imported.Sum(plan => plan.Tasks),
            ["not_yet_readable"] = waiting.NotYetReadable,
            ["letters_queued"] = told,
        };
        var result = waiting.NotYetReadable > 0 ? JobResult.Partly
            : refused > 0 || imported.Any(plan => plan.Doubts > 0) ? JobResult.DoneWithFindings : JobResult.Done;
        return new JobOutcome(result, FormattableString.Invariant(
            $"{waiting.Files} plans, {imported.Count} new ({refused} refused) with {counts["tasks"]} tasks, {waiting.NotYetReadable} not readable yet, {told} letters queued."), counts);
    }
}
