using System.Text;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Tests.Workbooks.Reading;

public class WorkbookFormatTest
{
    // RELIABILITY 23
    [Theory]
    [InlineData("", "file-empty")]
    [InlineData("<html><table><tr><td>Nhiệm vụ</td></tr></table></html>", "workbook-html")]
    [InlineData("\ufeff\r\n<?xml version='1.0'?><Workbook/>", "workbook-html")]
    [InlineData("TT,Nhiệm vụ,Thời gian\r\n1,Rà soát,Quý I\r\n", "workbook-text")]
    [InlineData("TT\tNhiệm vụ\n", "workbook-text")]
    [InlineData("\u0001\u0002\u0003", "workbook-unknown")]
    [InlineData("%PDF-1.7\n\u0000\u0001", "workbook-unknown")]
    public void Read_TellsFilesApartByContent(string content, string code) =>
        Assert.Equal(code, WorkbookReading.Of(Encoding.UTF8.GetBytes(content), "bao-cao/so.xlsx").Refusal?.Code);

    [Fact]
    public void Read_TellsUtf16TextFromAWorkbook() =>
        Assert.Equal("workbook-text", WorkbookReading.Of([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("TT\tViệc")]).Refusal?.Code);

    [Fact]
    public void Read_TellsABinaryWorkbook()
    {
        var file = new XlsxFile().Part("xl/workbook.bin", "x")
            .Part("_rels/.rels", "<Relationships><Relationship Id='r' Type='x/officeDocument' Target='xl/workbook.bin'/></Relationships>");
        Assert.Equal("workbook-xlsb", WorkbookReading.Of(file.ToBytes()).Refusal?.Code);
    }

    [Theory]
    [InlineData("word/document.xml", "<document/>")]
    [InlineData("ppt/presentation.xml", "<presentation/>")]
    public void Read_TellsOtherOfficeFiles(string part, string xml)
    {
        var file = new XlsxFile().Part(part, xml)
            .Part("_rels/.rels", $"<Relationships><Relationship Id='r' Type='x/officeDocument' Target='{part}'/></Relationships>");
        Assert.Equal("workbook-unknown", WorkbookReading.Of(file.ToBytes()).Refusal?.Code);
    }

    [Fact]
    public void Read_SaysWhatToDo_InVietnamese()
    {
        var refusal = WorkbookReading.Of([], "so-theo-doi/trong.xlsx").Refusal!;
        Assert.Equal(("so-theo-doi/trong.xlsx", "Tệp rỗng (0 byte).", "Chép lại tệp từ bản gốc."), (refusal.File, refusal.Message, refusal.Remedy));
    }
}
