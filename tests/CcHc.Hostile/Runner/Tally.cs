using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Runner;

/// <summary>Sums up what became of many files (bảng tổng kết).</summary>
internal sealed class Tally
{
    /// <summary>The promise for reading one file; seconds of processor time on a machine with nothing else to do.</summary>
    private const double MostSeconds = 5;

    /// <summary>On a machine that also does other work: what takes longer hangs.</summary>
    public const double HangSeconds = 60;

    public const int MostMegabytes = 512;

    private readonly List<TrialResult> _results = [];
    private readonly Lock _door = new();

    public int Count => _results.Count;

    public bool IsClean => Broken.Count == 0;

    private List<TrialResult> Broken => [.. _results.Where(result => Troubles(result).Any())];

    public void Add(TrialResult result)
    {
        lock (_door)
        {
            _results.Add(result);
        }
    }

    public static IEnumerable<string> Troubles(TrialResult result, double mostSeconds = MostSeconds)
    {
        if (result.ReadSeconds > mostSeconds)
        {
            yield return FormattableString.Invariant($"read in {result.ReadSeconds:0.0} s");
        }

        if (result.ReadMegabytes > MostMegabytes)
        {
            yield return FormattableString.Invariant($"read with {result.ReadMegabytes} MB");
        }

        if (result.Megabytes > MostMegabytes && result.ReadMegabytes <= MostMegabytes)
        {
            yield return FormattableString.Invariant($"outputs written with {result.Megabytes} MB");
        }

        foreach (var complaint in result.Complaints)
        {
            yield return complaint;
        }
    }

    public void Print(TextWriter to)
    {
        foreach (var result in Broken)
        {
            foreach (var trouble in Troubles(result))
            {
                to.WriteLine($"BROKEN {result.Name}: {trouble.ReplaceLineEndings(" | ")}");
            }
        }

        if (_results.Count == 0)
        {
            to.WriteLine("no file tried");
            return;
        }

        int Of(string verdict) => _results.Count(result => result.Verdict == verdict);
        var (slowest, largest) = (_results.MaxBy(result => result.ReadSeconds)!, _results.MaxBy(result => result.ReadMegabytes)!);
        var (slowestWhole, largestWhole) = (_results.MaxBy(result => result.Seconds)!, _results.MaxBy(result => result.Megabytes)!);
        to.WriteLine(FormattableString.Invariant(
            $"{_results.Count} files tried: {Of(TrialResult.Read)} read, {_results.Count(result => result.Verdict.Contains('-', StringComparison.Ordinal))} refused with one finding, {Of(TrialResult.Crash)} crashes, {Of(TrialResult.Hang)} hangs; {_results.Sum(result => result.Outputs)} outputs written."));
        to.WriteLine("refused: " + string.Join(", ", _results.Where(result => result.Verdict.Contains('-', StringComparison.Ordinal))
            .CountBy(result => result.Verdict).OrderByDescending(one => one.Value).Select(one => FormattableString.Invariant($"{one.Key} {one.Value}"))));
        to.WriteLine(FormattableString.Invariant(
            $"worst time to read {slowest.ReadSeconds:0.00} s ({slowest.Name}), with outputs {slowestWhole.Seconds:0.00} s ({slowestWhole.Name})"));
        to.WriteLine(FormattableString.Invariant(
            $"worst memory to read {largest.ReadMegabytes} MB ({largest.Name}), with outputs {largestWhole.Megabytes} MB ({largestWhole.Name})"));
        to.WriteLine(FormattableString.Invariant($"promises broken: {Broken.Count}"));
    }
}
