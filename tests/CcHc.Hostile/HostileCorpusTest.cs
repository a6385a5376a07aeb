using CcHc.Hostile.Corpus;
using CcHc.Hostile.Fuzz;
using CcHc.Hostile.Runner;
using CcHc.Hostile.Trials;

// One file at a time: the time and the memory are those of the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CcHc.Hostile;

/// <summary>A sample of what scripts/hostile-corpus tries, small enough for every build.</summary>
public sealed class HostileCorpusTest : IAsyncLifetime
{
    private const int Fuzzed = 100;

    /// <summary>One of so many is tried. Files of one kind stand side by side and differ in size or reader, so a sample has some of each kind.</summary>
    private const int OneOf = 11;

    private readonly string _template = Directory.CreateTempSubdirectory("cchc-hostile-template-").FullName;
    private TrialOffice _office = null!;

    public async Task InitializeAsync()
    {
        await TemplateOffice.MakeAsync(_template);
        _office = await TrialOffice.OpenAsync(_template);
        PeakMemory.LeaveOutOthers();
    }

    [Fact]
    public Task HostileFiles_EndInAReadingOrOnePlainFinding() => KeepPromisesAsync(CorpusList.All.Where(file => !file.IsSlow).Where((_, i) => i % OneOf == 0));

    [Fact]
    public Task FilesSpoiltByChance_EndInAReadingOrOnePlainFinding() => KeepPromisesAsync(Enumerable.Range(0, Fuzzed).Select(number => new Fuzzer(7)[number]));

    /// <summary>Files that once broke a promise.</summary>
    [Theory]
    [InlineData(11, 515)] // two tables of a form share their rows
    [InlineData(11, 711)]
    [InlineData(11, 138)]
    [InlineData(1, 1017)] // a hidden row came into sight in the copy
    public Task AFileThatOnceBrokeAPromise_KeepsIt(int seed, int number) => KeepPromisesAsync([new Fuzzer(seed)[number]]);

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        Directory.Delete(_template, recursive: true);
    }

    private async Task KeepPromisesAsync(IEnumerable<HostileFile> files)
    {
        var trial = new Trial(_office);
        var broken = new List<string>();
        foreach (var file in files)
        {
            var result = await trial.RunAsync(file, Thoroughness.Quick);
            // Seconds, and the memory of writing, count only in a process that does nothing else, as the script has it.
            broken.AddRange(Tally.Troubles(result with { Megabytes = result.ReadMegabytes }, Tally.HangSeconds).Select(trouble => $"{file.Name}: {trouble}"));
        }

        Assert.Equal("", string.Join('\n', broken));
    }
}
