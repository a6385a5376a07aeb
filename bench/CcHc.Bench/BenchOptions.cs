using CcHc.Tests;

namespace CcHc.Bench;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Filter">A pattern as BenchmarkDotNet has it.</param>
/// <param name="Page">Where the table goes; a filtered run writes no docs, lest the rest of them be lost.</param>
internal sealed record BenchOptions(string Filter, string Page)
{
    public static BenchOptions Of(IReadOnlyList<string> args)
    {
        var filter = ValueOf(args, "--filter");
        var folder = filter is null ? "docs" : "artifacts";
        return new BenchOptions(filter ?? "*", ValueOf(args, "--out") ?? Path.Combine(Repository.Folder, folder, "benchmarks.md"));
    }

    private static string? ValueOf(IReadOnlyList<string> args, string option)
    {
        for (var i = 0; i + 1 < args.Count; i++)
        {
            if (args[i] == option)
            {
                return args[i + 1];
            }
        }

        return null;
    }
}
