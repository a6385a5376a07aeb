using BenchmarkDotNet.Attributes;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Bench.Floors;
using CcHc.Bench.Given;

namespace CcHc.Bench;

/// <summary>A folder of ordinary registers, read again and again: the sample province's own, and longer ones as Excel stores them.</summary>
[Row("reading .xlsx, warm")]
public class ReadRegisters
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-bench-").FullName;
    private IReadOnlyList<string> _files = [];

    public enum Folder { Samples, Rows200 }

    [Params(Folder.Samples, Folder.Rows200)]
    public Folder Of { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _files = Of == Folder.Samples ? SampleProvince.Registers : [.. Enumerable.Range(1, 20).Select(number => Path.Combine(_folder, $"{number}.xlsx"))];
        for (var number = 1; Of == Folder.Rows200 && number <= _files.Count; number++)
        {
            MadeUpRegister.Write(_files[number - 1], number, 200);
        }

        // Compiled code is replaced by faster code while it runs; a ratio means something only behind that.
        for (var read = 0; read < 2000; read += _files.Count)
        {
            Floor();
            Read();
        }
    }

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public int Floor() => _files.Sum(RawReader.Nodes);

    [Benchmark]
    public long Inflate() => _files.Sum(RawInflater.Bytes);

    [Benchmark, AtMost(0.6, nameof(Floor))]
    public int Read() => _files.Sum(file => WorkbookReader.Read(file, "so.xlsx").Content!.Sheets.Count);
}
