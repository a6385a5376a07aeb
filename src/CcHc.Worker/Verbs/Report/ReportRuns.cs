using System.CommandLine;
using CcHc.Core.Jobs;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs.Report;

/// <summary>report forms, collect, assemble, close: one run of a report job for a person.</summary>
internal static class ReportRuns
{
    private const string ByHand = "quản trị viên";

    public static Command Forms(Screen screen)
    {
        var (period, day, dry, jobs) = (ReportVerb.Period(), AsOf(), Dry(), CommonOptions.Jobs());
        var again = new Option<bool>("--again") { Description = "Also write and mail the forms of agencies that have theirs: after the registers changed." };
        var command = new Command("forms", "Write and mail the report form of every agency that owes the period's report.") { period, again, day, dry, jobs };
        command.SetAction((parsed, cancellationToken) => ReportVerb.RunAsync(
            screen, parsed.GetValue(jobs)!, JobDuty.IssueForms, "report-forms",
            new PeriodCommand(parsed.GetValue(period)!, ByHand, Again: parsed.GetValue(again)),
            parsed.GetValue(day), parsed.GetValue(dry), cancellationToken));
        return command;
    }

    public static Command Collect(Screen screen)
    {
        var (day, dry, jobs) = (AsOf(), Dry(), CommonOptions.Jobs());
        var command = new Command("collect", "Take in what the agencies dropped in bao-cao/ and answer them.") { day, dry, jobs };
        command.SetAction((parsed, cancellationToken) => ReportVerb.RunAsync(
            screen, parsed.GetValue(jobs)!, JobDuty.CollectReports, "report-collect", null, parsed.GetValue(day), parsed.GetValue(dry), cancellationToken));
        return command;
    }

    public static Command Assemble(Screen screen)
    {
        var (period, day, dry, jobs) = (ReportVerb.Period(), AsOf(), Dry(), CommonOptions.Jobs());
        var command = new Command("assemble", "Write a new version of the period's consolidated workbook and draft report.") { period, day, dry, jobs };
        command.SetAction((parsed, cancellationToken) => ReportVerb.RunAsync(
            screen, parsed.GetValue(jobs)!, JobDuty.AssemblePeriod, "report-assemble", new PeriodCommand(parsed.GetValue(period)!, ByHand),
            parsed.GetValue(day), parsed.GetValue(dry), cancellationToken));
        return command;
    }

    public static Command Close(Screen screen)
    {
        var (period, by, reason, day, jobs) = (ReportVerb.Period(), ReportVerb.By(), ReportVerb.Reason(false), AsOf(), CommonOptions.Jobs());
        var command =
            new Command("close", "Write the period's final version, freeze it and close the period: what comes later is listed, not merged.") { period, by,
                reason, day, jobs };
        command.SetAction((parsed, cancellationToken) => ReportVerb.RunAsync(
            screen, parsed.GetValue(jobs)!, JobDuty.AssemblePeriod, "report-close",
            new PeriodCommand(parsed.GetValue(period)!, Named(parsed.GetValue(by)!), parsed.GetValue(reason)!, IsClosing: true), parsed.GetValue(day), false,
            cancellationToken));
        return command;
    }

    /// <exception cref="UsageException">The name is blank.</exception>
    internal static string Named(string words) =>
        string.IsNullOrWhiteSpace(words) ? throw new UsageException("--by must name a person, --reason must not be empty.") : words.Trim();

    private static Option<DateOnly?> AsOf() => CommonOptions.AsOf("Judge everything on this day; default: today in Asia/Ho_Chi_Minh.");

    private static Option<bool> Dry() => new("--dry-run") { Description = "Decide everything, write and send nothing." };
}
