using System.IO.Compression;
using CcHc.Adapters.Documents.Drafts;
using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.Tests.PeriodReports.Consolidation;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using static CcHc.Core.Tests.PeriodReports.Consolidation.PeriodBuilder;

namespace CcHc.Adapters.Tests.Documents.Drafts;

public sealed class NarrativeReportWriterTest
{
    private static readonly Lazy<byte[]> Rerun = new(() => NarrativeReportWriter.ToBytes(SamplePeriod.Rerun()));

    private static WordprocessingDocument Open(byte[] bytes) => WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IReadOnlyList<string> Complaints(byte[] bytes)
    {
        using var document = Open(bytes);
        return
        [
            .. new[] { FileFormatVersions.Office2016, FileFormatVersions.Office2019 }.SelectMany(version => new OpenXmlValidator(version).Validate(document))
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"),
        ];
    }

    private static IReadOnlyList<string> Comments(byte[] bytes)
    {
        using var document = Open(bytes);
        return [.. document.MainDocumentPart!.WordprocessingCommentsPart!.Comments.Elements<Comment>().Select(comment => comment.InnerText)];
    }

    private static IReadOnlyList<string> Paragraphs(byte[] bytes)
    {
        using var document = Open(bytes);
        return [.. document.MainDocumentPart!.Document.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.Length > 0)];
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(byte[] bytes, string heading)
    {
        using var document = Open(bytes);
        var table = document.MainDocumentPart!.Document.Descendants<Table>()
            .Single(table => table.Descendants<TableCell>().Any(cell => cell.InnerText == heading));
        return [.. table.Elements<TableRow>().Skip(1).Select(row => (IReadOnlyList<string>)[.. row.Elements<TableCell>().Select(cell => cell.InnerText)])];
    }

    [Fact]
    public void ToBytes_MakesAValidDocument()
    {
        Assert.Empty(Complaints(Rerun.Value));
        Assert.Empty(Complaints(NarrativeReportWriter.ToBytes(new PeriodBuilder().Report())));
    }

    [Theory]
    [InlineData("UBND TỈNH MẪU")]
    [InlineData("SỞ NỘI VỤ")]
    [InlineData("Độc lập - Tự do - Hạnh phúc")]
    [InlineData("Số:          /BC-SNV")]
    [InlineData("Mẫu, ngày      tháng 6 năm 2026")]
    [InlineData("BÁO CÁO")]
    [InlineData("Kết quả công tác cải cách hành chính 6 tháng đầu năm 2026")]
    [InlineData("Nơi nhận:")]
    [InlineData("GIÁM ĐỐC")]
    public void ToBytes_LooksLikeAnAdministrativePaper(string line) => Assert.Contains(line, Paragraphs(Rerun.Value));

    [Fact]
    public void ToBytes_FillsInTheFigures()
    {
        var paragraphs = Paragraphs(Rerun.Value);

        Assert.Contains(
            "Kỳ này có 28 cơ quan phải gửi báo cáo, hạn gửi ngày 18/6/2026. Đến ngày 19/6/2026 đã nhận được 25 báo cáo (đạt 89,29%), 22 đúng hạn, 3 trễ hạn; còn 3 cơ quan chưa gửi (nêu tại mục VI).",
            paragraphs);
        Assert.Contains(paragraphs, text => text.StartsWith("Các cơ quan có 7 nhiệm vụ với 84 đầu việc", StringComparison.Ordinal)
            && text.EndsWith("là 58,49%.", StringComparison.Ordinal));
        Assert.Contains(
            "Tỷ lệ đúng hạn so với kỳ trước (Quý I/2026) tăng 0,6 điểm phần trăm; so với cùng kỳ năm trước (6 tháng đầu năm 2025) giảm 3,05 điểm phần trăm.",
            paragraphs);
        Assert.Equal(["", "Tổng cộng", "84", "31", "7", "0", "15", "8", "7", "16", "58,49%"], Rows(Rerun.Value, "Lĩnh vực")[^1]);
    }

    [Fact]
    public void ToBytes_ListsTheIndicators_WithBothComparisons()
    {
        var rows = Rows(Rerun.Value, "Mã");

        Assert.Equal(["CT03", "Số hồ sơ thủ tục hành chính tiếp nhận trong kỳ", "hồ sơ", "37.432", "24.327", "16.182", "25/28"], rows[1]);
        Assert.Equal(["CT06", "72,76%", "72,22%", "71,71%"], new[] { 0, 3, 4, 5 }.Select(column => rows[3][column]));
        Assert.Equal("–", rows[^1][3]);
    }

