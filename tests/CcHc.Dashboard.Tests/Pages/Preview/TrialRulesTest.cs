using CcHc.Core.Reminders;
using CcHc.Dashboard.Pages.Preview;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace CcHc.Dashboard.Tests.Pages.Preview;

public class TrialRulesTest
{
    [Theory]
    [InlineData("")]
    [InlineData("truoc=15,+7,+3,+1&sau=5&lanh-dao=10&thuong-truc=20&truoc-ngay=thuong&nghi=&lam=")]
    [InlineData("truoc=mai&sau=-1&lanh-dao=1.5&thuong-truc=9999&truoc-ngay=x&nghi=2026-02-30&lam=15/06/2026")]
    [InlineData("truoc=0,1&sau=")]
    [InlineData("truoc=,")]
    public void Read_TriesNothing_WhenNothingDiffersFromWhatIsInForce(string query) => Assert.False(Read(query).IsAsked);

    [Theory]
    [InlineData("truoc=10;5,1", "10, 5, 1", 5, 10, 20, false)]
    [InlineData("sau=0", "15, 7, 3, 1", 0, 10, 20, false)]
    [InlineData("lanh-dao=3&thuong-truc=0", "15, 7, 3, 1", 5, 3, 0, false)]
    [InlineData("truoc-ngay=chat", "15, 7, 3, 1", 5, 10, 20, true)]
    public void ApplyTo_ChangesWhatIsAskedAlone(string query, string before, int every, int head, int standingBody, bool isStrict)
    {
        var tried = Read(query).ApplyTo(ReminderPolicy.Default);

        Assert.Equal(
            (before, every, head, standingBody, isStrict),
            (TrialRules.Written(tried.WorkingDaysBefore), tried.EveryWorkingDaysAfter, tried.HeadAfterWorkingDays, tried.StandingBodyAfterWorkingDays,
                tried.StrictBefore));
    }

    [Fact]
    public void Address_LeadsBackToTheSameRules()
    {
        var rules = Read("ngay=2026-06-16&truoc=9,2&sau=1&lanh-dao=2&thuong-truc=3&truoc-ngay=chat&nghi=2026-06-17&lam=2026-06-20");

        var address = rules.ToAddress(new DateOnly(2026, 6, 16));

        Assert.Equal("2026-06-16", address["ngay"]);
        Assert.Equal(rules,
            TrialRules.Read(new QueryCollection(address.ToDictionary(one => one.Key, one => new Microsoft.Extensions.Primitives.StringValues(one.Value))),
                ReminderPolicy.Default));
    }

    private static TrialRules Read(string query) => TrialRules.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), ReminderPolicy.Default);
}
