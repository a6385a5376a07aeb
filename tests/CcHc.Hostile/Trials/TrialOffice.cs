using CcHc.Adapters.Files;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Wording;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Office;
using CcHc.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Hostile.Trials;

/// <summary>An office in a folder of its own with room for one bad file at a time (cơ quan thử).</summary>
internal sealed class TrialOffice : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _template;
    private string? _placed;

    private TrialOffice(string folder, string template, ReportExpectations expected)
    {
        (_folder, _template, Expected) = (folder, template, expected);
        Settings = TemplateOffice.Settings(folder);
        Folder = new SharedFolder(Settings.SharedFolder, Settings.OutputFolder);
        Rules = new OfficeRules(Settings, WordingFolder.Read(MachineSettings.ShippedWording));
        Reader =
            new OfficeReader(Folder, Settings, new FallbackWorkbookReader(null, new OfficeClock(TemplateOffice.Clock)), null, new AnswerReader(Folder, null));
    }

    public JobsFile Settings { get; }

    public SharedFolder Folder { get; }

    public OfficeRules Rules { get; }

    /// <summary>As check and preview read: the files alone, without a trace.</summary>
    public OfficeReader Reader { get; }

    /// <summary>What reports are held against: the forms the template issued.</summary>
    public ReportExpectations Expected { get; }

    public string Output => Settings.OutputFolder;

    /// <param name="template">A folder <see cref="TemplateOffice.MakeAsync"/> filled.</param>
    public static async Task<TrialOffice> OpenAsync(string template)
    {
        var folder = Directory.CreateTempSubdirectory("cchc-hostile-").FullName;
        TemplateOffice.CopyLists(folder);
        File.Copy(Path.Combine(TemplateOffice.Samples, "so-theo-doi", TemplateOffice.SampleRegister),
            Path.Combine(folder, "chung", "so-theo-doi", TemplateOffice.SampleRegister));
        await using var host = await TemplateOffice.OpenAsync(template);
        var periods = host.Services.GetRequiredService<ReportPeriods>();
        var lists = Path.Combine(folder, "chung");
        var directory = new AgencyDirectory(DirectoryReader.Read(Path.Combine(lists, SharedFolder.DirectoryFileName), SharedFolder.DirectoryFileName).Agencies,
            host.Office.ProvinceName);
        return new TrialOffice(folder, template, new ReportExpectations(
            [.. (await periods.ListAsync()).Select(stored => host.Office.Regime.Period(stored.Period)).OfType<ReportPeriod>()],
            [.. (await periods.FormsAsync()).Select(stored => stored.Form)],
            directory,
            IndicatorReader.Read(Path.Combine(lists, SharedFolder.IndicatorsFileName), SharedFolder.IndicatorsFileName).Indicators,
            TemplateOffice.Today));
    }

    /// <summary>Puts the file where its readers look for it, in place of the one before.</summary>
    /// <returns>Full path.</returns>
    public string Put(HostileFile file, byte[] bytes)
    {
        Clear();
        var path = Path.Combine(Folder.Shared, file.Place switch
        {
            Place.Register => "so-theo-doi/thu" + file.Extension,
            Place.Directory => SharedFolder.DirectoryFileName,
            Place.Holidays => SharedFolder.HolidaysFileName,
            Place.Indicators => SharedFolder.IndicatorsFileName,
            Place.Report => $"bao-cao/{TemplateOffice.Period}/STP - thử{file.Extension}",
            _ => Path.Combine(Folder.Health, "canh-bao-thu.xlsx"),
        });
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        // Long enough ago that nobody takes it for one still being copied.
        File.SetLastWriteTimeUtc(path, TemplateOffice.Clock.GetUtcNow().UtcDateTime.AddHours(-1));
        _placed = path;
        return path;
    }

    /// <summary>A worker's own database as the template left it: nothing is remembered of other files.</summary>
    public void ForgetEverything()
    {
        var data = Path.Combine(_folder, "data");
        if (Directory.Exists(data))
        {
            Directory.Delete(data, recursive: true);
        }

        Directory.CreateDirectory(data);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_template, "data"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(data, Path.GetRelativePath(Path.Combine(_template, "data"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public Task<OfficeHost> OpenWorkerAsync() => TemplateOffice.OpenAsync(_folder);

    private void Clear()
    {
        foreach (var left in new[] { Output, Path.Combine(_folder, "thu") }.Where(Directory.Exists))
        {
            Directory.Delete(left, recursive: true);
        }

        if (_placed is null)
        {
            return;
        }

        if (File.Exists(_placed))
        {
            File.Delete(_placed);
        }

        var sample = Path.Combine(TemplateOffice.Samples, Path.GetFileName(_placed));
        if (File.Exists(sample))
        {
            File.Copy(sample, _placed);
        }

        _placed = null;
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