    [Fact]
    public void ToBytes_GathersTheAgenciesWording_WithNameAndSource()
    {
        var paragraphs = Paragraphs(Rerun.Value).ToList();
        var section = paragraphs.IndexOf("1. Công tác chỉ đạo, điều hành");

        Assert.Equal("25/25 cơ quan: Cơ quan đã ban hành kế hoạch cải cách hành chính năm 2026, phân công rõ người, rõ việc.", paragraphs[section + 1]);
        Assert.Equal("Đã tổ chức 02 cuộc họp kiểm điểm tiến độ.", paragraphs[section + 2]);
        Assert.Contains(Comments(Rerun.Value),
            source => source.StartsWith("Nguồn: ", StringComparison.Ordinal) && source.Contains("Thuyết minh, ô A5", StringComparison.Ordinal));
        Assert.Equal("Các cơ quan không có nội dung ở mục này.", paragraphs[paragraphs.IndexOf("2. Kết quả nổi bật trên các lĩnh vực") + 1]);
        Assert.Contains(paragraphs, text => text.StartsWith("Sở Tư pháp: “Ngày thứ Sáu không viết”", StringComparison.Ordinal));
    }

    [Fact]
    public void ToBytes_SaysEqualSentencesOnce_WithHowManyAgenciesSayThem()
    {
        var period = new PeriodBuilder();
        foreach (var code in new[] { "STP", "SYT", "SXD" })
        {
            var agency = period.Agency(code, $"Sở {code}");
            var owed = period.Owe(agency, 5, StatusKind.Upcoming, 9, text: "Rà soát thủ tục");
            period.HandsIn(agency, [Says(owed, code == "SXD" ? "Đã trình dự thảo" : "Đã lấy ý kiến.")],
                sections: [Writes(0, code == "SXD" ? "Họp hằng tuần" : "Đã ban hành kế hoạch")]);
        }

        var paragraphs = Paragraphs(NarrativeReportWriter.ToBytes(period.Report()));
        Assert.Contains("2/3 cơ quan: Đã ban hành kế hoạch", paragraphs);
        Assert.Contains("Sở SXD: Họp hằng tuần", paragraphs);
        Assert.Contains(paragraphs, text => IsSaid(text, "2/3 cơ quan, nhiệm vụ ", "“Rà soát thủ tục”: Đã lấy ý kiến."));
        Assert.Contains(paragraphs, text => IsSaid(text, "Sở SXD, nhiệm vụ ", "“Rà soát thủ tục”: Đã trình dự thảo"));

        static bool IsSaid(string text, string who, string what) =>
            text.StartsWith(who, StringComparison.Ordinal) && text.EndsWith(what, StringComparison.Ordinal);
    }

    /// <summary>“Đã hoàn thành” of two tasks is two results: a reader asks of what.</summary>
    [Fact]
    public void ToBytes_NamesTheTaskOfEachResult()
    {
        var period = new PeriodBuilder();
        var agency = period.Agency("STP", "Sở Tư pháp");
        var owed = new[] { period.Owe(agency, 5, StatusKind.Upcoming, 9, text: "Rà soát thủ tục"), period.Owe(agency, 6, StatusKind.Upcoming, 9, text: "Tập huấn") };
        period.HandsIn(agency, [.. owed.Select(one => Says(one, "Đã hoàn thành"))]);

        var paragraphs = Paragraphs(NarrativeReportWriter.ToBytes(period.Report()));
        Assert.All(["Rà soát thủ tục", "Tập huấn"], task => Assert.Contains(paragraphs,
            text => text.StartsWith("Sở Tư pháp, nhiệm vụ ", StringComparison.Ordinal) && text.EndsWith($"“{task}”: Đã hoàn thành", StringComparison.Ordinal)));
    }

    /// <summary>Words and figures of a table stay whole, in the widest letters an office has.</summary>
    [Fact]
    public void ToBytes_GivesEveryWordOfATableItsRoom()
    {
        Assert.Empty(TableRoom.TooNarrow(Rerun.Value));
    }

    [Theory]
    [InlineData("1. Cải cách thể chế")]
    [InlineData("2. Cải cách thủ tục hành chính")]
    [InlineData("3. Cải cách tổ chức bộ máy")]
    [InlineData("4. Cải cách chế độ công vụ")]
    [InlineData("5. Cải cách tài chính công")]
    [InlineData("6. Hiện đại hóa hành chính, chính quyền số")]
    public void ToBytes_HasTheSixAreasOfTheProgramme(string title) => Assert.Contains(title, Paragraphs(Rerun.Value));

