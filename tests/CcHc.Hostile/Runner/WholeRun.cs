using System.Globalization;
using CcHc.Hostile.Corpus;
using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Runner;

/// <summary>The whole run (lượt thử đầy đủ): every file of the corpus, then so many of the fuzzer's, and the figures.</summary>
internal static class WholeRun
{
    private const int FilesOfAChild = 25;

    public static async Task<int> RunAsync(IReadOnlyList<string> options)
    {
        var (only, results, atOnce) = ("", "", 2);
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
                    atOnce = int.Parse(options[i + 1], NumberStyles.None, CultureInfo.InvariantCulture);
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
        try
        {
            await TemplateOffice.MakeAsync(template);
            var tally = new Tally();
            await using var kept = results.Length > 0 ? TextWriter.Synchronized(new StreamWriter(results)) : null;
            await new Children(template, atOnce, tally, kept).RunAsync(Corpus(only));
            Console.WriteLine("corpus");
            tally.Print(Console.Out);
            return tally.IsClean ? 0 : 1;
        }
        finally
        {
            Directory.Delete(template, recursive: true);
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
            while (!files[first].IsSlow && last < files.Count && last - first < FilesOfAChild && !files[last].IsSlow && files[last].Name.StartsWith(only, StringComparison.Ordinal))
            {
                last++;
            }

            var start = first;
            var end = last;
            yield return new Batch(end - start, done => ["corpus", Text(start + done), Text(end)]);
            first = last;
        }
    }

    private static int Usage()
    {
        Console.Error.WriteLine("hostile-corpus [--only NAME] [--results FILE] [--at-once N]");
        return 2;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
