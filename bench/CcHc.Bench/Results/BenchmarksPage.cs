using System.Globalization;
using System.Text;
using CcHc.Tests;

namespace CcHc.Bench.Results;

/// <summary>The page of benchmarks (docs/benchmarks.md): targets, growth, memory, where the time goes.</summary>
internal sealed record BenchmarksPage(string Text, bool IsEveryTargetMet)
{
    /// <summary>What profiles showed; kept by hand beside the benchmarks.</summary>
    private static string Profiles => Path.Combine(Repository.Folder, "bench", "profiles.md");

    public static BenchmarksPage Of(IReadOnlyList<ResultRow> results, IReadOnlyList<PeakRow> peaks)
    {
        var promised = results.Where(result => result.Target.Length > 0).ToList();
        var bounded = peaks.Where(peak => peak.Limit is not null).ToList();
        var missed = promised.Count(result => !result.IsMet) + bounded.Count(peak => !peak.IsMet);
        var text = new StringBuilder();
        text.Append(
            "# Benchmarks\n\nWritten by `./cchc bench`; the prose at the end is `bench/profiles.md`. A ratio is taken against the floor measured in the same run: ")
            .Append(
                "inflating and stepping over the same XML for reading, writing the same cells with an `XmlWriter` for writing. Times are medians, warm.\n\n")
            .Append(CultureInfo.InvariantCulture, $"Measured on {MachineFacts.InWords}.\n\n")
            .Append(CultureInfo.InvariantCulture,
                $"**{promised.Count + bounded.Count - missed} of {promised.Count + bounded.Count} targets met.**\n\n## Targets\n\n");
        Table(text, ["what", "measured", "target", ""], [.. promised.Select(Target), .. bounded.Select(Target)]);
        text.Append("\n## All times\n\n");
        Table(text, ["what", "size", "method", "time", "ratio", "an item", "allocated"], results.Select(Line));
        text.Append("\n## Peak memory of a whole process\n\n");
        Table(text, ["what", "size", "MB"], peaks.Select(peak => new[] { peak.Title, Whole(peak.Size), Whole(peak.Megabytes) }));
        text.Append('\n').Append(File.ReadAllText(Profiles));
        return new BenchmarksPage(text.ToString(), missed == 0);
    }

    private static string[] Target(ResultRow row) =>
        [$"{row.Row.Title}, {SizeOf(row)}{(row.Method is "Read" or "Write" or "Plan" ? "" : ": " + row.Method)}", row.Ratio is { } ratio
            ? $"{Times(ratio)} {row.RatioOf}" : Time(row.Seconds), row.Target, Met(row.IsMet)];

    private static string[] Target(PeakRow row) => [$"{row.Title}: {Whole(row.Size)}", $"{Whole(row.Megabytes)} MB", $"≤ {row.Limit} MB", Met(row.IsMet)];

    private static string[] Line(ResultRow row) =>
    [
        row.Row.Title, SizeOf(row), row.Method, Time(row.Seconds), row.Ratio is { } ratio ? Times(ratio) : "", row.Size > 0 ? Time(row.Seconds / row.Size) : "",
        (row.AllocatedBytes / 1048576.0).ToString("#,0.##", CultureInfo.InvariantCulture) + " MB",
    ];

    private static string SizeOf(ResultRow row) => row.Size > 0 ? $"{Whole(row.Size)} {row.Row.Items}" : row.Parameters;

    private static string Met(bool isMet) => isMet ? "met" : "**missed**";

    private static string Times(double ratio) =>
        ratio < 0.1 ? ratio.ToString("0.0 %", CultureInfo.InvariantCulture) + " of" : ratio.ToString("0.00 ×", CultureInfo.InvariantCulture);

    private static string Whole(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => seconds switch
    {
        >= 1 => seconds.ToString("0.00 s", CultureInfo.InvariantCulture),
        >= 1e-3 => (seconds * 1e3).ToString("0.0 ms", CultureInfo.InvariantCulture),
        _ => (seconds * 1e6).ToString("0.0 µs", CultureInfo.InvariantCulture),
    };

    private static void Table(StringBuilder text, string[] header, IEnumerable<string[]> rows)
    {
        foreach (var row in rows.Prepend([.. header.Select(_ => "---")]).Prepend(header))
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }
    }
}
