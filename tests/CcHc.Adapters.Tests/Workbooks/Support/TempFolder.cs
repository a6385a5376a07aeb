using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks.Support;

/// <summary>A folder of a test's own, gone with the test.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cchc-workbooks-").FullName;

    public string Write(string name, byte[] bytes)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Reads a workbook built in a test, as from the shared folder.</summary>
internal static class WorkbookReading
{
    public static WorkbookReadResult Of(byte[] bytes, string name = "so-theo-doi/thu.xlsx", WorkbookLimits? limits = null)
    {
        using var folder = new TempFolder();
        return WorkbookReader.Read(folder.Write("thu", bytes), name, limits);
    }

    public static Sheet FirstSheet(XlsxFile file)
    {
        var read = Of(file.ToBytes());
        return Assert.Single((read.Content ?? throw new InvalidOperationException(read.Refusal!.Message)).Sheets);
    }

    public static SheetCell FirstCell(XlsxFile file) => FirstSheet(file).Rows[0].Cells[0];

    public static string TestData(string name) => Path.Combine(AppContext.BaseDirectory, "TestData", name);
}
