using System.Security.Cryptography;

namespace CcHc.EndToEnd;

/// <summary>The demo run twice on its own day and once on the next working day, into one folder, and what lay there after each.</summary>
public sealed class DemoRuns : IAsyncLifetime
{
    private static readonly string[] OfPeriods = ["bieu-mau", "tong-hop/2026-Q1", "tong-hop/2026-6T"];

    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-demo-").FullName;

    public string Output => _folder;

    public string StaffsFiles { get; } = Snapshot(Path.Combine(Repository.Folder, "samples", "tinh-mau"));

    public DemoRun First { get; private set; } = null!;

    public DemoRun Second { get; private set; } = null!;

    public DemoRun NextDay { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        First = await RunAsync();
        Second = await RunAsync();
        NextDay = await RunAsync("--as-of", "2026-06-16");
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    public string[] Files(string folder, string pattern) => [.. Directory.EnumerateFiles(Path.Combine(_folder, folder), pattern).Order(StringComparer.Ordinal)];

    private async Task<DemoRun> RunAsync(params string[] arguments)
    {
        var run = await CcHcProgram.RunAsync(["demo", "--out", _folder, .. arguments]);
        return new DemoRun(
            run.ExitCode,
            run.Errors + run.Output,
            Files("thu", "*.eml"),
            string.Join('\n', OfPeriods.Select(folder => Snapshot(Path.Combine(_folder, folder)))),
            Snapshot(Path.Combine(Repository.Folder, "samples", "tinh-mau")));
    }

    /// <summary>Every file with its time and hash.</summary>
    private static string Snapshot(string folder) =>
        string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(
                path =>
                    FormattableString.Invariant($"{path} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(path)))}")));
}

/// <summary>One run of the demo: what it said, the letters so far, the files of the periods and those of the staff after it.</summary>
public sealed record DemoRun(int ExitCode, string Said, IReadOnlyList<string> Letters, string PeriodFiles, string StaffsFiles);
