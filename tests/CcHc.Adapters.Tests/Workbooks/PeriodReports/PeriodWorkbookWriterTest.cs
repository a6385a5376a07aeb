using System.Xml.Linq;
using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Adapters.Tests.Workbooks.Support;
using CcHc.Adapters.Workbooks.PeriodReports;
using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Tests.PeriodReports.Consolidation;
using static CcHc.Core.Tests.PeriodReports.Consolidation.PeriodBuilder;

namespace CcHc.Adapters.Tests.Workbooks.PeriodReports;

public sealed class PeriodWorkbookWriterTest
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly string[] Sheets =
    [
        "Tổng hợp", "Theo lĩnh vực", "Chi tiết", "Quá hạn", "Chỉ tiêu", "Chỉ tiêu theo cơ quan", "Nguồn chỉ tiêu", "So sánh", "Khó khăn, kiến nghị",
        "Việc phát sinh", "Gửi báo cáo", "Chưa báo cáo", "Cảnh báo", "Nguồn",
    ];

    // A theory opens the same workbook many times.
    private static readonly Lazy<WrittenWorkbook> Rerun = new(() => Write(SamplePeriod.Rerun()));

    private static WrittenWorkbook Write(PeriodReport report)
    {
        using var bytes = new MemoryStream();
        PeriodWorkbookWriter.Write(report, bytes, "/chia-se/tong-hop/2026-6T", "/chia-se");
        return new WrittenWorkbook(bytes.ToArray());
    }

    /// <summary>A sheet as the office's own reader sees it: the rows below the headings.</summary>
    private static IReadOnlyList<SheetRow> Read(WrittenWorkbook workbook, string sheet) =>
        [.. WorkbookReading.Of(workbook.Bytes, "tong-hop.xlsx").Content!.Sheets.Single(read => read.Name == sheet).Rows.Where(row => row.Number >= 5)];

    private static string[] Texts(SheetRow row, params int[] columns) => [.. columns.Select(column => row[column].Text)];

    private static PeriodReport OneAgency(ReportedTask? task = null, string text = "Công bố danh mục thủ tục", params ReportedFigure[] figures)
    {
        var period = new PeriodBuilder()
            .Ask(Figure("CT03", TotalRule.Sum)).Ask(Figure("CT04", TotalRule.Sum))
            .Ask(Figure("CT06", TotalRule.Ratio, IndicatorKind.Rate, "Tỷ lệ trực tuyến", "%") with { RatioOf = ("CT04", "CT03") })
            .Ask(Figure("CT10", TotalRule.Average, IndicatorKind.Decimal, "Mức độ hài lòng", "điểm"))
            .Ask(Figure("CT20", TotalRule.None, IndicatorKind.Text, "Cách làm hay", ""));
        var agency = period.Agency("STP", "Sở Tư pháp");
        var owed = period.Owe(agency, 5, StatusKind.Overdue, -3, text: text);
        period.HandsIn(agency, [task is null ? Says(owed, "Đã trình", "Đang thực hiện", difficulty: "Thiếu người")
            : task with { RowKey = ObligationKey.Of(owed.Obligation) }], figures);
        return period.Report();
    }

    [Fact]
    public void Write_MakesAValidWorkbook_WithTheSheetsInOrder()
    {
        var workbook = Write(SamplePeriod.Report());

        Assert.Equal(Sheets, workbook.SheetNames);
        Assert.Empty(workbook.Complaints());
    }

    [Fact]
    public void Write_ListsDifferences_OnlyBesideAFrozenVersion()
    {
        Assert.Equal([.. Sheets[..12], "Khác biệt", .. Sheets[12..]], Rerun.Value.SheetNames);
        Assert.Empty(Rerun.Value.Complaints());
        Assert.Equal(["Tổng số đầu việc", "81", "84"], Texts(Read(Rerun.Value, "Khác biệt")[0], 1, 2, 3));
    }

    [Fact]
    public void Write_SaysSo_WhenNothingDiffersFromTheFrozenVersion()
    {
        var inputs = SamplePeriod.Inputs();
        var frozen = PeriodFactList.Of(PeriodReportAssembler.Assemble(inputs));

        Assert.Equal("Không có khác biệt.", Write(PeriodReportAssembler.Assemble(inputs with { Frozen = frozen }))["Khác biệt", "A5"]);
    }

    [Fact]
    public void Write_MakesAValidWorkbook_OfAnEmptyReport()
    {
        var workbook = Write(new PeriodBuilder().Report());

        Assert.Empty(workbook.Complaints());
        Assert.Equal("Kỳ này không có nhiệm vụ nào.", workbook["Chi tiết", "A5"]);
        Assert.Equal("Tất cả các cơ quan đã gửi báo cáo.", workbook["Chưa báo cáo", "A5"]);
    }

    [Theory]
    [InlineData("A1", "UBND TỈNH MẪU")]
    [InlineData("D1", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]
    [InlineData("A5", "TỔNG HỢP BÁO CÁO CÔNG TÁC CẢI CÁCH HÀNH CHÍNH 6 THÁNG ĐẦU NĂM 2026")]
    [InlineData("A6", "(Số liệu từ ngày 15/12/2025 đến ngày 14/6/2026, tình trạng tính đến ngày 19 tháng 6 năm 2026, bản 2, đã chốt)")]
    [InlineData("A10", "Đã nhận báo cáo của 25/28 cơ quan: 22 đúng hạn, 3 trễ hạn; còn 3 cơ quan chưa gửi.")]
    public void Write_HeadsTheSummary_WithPeriodAndWindow(string cell, string expected) => Assert.Equal(expected, Rerun.Value["Tổng hợp", cell]);

    [Fact]
    public void Write_CountsReportsByGroup_NamesTheMissing_AndEndsWithSignatures()
    {
        var rows = Rerun.Value.Rows("Tổng hợp", first: 8);
        var groups = rows.SkipWhile(row => !row.Contains("Nhóm cơ quan")).Skip(1).Take(4).Select(row => row.Skip(1).Take(5)).ToList();

        Assert.Equal(["Sở, ban, ngành", "13", "11", "1", "1"], groups[0]);
        Assert.Equal(["Tổng cộng", "28", "22", "3", "3"], groups[3]);
        Assert.Contains(rows, row => row.Contains("Sở Xây dựng, trễ 1 ngày làm việc, 1 tệp bị trả lại"));
        Assert.Contains(rows[^2], text => text == "GIÁM ĐỐC");
        Assert.Contains(rows[^2], text => text == "NGƯỜI LẬP BIỂU");
    }

    [Fact]
    public void Write_DrawsThreeCharts_WithCachedFigures()
    {
        var charts = Rerun.Value.PartNames.Where(name => name.StartsWith("xl/charts/chart", StringComparison.Ordinal)).Select(Rerun.Value.Part).ToList();

        Assert.Equal(3, charts.Count);
        var handIns = charts.Single(chart => chart.Descendants(C + "ser").Count() == 3);
        Assert.Equal(["Đúng hạn", "Trễ hạn", "Chưa gửi"], handIns.Descendants(C + "ser")
            .Select(series => series.Element(C + "tx")!.Descendants(C + "v").Single().Value));
        Assert.Equal([22, 3, 3], handIns.Descendants(C + "ser").Select(series => series.Element(C + "val")!.Descendants(C + "v").Sum(v => (int)v)));
    }

    [Fact]
    public void Write_ListsWhatTheAgencyReported_WithALinkToItsCell()
    {
        var workbook = Write(OneAgency());
        var row = Assert.Single(Read(workbook, "Chi tiết"));

        Assert.Equal(["5", "Sở Tư pháp", "Quá hạn", "Đang thực hiện", "Đã trình", "báo cáo", "STP-v1.xlsx, Nhiệm vụ", "F8"],
            Texts(row, 2, 5, 7, 8, 9, 12, 13, 14));
        Assert.Equal(("../../bao-cao/2026-6T/STP-v1.xlsx", "'Nhiệm vụ'!F8"), workbook.Link("Chi tiết", "N5"));
    }

    [Fact]
    public void Write_LinksToTheRegister_WhereTheAgencySaidNothing()
    {
        var period = new PeriodBuilder();
        var agency = period.Agency("STP", "Sở Tư pháp");
        period.Owe(agency, 5, StatusKind.Upcoming, 9, result: "Đang lấy ý kiến");

        var workbook = Write(period.Misses(agency).Report());

        Assert.Equal(["Đang lấy ý kiến", "sổ theo dõi", "F5"], Texts(Read(workbook, "Chi tiết")[0], 9, 12, 14));
        Assert.Equal(("../../so-theo-doi/K%E1%BA%BF%20ho%E1%BA%A1ch%20CCHC%202026.xlsx", "'Phân công'!F5"), workbook.Link("Chi tiết", "N5"));
    }

    [Fact]
    public void Write_StoresTotalsAsNumbers_WithRuleAndCoverage()
    {
        var workbook =
            Write(
                OneAgency(figures: [Gives("CT03", 200, cell: "E6"), Gives("CT04", 150, cell: "E7"), Gives("CT10", 87.25, cell: "E8"),
                    Gives("CT20", null, "Không giấy tờ", cell: "E9")]));
        var rows = Read(workbook, "Chỉ tiêu");

        Assert.Equal([200, 150, 0.75, 87.25], rows.Take(4).Select(row => row[4].Number));
        Assert.Equal(["CT06", "Tổng CT04 ÷ tổng CT03 của các cơ quan có đủ cả hai số liệu", "150 ÷ 200", "1/1 cơ quan có số liệu"], Texts(rows[2], 1, 5, 6, 7));
        Assert.True(rows[4][4].IsBlank);
        Assert.Equal("Không giấy tờ", Read(workbook, "Nguồn chỉ tiêu")[4][7].Text);
    }

    [Theory]
    [InlineData(0, "[$-42A]#,##0")]
    [InlineData(2, "[$-42A]0.0#%")]
    [InlineData(3, "[$-42A]#,##0.0#")]
    public void Write_ShowsEachFigureInItsOwnFormat(int figure, string expected)
    {
        var workbook = Write(OneAgency(figures: [Gives("CT03", 200), Gives("CT04", 150), Gives("CT10", 87.25)]));
        var formats = workbook.Part("xl/styles.xml").Descendants(WrittenWorkbook.Main + "numFmt")
            .ToDictionary(format => format.Attribute("numFmtId")!.Value, format => format.Attribute("formatCode")!.Value);

        var id = workbook.StyleOf("Chỉ tiêu", $"D{figure + 5}").Attribute("numFmtId")!.Value;

        Assert.Equal(expected, formats[id]);
    }

    [Fact]
    public void Write_LinksEachFigureToItsCell_AndLeavesABlankBlank()
    {
        var workbook = Write(OneAgency(figures: [Gives("CT03", 200, cell: "E6"), Gives("CT04", null, cell: "E7")]));
        var rows = Read(workbook, "Nguồn chỉ tiêu");

        Assert.Equal(["CT03", "Sở Tư pháp", "200", "có", "E6"], Texts(rows[0], 1, 4, 5, 6, 9));
        Assert.Equal(("../../bao-cao/2026-6T/STP-v1.xlsx", "'Chỉ tiêu'!E6"), workbook.Link("Nguồn chỉ tiêu", "I5"));
        Assert.Equal(["CT04", "", "để trống"], Texts(rows[1], 1, 5, 6));
        Assert.Equal(["CT06", "", "thiếu số liệu", "E7 ÷ E6"], Texts(rows[2], 1, 5, 6, 9));
    }

    [Fact]
    public void Write_SetsAgencyBesideFigure_InOneMatrix_TheProvinceOnTop()
    {
        var workbook = Write(OneAgency(figures: [Gives("CT03", 200, cell: "E6"), Gives("CT04", 150, cell: "E7")]));
        var rows = Read(workbook, "Chỉ tiêu theo cơ quan");

        Assert.StartsWith("CT03\n", workbook["Chỉ tiêu theo cơ quan", "B4"], StringComparison.Ordinal);
        Assert.Equal(["Toàn tỉnh", "Sở Tư pháp"], rows.Select(row => row[1].Text));
        Assert.Equal([200, 150, 0.75], new[] { 2, 3, 4 }.Select(column => rows[1][column].Number));
        Assert.True(rows[1][5].IsBlank);
    }

    [Fact]
    public void Write_SetsThePeriodBesideTheOthers()
    {
        var rows = Read(Rerun.Value, "So sánh");
        var figure = rows.Single(row => row[1].Text.StartsWith("CT03.", StringComparison.Ordinal));
        var share = rows.Single(row => row[1].Text == "Tỷ lệ đã gửi");

        Assert.Equal(["Kỳ này (6 tháng đầu năm 2026)", "Kỳ trước (Quý I/2026)", "Cùng kỳ năm trước (6 tháng đầu năm 2025)"],
            new[] { "C4", "D4", "G4" }.Select(cell => Rerun.Value["So sánh", cell]));
        Assert.Equal([37432, 24327, 13105], new[] { 3, 4, 5 }.Select(column => figure[column].Number));
        // Three reports are missing: a percentage would set fewer agencies beside more.
        Assert.True(figure[6].IsBlank);
        Assert.Equal((25.0 / 28) - (18.0 / 20), share[5].Number, 12);
        Assert.True(share[6].IsBlank);
    }

    [Fact]
    public void Write_ListsDifficulties_WithTheirCell()
    {
        var workbook = Write(OneAgency());

        Assert.Equal(["Sở Tư pháp", "Thiếu người", "J8"], Texts(Assert.Single(Read(workbook, "Khó khăn, kiến nghị")), 1, 5, 7));
        Assert.Equal("'Nhiệm vụ'!J8", workbook.Link("Khó khăn, kiến nghị", "G5")!.Value.Location);
    }

    [Fact]
    public void Write_ListsWhoHasNotReported_WithWhomToCall()
    {
        var row = Read(Rerun.Value, "Chưa báo cáo")[0];

        Assert.Equal(["Sở Xây dựng", "18/06/2026", "1", "1", "Bà Trần Thị B", "0200 3855 001", "sxd@tinhmau.example"], Texts(row, 1, 3, 4, 5, 6, 7, 8));
    }

    [Fact]
    public void Write_ListsEveryReport_HandedInOrNot()
    {
        var rows = Read(Rerun.Value, "Gửi báo cáo");

        Assert.Equal(28, rows.Count);
        Assert.Equal(["Sở Xây dựng", "Chưa gửi", "", "1"], Texts(rows[5], 1, 3, 4, 7));
        Assert.Equal(["Sở Y tế", "Trễ hạn", "18/06/2026", "1", "bao-cao/2026-6T/SYT-v1.xlsx"], Texts(rows[7], 1, 3, 4, 5, 8));
    }

    [Fact]
    public void Write_ListsEveryFile_WithHashStateReasonAndUse()
    {
        var rows = Read(Rerun.Value, "Nguồn");

        Assert.Equal(["Sổ theo dõi và danh mục: 1 tệp", "Báo cáo của các cơ quan: 30 tệp"], rows.Where(row => row[2].IsBlank).Select(row => row[1].Text));
        var refused = rows.Single(row => row[6].Text == "Trả lại" && row[3].Text == "Sở Xây dựng");
        Assert.Equal(["bao-cao/2026-6T/SXD-v1.xlsx", "", "Tệp là biểu mẫu của năm trước, không phải của kỳ này.", ""], Texts(refused, 1, 4, 7, 8));
        var counted = rows.Single(row => row[1].Text == "bao-cao/2026-6T/STP-v1.xlsx");
        Assert.Equal("Được dùng", counted[6].Text);
        Assert.StartsWith("Tổng hợp (2); Theo lĩnh vực (2); Chi tiết (2)", counted[8].Text);
        Assert.Equal(64, counted[9].Text.Length);
        Assert.Equal(new DateTime(2026, 6, 17, 8, 1, 0).ToOADate(), counted[5].Number, 6);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"bấm\")")]
    [InlineData("+1+cmd")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("1.250")]
    public void Write_StoresTextAsText_WhateverItLooksLike(string text)
    {
        var task = new ReportedTask("", TaskProgress.Open, text, text, null, text, text, text, 8, "F8", "J8");

        var workbook = Write(OneAgency(task, text, Gives("CT20", null, text, cell: "E9")));

        Assert.Empty(workbook.Complaints());
        Assert.All(workbook.SheetNames, sheet => Assert.Empty(workbook.Sheet(sheet).Descendants(WrittenWorkbook.Main + "f")));
        foreach (var (sheet, cell) in new[] { ("Chi tiết", "C5"), ("Chi tiết", "H5"), ("Chi tiết", "I5"), ("Chi tiết", "K5"), ("Khó khăn, kiến nghị", "E5"),
            ("Nguồn chỉ tiêu", "G9") })
        {
            Assert.Equal("inlineStr", workbook.Cell(sheet, cell)!.Attribute("t")!.Value);
            Assert.Equal(text, workbook[sheet, cell]);
            Assert.Equal(text[0] is '=' or '+' or '-' or '@', workbook.StyleOf(sheet, cell).Attribute("quotePrefix")?.Value is "1");
        }
    }

    [Fact]
    public void Write_SetsEverySheetUpForPrinting() => Assert.All(Rerun.Value.SheetNames, name =>
    {
        var sheet = Rerun.Value.Sheet(name).Root!;
        var page = sheet.Element(WrittenWorkbook.Main + "pageSetup")!;

        Assert.Equal(["9", "landscape", "1", "0"],
            new[] { "paperSize", "orientation", "fitToWidth", "fitToHeight" }.Select(setting => page.Attribute(setting)!.Value));
        Assert.Contains("&P/&N", sheet.Element(WrittenWorkbook.Main + "headerFooter")!.Value);
        Assert.Contains(Rerun.Value.Part("xl/workbook.xml").Descendants(WrittenWorkbook.Main + "definedName"), title =>
            title.Attribute("name")!.Value == "_xlnm.Print_Titles" && title.Value.StartsWith($"'{name}'!", StringComparison.Ordinal));
    });

    [Fact]
    public void Write_GivesTheSameBytes_HoweverTheInputStands()
    {
        var inputs = SamplePeriod.Inputs();
        var shuffled = inputs with { Obligations = [.. inputs.Obligations.Reverse()], HandIns = [.. inputs.HandIns.Reverse()],
            Files = [.. inputs.Files.Reverse()], Findings = [.. inputs.Findings.Reverse()] };

        Assert.Equal(Write(PeriodReportAssembler.Assemble(inputs)).Bytes, Write(PeriodReportAssembler.Assemble(shuffled)).Bytes);
    }

    [Fact]
    public void Write_ListsWorkOutsideThePlans_WithWhereItStands()
    {
        var period = new PeriodBuilder();
        var agency = period.Agency("X-HO-XANH", "UBND xã Hồ Xanh");
        period.HandsIn(agency, extra: [DoesMore("Tổ chức hội thi", "Đã tổ chức"), DoesMore("=1+1", "Đã làm", 21)]);
        var report = period.Report();
        var workbook = Write(report);
        Assert.Empty(workbook.Complaints());
        Assert.Equal(
            [
                "UBND xã Hồ Xanh|Tổ chức hội thi|Đã tổ chức|Hoàn thành|20/05/2026|12/BC|X-HO-XANH-v1.xlsx, Nhiệm vụ|B20",
                "UBND xã Hồ Xanh|=1+1|Đã làm|Hoàn thành|20/05/2026|12/BC|X-HO-XANH-v1.xlsx, Nhiệm vụ|B21",
            ],
            Read(workbook, "Việc phát sinh").Select(row => string.Join('|', Texts(row, 1, 2, 4, 5, 6, 7, 9, 10))));
        Assert.Contains(report.Files.Single().Uses, use => use == new SheetUse("Việc phát sinh", 2));
        Assert.Contains(PeriodFactList.Of(report).Facts, fact => fact.Key == "extra/X-HO-XANH/1");
    }

    [Fact]
    public void Write_SaysSo_WhereNobodyDidMore() =>
        Assert.Equal("Các cơ quan không báo cáo việc phát sinh ngoài kế hoạch.", Assert.Single(Read(Write(SamplePeriod.Report()), "Việc phát sinh"))[1].Text);

    [Fact]
    public void Write_CallsEachTableAnAppendixOfTheReport()
    {
        var workbook = Rerun.Value;
        var lines = workbook.SheetNames.Select(sheet => workbook[sheet, "A3"]).Where(text => text?.StartsWith("Phụ lục", StringComparison.Ordinal) ?? false)
            .ToList();
        Assert.Equal(Enumerable.Range(1, 10)
            .Select(number => $"Phụ lục {number} (kèm theo Báo cáo số        /BC-SNV ngày      tháng      năm 2026 của Sở Nội vụ)"), lines);
        Assert.StartsWith("Phụ lục 1 ", workbook["Chi tiết", "A3"], StringComparison.Ordinal);
    }
}
