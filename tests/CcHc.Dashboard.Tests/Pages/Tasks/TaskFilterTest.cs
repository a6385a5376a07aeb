using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Pages.Tasks;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CcHc.Dashboard.Tests.Pages.Tasks;

public class TaskFilterTest
{
    private static TaskFilter Read(string query) => TaskFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));

    [Fact]
    public void Read_UnderstandsTheAddressItGives()
    {
        var filter = new TaskFilter
        {
            Words = "thủ tục", Agency = "STP", Area = TaskArea.Procedures, Standing = "qua-han", From = new DateOnly(2026, 6, 1),
            To = new DateOnly(2026, 6, 30), Register = "so-theo-doi/xã A & B.xlsx",
            Sort = TaskSort.Agency, IsDescending = true, Page = 3,
        };

        Assert.Equal(filter, Read(QueryHelpers.AddQueryString("", filter.ToAddress()!)));
        Assert.Equal(10, filter.ToAddress().Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?trang=0")]
    [InlineData("?trang=-1&trang=99999999999999999999")]
    [InlineData("?tu=31/02/2026&den=mai")]
    [InlineData("?linh-vuc=1&tinh-trang=overdue&xep=drop+table")]
    [InlineData("?tim=%20%20&giam=true")]
    public void Read_LetsWhatNobodyUnderstandsFilterNothing(string query)
    {
        Assert.Equal(new TaskFilter(), Read(query));
        Assert.True(Read(query).IsAll);
        Assert.Empty(Read(query).ToAddress());
    }

    [Fact]
    public void EveryGroup_HasACodeThatLeadsBackToIt() =>
        Assert.All(Enum.GetValues<StatusGroup>(), group => Assert.Equal([group], Read("?tinh-trang=" + TaskFilter.CodeOf(group)).Groups));
}
