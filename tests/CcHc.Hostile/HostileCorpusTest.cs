using CcHc.Hostile.Corpus;
using CcHc.Hostile.Fuzz;
using CcHc.Hostile.Runner;
using CcHc.Hostile.Trials;

// One file at a time: the time and the memory are those of the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace CcHc.Hostile;

/// <summary>The part of scripts/hostile-corpus that every build runs.</summary>
public sealed class HostileCorpusTest : IAsyncLifetime
{
    private const int Fuzzed = 400;

    private readonly string _template = Directory.CreateTempSubdirectory("cchc-hostile-template-").FullName;
    private TrialOffice _office = null!;

    public async Task InitializeAsync()
    {
        await TemplateOffice.MakeAsync(_template);
        _office = await TrialOffice.OpenAsync(_template);
    }

    [Fact]
    public async Task EveryFileOfTheCorpus_EndsInAReadingOrOnePlainFinding() => Assert.Empty(await BrokenAsync(CorpusList.All.Where(file => !file.IsSlow)));

    [Fact]
    public async Task EveryFileSpoiltByChance_EndsInAReadingOrOnePlainFinding() => Assert.Empty(await BrokenAsync(Enumerable.Range(0, Fuzzed).Select(number => new Fuzzer(7)[number])));

    public async Task DisposeAsync()
    {
        await _office.DisposeAsync();
        Directory.Delete(_template, recursive: true);
    }

    private async Task<List<string>> BrokenAsync(IEnumerable<HostileFile> files)
    {
        var trial = new Trial(_office);
        var broken = new List<string>();
        foreach (var file in files)
        {
            var result = await trial.RunAsync(file, Thoroughness.Quick);
            broken.AddRange(Tally.Troubles(result).Select(trouble => $"{file.Name}: {trouble}"));
        }

        return broken;
    }
}
