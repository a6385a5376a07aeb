using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Registers;

namespace CcHc.Adapters.Tests.Workbooks.Reading;

/// <summary>What this product writes is known again, whatever it is called, and is no register.</summary>
public class OwnOutputTest
{
    private static readonly DateOnly AsOf = new(2026, 6, 15);

    [Fact]
    public void IsMarked_KnowsAWorkbookThisProductWrote() => Assert.True(OwnOutput.IsMarked(TaskListWorkbookWriter.ToBytes([], "", AsOf)));

    [Theory]
    [InlineData("so-theo-doi/ke-hoach-cchc-2026.xlsx")]
    [InlineData("danh-ba-co-quan.xlsx")]
    public void IsMarked_TakesNoOfficesFileForOne(string name) =>
        Assert.False(OwnOutput.IsMarked(File.ReadAllBytes(Path.Combine(Repository.Folder, "samples", "tinh-mau", name))));

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("PK\u0003\u0004 chép chưa hết")]
    [InlineData("STT,Nhiệm vụ")]
    public void IsMarked_TakesNothingElseForOne(string bytes) => Assert.False(OwnOutput.IsMarked(Encoding.UTF8.GetBytes(bytes)));

    /// <summary>A container may say anything of the length of its parts.</summary>
    [Theory]
    [InlineData(1_000)]
    [InlineData(-10)]
    public void IsMarked_TakesPropertiesOfAnotherLengthThanTold_ForNone(int more)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var properties = zip.CreateEntry("docProps/core.xml").Open();
            properties.Write("<coreProperties xmlns=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>"u8);
        }

        var bytes = stream.ToArray();
        var told = bytes.AsSpan(bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 24, sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(told, BinaryPrimitives.ReadInt32LittleEndian(told) + more);

        Assert.False(OwnOutput.IsMarked(bytes));
    }

    [Fact]
    public void Parse_RefusesAnOutputAmongTheRegisters_ByName()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("cchc-own-").FullName, "Sổ theo dõi.xlsx");
        File.WriteAllBytes(path, TaskListWorkbookWriter.ToBytes([], "", AsOf));

        var reading = RegisterParser.Parse(WorkbookReader.Read(path, "so-theo-doi/Sổ theo dõi.xlsx").Content!);

        Assert.Equal((false, "own-output", "so-theo-doi/Sổ theo dõi.xlsx"),
            (reading.IsRegister, Assert.Single(reading.Findings).Code, reading.Findings[0].File));
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
