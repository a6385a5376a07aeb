using System.CommandLine;
using CcHc.Adapters.Storage.Reports;
using CcHc.Core.Calendars;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Office;
using CcHc.Worker.Jobs.ConsolidatePeriod;
using CcHc.Worker.Screens;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Verbs.Report;

/// <summary>report status: who has handed in, what became of every file and where it went, which versions were written, and who decided what.</summary>
internal static class ReportStatus
{
    public static Command Create(Screen screen)
    {
        var (period, json, jobs) = (ReportVerb.Period(), CommonOptions.Json(), CommonOptions.Jobs());
        var command = new Command("status", "Show who has handed in, every file's state, the versions written and the decisions taken.") { period, json, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await OfficeHost.OpenAsync(parsed.GetValue(jobs)!, cancellationToken);
            var seen = await LookAsync(screen, host, ReportVerb.CodeOf(host, parsed.GetValue(period)!), cancellationToken);
            foreach (var shape in parsed.GetValue(json) ? Shapes(seen) : [])
            {
                screen.Json.Write(shape);
            }

            if (!parsed.GetValue(json))
            {
                Print(screen, seen);
            }

            return seen.HandIns.Any(one => one.State == SubmissionStatus.Missing) ? ExitCode.DoneWithFindings : ExitCode.Done;
        });
        return command;
    }

    private static async Task<PeriodStatus> LookAsync(Screen screen, OfficeHost host, string code, CancellationToken cancellationToken)
    {
        var services = host.Services;
        var today = services.GetRequiredService<OfficeClock>().Today;
        var reading = await screen.WithProgressAsync("Reading registers",
            progress => services.GetRequiredService<OfficeReader>().LookAsync(today, progress, cancellationToken));
        var material = await services.GetRequiredService<PeriodMaterial>().GatherAsync(host.Office.Regime.Period(code)!, reading, today, cancellationToken);
        return new PeriodStatus(
            await services.GetRequiredService<ReportPeriods>().FindAsync(code, cancellationToken),
            material.HandIns,
            await services.GetRequiredService<SubmittedFiles>().ListAsync(code, cancellationToken),
            await services.GetRequiredService<ReportOutputs>().ListAsync(code, cancellationToken),
            await services.GetRequiredService<ReportEvents>().ListAsync(code, cancellationToken: cancellationToken));
    }

    private static void Print(Screen screen, PeriodStatus seen)
    {
        screen.Line(seen.Period switch
        {
            null => "No form of this period was issued yet.",
            { ClosedAt: { } at } closed =>
                FormattableString.Invariant($"Issued on {closed.IssuedOn:yyyy-MM-dd}, closed on {OfficeTime.DayOf(at):yyyy-MM-dd} by {closed.ClosedBy}."),
            var open => FormattableString.Invariant($"Issued on {open.IssuedOn:yyyy-MM-dd}, open."),
        });
        foreach (var one in seen.HandIns)
        {
            screen.Line(FormattableString.Invariant(
                $"  {one.Agency.Code,-14} {one.State,-8} {one.ReceivedOn,-12:yyyy-MM-dd} {(one.RefusedFiles > 0 ? $"{one.RefusedFiles} refused" : "")}"));
        }

        foreach (var report in seen.Files)
        {
            screen.Line(FormattableString.Invariant($"  {report.State,-12} v{report.Version} {report.File}  {report.Reason} {WentInto(seen, report)}"));
        }

        foreach (var output in seen.Outputs)
        {
            screen.Line(FormattableString.Invariant($"  version {output.Version} {output.Kind,-12} {output.File}  {output.Hash[..12]}"));
        }

        foreach (var happened in seen.Events)
        {
            screen.Line(FormattableString.Invariant(
                $"  {OfficeTime.Of(happened.At):yyyy-MM-dd HH:mm} {happened.Person}: {happened.What} {happened.File} {happened.Reason}"));
        }
    }

    private static IEnumerable<object> Shapes(PeriodStatus seen) =>
    [
        .. seen.HandIns.Select(
            one => new { type = "handIn", agency = one.Agency.Code, state = one.State.ToString(), receivedOn = one.ReceivedOn,
                workingDaysLate = one.WorkingDaysLate, refusedFiles = one.RefusedFiles }),
        .. seen.Files.Select(report => new
        {
            type = "file", file = report.File, hash = report.Hash, agency = report.AgencyCode, state = report.State.ToString(), version = report.Version,
            reason = report.Reason,
            changedBy = report.ChangedBy, usedIn = seen.Outputs.Where(output => IsIn(output, report)).Select(output => output.File),
        }),
        .. seen.Outputs.Select(
            output => new { type = "output", version = output.Version, kind = output.Kind.ToString(), file = output.File, hash = output.Hash }),
    ];

    private static string WentInto(PeriodStatus seen, SubmittedFile report) =>
        seen.Outputs.Where(output => IsIn(output, report)).Select(output => FormattableString.Invariant($"{output.Version}"))
            .ToList() is { Count: > 0 } versions ? $"(in versions {string.Join(", ", versions)})" : "";

    private static bool IsIn(StoredOutput output, SubmittedFile report) => output.Inputs.Contains($"{report.File} {report.Hash} {SubmissionState.Accepted}");

    private sealed record PeriodStatus(
        StoredPeriod? Period, IReadOnlyList<AgencySubmission> HandIns, IReadOnlyList<SubmittedFile> Files, IReadOnlyList<StoredOutput> Outputs,
        IReadOnlyList<ReportEvent> Events);
}
