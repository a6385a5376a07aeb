using System.Text;
using static CcHc.Adapters.Tests.Documents.Plans.PlanFiles;

namespace CcHc.Adapters.Tests.Documents.Plans;

public sealed class PlainTextReaderTest
{
    [Theory]
    [InlineData("a) Xây dựng kế hoạch rà soát văn bản quy\nphạm pháp luật của tỉnh.\n- Cơ quan chủ trì: Các sở, ban, ngành;\nUBND cấp xã.", "a) Xây dựng kế hoạch rà soát văn bản quy phạm pháp luật của tỉnh.|- Cơ quan chủ trì: Các sở, ban, ngành; UBND cấp xã.")]
    [InlineData("1. Cải cách thể chế\nNâng cao chất lượng tham mưu, thẩm định và ban hành\nvăn bản trên địa bàn.", "1. Cải cách thể chế|Nâng cao chất lượng tham mưu, thẩm định và ban hành văn bản trên địa bàn.")]
    [InlineData("PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ", "PHỤ LỤC PHÂN CÔNG NHIỆM VỤ")]
    [InlineData("- Thời gian thực hiện: Hoàn thành trong Quý II năm\n2026.", "- Thời gian thực hiện: Hoàn thành trong Quý II năm 2026.")]
    [InlineData("-\nTháng 02/2026", "- Tháng 02/2026")]
    public void Read_JoinsWrappedLines(string text, string paragraphs) => Assert.Equal(paragraphs.Split('|'), Paragraphs(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Read_LeavesLinesOfATextThatIsNotWrapped_Alone()
    {
        var longLine = string.Join(' ', Enumerable.Repeat("kế hoạch cải cách hành chính", 8));
        Assert.Equal([longLine, "Sở Nội vụ", "theo dõi"], Paragraphs(Encoding.UTF8.GetBytes($"{longLine}\nSở Nội vụ\ntheo dõi")));
    }

    [Fact]
    public void Read_PutsCellsBetweenBarsIntoRows_WithAreasMergedDownwards() => Assert.Equal(
        "1 Nhiệm vụ chung | 2 Nhiệm vụ cụ thể | 3 Sản phẩm | 4 Cơ quan chủ trì | 5 Thời gian thực hiện\n"
        + "1v2 Cải cách thể chế | 2 1. Rà soát văn bản | 3 - Kế hoạch⏎- Báo cáo kết quả | 4 Sở Tư pháp | 5 Quý I/2026\n"
        + "2 2. Theo dõi thi hành pháp luật | 3 Báo cáo | 4 Sở Tư pháp | 5 Trong năm 2026\n"
        + "1 Cải cách công vụ | 2 1. Mở lớp bồi dưỡng | 3 Quyết định | 4 Sở Nội vụ | 5 Tháng 3/2026",
        Cells(Encoding.UTF8.GetBytes(
            "PHỤ LỤC\n(Kèm theo Kế hoạch)\nNhiệm\nvụ chung\n|\nNhiệm\nvụ cụ thể\n|\nSản\nphẩm\n|\nCơ\nquan chủ trì\n|\nThời\ngian thực hiện\n|\nCải cách thể chế\n|\n1. Rà soát văn bản\n|\n- Kế hoạch\n- Báo cáo\nkết quả\n|\nSở\nTư pháp\n|\n"
            + "Quý\nI/2026\n|\n2. Theo dõi thi\nhành pháp luật\n|\nBáo cáo\n|\nSở\nTư pháp\n|\nTrong\nnăm 2026\n|\nCải cách công vụ\n|\n1. Mở lớp bồi dưỡng\n|\nQuyết định\n|\nSở Nội\nvụ\n|\nTháng\n3/2026\n|\n")));

    [Theory]
    [InlineData("\tTT\n\tNhiệm vụ\n\tCơ quan chủ trì\n\tThời gian\n\n\t1\n\tRà soát văn bản\n\tSở Tư pháp\n\tQuý I/2026\n\n\t2\n\tMở lớp\n\tSở Nội vụ\n\tQuý II/2026\n")]
    [InlineData("TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tRà soát văn bản\tSở Tư pháp\tQuý I/2026\n2\tMở lớp\tSở Nội vụ\tQuý II/2026\n")]
    [InlineData("| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n|----|----|----|----|\n| 1 | Rà soát văn bản | Sở Tư pháp | Quý I/2026 |\n| 2 | Mở lớp | Sở Nội vụ | Quý II/2026 |\n")]
    public void Read_ReadsTablesOfTabsAndOfBarsInALine(string text) => Assert.Equal(
        "1 TT | 2 Nhiệm vụ | 3 Cơ quan chủ trì | 4 Thời gian\n1 1 | 2 Rà soát văn bản | 3 Sở Tư pháp | 4 Quý I/2026\n1 2 | 2 Mở lớp | 3 Sở Nội vụ | 4 Quý II/2026", Cells(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    public void Read_ReadsWhateverItWasSavedIn(string encoding)
    {
        var saved = Encoding.GetEncoding(encoding);
        Assert.Equal(["Sở Nội vụ theo dõi."], Paragraphs([.. saved.GetPreamble(), .. saved.GetBytes("Sở Nội vụ theo dõi.")]));
    }
}
