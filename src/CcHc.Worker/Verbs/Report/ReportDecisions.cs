using System.CommandLine;
using CcHc.Adapters.Storage.Reports;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs.Report;

/// <summary>report reopen, exclude, include: decisions only a person takes, each with a name and a reason.</summary>
internal static class ReportDecisions
{
    public static Command Reopen(Screen screen)
    {
        var (period, by, reason, jobs) = (ReportVerb.Period(), ReportVerb.By(), ReportVerb.Reason(true), CommonOptions.Jobs());
        var command =
            new Command("reopen", "Open a closed period again: late files count from then on; the frozen version stays as it is.") { period, by, reason, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (person, why) = (ReportRuns.Named(parsed.GetValue(by)!), ReportRuns.Named(parsed.GetValue(reason)!));
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var code = ReportVerb.CodeOf(host, parsed.GetValue(period)!);
            var decision = await host.Services.GetRequiredService<PeriodDecisions>().ReopenAsync(code, person, why, cancellationToken);
            Check(decision, code, "", "reopen");
            screen.Line(FormattableString.Invariant($"{code} is open again; {decision.Changed} files changed their state."));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Exclude(Screen screen) => Decide(
        screen, "exclude", "Take a file out of the period's report; the version before it counts again.",
        (decisions, asked, cancellationToken) => decisions.ExcludeAsync(asked.Period, asked.File, null, asked.Person, asked.Reason, cancellationToken));

    public static Command Include(Screen screen) => Decide(
        screen, "include", "Take back that a file was excluded.",
        (decisions, asked, cancellationToken) => decisions.IncludeAsync(asked.Period, asked.File, null, asked.Person, asked.Reason, cancellationToken));

    private static Command Decide(Screen screen, string name, string description, Func<PeriodDecisions, Asked, CancellationToken, Task<Decision>> decide)
    {
        var file = new Argument<string>("file") { Description = "The file as `cchc report status` names it." };
        var (period, by, reason, jobs) = (ReportVerb.Period(), ReportVerb.By(), ReportVerb.Reason(true), CommonOptions.Jobs());
        var command = new Command(name, description) { file, period, by, reason, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var asked = new Asked(
                parsed.GetValue(period)!, parsed.GetValue(file)!.Replace('\\', '/'), ReportRuns.Named(parsed.GetValue(by)!),
                ReportRuns.Named(parsed.GetValue(reason)!));
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            asked = asked with { Period = ReportVerb.CodeOf(host, asked.Period) };
            Check(await decide(host.Services.GetRequiredService<PeriodDecisions>(), asked, cancellationToken), asked.Period, asked.File, name);
            screen.Line($"{asked.File}: {name}d by {asked.Person}.");
            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="UsageException">The decision could not be taken.</exception>
    private static void Check(Decision decision, string period, string file, string verb)
    {
        if (decision.Obstacle != DecisionObstacle.None)
        {
            throw new UsageException(decision.Obstacle switch
            {
                DecisionObstacle.PeriodIsOpen => $"{period} is not closed.",
                DecisionObstacle.PeriodIsClosed => $"{period} is closed. Reopen it first: cchc report reopen --period {period} --by NAME --reason TEXT.",
                _ => $"{period} has no file \"{file}\" that can be {verb}d. See: cchc report status --period {period}.",
            });
        }
    }

    private sealed record Asked(string Period, string File, string Person, string Reason);
}
