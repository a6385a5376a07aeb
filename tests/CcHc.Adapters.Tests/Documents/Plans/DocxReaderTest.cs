using CcHc.Core.Plans.Outline;
using static CcHc.Adapters.Tests.Documents.Plans.PlanFiles;

namespace CcHc.Adapters.Tests.Documents.Plans;

public sealed class DocxReaderTest
{
    private const string Lists = """
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
        <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%4"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="+"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        """;

    [Fact]
    public void Read_WorksOutAutomaticNumbers() => Assert.Equal(
        ["I. Mục đích", "II. Nhiệm vụ", "1. Thể chế", "a) Rà soát", "b) Theo dõi", "2. Thủ tục", "a) Niêm yết", "2.2.1 Chi tiết", "- Cơ quan", "+ Báo cáo",
            "1. Bắt đầu lại", "2. Tiếp tục"],
        Paragraphs(Docx(
            Numbered("Mục đích", 1, 0) + Numbered("Nhiệm vụ", 1, 0) + Numbered("Thể chế", 1, 1) + Numbered("Rà soát", 1, 2) + Numbered("Theo dõi", 1, 2)
                + Numbered("Thủ tục", 1, 1)
            + Numbered("Niêm yết", 1, 2) + Numbered("Chi tiết", 1, 3) + Numbered("Cơ quan", 2, 0) + Numbered("Báo cáo", 2, 1) + Numbered("Bắt đầu lại", 3, 1)
            + Numbered("Tiếp tục", 3, 1),
            Lists)));

    [Fact]
    public void Read_TakesANumberFromTheStyle() => Assert.Equal(
        ["I. Mục đích"],
        Paragraphs(Docx(P("Mục đích", "<w:pStyle w:val=\"Muc\"/>"), Lists,
            "<w:style w:type=\"paragraph\" w:styleId=\"Muc\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>")));

    [Theory]
    [InlineData("<w:p><w:r><w:t>Sở Nội </w:t></w:r><w:ins><w:r><w:t>vụ</w:t></w:r></w:ins><w:del><w:r><w:delText>chính</w:delText></w:r></w:del></w:p>", "Sở Nội vụ")]
    [InlineData("<w:p><w:moveFrom><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>mới</w:t></w:r></w:moveTo></w:p>", "mới")]
    [InlineData("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Sở Nội </w:t></w:r></w:p><w:p><w:r><w:t>vụ</w:t></w:r></w:p>", "Sở Nội vụ")]
    [InlineData("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p><w:p><w:r><w:t>còn</w:t></w:r></w:p>", "còn")]
    [InlineData("<w:p><w:r><w:t>lời</w:t><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>", "lời")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r><w:r><w:t>hiện</w:t></w:r></w:p>", "hiện")]
    [InlineData("<w:p><w:hyperlink><w:r><w:t>Nghị định</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t> số 9</w:t></w:r></w:smartTag></w:p>", "Nghị định số 9")]
    [InlineData("<w:p><w:sdt><w:sdtContent><w:r><w:t>Quý I</w:t></w:r></w:sdtContent></w:sdt></w:p>", "Quý I")]
    [InlineData("<w:p><w:r><w:t>2018</w:t><w:noBreakHyphen/><w:t>2020</w:t><w:br/><w:t>dòng hai</w:t></w:r></w:p>", "2018-2020\ndòng hai")]
    [InlineData("<w:p><w:r><w:t>Quý</w:t><w:tab/><w:t>I\u00A0năm</w:t></w:r></w:p>", "Quý I năm")]
    [InlineData("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>5</w:t></w:r></w:p>", "5")]
    [InlineData("<w:sdt><w:sdtContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:sdtContent></w:sdt>", "trong khung")]
    public void Read_GivesTheFinalWords(string body, string words) => Assert.Equal([words], Paragraphs(Docx(body)));

    [Fact]
    public void Read_PutsAShortTextBoxAside()
    {
        var blocks =
            Blocks(Docx("<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>" + P("CÔNG VĂN ĐẾN")
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r><w:r><w:t>Lời văn</w:t></w:r></w:p>"));

        Assert.Equal([("Lời văn", false), ("CÔNG VĂN ĐẾN", true)], blocks.Cast<PlanParagraph>().Select(paragraph => (paragraph.Text, paragraph.IsAside)));
    }

    [Fact]
    public void Read_ReadsMergesNestedTablesAndDeletedRows() => Assert.Equal(
        "1 Lĩnh vực | 2>2 Nhiệm vụ\n1v2 Thể chế | 2 Rà soát | 3 Kế hoạch⏎Báo cáo\n2 Theo dõi | 3 1 Quyết định⏎2 Báo cáo",
        Cells(Docx(Table(
            Row("Lĩnh vực", "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>" + P("Nhiệm vụ") + "</w:tc>"),
            Row("<w:tc><w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" + P("Thể chế") + "</w:tc>", "Rà soát", "<w:tc>" + P("Kế hoạch") + P("Báo cáo")
                + "</w:tc>"),
            "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + P("bỏ") + "</w:tc><w:tc>" + P("bỏ") + "</w:tc></w:tr>",
            Row("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", "Theo dõi", "<w:tc>" + Table(Row("1", "Quyết định"), Row("2", "Báo cáo"))
                + "<w:p/></w:tc>")))));

    [Fact]
    public void Read_NumbersCellsThatHoldNothingButANumber() => Assert.Equal(
        "1 1. | 2 Rà soát\n1 2. | 2 Theo dõi",
        Cells(Docx(Table(
            Row("<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc>", "Rà soát"),
            Row("<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc>", "Theo dõi")), Lists)));

    [Fact]
    public void Read_TurnsOldFontsIntoUnicode() => Assert.Equal(
        ["Cộng hòa xã hội chủ nghĩa Việt Nam", "KẾ HOẠCH"],
        Paragraphs(Docx(
            "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>C\u00E9ng h\u00DFa x\u00B7 h\u00E9i ch\u00F1 ngh\u00DCa Vi\u00D6t Nam</w:t></w:r></w:p>"
            + "<w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\"/></w:rPr><w:t>k\u00D5 ho\u00B9ch</w:t></w:r></w:p>")));

    private static string Numbered(string text, int list, int level) => P(text, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");
}
