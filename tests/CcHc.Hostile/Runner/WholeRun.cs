using System.Globalization;
using CcHc.Hostile.Corpus;
using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Runner;

/// <summary>The whole run (lượt thử đầy đủ): every file of the corpus, then so many of the fuzzer's, and the figures.</summary>
internal static class WholeRun
{
    private const int FilesOfAChild = 25;
    private const int FuzzedOfAChild = 500;

    public static async Task<int> RunAsync(IReadOnlyList<string> options)
    {
        var (only, results, atOnce, fuzzed, seed) = ("", "", 2, 0, 1);
        for (var i = 0; i + 1 < options.Count; i += 2)
        {
            switch (options[i])
            {
                case "--only":
                    only = options[i + 1];
                    break;
                case "--results":
                    results = options[i + 1];
                    break;
                case "--at-once":
                    atOnce = Number(options[i + 1]);
                    break;
                case "--fuzz":
                    fuzzed = Number(options[i + 1]);
                    break;
                case "--seed":
                    seed = Number(options[i + 1]);
                    break;
                default:
                    return Usage();
            }
        }

        if (options.Count % 2 != 0)
        {
            return Usage();
        }

        var template = Directory.CreateTempSubdirectory("cchc-hostile-template-").FullName;
        var outputs = Directory.CreateTempSubdirectory("cchc-hostile-outputs-").FullName;
        Environment.SetEnvironmentVariable(LibreOffice.Folder, outputs);
        try
        {
            await TemplateOffice.MakeAsync(template);
            await using var kept = results.Length > 0 ? TextWriter.Synchronized(new StreamWriter(results)) : null;
            var isClean = true;
            foreach (var (what, batches) in new[] { ("Corpus", Corpus(only)), ($"Fuzzer, seed {Text(seed)}", Fuzzed(seed, fuzzed)) })
            {
                var tally = new Tally();
                await new Children(template, atOnce, tally, kept).RunAsync(batches);
                Console.WriteLine(what);
                tally.Print(Console.Out);
                isClean &= tally.IsClean;
            }

            return LibreOffice.OpensAll(outputs, Console.Out) && isClean ? 0 : 1;
        }
        finally
        {
            Directory.Delete(template, recursive: true);
            Directory.Delete(outputs, recursive: true);
        }
    }

    /// <summary>A file that takes long has a process to itself.</summary>
    private static IEnumerable<Batch> Corpus(string only)
    {
        var files = CorpusList.All;
        for (var first = 0; first < files.Count;)
        {
            if (!files[first].Name.StartsWith(only, StringComparison.Ordinal))
            {
                first++;
                continue;
            }

            var last = first + 1;
            while (!files[first].IsSlow && last < files.Count && last - first < FilesOfAChild && !files[last].IsSlow
                && files[last].Name.StartsWith(only, StringComparison.Ordinal))
            {
                last++;
            }

            var start = first;
            var end = last;
            yield return new Batch(end - start, done => ["corpus", Text(start + done), Text(end)]);
            first = last;
        }
    }

    private static IEnumerable<Batch> Fuzzed(int seed, int count) =>
        Enumerable.Range(0, count).Chunk(FuzzedOfAChild)
            .Select(chunk => new Batch(chunk.Length, done => ["fuzz", Text(seed), Text(chunk[0] + done), Text(chunk[^1] + 1)]));

    private static int Usage()
    {
        Console.Error.WriteLine("hostile-corpus [--fuzz N] [--seed S] [--only NAME] [--at-once N] [--results FILE]");
        return 2;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
