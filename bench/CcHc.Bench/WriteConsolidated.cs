using BenchmarkDotNet.Attributes;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Bench.Floors;
using CcHc.Bench.Given;
using CcHc.Core.Sheets;
using CcHc.Core.StatusReport;

namespace CcHc.Bench;

/// <summary>The consolidated workbook of the registers, every obligation a detail line.</summary>
[Row("consolidated workbook", "detail rows")]
public class WriteConsolidated
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-bench-").FullName;
    private DailyStatusReport _report = null!;
    private WorkbookContent _cells = null!;

    [Params(500, 5_000, 50_000)]
    public int Size { get; set; }

    private string File => Path.Combine(_folder, "tong-hop.xlsx");

    [GlobalSetup]
    public void Make()
    {
        _report = MadeUpReports.Consolidated(Size);
        Write();
        _cells = WorkbookReader.Read(File, "tong-hop.xlsx").Content!;
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
    public string Write() => StatusWorkbookWriter.Write(_report, File, _folder);
}
