using BenchmarkDotNet.Attributes;
using CcHc.Bench.Floors;
using CcHc.Bench.Given;
using CcHc.Office;
using CcHc.Worker;
using CcHc.Worker.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Bench;

/// <summary>A whole office with registers of 200 rows, from its files to obligations, as a run of the worker reads it.</summary>
[Row("an office, files → obligations", "registers of 200 rows")]
public class ReadOffice
{
    private MadeUpOffice _office = null!;
    private OfficeHost _running = null!;

    [Params(3, 30, 300)]
    public int Size { get; set; }

    [GlobalSetup]
    public async Task Make()
    {
        _office = new MadeUpOffice(Size, 200);
        _running = await _office.OpenAsync();
        await ObligationsAsync(_running);
    }

    [GlobalCleanup]
    public async Task Clean()
    {
        await _running.DisposeAsync();
        _office.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int Floor() => _office.Registers.Sum(RawReader.Nodes);

    /// <summary>The first run after the program was started.</summary>
    [Benchmark, AtMost(6, nameof(Floor), At = 300)]
    public async Task<int> Everything()
    {
        await using var started = await _office.OpenAsync();
        return await ObligationsAsync(started);
    }

    /// <summary>A later run of the same program.</summary>
    [Benchmark, AtMost(0.05, nameof(Everything), At = 300)]
    public Task<int> NothingChanged() => ObligationsAsync(_running);

    private static async Task<int> ObligationsAsync(OfficeHost host) =>
        (await host.Services.GetRequiredService<OfficeReader>().ReadAsync(MadeUpOffice.Run, CancellationToken.None)).Obligations.Count();
}
