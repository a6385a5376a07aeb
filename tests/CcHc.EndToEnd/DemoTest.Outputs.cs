using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MimeKit;

namespace CcHc.EndToEnd;

/// <summary>Everything the demo leaves, files and attachments, seen by Microsoft's validator and by LibreOffice.</summary>
public sealed partial class DemoTest
{
    private const int OfAKind = 3;

    [Theory]
    [InlineData("bieu-mau/2026-Q1")]
    [InlineData("bieu-mau/2026-6T")]
    [InlineData("tong-hop")]
    [InlineData("tong-hop/2026-Q1")]
    [InlineData("tong-hop/2026-6T")]
    [InlineData("canh-bao")]
    [InlineData("du-thao")]
    public void EveryOutput_IsValidOpenXml(string folder)
    {
        var files = demo.Files(folder, "*.xlsx").Concat(demo.Files(folder, "*.docx")).ToList();
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => SchemaErrors(Path.GetFileName(file), File.ReadAllBytes(file))));
    }

    [Fact]
    public void EveryAttachment_IsValidOpenXml_AndNoneIsEmpty()
    {
        var attached = Attachments().ToList();
        Assert.Equal(["Biểu mẫu", "Cần sửa", "Nhiệm vụ", "Việc quá", "bao-cao-2026-Q1-v1-chot.docx", "ke-hoach-dao-tao-so-2026.xlsx",
            "tong-hop-2026-Q1-v1-chot.xlsx"], attached.Select(one => KindOf(one.Name)).Distinct().Order(StringComparer.Ordinal));
        // A marked copy is the agency's own file, with the faults the program that saved it left there; that we add none is OwnFileTest's.
        Assert.Empty(attached.Where(one => KindOf(one.Name) != "Cần sửa").SelectMany(one => SchemaErrors(one.Name, one.Content)));
        Assert.Empty(attached.Where(one => one.Name.EndsWith(".xlsx", StringComparison.Ordinal) && TextsOf(one.Content).Contains("Không có nhiệm vụ nào."))
            .Select(one => one.Name));
    }

    [Fact]
    public async Task LibreOffice_OpensAndRecalculatesEveryKind_WithoutAnErrorInACell()
    {
        var folder = Directory.CreateDirectory(Path.Combine(demo.Output, "mo-bang-libreoffice")).FullName;
        string[] own = ["bieu-mau/2026-Q1", "bieu-mau/2026-6T", "tong-hop", "tong-hop/2026-Q1", "tong-hop/2026-6T", "canh-bao", "du-thao"];
        foreach (var (name, content) in Attachments().DistinctBy(one => KindOf(one.Name)))
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), content);
        }

        foreach (var file in own.SelectMany(name => demo.Files(name, "*.xlsx").Take(1).Concat(demo.Files(name, "*.docx").Take(1))))
        {
            File.Copy(file, Path.Combine(folder, $"{Path.GetFileName(Path.GetDirectoryName(file))}-{Path.GetFileName(file)}"), overwrite: true);
        }

        Assert.Empty(await OfficeProgram.ComplaintsOfAsync(folder));
    }

    /// <summary>Some of every kind.</summary>
    private IEnumerable<(string Name, byte[] Content)> Attachments() => demo.First.Letters.SelectMany(AttachmentsOf)
        .GroupBy(one => KindOf(one.Name)).SelectMany(kind => kind.Take(OfAKind));

    private static IEnumerable<(string Name, byte[] Content)> AttachmentsOf(string letter)
    {
        using var message = MimeMessage.Load(letter);
        foreach (var part in message.Attachments.OfType<MimePart>())
        {
            using var content = new MemoryStream();
            part.Content!.DecodeTo(content);
            yield return (part.FileName!, content.ToArray());
        }
    }

    /// <summary>The first two words of a name: "Biểu mẫu báo cáo CCHC …".</summary>
    private static string KindOf(string name) => string.Join(' ', name.Split(' ').Take(2));

    private static IReadOnlyList<string> TextsOf(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var shared = document.WorkbookPart!.SharedStringTablePart?.SharedStringTable.Select(item => item.InnerText).ToList() ?? [];
        return
        [
            .. shared,
            .. document.WorkbookPart.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<InlineString>()).Select(text => text.InnerText),
        ];
    }

    private static IEnumerable<string> SchemaErrors(string name, byte[] bytes)
    {
        using OpenXmlPackage package = Path.GetExtension(name) == ".docx"
            ? WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false) : SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(package).Select(error => $"{name} {error.Part?.Uri}: {error.Description}")];
    }
}
