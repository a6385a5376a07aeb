using BenchmarkDotNet.Attributes;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Bench.Floors;
using CcHc.Bench.Given;

namespace CcHc.Bench;

/// <summary>One long register.</summary>
[Row("reading one .xlsx", "rows")]
public class ReadLargeRegister
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-bench-").FullName;

    [Params(1_000, 10_000, 100_000)]
    public int Size { get; set; }

    private string File => Path.Combine(_folder, $"{Size}.xlsx");

    [GlobalSetup]
    public void Make() => MadeUpRegister.Write(File, 1, Size);

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public int Floor() => RawReader.Nodes(File);

    [Benchmark]
    public long Inflate() => RawInflater.Bytes(File);

    [Benchmark, AtMost(0.5, nameof(Floor), At = 100_000)]
    public int Read() => WorkbookReader.Read(File, "so.xlsx").Content!.Sheets[0].Rows.Count;
}
