using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using static CcHc.Core.Tests.StatusReport.SampleReport;

namespace CcHc.Core.Tests.StatusReport;

public class StatusReportAssemblerTest
{
    private static DailyStatusReport Assemble(params IReadOnlyList<AssessedObligation> obligations) =>
        StatusReportAssembler.Assemble("Tỉnh Mẫu", obligations, [], [], ListedAgencies, AsOf);

    [Fact]
    public void Assemble_CountsEveryObligationOnce_InTotalsAgenciesAndAreas()
    {
        var report = Assemble(
            Owed(Justice, StatusKind.DoneInTime, 4, TaskArea.Institutions),
            Owed(Justice, StatusKind.DoneLate, -2),
            Owed(Finance, StatusKind.Overdue, -6),
            Owed(Finance, StatusKind.DueToday, 0),
            Owed(Finance, StatusKind.Upcoming, 40),
            Owed(Finance, StatusKind.Continuous));

        Assert.Equal(new StatusCounts(6, 1, 1, 1, 1, 1, 1), report.Totals);
        Assert.Equal([6, 6], new[] { report.ByAgency, report.ByArea }.Select(lines => lines.Sum(line => line.Counts.Total)));
        Assert.Equal(6, report.Details.Count);
        Assert.Equal(0.5, report.ByAgency.Single(line => line.Code == "STP").Counts.OnTimeRate);
        Assert.Equal(0, report.ByAgency.Single(line => line.Code == "STC").Counts.OnTimeRate);
    }

    [Fact]
    public void Assemble_CountsWhatIsDoneOnAnUnknownDay_ApartAndOutsideTheRate()
    {
        var report = Assemble(Owed(Justice, StatusKind.DoneInTime, 4), Owed(Justice, StatusKind.DoneUndated, -2), Owed(Justice, StatusKind.DoneUndated),
            Owed(Justice, StatusKind.Overdue, -6));

        Assert.Equal(new StatusCounts(4, 1, 0, 1, 0, 0, 0, 2), report.Totals);
        Assert.Equal(0.5, report.Totals.OnTimeRate);
    }

    [Fact]
    public void Assemble_NeverMergesLeadsNobodyCouldResolve()
    {
        Agency[] unresolved =
            [Core.Agencies.Agency.Unresolved("Ban chỉ đạo lâm thời"), Core.Agencies.Agency.Unresolved("Tổ công tác"), Core.Agencies.Agency.Unresolved("")];
        var report =
            Assemble([.. unresolved.Append(unresolved[0]).Select(agency => Owed(agency, StatusKind.Overdue, -1)), Owed(Justice, StatusKind.Overdue, -1)]);

        Assert.Equal(
            [("", "(sổ không ghi cơ quan chủ trì)", 1), ("", "Ban chỉ đạo lâm thời (chưa có trong danh bạ)", 2), ("", "Tổ công tác (chưa có trong danh bạ)", 1),
                ("STP", "Sở Tư pháp", 1)],
            report.ByAgency.Select(line => (line.Code, line.Name, line.Counts.Overdue)).Order());
    }

    [Fact]
    public void Assemble_KeepsDirectoryOrder_AndPutsUnlistedAgenciesAfterByVietnameseName()
    {
        Agency trade = Agency("X1", "Đài Phát thanh"), inspection = Agency("X2", "Dân quân"), ethnic = Agency("X3", "Ban Dân tộc");

        var report = Assemble([.. new[] { trade, Justice, inspection, ethnic, Interior }.Select(agency => Owed(agency, StatusKind.Upcoming, 20))]);

        Assert.Equal(["SNV", "STP", "X3", "X2", "X1"], report.ByAgency.Select(line => line.Code));
    }

    [Fact]
    public void Assemble_ListsAreasInPlanOrder_WithoutEmptyOnes()
    {
        var report = Assemble(Owed(Justice, StatusKind.Continuous, area: TaskArea.Other), Owed(Justice, StatusKind.Continuous, area: TaskArea.Institutions));

        Assert.Equal(["the_che", "khac"], report.ByArea.Select(line => line.Code));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(-5, 0)]
    [InlineData(-6, 1)]
    [InlineData(-15, 1)]
    [InlineData(-16, 2)]
    [InlineData(-30, 2)]
    [InlineData(-31, 3)]
    [InlineData(-400, 3)]
    public void Assemble_PutsAnOverdueObligationInItsAgeBand(int workingDaysLeft, int band)
    {
        var report = Assemble(Owed(Justice, StatusKind.Overdue, workingDaysLeft));

        Assert.Equal(4, report.Overdue.Count);
        Assert.Equal(band, report.Overdue.ToList().FindIndex(b => b.Obligations.Count == 1));
    }

    [Fact]
    public void Assemble_ListsTheLongestOverdueFirst_WithinABand()
    {
        var report = Assemble(Owed(Interior, StatusKind.Overdue, -7), Owed(Justice, StatusKind.Overdue, -9), Owed(Finance, StatusKind.Overdue, -9));

        Assert.Equal(["STC", "STP", "SNV"], report.Overdue[1].Obligations.Select(o => o.Obligation.Agency.Code));
    }

    [Fact]
    public void Assemble_OrdersDetailsTheSame_HoweverTheInputStands()
    {
        AssessedObligation[] expected =
        [
            Owed(Justice, StatusKind.Upcoming, 9, TaskArea.Institutions, file: "so.xlsx", row: 30),
            Owed(Interior, StatusKind.Upcoming, 9, sheet: "Phụ lục 2", row: 5),
            Owed(Justice, StatusKind.Upcoming, 9, sheet: "Phụ lục 2", row: 5),
            Owed(Interior, StatusKind.Upcoming, 20, sheet: "Phụ lục 2", row: 5, milestone: "m0"),
            Owed(Interior, StatusKind.Upcoming, 9, sheet: "Phụ lục 2", row: 11),
            Owed(Interior, StatusKind.Upcoming, 9, sheet: "Phụ lục 10", row: 4),
        ];

        Assert.Equal(expected, Assemble([.. expected]).Details);
        Assert.Equal(expected, Assemble([.. expected.Reverse()]).Details);
        Assert.Equal(expected, Assemble([.. expected[3..], .. expected[..3]]).Details);
    }

    [Fact]
    public void Assemble_ListsFindingsWorstFirst_ThenByPlace()
    {
        Finding At(Severity severity, string file, string? cell) =>
            new(severity, "unknown-agency", file, cell is null ? null : "Trang 1", cell, "Không có trong danh bạ.", "Bổ sung.");
        Finding[] expected =
        [
            At(Severity.Error, "b.xlsx", "F2"), At(Severity.Warning, "a.xlsx", null), At(Severity.Warning, "a.xlsx", "F2"),
            At(Severity.Warning, "a.xlsx", "D10"), At(Severity.Warning, "a.xlsx", "F10"), At(Severity.Warning, "a.xlsx", "AA10"),
            At(Severity.Info, "a.xlsx", "A1"),
        ];

        var report = StatusReportAssembler.Assemble("Tỉnh Mẫu", [], [.. expected.Reverse()], [], ListedAgencies, AsOf);

        Assert.Equal(expected, report.Findings);
    }

    [Fact]
    public void Assemble_MakesAnEmptyReport_OfNothing()
    {
        var report = Assemble();

        Assert.Null(report.Totals.OnTimeRate);
        Assert.Empty(report.Details);
        Assert.All(report.Overdue, band => Assert.Empty(band.Obligations));
    }
}
