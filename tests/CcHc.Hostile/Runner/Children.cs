using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CcHc.Hostile.Trials;

namespace CcHc.Hostile.Runner;

/// <summary>
/// Tries files in processes of their own (các tiến trình con), a few at once: one that falls is a crash of the file it had, one that says nothing for long is
/// ended and a hang; the files behind it go to the next process.
/// </summary>
/// <param name="template">See <see cref="TemplateOffice"/>.</param>
internal sealed class Children(string template, int atOnce, Tally tally, TextWriter? kept)
{
    /// <summary>Processor time, far beyond what is promised for a file with all its outputs.</summary>
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(60);

    /// <summary>By the clock: for a file that only waits.</summary>
    private static readonly TimeSpan MostWaiting = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    /// <summary>Each batch is the arguments of a child and the names it will speak of, in order.</summary>
    public Task RunAsync(IEnumerable<Batch> batches) =>
        Parallel.ForEachAsync(batches, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (batch, _) => await RunAsync(batch));

    private async Task RunAsync(Batch batch)
    {
        for (var done = 0; done < batch.Count;)
        {
            var (results, fallen) = await RunOnceAsync(batch, done);
            foreach (var result in results.Concat(fallen is null ? [] : [fallen]))
            {
                tally.Add(result);
                if (kept is not null)
                {
                    await kept.WriteLineAsync(JsonSerializer.Serialize(result));
                    await kept.FlushAsync();
                }
            }

            done += results.Count + (fallen is null ? 0 : 1);
            if (results.Count == 0 && fallen is null)
            {
                throw new InvalidOperationException($"A child ended without a word: {string.Join(' ', batch.Arguments(done))}");
            }
        }
    }

    private async Task<(List<TrialResult> Results, TrialResult? Fallen)> RunOnceAsync(Batch batch, int done)
    {
        using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(Children).Assembly.Location, .. batch.Arguments(done), template])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
            // A runaway falls by itself, before the machine does.
            Environment = { ["DOTNET_GCHeapHardLimit"] = "0x80000000" },
        })!;
        var last = new StringBuilder();
        child.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said && last.Length < 2_000)
            {
                last.AppendLine(said);
            }
        };
        child.BeginErrorReadLine();
        var results = new List<TrialResult>();
        string? begun = null;
        while (true)
        {
            var (isHang, line) = await NextLineAsync(child);
            if (line is null)
            {
                await child.WaitForExitAsync();
                var why = isHang ? $"no end after {MostWork.TotalSeconds} s of work" : $"the process fell with {child.ExitCode}: {last}";
                return (results, begun is null ? null : new TrialResult(begun, default, isHang ? TrialResult.Hang : TrialResult.Crash, 0, 0, 0, 0, 0, [why]));
            }

            if (line.StartsWith(Child.Begins, StringComparison.Ordinal))
            {
                begun = line[Child.Begins.Length..];
            }
            else if (line.StartsWith('{'))
            {
                results.Add(JsonSerializer.Deserialize<TrialResult>(line)!);
                begun = null;
            }
        }
    }

    /// <summary>A process that gets nowhere is ended.</summary>
    private static async Task<(bool IsHang, string? Line)> NextLineAsync(Process child)
    {
        var reading = child.StandardOutput.ReadLineAsync();
        var (work, since) = (child.TotalProcessorTime, Stopwatch.GetTimestamp());
        while (await Task.WhenAny(reading, Task.Delay(Glance)) != reading)
        {
            child.Refresh();
            if (!child.HasExited && (child.TotalProcessorTime - work > MostWork || Stopwatch.GetElapsedTime(since) > MostWaiting))
            {
                child.Kill();
                return (true, null);
            }
        }

        return (false, await reading);
    }
}

/// <summary>Files one child after another tries.</summary>
/// <param name="Arguments">Of the child that goes on behind so many done.</param>
internal sealed record Batch(int Count, Func<int, IReadOnlyList<string>> Arguments);
