using System.CommandLine;
using CcHc.Adapters.Storage;
using CcHc.Core.Submissions;
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
            ReportVerb.CheckPeriod(host, parsed.GetValue(period));
            if (!await host.Services.GetRequiredService<ReportPeriods>().ReopenAsync(parsed.GetValue(period)!, person, why, cancellationToken))
            {
                throw new UsageException($"{parsed.GetValue(period)} is not closed.");
            }

            var changed = await host.Services.GetRequiredService<VersionKeeper>().DecideAsync(cancellationToken);
            screen.Line(FormattableString.Invariant($"{parsed.GetValue(period)} is open again; {changed} files changed their state."));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Exclude(Screen screen) => Decide(
        screen, "exclude", "Take a file out of the period's report; the version before it counts again.", SubmissionState.Excluded,
        report => report.State is SubmissionState.Accepted or SubmissionState.Replaced or SubmissionState.Duplicate or SubmissionState.AfterClosing);

    public static Command Include(Screen screen) => Decide(
        screen, "include", "Take back that a file was excluded.", SubmissionState.Replaced, report => report.State == SubmissionState.Excluded);

    private static Command Decide(Screen screen, string name, string description, SubmissionState state, Predicate<ReceivedReport> isMeant)
    {
        var file = new Argument<string>("file") { Description = "The file as `cchc report status` names it." };
        var (period, by, reason, jobs) = (ReportVerb.Period(), ReportVerb.By(), ReportVerb.Reason(true), CommonOptions.Jobs());
        var command = new Command(name, description) { file, period, by, reason, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (person, why) = (ReportRuns.Named(parsed.GetValue(by)!), ReportRuns.Named(parsed.GetValue(reason)!));
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var (code, wanted) = (parsed.GetValue(period)!, parsed.GetValue(file)!.Replace('\\', '/'));
            ReportVerb.CheckPeriod(host, code);
            if (await host.Services.GetRequiredService<ReportPeriods>().FindAsync(code, cancellationToken) is { IsClosed: true })
            {
                throw new UsageException($"{code} is closed. Reopen it first: cchc report reopen --period {code} --by NAME --reason TEXT.");
            }

            var submissions = host.Services.GetRequiredService<Submissions>();
            var meant = (await submissions.ListAsync(code, cancellationToken)).Where(report => report.File == wanted && isMeant(report)).ToList();
            if (meant.Count == 0)
            {
                throw new UsageException($"{code} has no file \"{wanted}\" that can be {name}d. See: cchc report status --period {code}.");
            }

            await submissions.ChangeAsync([.. meant.Select(report => new StateChange(report.File, report.Hash, state, 0, person, why))], cancellationToken);
            await host.Services.GetRequiredService<VersionKeeper>().DecideAsync(cancellationToken);
            screen.Line($"{wanted}: {name}d by {person}.");
            return ExitCode.Done;
        });
        return command;
    }
}
