using System.Globalization;
using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Reminders;
using CcHc.Worker;
using CcHc.Worker.Jobs;

namespace CcHc.Bench.Given;

/// <summary>
/// An office in a folder of its own, gone when disposed: the sample province's directory and days off, any number of registers, an SQLite file.
/// </summary>
internal sealed class MadeUpOffice : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-bench-").FullName;

    public MadeUpOffice(int registers, int rows)
    {
        Directory.CreateDirectory(Shared);
        File.Copy(SampleProvince.DirectoryFile, Path.Combine(Shared, Path.GetFileName(SampleProvince.DirectoryFile)));
        File.Copy(SampleProvince.HolidaysFile, Path.Combine(Shared, Path.GetFileName(SampleProvince.HolidaysFile)));
        for (var number = 1; number <= registers; number++)
        {
            MadeUpRegister.Write(Path.Combine(Shared, "so-theo-doi", string.Create(CultureInfo.InvariantCulture, $"ke-hoach-{number:000}.xlsx")), number, rows);
        }
    }

    public IReadOnlyList<string> Registers => [.. Directory.EnumerateFiles(Path.Combine(Shared, "so-theo-doi")).Order(StringComparer.Ordinal)];

    public static JobContext Run { get; } = new("", SampleProvince.Today, DryRun: false, new Progress<(int Done, int Of)>());

    public Task<OfficeHost> OpenAsync() => OfficeHost.OpenAsync(
        new JobsFile(Path.Combine(_folder, "jobs.yml"), "tỉnh Mẫu", "SNV", Shared, Path.Combine(_folder, "ra"), "nd-09-2019", ReminderPolicy.Default,
            ResultRecipients.Nobody, []),
        new MachineSettings(Path.Combine(_folder, "data"), MachineSettings.ShippedWording, null, new MailSettings { SenderAddress = "cchc@x.example" }),
        TimeProvider.System,
        CancellationToken.None);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Shared => Path.Combine(_folder, "chung");
}
