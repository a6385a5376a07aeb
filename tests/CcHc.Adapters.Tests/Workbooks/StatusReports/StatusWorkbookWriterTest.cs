using System.Globalization;
using System.Xml.Linq;
using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using static CcHc.Adapters.Tests.Workbooks.Drawing.SampleOffice;

namespace CcHc.Adapters.Tests.Workbooks.StatusReports;

public sealed class StatusWorkbookWriterTest : IDisposable
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private WrittenWorkbook Write(DailyStatusReport report) =>
        WrittenWorkbook.Read(StatusWorkbookWriter.Write(report, _folder["tong-hop/2026-Q2/tong-hop.xlsx"], _folder.Path));

    [Fact]
    public void Write_MakesAValidWorkbook_WithSixSheets()
    {
        var workbook = Write(Report());

        Assert.Equal(["Tổng hợp", "Theo lĩnh vực", "Chi tiết", "Quá hạn", "Cảnh báo", "Nguồn"], workbook.SheetNames);
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void Write_MakesAValidWorkbook_OfAnEmptyReport()
    {
        var workbook = Write(StatusReportAssembler.Assemble("Tỉnh Mẫu", [], [], [], [], AsOf));

        Assert.Empty(workbook.Complaints());
        Assert.Equal("Chưa có nhiệm vụ nào gắn với cơ quan chủ trì.", workbook["Chi tiết", "A5"]);
        Assert.Equal("Không có nhiệm vụ quá hạn.", workbook["Quá hạn", "A5"]);
    }

    [Theory]
    [InlineData("A1", "UBND TỈNH MẪU")]
    [InlineData("A2", "SỞ NỘI VỤ")]
    [InlineData("D1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    [InlineData("D2", "Độc lập - Tự do - Hạnh phúc")]
    [InlineData("D4", "Mẫu, ngày 30 tháng 6 năm 2026")]
    [InlineData("A5", "TỔNG HỢP KẾT QUẢ THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH")]
    [InlineData("A6", "(Số liệu tính đến ngày 30 tháng 6 năm 2026)")]
    public void Write_HeadsTheSummary_AsAnAdministrativePaper(string cell, string expected) => Assert.Equal(expected, Write(Report())["Tổng hợp", cell]);

    [Theory]
    [InlineData("Tỉnh Mẫu", "UBND TỈNH MẪU", "Mẫu, ngày 05 tháng 02 năm 2026")]
    [InlineData("Mẫu", "UBND TỈNH MẪU", "Mẫu, ngày 05 tháng 02 năm 2026")]
    [InlineData("thành phố Mẫu", "UBND THÀNH PHỐ MẪU", "Mẫu, ngày 05 tháng 02 năm 2026")]
    public void Write_NamesTheIssuingBodyAndPlace(string province, string body, string placeAndDate)
    {
        var workbook = Write(Report() with { ProvinceName = province, AsOf = new(2026, 2, 5) });

        Assert.Equal(body, workbook["Tổng hợp", "A1"]);
        Assert.Equal(placeAndDate, workbook["Tổng hợp", "D4"]);
    }

    [Fact]
    public void Write_StoresCountsAsNumbers()
    {
        var summary = Write(Report()).Rows("Tổng hợp", first: 8);

        Assert.Equal(["6", null, "7", "1", "0", "0", "2", "1", "1", "2", "0.333333333333333"], summary[1].Select(Shorten));
        var table = summary.SkipWhile(row => row.FirstOrDefault() != "TT").Skip(1).ToList();
        Assert.Equal(["1", "Sở Nội vụ", "3", "0", "0", "0", "1", "1", "0", "1", "0"], table[0]);
        Assert.Equal(["2", "Sở Tư pháp", "2", "0", "0", "0", "1", "0", "0", "1", "0"], table[1]);
        Assert.Equal(["3", "Sở Khoa học và Công nghệ", "1", "0", "0", "0", "0", "0", "1", "0", "–"], table[2]);
        Assert.Equal(["Tổng cộng", "7"], table[4].Skip(1).Take(2));

        static string? Shorten(string? text) => text?[..Math.Min(text.Length, 17)];
    }

    [Fact]
    public void Write_DrawsBothCharts_WithASeriesAStandingAndCachedFigures()
    {
        var workbook = Write(Report());
        var charts = workbook.PartNames.Where(name => name.StartsWith("xl/charts/chart", StringComparison.Ordinal)).Select(workbook.Part).ToList();

        Assert.Equal(2, charts.Count);
        Assert.All(charts, chart =>
        {
            var series = chart.Descendants(C + "ser").ToList();
            Assert.Equal(["Đúng hạn", "Trễ hạn", "Đã xong, chưa rõ ngày", "Quá hạn", "Sắp đến hạn", "Chưa đến hạn", "Khác"],
                series.Select(s => s.Element(C + "tx")!.Descendants(C + "v").Single().Value));
            Assert.Equal(2, series[3].Element(C + "val")!.Descendants(C + "v").Sum(v => (int)v));
        });
        var agencies = charts.Single(chart => chart.Descendants(C + "f").First().Value.StartsWith("'Tổng hợp'", StringComparison.Ordinal));
        Assert.Equal(Report().ByAgency.Select(line => line.Name), agencies.Descendants(C + "cat").First().Descendants(C + "v").Select(v => v.Value));
    }

    [Fact]
    public void Write_ChartsTheAgenciesWithTheMostOverdue_WhenTooManyForAChart()
    {
        var many = Enumerable.Range(1, 30).Select(number => new Agency { Code = $"X{number}", Name = $"UBND xã số {number}" })
            .SelectMany((agency, index) => Enumerable.Range(0, index + 1)
                .Select(i => new AssessedObligation(Obligations[0].Obligation with { Agency = agency, MilestoneKey = $"m{i}" }, Obligations[0].Standing)))
            .ToList();

        var workbook = Write(Report(many));

        Assert.Empty(workbook.Complaints());
        var bars = workbook.PartNames.Where(name => name.StartsWith("xl/charts/chart", StringComparison.Ordinal))
            .Select(name => workbook.Part(name).Descendants(C + "cat").First().Descendants(C + "v").Select(v => v.Value).ToList()).ToList();
        Assert.Equal(Enumerable.Range(19, 12).Reverse().Select(number => $"UBND xã số {number}"), bars.Single(names => names.Count == 12));
    }

    [Fact]
    public void Write_ListsATaskOnceAnAgency()
    {
        var rows = Write(Report()).Rows("Chi tiết");

        Assert.Equal(7, rows.Count);
        Assert.Equal(
            ["Cải cách thủ tục hành chính", "2.6", "Công bố danh mục thủ tục giải quyết tại một cửa", "Kế hoạch\nBáo cáo kết quả", "Sở Nội vụ", "Quý II/2026"],
            rows[1].Take(6));
        Assert.Equal(["Sở Nội vụ", "Trung tâm Phục vụ hành chính công"], rows.Where(row => row[1] == "2.6").Select(row => row[4]));
        Assert.Equal("Báo cáo rà soát", rows[0][3]);
    }

    [Fact]
    public void Write_StoresDueDaysAsRealDates()
    {
        var workbook = Write(Report());

        Assert.Equal("46192", workbook["Chi tiết", "H5"]);
        Assert.Equal(new DateTime(2026, 6, 19).ToOADate(), double.Parse(workbook["Chi tiết", "H5"]!, CultureInfo.InvariantCulture));
        var formats = workbook.Part("xl/styles.xml").Descendants(WrittenWorkbook.Main + "numFmt")
            .ToDictionary(f => f.Attribute("numFmtId")!.Value, f => f.Attribute("formatCode")!.Value);
        Assert.Equal("dd/mm/yyyy", formats[workbook.StyleOf("Chi tiết", "H5").Attribute("numFmtId")!.Value]);
        Assert.Equal("-7", workbook["Chi tiết", "J5"]);
    }

    [Fact]
    public void Write_LinksEachRow_ToItsCellInTheRegister()
    {
        var workbook = Write(Report());

        Assert.Equal(("../../so-theo-doi/K%E1%BA%BF%20ho%E1%BA%A1ch%20CCHC%202026.xlsx", "'Phụ lục 01'!F5"), workbook.Link("Chi tiết", "M5"));
        Assert.Equal("F5", workbook["Chi tiết", "M5"]);
        var odd = workbook.Rows("Chi tiết").ToList().FindIndex(row => row[^1] == "F10") + 5;
        Assert.Equal(("../../so-theo-doi/x%C3%A3%20A%20%26%20B/s%E1%BB%95%20%232%20100%25.xlsx", "'Bảng ''A'''!F10"), workbook.Link("Chi tiết", $"M{odd}"));
    }

    [Fact]
    public void Write_GroupsOverdueByAge_WorstFirst()
    {
        var rows = Write(Report()).Rows("Quá hạn");

        Assert.Equal(
            ["Quá hạn trên 30 ngày làm việc: 1 đầu việc", "Sở Nội vụ", "Quá hạn từ 6 đến 15 ngày làm việc: 1 đầu việc", "Sở Tư pháp"],
            rows.Select(row => row[0]));
        Assert.Equal("62", rows[1][1]);
        Assert.Equal("7", rows[3][1]);
    }

    [Fact]
    public void Write_ListsFindingsWithTheirPlace()
    {
        var workbook = Write(Report());

        Assert.Equal(
            ["Lỗi", OddlyNamedRegister, "Bảng 'A'", "F10", "Không hiểu thời hạn “khi thuận lợi”.", "Gõ một ngày, một tháng hoặc một quý."],
            workbook.Rows("Cảnh báo")[0]);
        Assert.Equal("'Bảng ''A'''!F10", workbook.Link("Cảnh báo", "D5")!.Value.Location);
        Assert.Equal("cả tệp", workbook["Cảnh báo", "D7"]);
        Assert.Null(workbook.Link("Cảnh báo", "D7")!.Value.Location);
    }

    [Fact]
    public void Write_ListsSourcesWithHashAndVietnamTime()
    {
        var rows = Write(Report()).Rows("Nguồn");

        Assert.Equal([Register, "mở", "3"], rows[0].Take(3));
        Assert.Equal(new DateTime(2026, 6, 30, 6, 15, 0).ToOADate(), double.Parse(rows[0][3]!, CultureInfo.InvariantCulture), 6);
        Assert.Equal(new string('a', 64), rows[0][5]);
        Assert.Contains("lần trước", rows[1][4]);
    }

    // RELIABILITY 31
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"bấm\")")]
    [InlineData("+1+cmd")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("1.250")]
    [InlineData("TRUE")]
    [InlineData(" hai dấu cách ")]
    [InlineData("<b>&amp;</b> \"]]>\" _x0041_")]
    public void Write_StoresTextAsText_WhateverItLooksLike(string text)
    {
        var task = Task(5, text) with { Number = text, ResultText = text, Products = [text] };
        var finding = new Finding(Severity.Error, "x", Register, text, "A1", text, text);

        var workbook = Write(Report([Owed(task, "STP", StatusKind.Overdue, new(2026, 6, 19), -7)], [finding]));

        Assert.Empty(workbook.Complaints());
        Assert.All(workbook.SheetNames, sheet => Assert.Empty(workbook.Sheet(sheet).Descendants(WrittenWorkbook.Main + "f")));
        foreach (var (sheet, cell) in new[] { ("Chi tiết", "B5"), ("Chi tiết", "C5"), ("Chi tiết", "D5"), ("Quá hạn", "F6"), ("Cảnh báo", "C5"),
            ("Cảnh báo", "E5") })
        {
            Assert.Equal("inlineStr", workbook.Cell(sheet, cell)!.Attribute("t")!.Value);
            Assert.Equal(text.Replace("_x0041_", "_x005F_x0041_", StringComparison.Ordinal), workbook[sheet, cell]);
        }

        var isMarked = workbook.StyleOf("Chi tiết", "C5").Attribute("quotePrefix")?.Value is "1";
        Assert.Equal(text[0] is '=' or '+' or '-' or '@' or '\t', isMarked);
    }

    [Fact]
    public void Write_SurvivesTextNoWorkbookCanHold()
    {
        var task = Task(5, "a\0b\uD83D" + new string('x', 40_000)) with { TimeText = "\u0001" };

        var workbook = Write(Report([Owed(task, "STP", StatusKind.NotUnderstood)], []));

        Assert.Empty(workbook.Complaints());
        Assert.Equal(32_767, workbook["Chi tiết", "C5"]!.Length);
        Assert.Null(workbook["Chi tiết", "F5"]);
    }

    [Fact]
    public void Write_ColoursOnlyWhatIsOverdueOrDueSoon()
    {
        var workbook = Write(Report());
        var fonts = workbook.Part("xl/styles.xml").Root!.Element(WrittenWorkbook.Main + "fonts")!.Elements().ToList();
        string? ColourOf(string cell) =>
            fonts[(int)workbook.StyleOf("Chi tiết", cell).Attribute("fontId")!].Element(WrittenWorkbook.Main + "color")?.Attribute("rgb")?.Value;
        var rows = workbook.Rows("Chi tiết").ToList();
        int RowOf(string standing) => rows.FindIndex(row => row[8] == standing) + 5;

        Assert.Equal("FFC00000", ColourOf($"I{RowOf("Quá hạn")}"));
        Assert.Equal("FF9C5700", ColourOf($"I{RowOf("Đến hạn hôm nay")}"));
        Assert.DoesNotContain(ColourOf($"I{RowOf("Chưa đến hạn")}"), (string?[])["FFC00000", "FF9C5700"]);
        Assert.DoesNotContain(ColourOf($"C{RowOf("Quá hạn")}"), (string?[])["FFC00000", "FF9C5700"]);
    }

    [Theory]
    [InlineData("Tổng hợp")]
    [InlineData("Theo lĩnh vực")]
    [InlineData("Chi tiết")]
    [InlineData("Quá hạn")]
    [InlineData("Cảnh báo")]
    [InlineData("Nguồn")]
    public void Write_SetsEverySheetUpForPrinting(string name)
    {
        var workbook = Write(Report());
        var sheet = workbook.Sheet(name).Root!;
        var page = sheet.Element(WrittenWorkbook.Main + "pageSetup")!;

        Assert.Equal(["9", "landscape", "1", "0"],
            new[] { "paperSize", "orientation", "fitToWidth", "fitToHeight" }.Select(setting => page.Attribute(setting)!.Value));
        Assert.Contains("&P/&N", sheet.Element(WrittenWorkbook.Main + "headerFooter")!.Value);
        Assert.Contains(workbook.Part("xl/workbook.xml").Descendants(WrittenWorkbook.Main + "definedName"), title =>
            title.Attribute("name")!.Value == "_xlnm.Print_Titles" && title.Value.StartsWith($"'{name}'!", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_OpensAtTheSummary_WithNoOtherSheetSelected()
    {
        var workbook = Write(Report());

        Assert.Equal("0", workbook.Part("xl/workbook.xml").Descendants(WrittenWorkbook.Main + "workbookView").Single().Attribute("activeTab")!.Value);
        Assert.DoesNotContain(workbook.SheetNames.SelectMany(name => workbook.Sheet(name).Descendants(WrittenWorkbook.Main + "sheetView")), view =>
            view.Attribute("tabSelected")?.Value is "1");
    }

    [Fact]
    public void Write_FreezesAndFiltersTheDetail()
    {
        var sheet = Write(Report()).Sheet("Chi tiết").Root!;

        Assert.Equal("D5", sheet.Descendants(WrittenWorkbook.Main + "pane").Single().Attribute("topLeftCell")!.Value);
        Assert.Equal("A4:M11", sheet.Element(WrittenWorkbook.Main + "autoFilter")!.Attribute("ref")!.Value);
    }

    [Fact]
    public void Write_StopsLinking_WhereExcelWouldCallTheFileDamaged()
    {
        var sheet = Write(Report(findings: [.. Enumerable.Repeat(Findings[0], 65_600)])).Sheet("Cảnh báo");

        Assert.Equal(65_530, sheet.Descendants(WrittenWorkbook.Main + "hyperlink").Count());
        Assert.Equal("65604", sheet.Descendants(WrittenWorkbook.Main + "row").Last().Attribute("r")!.Value);
    }

    [Fact]
    public void Write_GivesTheSameBytes_ForTheSameReport()
    {
        var first = Write(Report()).Bytes;

        Assert.Equal(first, Write(Report(Obligations.Reverse().ToList(), Findings.Reverse().ToList())).Bytes);
    }

    [Theory]
    [InlineData("vi-VN")]
    [InlineData("ar-SA")]
    public void Write_GivesTheSameBytes_WhateverTheMachinesCulture(string culture)
    {
        var expected = Write(Report()).Bytes;
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, Write(Report()).Bytes);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_LeavesAnOpenWorkbookAlone()
    {
        var open = StatusWorkbookWriter.Write(Report(), _folder["tong-hop.xlsx"], _folder.Path);
        using var reader = new FileStream(open, FileMode.Open, FileAccess.Read, FileShare.None);

        Assert.Equal(_folder["tong-hop (2).xlsx"], StatusWorkbookWriter.Write(Report(), open, _folder.Path));
    }
}
