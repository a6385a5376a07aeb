using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Pages.Periods;
using CcHc.Dashboard.Pages.Registers;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using CcHc.Dashboard.Tests.Support;
using static CcHc.Dashboard.Tests.Support.TestBoard;

namespace CcHc.Dashboard.Tests.Snapshot;

public class SmallViewsTest
{
    [Fact]
    public void Bars_AreAsLongAsTheirNumbers_AndFillTheLongest()
    {
        var chart = BarChart.Of("Biểu đồ", "Cơ quan",
        [
            ("A", new StatusCounts(8, 2, 0, 4, 0, 2, 0), new TaskFilter()), ("B", new StatusCounts(1, 0, 0, 0, 0, 0, 1), new TaskFilter()),
            ("C", StatusCounts.Nothing, new TaskFilter()),
        ]);

        Assert.Equal([("0", "50"), ("50", "25"), ("75", "25")], chart.Bars[0].Parts.Select(part => (part.Left, part.Width)));
        Assert.Equal([StatusGroup.Overdue, StatusGroup.Upcoming, StatusGroup.DoneInTime], chart.Bars[0].Parts.Select(part => part.Group));
        Assert.Equal("12.5", Assert.Single(chart.Bars[1].Parts).Width);
        Assert.Empty(chart.Bars[2].Parts);
        Assert.Empty(BarChart.Of("", "", []).Bars);
    }

    [Fact]
    public void RegisterLines_HoldFilesNobodyCouldRead_ErrorsFirst()
    {
        var board = Board(Monday);

        Assert.Equal(
            [(Plan, 1, 1, true), ("so-theo-doi/hỏng.xlsx", 1, 0, false), ("danh-ba-co-quan.xlsx", 0, 0, true), (Annex, 0, 0, true)],
            RegisterLine.Of(board.Sources, board.Findings).Select(line => (line.File, line.Errors, line.Warnings, line.Source is not null)));
    }

    [Fact]
    public void AwaitedPeriods_TellWhoHasNotReported()
    {
        var period = Assert.Single(AwaitedPeriod.Of(TestBoard.Office(Monday).Reports, TestBoard.Settings.Regime));

        Assert.Equal(("2026-6T", "6 tháng đầu năm 2026", 2), (period.Code, period.Name, period.Owed));
        Assert.Equal("STP", Assert.Single(period.Missing).Obligation.Agency.Code);
    }

    [Fact]
    public async Task LatestHealthWorkbook_IsTheLastWritten_AndNoOtherFile()
    {
        var folder = Directory.CreateTempSubdirectory("cchc-canh-bao-");
        try
        {
            var workbooks = new HealthWorkbooks(new SharedFolder(folder.FullName, folder.FullName));
            Assert.Null(await workbooks.LatestAsync(default));

            var health = folder.CreateSubdirectory("canh-bao").FullName;
            foreach (var (name, hour) in new[] { ("canh-bao-2026-06-15.xlsx", 7), ("canh-bao-2026-06-15-v2.xlsx", 9), ("~$canh-bao-2026-06-15.xlsx", 10),
                ("tong-hop-2026-06-15.xlsx", 11) })
            {
                File.WriteAllText(Path.Combine(health, name), name);
                File.SetLastWriteTimeUtc(Path.Combine(health, name), new DateTime(2026, 6, 15, hour, 0, 0, DateTimeKind.Utc));
            }

            File.CreateSymbolicLink(Path.Combine(health, "canh-bao-2026-06-16.xlsx"), Path.Combine(health, "tong-hop-2026-06-15.xlsx"));
            Assert.Equal("canh-bao-2026-06-15-v2.xlsx", (await workbooks.LatestAsync(default))!.Name);
            Assert.Equal("canh-bao-2026-06-15-v2.xlsx"u8.ToArray(), (await workbooks.ReadLatestAsync(default))!.Value.Bytes);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
