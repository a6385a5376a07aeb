using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using CcHc.Dashboard.Tests.Support;
using static CcHc.Dashboard.Tests.Support.TestBoard;

namespace CcHc.Dashboard.Tests.Pages.Tasks;

public class TaskListsTest
{
    private static readonly OfficeStatus Now = TestBoard.Office(Monday);

    [Theory]
    [InlineData("", 9)]
    [InlineData("thủ tục", 3)]
    [InlineData("THU TUC", 3)]
    [InlineData("tuc thu", 3)]
    [InlineData("thủ tục nội vụ", 1)]
    [InlineData("thu tuc khong co", 0)]
    [InlineData("snv", 4)]
    [InlineData("hoa ho so", 1)]
    [InlineData("quý ii", 9)]
    public void Find_WantsEveryWord_WhateverItsAccentsAndCase(string words, int found) =>
        Assert.Equal(found, Now.Tasks.Find(new TaskFilter { Words = words }).Total);

    public static TheoryData<TaskFilter, int> Filters => new()
    {
        { new TaskFilter { Agency = "STP" }, 3 },
        { new TaskFilter { Agency = TaskFilter.NoAgency }, 1 },
        { new TaskFilter { Agency = "?" }, 0 },
        { new TaskFilter { Area = TaskArea.Procedures }, 4 },
        { new TaskFilter { Standing = "qua-han" }, 1 },
        { new TaskFilter { Standing = "da-xong" }, 2 },
        { new TaskFilter { Standing = "sap-den-han", Agency = "SNV" }, 1 },
        { new TaskFilter { Register = Annex }, 2 },
        { new TaskFilter { From = Monday.AddDays(3), To = Monday.AddDays(3) }, 3 },
        { new TaskFilter { From = Monday.AddDays(31) }, 1 },
        { new TaskFilter { To = DateOnly.MinValue }, 0 },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public void Find_KeepsWhatFits(TaskFilter filter, int found) => Assert.Equal(found, Now.Tasks.Find(filter).Total);

    public static TheoryData<TaskSort, string[]> Orders => new()
    {
        { TaskSort.Standing, ["5", "6", "6", "12", "11", "7", "10", "9", "8"] },
        { TaskSort.Due, ["8", "5", "9", "6", "6", "12", "11", "7", "10"] },
        { TaskSort.Agency, ["6", "7", "10", "8", "5", "6", "9", "11", "12"] },
        { TaskSort.Area, ["5", "6", "6", "12", "11", "8", "7", "9", "10"] },
        { TaskSort.Register, ["5", "6", "6", "9", "10", "11", "12", "7", "8"] },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void Find_KeepsTheOrderAskedFor_BothWays(TaskSort sort, string[] numbers)
    {
        Assert.Equal(numbers, Now.Tasks.Find(new TaskFilter { Sort = sort }).Rows.Select(row => row.Task.Number));
        Assert.Equal(numbers.Reverse(), Now.Tasks.Find(new TaskFilter { Sort = sort, IsDescending = true }).Rows.Select(row => row.Task.Number));
    }

    [Theory]
    [InlineData(1, 1, 50)]
    [InlineData(3, 3, 20)]
    [InlineData(4, 3, 20)]
    [InlineData(int.MaxValue, 3, 20)]
    public void Find_GivesOnePage_AndTheLastOneBeyondTheEnd(int asked, int page, int rows)
    {
        var many = TestBoard.Office(Monday, Enumerable.Range(1, 120).Select(row => Owed(TestBoard.Task(row, $"Việc {row}"), Justice, Monday.AddDays(row))));

        var found = many.Tasks.Find(new TaskFilter { Page = asked });

        Assert.Equal((page, rows, 120, 3), (found.Page, found.Rows.Count, found.Total, found.Pages));
    }

    [Theory]
    [InlineData(1, 1, 50)]
    [InlineData(2, 2, 10)]
    [InlineData(9, 2, 10)]
    public void Find_CountsAllThatFits_ThoughItHoldsOnePage(int asked, int page, int rows)
    {
        var many = TestBoard.Office(Monday, Enumerable.Range(1, 120).Select(
            row => Owed(TestBoard.Task(row, row % 2 == 0 ? "Rà soát" : "Công bố"), Justice, Monday.AddDays(row))));

        var found = many.Tasks.Find(new TaskFilter { Words = "rà soát", Page = asked });

        Assert.Equal((page, rows, 60, 2), (found.Page, found.Rows.Count, found.Total, found.Pages));
        Assert.All(found.Rows, row => Assert.Equal("Rà soát", row.Task.Text));
    }

    [Theory]
    [InlineData(TaskSort.Standing)]
    [InlineData(TaskSort.Due)]
    [InlineData(TaskSort.Register)]
    public void AnAgencysRows_StandInTheOrderTheyHaveAmongAll(TaskSort sort)
    {
        var all = Now.Tasks.All(new TaskFilter { Sort = sort, IsDescending = true }).Where(row => row.Obligation.Agency.Code == "SNV");
        Assert.Equal(all, Now.Tasks.All(new TaskFilter { Sort = sort, IsDescending = true, Agency = "SNV" }));
        Assert.Equal(Now.Rows.Where(row => row.Obligation.Agency.Code == "SNV"), Now.Tasks.OfAgency("SNV"));
        Assert.Empty(Now.Tasks.OfAgency("?"));
    }

    [Fact]
    public void EveryNumberOfTheSummary_IsTheLengthOfItsList()
    {
        var summary = Now.Summary;

        Assert.Equal(Now.Rows.Count, summary.Totals.Total);
        foreach (var group in Enum.GetValues<StatusGroup>())
        {
            Assert.Equal(Length(new TaskFilter { Standing = TaskFilter.CodeOf(group) }), summary.Totals.Of(group));
            Assert.All(summary.ByAgency,
                line =>
                    Assert.Equal(
                        Length(new TaskFilter { Agency = line.Code.Length == 0 ? TaskFilter.NoAgency : line.Code, Standing = TaskFilter.CodeOf(group) }),
                        line.Counts.Of(group)));
            Assert.All(summary.ByArea,
                line => Assert.Equal(Length(TaskFilter.OfArea(line.Code) with { Standing = TaskFilter.CodeOf(group) }), line.Counts.Of(group)));
            Assert.All(summary.ByMonth,
                month =>
                    Assert.Equal(Length(new TaskFilter { From = month.First, To = month.Last, Standing = TaskFilter.CodeOf(group) }), month.Counts.Of(group)));
        }

        static int Length(TaskFilter filter) => Now.Tasks.Find(filter).Total;
    }
}
