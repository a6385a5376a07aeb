using System.Text.Json;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using static CcHc.Core.Tests.PeriodReports.Consolidation.PeriodBuilder;

namespace CcHc.Core.Tests.PeriodReports.Consolidation;

public class PeriodReportAssemblerTest
{
    /// <summary>Three agencies: one in time with everything, one late with little, one missing.</summary>
    private static PeriodBuilder Office()
    {
        var period = new PeriodBuilder()
            .Ask(Figure("CT03", TotalRule.Sum)).Ask(Figure("CT04", TotalRule.Sum))
            .Ask(Figure("CT06", TotalRule.Ratio, IndicatorKind.Rate) with { RatioOf = ("CT04", "CT03") });
        Agency justice = period.Agency("STP", "Sở Tư pháp"), finance = period.Agency("STC", "Sở Tài chính"), commune =
            period.Agency("X1", "UBND xã Đồng Sen", AgencyGroups.Communes);
        var done = period.Owe(justice, 5, StatusKind.DoneInTime, 3);
        var open = period.Owe(justice, 6, StatusKind.Overdue, -4, TaskArea.Institutions);
        var other = period.Owe(finance, 5, StatusKind.Overdue, -20, result: "Đã trình UBND tỉnh");
        period.Owe(commune, 7, StatusKind.Upcoming, 30);
        period.HandsIn(
            justice,
            [Says(done, "Đã công bố", completed: new(2026, 6, 1), document: "215/QĐ-UBND", row: 8),
                Says(open, "", "Đang thực hiện", difficulty: "Thiếu người", row: 9)],
            [Gives("CT03", 100, cell: "E6"), Gives("CT04", 80, cell: "E7")],
            [Writes(0, "Đã ban hành kế hoạch."), Writes(3, "Đề nghị tập huấn.")]);
        period.HandsIn(finance, [Says(other, "", "", row: 8)], [Gives("CT03", 50, cell: "E6"), Gives("CT04", null, cell: "E7")], [Writes(0, "  ")],
            daysLate: 3);
        return period.Misses(commune, workingDaysLate: 2, refused: 1).Drops(commune, SubmissionState.Refused, 2, "Biểu mẫu của năm trước.");
    }

    [Fact]
    public void Assemble_CountsEveryObligation_AsTheOtherReportDoes()
    {
        var inputs = Office().Inputs();
        var standings = PeriodReportAssembler.Assemble(inputs).Standings;
        var expected = StatusReportAssembler.Assemble("Tỉnh Mẫu", inputs.Obligations, [], [], inputs.Directory, AsOf);

        Assert.Equal(expected.Totals, standings.Totals);
        Assert.Equal(expected.ByAgency, standings.ByAgency);
        Assert.Equal(expected.ByArea, standings.ByArea);
        Assert.Equal(new StatusCounts(4, 1, 0, 2, 0, 1, 0), standings.Totals);
    }

    [Fact]
    public void Assemble_CountsTasks_NotTheirAgencies() => Assert.Equal(3, Office().Report().Tasks);

    [Fact]
    public void Assemble_TakesWhatTheAgencyReported_WithItsCell()
    {
        var line = Office().Report().Details.Single(line => line.Assessed.Obligation.Task.Key == "so/5" && line.Assessed.Obligation.Agency.Code == "STP");

        Assert.True(line.IsReported);
        Assert.Equal(("Hoàn thành", "Đã công bố", new DateOnly(2026, 6, 1), "215/QĐ-UBND"), (line.Status, line.Result, line.CompletedOn, line.Document));
        Assert.Equal(new CellPlace("bao-cao/2026-6T/STP-v1.xlsx", "Nhiệm vụ", "F8"), line.Place);
    }

    [Fact]
    public void Assemble_TakesTheRegistersWords_WhereTheAgencySaidNothing()
    {
        var line = Office().Report().Details.Single(line => line.Assessed.Obligation.Agency.Code == "STC");

        Assert.False(line.IsReported);
        Assert.Equal("Đã trình UBND tỉnh", line.Result);
        Assert.Equal(new CellPlace(Register, "Phân công", "F5"), line.Place);
    }

    [Fact]
    public void Assemble_NeverGivesOneAgencysWordsToAnother()
    {
        var period = new PeriodBuilder();
        Agency one = period.Agency("STP", "Sở Tư pháp"), other = period.Agency("STC", "Sở Tài chính");
        var owed = period.Owe(one, 5, StatusKind.Upcoming, 9);
        period.Owe(other, 5, StatusKind.Upcoming, 9);
        period.HandsIn(one, [Says(owed, "Đã công bố")]).HandsIn(other);

        Assert.Equal(["Đã công bố", ""], period.Report().Details.Select(line => line.Result));
    }

    [Fact]
    public void Assemble_PutsOverdueLinesInTheirAgeBands()
    {
        var overdue = Office().Report().Overdue;

        Assert.Equal([1, 0, 1, 0], overdue.Select(band => band.Lines.Count));
        Assert.Equal("Đang thực hiện", overdue[0].Lines[0].Status);
    }

    [Fact]
    public void Assemble_CountsReports_InAllAndByGroup()
    {
        var handIns = Office().Report().HandIns;

        Assert.Equal(new SubmissionCounts(3, 1, 1, 1), handIns.Totals);
        Assert.Equal([("Sở, ban, ngành", 2, 2), ("UBND cấp xã", 1, 0)], handIns.ByGroup.Select(line => (line.Group, line.Counts.Owed, line.Counts.Received)));
        var missing = Assert.Single(handIns.Missing);
        Assert.Equal(("X1", 2, 1), (missing.Agency.Code, missing.WorkingDaysLate, missing.RefusedFiles));
    }

