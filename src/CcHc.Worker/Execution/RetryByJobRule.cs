using System.Globalization;
using CcHc.Core.Jobs;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;

namespace CcHc.Worker.Execution;

/// <summary>When a run is tried again (lần thử lại), told to Hangfire by a parameter of the run.</summary>
/// <param name="Seconds">Negative: it is not.</param>
internal sealed record RetryPlan(int Seconds, string Reason)
{
    private const string Parameter = "Retry";

    public static RetryPlan None { get; } = new(-1, "");

    public static RetryPlan Of(RetryRule rule, int retry, string why) =>
        new((int)rule.PauseBefore(retry).TotalSeconds, FormattableString.Invariant($"{RetryByJobRule.Reason} {retry}/{rule.Times}: {why}"));

    public static RetryPlan Read(ElectStateContext state) =>
        state.GetJobParameter<string?>(Parameter)?.Split(' ', 2) is [var seconds, var reason]
            ? new RetryPlan(int.Parse(seconds, CultureInfo.InvariantCulture), reason) : None;

    /// <summary>As plain words: they are in Hangfire's database.</summary>
    public void WriteTo(PerformContext run) => run.SetJobParameter(Parameter, Seconds < 0 ? "" : FormattableString.Invariant($"{Seconds} {Reason}"));
}

/// <summary>
/// Tries a run again by the rule of its own job (quy tắc chạy lại): one that failed, and one that was done in part, which Hangfire would take for good. Keeps
/// what has ended for thirty days.
/// </summary>
internal sealed class RetryByJobRule : IElectStateFilter, IApplyStateFilter
{
    public const string Reason = "Thử lại lần";

    /// <summary>Hangfire's own set behind its page of retries.</summary>
    private const string Retries = "retries";

    public static TimeSpan History { get; } = TimeSpan.FromDays(30);

    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is FailedState or SucceededState && RetryPlan.Read(context) is { Seconds: >= 0 } plan)
        {
            context.CandidateState = plan.Seconds == 0
                ? new EnqueuedState { Reason = plan.Reason } : new ScheduledState(TimeSpan.FromSeconds(plan.Seconds)) { Reason = plan.Reason };
        }
    }

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        context.JobExpirationTimeout = History;
        if (context.NewState is ScheduledState { Reason: { } reason } && reason.StartsWith(Reason, StringComparison.Ordinal))
        {
            transaction.AddToSet(Retries, context.BackgroundJob.Id);
        }
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        if (context.OldStateName == ScheduledState.StateName)
        {
            transaction.RemoveFromSet(Retries, context.BackgroundJob.Id);
        }
    }
}
