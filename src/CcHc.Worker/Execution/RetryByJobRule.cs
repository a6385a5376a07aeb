using CcHc.Core.Jobs;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;

namespace CcHc.Worker.Execution;

/// <summary>Tries a failed run again by the rule of its own job (quy tắc chạy lại).</summary>
internal sealed class RetryByJobRule(Func<string, RetryRule> ruleOf) : IElectStateFilter, IApplyStateFilter
{
    public void OnStateElection(ElectStateContext context) => RetryOf(context.BackgroundJob).OnStateElection(context);

    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction) => RetryOf(context.BackgroundJob).OnStateApplied(context, transaction);

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction) => RetryOf(context.BackgroundJob).OnStateUnapplied(context, transaction);

    private AutomaticRetryAttribute RetryOf(BackgroundJob run)
    {
        // Null where the run was stored by another version and cannot be read any more.
        var rule = run.Job?.Args is [string job, ..] ? ruleOf(job) : RetryRule.Default;
        return new AutomaticRetryAttribute { Attempts = rule.Times, DelayInSecondsByAttemptFunc = retry => (int)rule.PauseBefore((int)retry).TotalSeconds };
    }
}