    [Fact]
    public void Assemble_ListsDifficulties_WithTheirCell()
    {
        var line = Assert.Single(Office().Report().Difficulties);

        Assert.Equal(("STP", "Thiếu người"), (line.Assessed.Obligation.Agency.Code, line.Text));
        Assert.Equal(new CellPlace("bao-cao/2026-6T/STP-v1.xlsx", "Nhiệm vụ", "J9"), line.Place);
    }

    [Fact]
    public void Assemble_GathersTheWordingUnderEachSection()
    {
        var narrative = Office().Report().Narrative;

        Assert.Equal([1, 0, 0, 1], narrative.Select(section => section.Texts.Count));
        Assert.Equal("Đề nghị tập huấn.", narrative[3].Texts[0].Text);
        Assert.Equal(new CellPlace("bao-cao/2026-6T/STP-v1.xlsx", "Thuyết minh", "A11"), narrative[3].Texts[0].Place);
    }

    [Fact]
    public void EveryGivenFigure_NamesFileSheetAndCell() =>
        Assert.All(Office().Report().Figures.SelectMany(figure => figure.Agencies).Where(agency => agency.IsGiven), agency =>
        {
            Assert.NotEmpty(agency.Places);
            Assert.All(agency.Places, place => Assert.Equal((FileOf(agency.Agency), "Chỉ tiêu"), (place.File, place.Sheet)));
        });

    [Fact]
    public void EveryCountedFile_ListsWhereItWent()
    {
        var files = Office().Report().Files;

        Assert.Equal(
            [
                "Tổng hợp 2", "Theo lĩnh vực 2", "Chi tiết 2", "Quá hạn 1", "Chỉ tiêu 3", "Chỉ tiêu theo cơ quan 3", "So sánh 3", "Khó khăn, kiến nghị 1",
                "Gửi báo cáo 1",
                "Báo cáo lời văn 2",
            ],
            files.Single(file => file.AgencyName == "Sở Tư pháp").Uses.Select(use => $"{use.Sheet} {use.Lines}"));
        Assert.Equal(["Chỉ tiêu 1", "Chỉ tiêu theo cơ quan 1", "So sánh 1", "Gửi báo cáo 1"], files.Single(file => file.AgencyName == "Sở Tài chính").Uses
            .Select(use => $"{use.Sheet} {use.Lines}"));
        Assert.Empty(files.Single(file => file.File.State == SubmissionState.Refused).Uses);
    }

    [Fact]
    public void AFileSavedAgainUnderItsName_IsNotTheOneThatWasRead()
    {
        var inputs = Office().Inputs();

        var files = PeriodReportAssembler.Assemble(inputs with { Files = [.. inputs.Files.Select(file => file with { Hash = new string('f', 64) })] }).Files;

        Assert.All(files, file => Assert.Empty(file.Uses));
    }

    [Fact]
    public void AReportedTaskNobodyOwes_IsNamed()
    {
        var period = new PeriodBuilder();
        Agency justice = period.Agency("STP", "Sở Tư pháp"), finance = period.Agency("STC", "Sở Tài chính");
        var owed = period.Owe(finance, 5, StatusKind.Upcoming, 9);
        period.HandsIn(justice, [Says(owed, "Đã công bố", row: 12)]);

        var finding = Assert.Single(period.Report().Findings);

        Assert.Equal(("reported-task-not-owed", Severity.Warning, FileOf(justice), "Nhiệm vụ", "F12"),
            (finding.Code, finding.Severity, finding.File, finding.Sheet, finding.Cell));
    }

    [Fact]
    public void AFigureNobodyAskedFor_IsNamed_AndNotCounted()
    {
        var period = new PeriodBuilder().Ask(Figure("CT10", TotalRule.Sum) with { Groups = [AgencyGroups.Communes] });
        period.HandsIn(period.Agency("STP", "Sở Tư pháp"), figures: [Gives("CT10", 5, cell: "E15"), Gives("CT99", null)]);

        var report = period.Report();

        Assert.Equal(0, report.Figures[0].Given);
        Assert.Equal(["reported-figure-not-asked E15"], report.Findings.Select(finding => $"{finding.Code} {finding.Cell}"));
    }

    [Fact]
    public void Assemble_SaysTheSame_HoweverTheInputStands()
    {
        var inputs = Office().Inputs();
        var shuffled = inputs with
        {
            Obligations = [.. inputs.Obligations.Reverse()],
            HandIns = [.. inputs.HandIns.Reverse()],
            Files = [.. inputs.Files.Reverse()],
            Registers = [.. inputs.Registers.Reverse()],
        };

        Assert.Equal(JsonSerializer.Serialize(PeriodReportAssembler.Assemble(inputs)), JsonSerializer.Serialize(PeriodReportAssembler.Assemble(shuffled)));
    }

    [Fact]
    public void Assemble_MakesAnEmptyReport_OfNothing()
    {
        var report = new PeriodBuilder().Report();

        Assert.Equal(new SubmissionCounts(0, 0, 0, 0), report.HandIns.Totals);
        Assert.Null(report.HandIns.Totals.ReceivedRate);
        Assert.Empty(report.Details);
        Assert.Null(report.Differences);
    }
}
