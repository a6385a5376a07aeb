using CcHc.Office.Letters;

namespace CcHc.Worker.Jobs;

/// <summary>The gate as a run sees it: a trial run sends nothing, whatever else is set.</summary>
public static class RunMailGate
{
    public static async Task<MailGateState> StateAsync(this MailGate gate, JobContext run, CancellationToken cancellationToken) =>
        run.DryRun ? MailGateState.Closed : await gate.StateAsync(cancellationToken);
}
