using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.Lists;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Adapters.Tests.Workbooks.Lists;

public class IndicatorReaderTest
{
    private const string Header = "Mã|Chỉ tiêu|Đơn vị|Kiểu|Cách tổng hợp|Áp dụng cho nhóm|Từ kỳ|Nhỏ nhất|Lớn nhất";
    private const string Received = "CT03|Số hồ sơ tiếp nhận|hồ sơ|số nguyên|tổng||";
    private const string Online = "CT04|Số hồ sơ trực tuyến|hồ sơ|số nguyên|tổng||";

    [Fact]
    public void Read_TakesEveryColumn()
    {
        var reading = Read("CT10|Mức độ hài lòng|điểm|số thập phân|trung bình|Sở, ban, ngành; UBND cấp xã|Quý I/2026|0|100");
        Assert.Empty(reading.Findings);
        var indicator = Assert.Single(reading.Indicators);
        Assert.Equal(["Sở, ban, ngành", "UBND cấp xã"], indicator.Groups);
        Assert.Equal(
            new Indicator
            {
                Code = "CT10", Name = "Mức độ hài lòng", Unit = "điểm", Kind = IndicatorKind.Decimal, Total = TotalRule.Average, Groups = indicator.Groups,
                From = new(2026, 3, 31), Least = 0, Greatest = 100,
            },
            indicator);
    }

    [Fact]
    public void Read_ReadsTheSampleProvinceWithoutFindings()
    {
        var directory = DirectoryReader.Read(Path.Combine(Repository.Folder, "samples/tinh-mau/danh-ba-co-quan.xlsx"), "danh-ba-co-quan.xlsx");
        var reading = IndicatorReader.Read(Path.Combine(Repository.Folder, "samples/tinh-mau/chi-tieu.xlsx"), "chi-tieu.xlsx", directory.Agencies);
        Assert.Empty(reading.Findings);
        Assert.Equal(Enumerable.Range(1, 12).Select(number => $"CT{number:00}"), reading.Indicators.Select(indicator => indicator.Code));
        Assert.Equal(("CT04", "CT03"), reading.Indicators[5].RatioOf);
        Assert.Equal([TotalRule.Sum, TotalRule.Ratio, TotalRule.Average, TotalRule.Largest], reading.Indicators.Select(indicator => indicator.Total)
            .Distinct());
    }

    [Theory]
    [InlineData("số nguyên", 0d, null)]
    [InlineData("số thập phân", null, null)]
    [InlineData("tỷ lệ", 0d, 1d)]
    [InlineData("chữ", null, null)]
    public void Read_KnowsWhatANumberCannotBe_WhereTheListStatesNoBound(string kind, double? least, double? greatest)
    {
        var indicator = Assert.Single(Read($"CT01|Tên||{kind}|||").Indicators);
        Assert.Equal((least, greatest), (indicator.Least, indicator.Greatest));
    }

    [Fact]
    public void Read_LooksForTheFiguresOfARatioBelowIt_AndTakesTheirCodesAsListed()
    {
        var reading = Read("CT06|Tỷ lệ trực tuyến|%|tỷ lệ|tỷ lệ ct04/ct03||", Received, Online);
        Assert.Empty(reading.Findings);
        Assert.Equal(("CT04", "CT03"), reading.Indicators[0].RatioOf);
    }

    [Theory]
    [InlineData("|Tên||số nguyên|tổng||", "indicator-without-code", "A2")]
    [InlineData("CT01|||số nguyên|tổng||", "indicator-without-name", "B2")]
    public void Read_LeavesOutARowThatNamesNoFigure(string row, string code, string cell)
    {
        var reading = Read(row, Received);
        Assert.Equal("CT03", Assert.Single(reading.Indicators).Code);
        Assert.Equal((code, cell), Place(Assert.Single(reading.Findings)));
    }

    [Fact]
    public void Read_KeepsTheFirstOfTwoRowsWithOneCode()
    {
        var reading = Read(Received, "ct03|Tên khác||số nguyên|tổng||");
        Assert.Equal("Số hồ sơ tiếp nhận", Assert.Single(reading.Indicators).Name);
        Assert.Equal(("indicator-code-twice", "A3"), Place(Assert.Single(reading.Findings)));
    }

