using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Jobs;
using CcHc.Worker;
using CcHc.Worker.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Hostile.Trials;

/// <summary>The sample province in the middle of a period report (cơ quan mẫu), its forms just issued: every trial starts from a copy of it.</summary>
internal static class TemplateOffice
{
    public const string Period = "2026-6T";
    public const string SampleRegister = "ke-hoach-cchc-2026.xlsx";

    private static readonly (DateOnly Day, string Period)[] Issued = [(new DateOnly(2026, 3, 9), "2026-Q1"), (new DateOnly(2026, 6, 8), Period)];

    public static string Samples { get; } = Path.Combine(Repository.Folder, "samples", "tinh-mau");

    /// <summary>The day every file is tried on.</summary>
    public static DateOnly Today { get; } = new(2026, 6, 15);

    public static TimeProvider Clock { get; } = new StandingClock(new DateTimeOffset(2026, 6, 15, 8, 0, 0, TimeSpan.FromHours(7)));

    public static async Task MakeAsync(string folder)
    {
        CopyLists(folder);
        foreach (var register in Directory.EnumerateFiles(Path.Combine(Samples, "so-theo-doi"), "*.xlsx", SearchOption.AllDirectories))
        {
            File.Copy(register, Path.Combine(folder, "chung", "so-theo-doi", Path.GetFileName(register)));
        }

        await using var host = await OpenAsync(folder);
        foreach (var (day, period) in Issued)
        {
            await RunAsync(host, JobDuty.IssueForms, day, new PeriodCommand(period, "Mẫu"));
        }
    }

    /// <summary>The lists and one register, so that an office stands around the file on trial.</summary>
    public static void CopyLists(string folder)
    {
        var shared = Path.Combine(folder, "chung");
        foreach (var below in new[] { "so-theo-doi", Path.Combine("bao-cao", Period) })
        {
            Directory.CreateDirectory(Path.Combine(shared, below));
        }

        foreach (var list in Directory.EnumerateFiles(Samples, "*.xlsx"))
        {
            File.Copy(list, Path.Combine(shared, Path.GetFileName(list)));
        }
    }

    public static JobsFile Settings(string folder) => JobsFileReader.Read(Path.Combine(Repository.Folder, "samples", "jobs.yml")) with
    {
        SharedFolder = Path.Combine(folder, "chung"),
        OutputFolder = Path.Combine(folder, "ra"),
    };

    public static Task<OfficeHost> OpenAsync(string folder) => OfficeHost.OpenAsync(Settings(folder), Machine(folder), Clock, CancellationToken.None);

    public static async Task<JobOutcome> RunAsync(OfficeHost host, JobDuty duty, DateOnly day, PeriodCommand? ask = null) =>
        (await host.Services.GetRequiredService<JobRunner>().RunAsync(
            new JobExecutionRequest(host.Office.Jobs.Single(job => job.Duty == duty), Guid.NewGuid().ToString("N"), day) { Ask = ask },
            new Progress<(int, int)>(), CancellationToken.None))!;

    private static MachineSettings Machine(string folder) => new(
        Path.Combine(folder, "data"), MachineSettings.ShippedWording, null,
        new MailSettings { SenderAddress = "cchc@tinh-mau.example", Folder = Path.Combine(folder, "thu") });

    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