    [Fact]
    public void ToBytes_ListsWhatIsOverdue_WorstFirst()
    {
        var days = Rows(Rerun.Value, "Quá hạn (ngày làm việc)").Select(row => int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(15, days.Count);
        Assert.Equal(days.OrderDescending(), days);
    }

    [Fact]
    public void ToBytes_PrintsTheAgencysNameInBold()
    {
        using var document = Open(Rerun.Value);
        var run = document.MainDocumentPart!.Document.Descendants<Run>().First(run => run.InnerText == "25/25 cơ quan: ");

        Assert.NotNull(run.RunProperties?.Bold);
    }

    [Fact]
    public void ToBytes_ListsDifficultiesAndTheMissing()
    {
        var paragraphs = Paragraphs(Rerun.Value);

        Assert.Contains(paragraphs, text => text.StartsWith("Văn phòng UBND tỉnh, nhiệm vụ ", StringComparison.Ordinal));
        Assert.Contains("Nguồn: VPUB-v1.xlsx, Nhiệm vụ, ô J9", Comments(Rerun.Value));
        Assert.Equal(["Sở Xây dựng", "Công an tỉnh", "UBND xã Bãi Bồi"], Rows(Rerun.Value, "Tệp bị trả lại").Select(row => row[1]));
        Assert.Contains("Tất cả các cơ quan đã gửi báo cáo.", Paragraphs(NarrativeReportWriter.ToBytes(new PeriodBuilder().Report())));
    }

    [Fact]
    public void ToBytes_SurvivesTextNoDocumentCanHold()
    {
        var period = new PeriodBuilder();
        var agency = period.Agency("STP", "Sở Tư\0 pháp");
        var owed = period.Owe(agency, 5, StatusKind.Upcoming, 9, text: "a\u0001b\uD83D <b>&amp;</b>");
        period.HandsIn(agency, [Says(owed, "", difficulty: "c\tđ\u0002")], sections: [Writes(0, "Một\r\n\r\n\u000BHai")]);

        var bytes = NarrativeReportWriter.ToBytes(period.Report());

        Assert.Empty(Complaints(bytes));
        Assert.Contains(Paragraphs(bytes), text => text.Contains("<b>&amp;</b>", StringComparison.Ordinal));
        Assert.Contains("Sở Tư pháp: Một", Paragraphs(bytes));
    }

    [Fact]
    public void ToBytes_SetsTheDecreesPage()
    {
        using var document = Open(Rerun.Value);
        var section = document.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();

        Assert.Equal((11906u, 16838u), (section.GetFirstChild<PageSize>()!.Width!.Value, section.GetFirstChild<PageSize>()!.Height!.Value));
        var margin = section.GetFirstChild<PageMargin>()!;
        Assert.Equal([1134, 1134, 1701, 1134], new[] { margin.Top!.Value, margin.Bottom!.Value, (int)margin.Left!.Value, (int)margin.Right!.Value });
        Assert.NotNull(section.GetFirstChild<TitlePage>());
        Assert.Equal("Times New Roman", document.MainDocumentPart.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<RunFonts>().Single().Ascii!.Value);
    }

    [Fact]
    public void ToBytes_GivesTheSameBytes_AndTheSameDay()
    {
        Assert.Equal(Rerun.Value, NarrativeReportWriter.ToBytes(SamplePeriod.Rerun()));

        using var zip = new ZipArchive(new MemoryStream(Rerun.Value), ZipArchiveMode.Read);
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(2026, 6, 19), entry.LastWriteTime.DateTime));
    }

    [Fact]
    public void ToBytes_TellsOfWorkOutsideThePlans_EqualWorkOnce()
    {
        var period = new PeriodBuilder();
        foreach (var code in new[] { "SXD", "SYT", "SNV" })
        {
            var agency = period.Agency(code, "Sở " + code);
            period.HandsIn(agency, extra: code == "SNV" ? [DoesMore("Đón đoàn khảo sát", "Đã đón 02 đoàn")] : [DoesMore("Tổ chức hội thi", "Đã tổ chức.")]);
        }

        var bytes = NarrativeReportWriter.ToBytes(period.Report());
        var paragraphs = Paragraphs(bytes);
        var at = paragraphs.ToList().IndexOf("Việc phát sinh ngoài kế hoạch");
        Assert.Equal(
            ["2/3 cơ quan: Tổ chức hội thi: Đã tổ chức.; 12/BC; hoàn thành ngày 20/5/2026",
                "Sở SNV: Đón đoàn khảo sát: Đã đón 02 đoàn; 12/BC; hoàn thành ngày 20/5/2026"],
            paragraphs.Skip(at + 1).Take(2));
        Assert.Empty(Complaints(bytes));
        Assert.DoesNotContain("Việc phát sinh ngoài kế hoạch", Paragraphs(Rerun.Value));
    }
}
