using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Runs;
using CcHc.Core.Jobs;
using CcHc.Dashboard.Pages.Jobs;
using CcHc.Dashboard.Pages.Letters;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CcHc.Dashboard.Tests.Pages.Letters;

public class QueriesTest
{
    [Theory]
    [InlineData("tinh-trang=unknown&co-quan=STP&loai=reminder&ngay=2026-06-15&lan-chay=r1&trang=3")]
    [InlineData("tinh-trang=try_later")]
    [InlineData("")]
    public void Letters_AddressLeadsBackToTheSameQuestion(string query)
    {
        var asked = LetterQuery.Read(Query(query));
        Assert.Equal(QueryHelpers.ParseQuery(query).ToDictionary(one => one.Key, one => one.Value.ToString()), asked.ToAddress());
        Assert.Equal(asked, LetterQuery.Read(Query(asked.ToAddress())));
    }

    [Theory]
    [InlineData("tinh-trang=x&loai=y&ngay=31/02/2026&trang=-1")]
    [InlineData("trang=99999999999&ngay=2026-02-30")]
    [InlineData("ngay=0001-01-01")]
    public void Letters_NonsenseIsNotAsked(string query) => Assert.Equal(new LetterQuery(), LetterQuery.Read(Query(query)));

    [Fact]
    public void Letters_DayIsTheOffices() => Assert.Equal(
        new DeliveryFilter(From: new DateTimeOffset(2026, 6, 14, 17, 0, 0, TimeSpan.Zero), Before: new DateTimeOffset(2026, 6, 15, 17, 0, 0, TimeSpan.Zero)),
        LetterQuery.Read(Query("ngay=2026-06-15")).ToFilter());

    [Theory]
    [InlineData("xong", JobResult.Done, false)]
    [InlineData("co-canh-bao", JobResult.DoneWithFindings, false)]
    [InlineData("mot-phan", JobResult.Partly, false)]
    [InlineData("loi", JobResult.Failed, false)]
    [InlineData("dang-chay", null, true)]
    [InlineData("khac", null, false)]
    public void Runs_ReadTheResult(string code, JobResult? result, bool isUnfinished)
    {
        var filter = RunQuery.Read(Query($"ket-qua={code}")).ToFilter();
        Assert.Equal((result, isUnfinished), (filter.Result, filter.Unfinished));
    }

    [Fact]
    public void Runs_AddressLeadsBackToTheSameQuestion()
    {
        var asked = RunQuery.Read(Query("cong-viec=remind&ket-qua=loi&ngay=2026-06-15&tim=IOException%3A 5&trang=2"));
        Assert.Equal(("remind", "loi", "IOException: 5", 2), (asked.Job, asked.Result, asked.Words, asked.Page));
        Assert.Equal(asked, RunQuery.Read(Query(asked.ToAddress())));
    }

    private static QueryCollection Query(string query) => new(QueryHelpers.ParseQuery(query));

    private static QueryCollection Query(Dictionary<string, string> address) => new(address.ToDictionary(one => one.Key, one => new StringValues(one.Value)));
}
