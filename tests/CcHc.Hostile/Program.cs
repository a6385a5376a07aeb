using System.Globalization;
using System.Text;
using CcHc.Hostile;
using CcHc.Hostile.Corpus;
using CcHc.Hostile.Fuzz;
using CcHc.Hostile.Runner;
using CcHc.Hostile.Trials;

// Behind scripts/hostile-corpus. What the office reads is Vietnamese whatever this machine speaks.
Console.OutputEncoding = new UTF8Encoding(false);
return args switch
{
    ["make", var name, var path] => Make(name, path),
    ["list"] => List(),
    ["corpus", var first, var last, var template] => await ChildAsync(template, Corpus(Number(first), Number(last))),
    ["fuzz", var seed, var first, var last, var template] => await ChildAsync(template, Fuzzed(Number(seed), Number(first), Number(last))),
    [.. var options] => await WholeRun.RunAsync(options),
};

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

static int List()
{
    foreach (var file in CorpusList.All)
    {
        Console.WriteLine((file.IsSlow ? "slow " : "") + file.Name);
    }

    return 0;
}

static int Make(string name, string path)
{
    // "fuzz/7/12/…" is the fuzzer's 12th file of seed 7.
    var file = name.Split('/') is ["fuzz", var seed, var number, ..]
        ? new Fuzzer(Number(seed))[Number(number)] : CorpusList.All.Single(file => file.Name == name);
    File.WriteAllBytes(path, file.Make());
    return 0;
}

static async Task<int> ChildAsync(string template, IEnumerable<(HostileFile, Thoroughness)> files)
{
    await Child.RunAsync(template, files, Console.Out);
    return 0;
}

static IEnumerable<(HostileFile, Thoroughness)> Corpus(int first, int last) =>
    CorpusList.All.Take(first..last).Select(file => (file, CorpusList.ThoroughnessOf(file)));

static IEnumerable<(HostileFile, Thoroughness)> Fuzzed(int seed, int first, int last)
{
    var fuzzer = new Fuzzer(seed);
    return Enumerable.Range(first, last - first).Select(number => (fuzzer[number], Fuzzer.ThoroughnessOf(number)));
}
