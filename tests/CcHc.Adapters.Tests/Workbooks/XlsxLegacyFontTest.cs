using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Tests.Workbooks;

/// <summary>Texts of TCVN3 and VNI in the fonts they were typed with.</summary>
public class XlsxLegacyFontTest
{
    private const string Fonts =
        "<font><name val='Times New Roman'/></font><font><name val='.VnTime'/></font><font><name val='.VnTimeH'/></font><font><name val='VNI-Times'/></font>";
    private const string Styles = "<xf fontId='0'/><xf fontId='1'/><xf fontId='2'/><xf fontId='3'/>";
    private const int Plain = 0;
    private const int VnTime = 1;
    private const int VnTimeH = 2;
    private const int VniTimes = 3;

    [Theory]
    [InlineData(VnTime, "Së T­ ph¸p", "Sở Tư pháp")]
    [InlineData(VnTime, "cã", "có")]
    [InlineData(VnTimeH, "kÕ ho¹ch n¨m 2026", "KẾ HOẠCH NĂM 2026")]
    [InlineData(VniTimes, "Sôû Tö phaùp", "Sở Tư pháp")]
    [InlineData(Plain, "cã", "cã")]
    [InlineData(VnTime, "Sở Tư pháp", "Sở Tư pháp")]
    public void Read_FollowsTheFontOfTheCell(int style, string stored, string text)
    {
        foreach (var cell in new[] { $"<c r='A1' s='{style}' t='inlineStr'><is><t>{stored}</t></is></c>",
            $"<c r='A1' s='{style}' t='str'><f>B1</f><v>{stored}</v></c>", $"<c r='A1' s='{style}' t='s'><v>0</v></c>" })
        {
            Assert.Equal(text, WorkbookReading.FirstCell(XlsxFile.WithCells(cell).Styles(Styles, fonts: Fonts).Strings($"<si><t>{stored}</t></si>")).Text);
        }
    }

    [Theory]
    [InlineData(Plain, "<r><t>Sở </t></r><r><rPr><rFont val='.VnTime'/></rPr><t>Néi vô</t></r>", "Sở Nội vụ")]
    [InlineData(Plain, "<r><rPr><rFont val='.VnTimeH'/></rPr><t>së néi vô</t></r><r><rPr><rFont val='Times New Roman'/></rPr><t xml:space='preserve'> (chủ trì)</t></r>", "SỞ NỘI VỤ (chủ trì)")]
    [InlineData(Plain, "<r><rPr><rFont val='VNI-Times'/></rPr><t xml:space='preserve'>Sôû </t></r><r><rPr><rFont val='.VnTime'/></rPr><t>Néi vô</t></r>", "Sở Nội vụ")]
    [InlineData(VnTime, "<r><t xml:space='preserve'>Së </t></r><r><rPr><b/></rPr><t>Néi vô</t></r>", "Sở Nội vụ")]
    [InlineData(VnTime, "<r><t xml:space='preserve'>Së Néi vô </t></r><r><rPr><rFont val='Times New Roman'/></rPr><t>là cơ quan chủ trì</t></r>", "Sở Nội vụ là cơ quan chủ trì")]
    [InlineData(VnTime, "<r><rPr><rFont val='Times New Roman'/></rPr><t>xã, là</t></r>", "xã, là")]
    public void Read_FollowsTheFontOfEachRun(int style, string runs, string text)
    {
        foreach (var cell in new[] { $"<c r='A1' s='{style}' t='inlineStr'><is>{runs}</is></c>", $"<c r='A1' s='{style}' t='s'><v>0</v></c>" })
        {
            Assert.Equal(text, WorkbookReading.FirstCell(XlsxFile.WithCells(cell).Styles(Styles, fonts: Fonts).Strings($"<si>{runs}</si>")).Text);
        }
    }

    [Fact]
    public void Read_ReadsOneSharedTextByTheFontOfEachCell()
    {
        var file = XlsxFile.WithCells("<c r='A1' s='0' t='s'><v>0</v></c><c r='B1' s='1' t='s'><v>0</v></c>").Styles(Styles, fonts: Fonts)
            .Strings("<si><t>cã</t></si>");
        Assert.Equal(["cã", "có"], WorkbookReading.FirstSheet(file).Rows[0].Cells.Select(c => c.Text));
    }

    [Fact]
    public void Read_TellsWhatItConverted()
    {
        var read = WorkbookReading.Of(XlsxFile.WithCells("<c r='A1' s='1' t='inlineStr'><is><t>Së T­ ph¸p</t></is></c><c r='B1' s='1'><v>7</v></c>")
            .Styles(Styles, fonts: Fonts).ToBytes());
        var finding = Assert.Single(read.Findings);
        Assert.Equal(("legacy-text-converted", "Trang 1"), (finding.Code, finding.Sheet));
        Assert.StartsWith("1 ô", finding.Message, StringComparison.Ordinal);
        Assert.Equal((CellKind.Number, "7"), (read.Content!.Sheets[0].Rows[0][2].Kind, read.Content.Sheets[0].Rows[0][2].Text));
    }

    [Fact]
    public void Read_WarnsOfTextItCannotBeSureOf()
    {
        var read = WorkbookReading.Of(XlsxFile.WithCells("<c r='A1' t='inlineStr'><is><t>Së Néi vô</t></is></c>").ToBytes());
        Assert.Equal(("legacy-text-unsure", "A1"), (Assert.Single(read.Findings).Code, read.Findings[0].Cell));
        Assert.True(read.Content!.Sheets[0].Rows[0][1].Has(CellTraits.LegacyText));
    }
}
