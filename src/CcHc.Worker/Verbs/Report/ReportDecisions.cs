using System.CommandLine;
using CcHc.Adapters.Storage;
using CcHc.Worker.Jobs.CollectReports;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs.Report;

/// <summary>report reopen, exclude, include: decisions only a person takes, each with a name and a reason.</summary>
internal static class ReportDecisions
{
    public static Command Reopen(Screen screen)
    {
        var (period, by, reason, jobs) = (ReportVerb.Period(), ReportVerb.By(), ReportVerb.Reason(true), CommonOptions.Jobs());
        var command = new Command("reopen", "Open a closed period again: late files count from then on; the frozen version stays as it is.") { period, by, reason, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (person, why) = (ReportRuns.Named(parsed.GetValue(by)!), ReportRuns.Named(parsed.GetValue(reason)!));
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var code = ReportVerb.CodeOf(host, parsed.GetValue(period)!);
            if (!await host.Services.GetRequiredService<ReportPeriods>().ReopenAsync(code, person, why, cancellationToken))
            {
                throw new UsageException($"{code} is not closed.");
            }

            var changed = await host.Services.GetRequiredService<VersionKeeper>().DecideAsync(cancellationToken);
            screen.Line(FormattableString.Invariant($"{code} is open again; {changed} files changed their state."));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Exclude(Screen screen) => Decide(
        screen, "exclude", "Take a file out of the period's report; the version before it counts again.", keeper => keeper.ExcludeAsync);

    public static Command Include(Screen screen) => Decide(screen, "include", "Take back that a file was excluded.", keeper => keeper.IncludeAsync);

    private static Command Decide(
        Screen screen, string name, string description, Func<VersionKeeper, Func<string, string, string, string, CancellationToken, Task<DecisionOutcome>>> decide)
    {
        var file = new Argument<string>("file") { Description = "The file as `cchc report status` names it." };
        var (period, by, reason, jobs) = (ReportVerb.Period(), ReportVerb.By(), ReportVerb.Reason(true), CommonOptions.Jobs());
        var command = new Command(name, description) { file, period, by, reason, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (person, why) = (ReportRuns.Named(parsed.GetValue(by)!), ReportRuns.Named(parsed.GetValue(reason)!));
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var (code, wanted) = (ReportVerb.CodeOf(host, parsed.GetValue(period)!), parsed.GetValue(file)!.Replace('\\', '/'));
            var outcome = await decide(host.Services.GetRequiredService<VersionKeeper>())(code, wanted, person, why, cancellationToken);
            if (outcome != DecisionOutcome.Done)
            {
                throw new UsageException(outcome == DecisionOutcome.PeriodIsClosed
                    ? $"{code} is closed. Reopen it first: cchc report reopen --period {code} --by NAME --reason TEXT."
                    : $"{code} has no file \"{wanted}\" that can be {name}d. See: cchc report status --period {code}.");
            }

            screen.Line($"{wanted}: {name}d by {person}.");
            return ExitCode.Done;
        });
        return command;
    }
}
