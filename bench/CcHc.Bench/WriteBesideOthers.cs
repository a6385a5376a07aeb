using BenchmarkDotNet.Attributes;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Bench.Floors;
using CcHc.Bench.Given;
using CcHc.Core.Obligations;
using CcHc.Core.Sheets;
using OfficeOpenXml;

namespace CcHc.Bench;

/// <summary>
/// The list of tasks written by us – with styles, heights, filter and print set-up – and the same cells, bare, by the libraries at hand and by an XML writer.
/// </summary>
[Row("writing one .xlsx beside others", "rows")]
public class WriteBesideOthers
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-bench-").FullName;
    private IReadOnlyList<AssessedObligation> _rows = [];
    private WorkbookContent _cells = null!;
    private PythonPeer? _python;

    private string Own => Path.Combine(_folder, "danh-sach.xlsx");

    [Params(1_000, 10_000, 100_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Make()
    {
        _rows = MadeUpObligations.Assessed(Size);
        File.WriteAllBytes(Own, TaskListWorkbookWriter.ToBytes(_rows, "", SampleProvince.Today));
        _cells = WorkbookReader.Read(Own, "danh-sach.xlsx").Content!;
    }

    [GlobalCleanup]
    public void Clean()
    {
        _python?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public long Floor()
    {
        using var target = new MemoryStream();
        RawWriter.Write(_cells, target);
        return target.Length;
    }

    [Benchmark]
    public int CcHc() => TaskListWorkbookWriter.ToBytes(_rows, "", SampleProvince.Today).Length;

    [Benchmark]
    public int EPPlus()
    {
        using var package = new ExcelPackage();
        var sheet = package.Workbook.Worksheets.Add("Danh sách");
        foreach (var row in _cells.Sheets[0].Rows)
        {
            foreach (var cell in row.Cells)
            {
                sheet.SetValue(row.Number, cell.Column, cell.Text);
            }
        }

        return package.GetAsByteArray().Length;
    }

    [Benchmark]
    public long MiniExcel()
    {
        using var target = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(target, _cells.Sheets[0].Rows.Select(row => row.Cells.ToDictionary(cell => $"c{cell.Column}", cell => (object)cell.Text)),
            printHeader: false);
        return target.Length;
    }

    [Benchmark]
    public int OpenPyXl() => (_python ??= new PythonPeer()).Write(Own, Path.Combine(_folder, "openpyxl.xlsx"));
}
