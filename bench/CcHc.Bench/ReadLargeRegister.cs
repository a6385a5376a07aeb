using BenchmarkDotNet.Attributes;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Bench.Floors;
using CcHc.Bench.Given;
using ExcelDataReader;
using OfficeOpenXml;

namespace CcHc.Bench;

/// <summary>One long register read by us and by the libraries at hand, each asked for the text of every cell.</summary>
[Row("reading one .xlsx", "rows")]
public class ReadLargeRegister
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cchc-bench-").FullName;

    private PythonPeer? _python;

    [Params(1_000, 10_000, 100_000)]
    public int Size { get; set; }

    private string Path => System.IO.Path.Combine(_folder, $"{Size}.xlsx");

    [GlobalSetup]
    public void Make()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        MadeUpRegister.Write(Path, 1, Size);
    }

    [GlobalCleanup]
    public void Clean()
    {
        _python?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public int Floor() => RawReader.Nodes(Path);

    [Benchmark]
    public long Inflate() => RawInflater.Bytes(Path);

    [Benchmark, AtMost(0.5, nameof(Floor), At = 100_000)]
    public int CcHc() => WorkbookReader.Read(Path, "so.xlsx").Content!.Sheets[0].Rows.Count;

    [Benchmark]
    public int ExcelDataReader()
    {
        using var file = File.OpenRead(Path);
        using var reader = ExcelReaderFactory.CreateReader(file);
        var texts = 0;
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                texts += reader.GetValue(column)?.ToString()!.Length > 0 ? 1 : 0;
            }
        }

        return texts;
    }

    [Benchmark]
    public int EPPlus()
    {
        using var package = new ExcelPackage(new FileInfo(Path));
        var sheet = package.Workbook.Worksheets.First();
        var (cells, end, texts) = (sheet.Cells, sheet.Dimension.End, 0);
        for (var row = 1; row <= end.Row; row++)
        {
            for (var column = 1; column <= end.Column; column++)
            {
                texts += cells[row, column].Value?.ToString()!.Length > 0 ? 1 : 0;
            }
        }

        return texts;
    }

    [Benchmark]
    public int MiniExcel() => MiniExcelLibs.MiniExcel.Query(Path).Cast<IDictionary<string, object?>>()
        .Sum(row => row.Values.Count(value => value?.ToString()!.Length > 0));

    [Benchmark]
    public int OpenPyXl() => (_python ??= new PythonPeer()).Read(Path);
}