    // What is left of the figure, and the finding.
    [Theory]
    [InlineData("CT01|Tên||ngày|tổng||", IndicatorKind.Decimal, TotalRule.Sum, "indicator-kind-unknown", "D2")]
    [InlineData("CT01|Tên||ngày|||", IndicatorKind.Text, TotalRule.None, "indicator-kind-unknown", "D2")]
    [InlineData("CT01|Tên|||tổng||", IndicatorKind.Decimal, TotalRule.Sum, "indicator-kind-unknown", "D2")]
    [InlineData("CT01|Tên||số nguyên|trung vị||", IndicatorKind.WholeNumber, TotalRule.None, "indicator-total-unknown", "E2")]
    [InlineData("CT01|Tên||chữ|tổng||", IndicatorKind.Text, TotalRule.None, "indicator-total-of-words", "E2")]
    [InlineData("CT01|Tên|%|tỷ lệ|tổng||", IndicatorKind.Rate, TotalRule.None, "indicator-sum-of-rates", "E2")]
    [InlineData("CT01|Tên|%|tỷ lệ|trung bình||", IndicatorKind.Rate, TotalRule.Average, "indicator-average-of-rates", "E2")]
    [InlineData("CT01|Tên|%|tỷ lệ|tỷ lệ CT04/CT99||", IndicatorKind.Rate, TotalRule.None, "indicator-ratio-unknown", "E2")]
    [InlineData("CT01|Tên|%|tỷ lệ|tỷ lệ CT01/CT03||", IndicatorKind.Rate, TotalRule.None, "indicator-ratio-not-of-numbers", "E2")]
    [InlineData("CT01|Tên|%|tỷ lệ|tỷ lệ CT03/CT05||", IndicatorKind.Rate, TotalRule.None, "indicator-ratio-not-of-numbers", "E2")]
    [InlineData("CT01|Tên|%|số nguyên|tỷ lệ CT04/CT03||", IndicatorKind.Rate, TotalRule.Ratio, "indicator-ratio-kind", "D2")]
    [InlineData("CT01|Tên|hồ sơ/người|số nguyên|tỷ lệ CT04/CT03||", IndicatorKind.Decimal, TotalRule.Ratio, "indicator-ratio-kind", "D2")]
    [InlineData("CT01|Tên|%|tỷ lệ|tỷ lệ CT06/CT03||", IndicatorKind.Rate, TotalRule.Ratio, "indicator-ratio-wider", "E2")]
    [InlineData("CT01|Tên|%|tỷ lệ|tỷ lệ CT07/CT03||", IndicatorKind.Rate, TotalRule.Ratio, "indicator-ratio-wider", "E2")]
    [InlineData("CT01|Tên||số nguyên|tổng||từ nay", IndicatorKind.WholeNumber, TotalRule.Sum, "indicator-period-unreadable", "G2")]
    [InlineData("CT01|Tên||số nguyên|tổng|||ít|", IndicatorKind.WholeNumber, TotalRule.Sum, "indicator-bound-unreadable", "H2")]
    [InlineData("CT01|Tên||tỷ lệ||||0|5", IndicatorKind.Rate, TotalRule.None, "indicator-bound-unreadable", "I2")]
    [InlineData("CT01|Tên||số nguyên|tổng|||10|5", IndicatorKind.WholeNumber, TotalRule.Sum, "indicator-bounds-reversed", "H2")]
    [InlineData("CT01|Tên||số nguyên|tổng|Sở, ban, ngành, UBND cấp xã|", IndicatorKind.WholeNumber, TotalRule.Sum, "indicator-group-unknown", "F2")]
    public void Read_KeepsAFigureAsFarAsItIsUnderstood(string row, IndicatorKind kind, TotalRule total, string code, string cell)
    {
        var reading = Read(row, Received, Online, "CT05|Lời||chữ|||", "CT06|Chỉ cấp xã||số nguyên|tổng|UBND cấp xã|", "CT07|Mới||số nguyên|tổng||Quý I/2026");
        Assert.Equal((kind, total), (reading.Indicators[0].Kind, reading.Indicators[0].Total));
        Assert.Equal(total == TotalRule.Ratio, reading.Indicators[0].IsCalculated);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, cell), Place(finding));
    }

    [Fact]
    public void Read_DropsBothBounds_WhenTheyAreReversed()
    {
        var indicator = Assert.Single(Read("CT01|Tên||số nguyên|tổng|||10|5").Indicators);
        Assert.Equal((null, null), (indicator.Least, indicator.Greatest));
    }

    [Fact]
    public void Read_TellsAWorkbookThatIsNoListOfFigures() =>
        Assert.Equal("indicator-columns-missing", Assert.Single(Of("Mã|Chỉ tiêu", "CT01|Tên").Findings).Code);

    [Fact]
    public void Read_TellsAnEmptyList() => Assert.Equal("indicator-list-empty", Assert.Single(Read().Findings).Code);

    private static (string, string?) Place(Finding finding) => (finding.Code, finding.Cell);

    private static IndicatorReading Read(params string[] rows) => Of([Header, .. rows]);

    private static IndicatorReading Of(params string[] rows)
    {
        IReadOnlyList<Agency> directory =
            [new() { Code = "STP", Name = "Sở Tư pháp", Group = "Sở, ban, ngành" }, new() { Code = "XA", Name = "UBND xã A", Group = "UBND cấp xã" }];
        var cells = rows.Select(row => $"<row>{string.Concat(row.Split('|').Select(text => $"<c t='inlineStr'><is><t>{text}</t></is></c>"))}</row>");
        return IndicatorReader.Read(WorkbookReading.Of(XlsxFile.WithRows(string.Concat(cells)).ToBytes()).Content!, directory);
    }
}
