using BenchmarkDotNet.Attributes;
using CcHc.Adapters.Workbooks.PeriodReports;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Bench.Floors;
using CcHc.Bench.Given;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.Sheets;

namespace CcHc.Bench;

/// <summary>A period's consolidated workbook: every agency has reported on every obligation of its own.</summary>
[Row("period workbook", "detail rows")]
public class WritePeriod
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-bench-").FullName;
    private PeriodReport _report = null!;
    private WorkbookContent _cells = null!;

    [Params(500, 5_000, 50_000)]
    public int Size { get; set; }

    private string File => Path.Combine(_folder, "tong-hop-ky.xlsx");

    [GlobalSetup]
    public void Make()
    {
        _report = MadeUpReports.OfPeriod(Size);
        Write();
        _cells = WorkbookReader.Read(File, "tong-hop-ky.xlsx").Content!;
    }

    [GlobalCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [Benchmark(Baseline = true)]
    public void Floor()
    {
        using var file = System.IO.File.Create(Path.Combine(_folder, "san.xlsx"));
        RawWriter.Write(_cells, file);
    }

    [Benchmark, AtMost(2.5, nameof(Floor), At = 50_000)]
    public void Write()
    {
        using var file = System.IO.File.Create(File);
        PeriodWorkbookWriter.Write(_report, file, _folder, _folder);
    }
}
