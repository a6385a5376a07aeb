using System.CommandLine;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Jobs;
using CcHc.Core.Wording;
using CcHc.Worker.Screens;

namespace CcHc.Worker.Verbs.Demo;

/// <summary>demo: every job on the sample province, into one folder: letters, consolidated workbooks, report forms, health workbook.</summary>
public static class DemoVerb
{
    /// <summary>The day the sample registers were written for: some tasks done, some late, some due soon.</summary>
    private static readonly DateOnly SampleDay = new(2026, 6, 15);

    public static Command Create(Screen screen)
    {
        var day = CommonOptions.AsOf("Judge everything on this day; default: 2026-06-15, for which the sample was written.");
        var output =
            new Option<string>("--out") { Description = "The folder everything is written to.", DefaultValueFactory = _ => Path.Combine("out", "demo") };
        var command = new Command("demo", "Run every job once on the sample province; nothing leaves this machine.") { day, output };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var folder = Path.GetFullPath(parsed.GetValue(output)!);
            var office = JobsFileReader.Read(SampleJobsFile()) with { OutputFolder = folder };
            await using var host = await OfficeHost.OpenAsync(office, InFolder(folder), TimeProvider.System, cancellationToken);
            var today = parsed.GetValue(day) ?? SampleDay;
            screen.Line($"{office.ProvinceName}, {Vietnamese.WeekdayAndDay(today)}");

            var outcomes = new List<(JobDefinition Job, JobOutcome Outcome)>(await DemoPeriods.RunAsync(screen, host, cancellationToken));
            foreach (var job in office.Jobs.Where(job => !DemoPeriods.Does(job)))
            {
                outcomes.Add((job, await RunVerb.RunAsync(screen, host, job, today, false, cancellationToken)));
            }

            Print(screen, outcomes, folder);
            return outcomes.Exists(one => one.Outcome.Result == JobResult.Failed) ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }

    private static MachineSettings InFolder(string folder) => new(
        Path.Combine(folder, "data"),
        MachineSettings.ShippedWording,
        null,
        new MailSettings { SenderAddress = "cchc@tinh-mau.example", SenderName = "CCHC tỉnh Mẫu", Folder = Path.Combine(folder, "thu") });

    private static string SampleJobsFile() =>
        SystemPlaces.ShippedFolder("samples") is { } samples && Path.Combine(samples, SystemPlaces.JobsFileName) is var path && File.Exists(path)
            ? path
            : throw new UsageException(
                "The sample province (samples/) was not found beside or above the program. Unpack the whole archive, or run the demo from a clone.");

    private static void Print(Screen screen, IReadOnlyList<(JobDefinition Job, JobOutcome Outcome)> outcomes, string folder)
    {
        foreach (var (job, outcome) in outcomes)
        {
            screen.Line($"  {job.Name,-9} {outcome.Summary}");
        }

        screen.Line();
        foreach (var (what, where, pattern) in new[] { ("letters", "thu", "*.eml"), ("consolidated workbook", "tong-hop", "*.xlsx"),
            ("report forms", "bieu-mau", "*.xlsx"), ("health workbook", "canh-bao", "*.xlsx"), ("draft register of a plan", "du-thao", "*.xlsx") })
        {
            var path = Path.Combine(folder, where);
            var count = Directory.Exists(path) ? Directory.EnumerateFiles(path, pattern, SearchOption.AllDirectories).Count() : 0;
            screen.Line(FormattableString.Invariant($"  {what,-24} {count,3}  {Path.Combine(path, pattern)}"));
        }
    }
}
