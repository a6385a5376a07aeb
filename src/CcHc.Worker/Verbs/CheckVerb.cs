using System.CommandLine;
using System.Globalization;
using CcHc.Adapters.Files;
using CcHc.Adapters.Settings;
using CcHc.Adapters.Wording;
using CcHc.Adapters.Workbooks.Health;
using CcHc.Core.Findings;
using CcHc.Office;
using CcHc.Worker.Checks;
using CcHc.Worker.Hosting;
using CcHc.Worker.Json;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs;

/// <summary>check: what is read and what should be mended, in given files or the whole office; sends and writes nothing.</summary>
public static class CheckVerb
{
    public static Command Create(Screen screen)
    {
        var paths = new Argument<string[]>("path") { Description = "Registers or folders of them; default: the whole office of jobs.yml.",
            Arity = ArgumentArity.ZeroOrMore };
        var directory =
            new Option<string?>("--directory") { Description = "The directory workbook for given files; default: danh-ba-co-quan.xlsx beside or above them." };
        var day = CommonOptions.AsOf("The day on which an agency must exist; default: today.");
        var all = new Option<bool>("--all") { Description = "Show also the findings the office answered with \"đúng là vậy\"." };
        var output = new Option<string?>("--out") { Description = "Write findings and tasks into this workbook (.xlsx) as well." };
        var json = CommonOptions.Json();
        var jobs = CommonOptions.Jobs();
        var command = new Command("check", "List the tasks and findings of registers, directory, days off and settings.") { paths, directory, day, all, output,
            json, jobs };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var clock = new OfficeClock(TimeProvider.System);
            var today = parsed.GetValue(day) ?? clock.Today;
            var given = parsed.GetValue(paths)!;
            var reading = given.Length > 0
                ? await new FileReader(new FallbackWorkbookReader(null, clock)).ReadAsync(given, parsed.GetValue(directory), today, cancellationToken)
                : await ReadOfficeAsync(screen, parsed.GetValue(jobs)!, clock, today, cancellationToken);
            var accepted = parsed.GetValue(all) ? reading.Accepted : [];
            if (parsed.GetValue(output) is { } target)
            {
                var path = WriteWorkbook(reading, target, SharedOf(given, parsed.GetValue(jobs)!), today);
                if (!parsed.GetValue(json))
                {
                    screen.Line($"{path}: {reading.Findings.Count.ToString(CultureInfo.InvariantCulture)} findings.");
                }
            }

            return parsed.GetValue(json) ? PrintJson(screen, reading, accepted) : Print(screen, reading, accepted);
        });
        return command;
    }

    /// <exception cref="UsageException">The name is not a workbook's.</exception>
    private static string WriteWorkbook(CheckedFiles reading, string target, string shared, DateOnly today) =>
        target.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)
            ? FindingListWorkbook.Write([.. reading.Findings.OrderByDescending(finding => finding.Severity)], reading.Tasks, target, shared, today)
            : throw new UsageException($"--out: {target} is not the name of a workbook. Write one that ends in .xlsx.");

    /// <summary>The folder the names in findings are relative to.</summary>
    private static string SharedOf(string[] given, string jobsPath) =>
        given.Length == 0 ? OfficeSettings.ReadBoth(jobsPath).Office.SharedFolder
        : Directory.Exists(given[0]) ? given[0] : Path.GetDirectoryName(Path.GetFullPath(given[0]))!;

    /// <summary>The check of a whole office, printed.</summary>
    public static async Task<int> CheckOfficeAsync(Screen screen, string jobsPath, DateOnly today, CancellationToken cancellationToken) =>
        Print(screen, await ReadOfficeAsync(screen, jobsPath, new OfficeClock(TimeProvider.System), today, cancellationToken), []);

    private static async Task<CheckedFiles> ReadOfficeAsync(Screen screen, string jobsPath, OfficeClock clock, DateOnly today,
        CancellationToken cancellationToken)
    {
        var (office, machine) = OfficeSettings.ReadBoth(jobsPath);
        OfficeDatabase.Check(office, machine);
        _ = WordingFolder.Read(machine.WordingFolder);
        var world = await MachineCheck.RunAsync(office, machine, TimeProvider.System, cancellationToken);
        if (world.Any(finding => finding.Code.StartsWith("share-", StringComparison.Ordinal)))
        {
            return new CheckedFiles([], world);
        }

        var folder = new SharedFolder(office.SharedFolder, office.OutputFolder);
        var reader = new OfficeReader(folder, office, new FallbackWorkbookReader(null, clock), null, new AnswerReader(folder, null));
        var reading = await screen.WithProgressAsync("Reading registers", progress => reader.LookAsync(today, progress, cancellationToken));
        return new CheckedFiles(reading.Tasks, [.. reading.Findings, .. world]) { Accepted = reading.Accepted };
    }

    private static int PrintJson(Screen screen, CheckedFiles reading, IReadOnlyList<Finding> accepted)
    {
        foreach (var task in reading.Tasks)
        {
            screen.Json.Write(Shapes.Of(task));
        }

        foreach (var finding in reading.Findings)
        {
            screen.Json.Write(Shapes.Of(finding));
        }

        foreach (var finding in accepted)
        {
            screen.Json.Write(Shapes.Of(finding, isAccepted: true));
        }

        return CodeOf(reading);
    }

    private static int Print(Screen screen, CheckedFiles reading, IReadOnlyList<Finding> accepted)
    {
        foreach (var file in reading.Findings.Concat(accepted).GroupBy(finding => finding.File, StringComparer.Ordinal))
        {
            screen.Line(file.Key);
            foreach (var finding in file.OrderByDescending(finding => finding.Severity))
            {
                var place = string.Join(" ", new[] { finding.Sheet, finding.Cell }.Where(part => part is not null));
                var answered = accepted.Contains(finding) ? " [đúng là vậy]" : "";
                screen.Line(
                    $"  {Mark(finding.Severity)}{answered} {(place.Length > 0 ? place + ": " : "")}{finding.Message} {finding.Remedy} ({finding.Code})");
            }

            screen.Line();
        }

        var bySeverity = reading.Findings.CountBy(finding => finding.Severity).ToDictionary();
        screen.Line(FormattableString.Invariant(
            $"{reading.Tasks.Count} tasks; {bySeverity.GetValueOrDefault(Severity.Error)} errors, {bySeverity.GetValueOrDefault(Severity.Warning)} warnings, {bySeverity.GetValueOrDefault(Severity.Info)} notes; {reading.Accepted.Count} accepted{(reading.Accepted.Count > accepted.Count ? " (--all shows them)" : "")}."));
        return CodeOf(reading);
    }

    private static string Mark(Severity severity) => severity switch { Severity.Error => "LỖI", Severity.Warning => "cảnh báo", _ => "lưu ý" };

    private static int CodeOf(CheckedFiles reading) =>
        reading.Findings.Any(finding => finding.Severity != Severity.Info) ? ExitCode.DoneWithFindings : ExitCode.Done;
}
