using System.IO.Compression;
using System.Text;
using CcHc.Adapters.Files;

namespace CcHc.Adapters.Tests.Files;

public class PaperFormatTest
{
    [Theory]
    [InlineData("%PDF-1.7\n…\n%%EOF")]
    [InlineData("rác của máy in\n%PDF-1.4\n%%EOF")]
    [InlineData("{\\rtf1\\ansi Báo cáo}")]
    [InlineData("zip:word/document.xml")]
    [InlineData("zip:mimetype=application/vnd.oasis.opendocument.text")]
    [InlineData("hex:FFD8FFE000104A46")]
    [InlineData("hex:89504E470D0A1A0A00")]
    [InlineData("hex:49492A0008000000")]
    [InlineData("hex:4D4D002A00000008")]
    [InlineData("hex:000000186674797068656963000000")]
    [InlineData("ole:WordDocument")]
    public void IsPaper_TakesWhatPeopleRead(string content) => Assert.True(PaperFormat.IsPaper(Bytes(content)));

    [Theory]
    [InlineData("")]
    [InlineData("STT,Nhiệm vụ,Kết quả")]
    [InlineData("zip:xl/workbook.xml")]
    [InlineData("zip:mimetype=application/vnd.oasis.opendocument.spreadsheet")]
    [InlineData("zip:báo cáo.pdf")]
    [InlineData("zip:")]
    [InlineData("hex:504B030414")]
    [InlineData("ole:Workbook")]
    [InlineData("<html>Báo cáo</html>")]
    [InlineData("hex:0000000000000000")]
    public void IsPaper_LeavesEverythingElseToTheReaderOfWorkbooks(string content) => Assert.False(PaperFormat.IsPaper(Bytes(content)));

    [Theory]
    [InlineData("%PDF-1.7\n…", true)]
    [InlineData("%PDF-1.7\n…\n%%EOF\n", false)]
    [InlineData("{\\rtf1", false)]
    public void IsCutShort_WaitsForTheEndOfAPdf(string content, bool isCut) => Assert.Equal(isCut, PaperFormat.IsCutShort(Bytes(content)));

    private static byte[] Bytes(string content)
    {
        if (content.StartsWith("hex:", StringComparison.Ordinal))
        {
            return Convert.FromHexString(content[4..]);
        }

        if (content.StartsWith("ole:", StringComparison.Ordinal))
        {
            return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes(content[4..] + "\0")];
        }

        if (!content.StartsWith("zip:", StringComparison.Ordinal))
        {
            return Encoding.UTF8.GetBytes(content);
        }

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (content.Length > 4)
            {
                var parts = content[4..].Split('=');
                using var writer = new StreamWriter(zip.CreateEntry(parts[0]).Open());
                writer.Write(parts.ElementAtOrDefault(1) ?? "x");
            }
        }

        return bytes.ToArray();
    }
}
