namespace CcHc.EndToEnd;

/// <summary>
/// Two periods of the sample province from their forms to their closing, in a folder of their own: the program writes, and tests/tools/period_report, which
/// shares no code with it, fills the forms in and compares what comes of them with what it works out by itself.
/// </summary>
public sealed class TwoPeriods : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-periods-").FullName;
    private readonly Dictionary<string, StepResult> _steps = new(StringComparer.Ordinal);

    public string Closed => Path.Combine(_folder, "ra", "tong-hop", "2026-Q1", "tong-hop-2026-Q1-v1-chot.xlsx");

    public StepResult this[string step] => _steps[step];

    public byte[] BytesAtClosing { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await PrepareAsync();

        await ReportAsync("Q1 too early", "assemble", "--period", "2026-Q1");
        await ReportAsync("Q1 forms", "forms", "--period", "2026-Q1", "--as-of", "2026-03-09");
        await CheckAsync("Q1 filled", "fill", "2026-Q1");
        await ReportAsync("Q1 collected", "collect", "--as-of", "2026-03-24");
        await ReportAsync("Q1 closed", "close", "--period", "2026-Q1", "--as-of", "2026-03-24", "--by", "Bà Trần Thị B");
        BytesAtClosing = await File.ReadAllBytesAsync(Closed);
        await CheckAsync("Q1 workbook", "compare", "2026-Q1", "2026-03-24", "1-chot");
        await CheckAsync("Q1 late", "late", "2026-Q1");

        await ReportAsync("6T forms", "forms", "--period", "2026-6T", "--as-of", "2026-06-08");
        await CheckAsync("6T filled", "fill", "2026-6T");
        await ReportAsync("6T collected", "collect", "--as-of", "2026-06-25");
        await ReportAsync("6T excluded", "exclude", "bao-cao/2026-6T/SXD - gửi nhầm.xlsx", "--period", "2026-6T", "--by", "Bà Trần Thị B", "--reason",
            "Gửi nhầm bản nháp");
        await ReportAsync("6T assembled", "assemble", "--period", "2026-6T", "--as-of", "2026-06-25");
        await CheckAsync("6T draft", "compare", "2026-6T", "2026-06-25", "1");
        await ReportAsync("6T closed", "close", "--period", "2026-6T", "--as-of", "2026-06-26", "--by", "Bà Trần Thị B");
        await CheckAsync("6T workbook", "compare", "2026-6T", "2026-06-26", "2-chot");

        await StatusAsync("6T", "2026-6T", "2026-06-26");
        await StatusAsync("Q1", "2026-Q1", "2026-03-24");
        await ReportAsync("Q1 closed again", "close", "--period", "2026-Q1", "--by", "Bà Trần Thị B");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task PrepareAsync()
    {
        var samples = Path.Combine(Repository.Folder, "samples");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(samples, "tinh-mau"), "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(Path.Combine(samples, "tinh-mau"), path);
            if (!name.StartsWith("bao-cao", StringComparison.Ordinal))
            {
                var copy = Path.Combine(_folder, "chung", name);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(path, copy);
            }
        }

        var jobs = await File.ReadAllTextAsync(Path.Combine(samples, "jobs.yml"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "jobs.yml"), jobs.Replace("shared: tinh-mau", "shared: chung", StringComparison.Ordinal)
            .Replace("output: ../out/demo", "output: ra", StringComparison.Ordinal));
        await CheckAsync("prepared", "prepare");
        await File.WriteAllTextAsync(Path.Combine(_folder, "check.jsonl"), (await RunAsync("check", "--json", "--as-of", "2026-06-08")).Output);
    }

    private async Task StatusAsync(string name, string period, string day)
    {
        var status = await RunAsync("report", "status", "--period", period, "--json");
        _steps.Add($"{name} status", new StepResult(status.ExitCode, status.Output + status.Errors));
        await File.WriteAllTextAsync(Path.Combine(_folder, "status.jsonl"), status.Output);
        await CheckAsync($"{name} states", "status", period, day);
    }

    private async Task ReportAsync(string step, params string[] arguments)
    {
        var run = await RunAsync(["report", .. arguments]);
        _steps.Add(step, new StepResult(run.ExitCode, run.Output + run.Errors));
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => CcHcProgram.RunAsync([.. arguments, "--jobs", Path.Combine(_folder, "jobs.yml")]);

    private async Task CheckAsync(string step, string command, params string[] arguments)
    {
        using var process = Python.Start("period_report", [command, _folder, .. arguments]);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        _steps.Add(step, new StepResult(process.ExitCode, output + await errors));
    }
}

/// <summary>How a step ended and what it said.</summary>
public sealed record StepResult(int ExitCode, string Said);
