using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Storage.Runs;

/// <summary>What the workers tell the dashboard, and what people do there.</summary>
public abstract class JobPlansTest : StorageContract
{
    private JobPlans Plans => new(Database, Clock);

    [Fact]
    public async Task APlan_ReplacesTheOneBefore()
    {
        await Plans.WriteAsync([Plan("remind"), Plan("cũ")]);
        await Plans.WriteAsync([Plan("remind") with { NextAt = Clock.GetUtcNow().AddHours(1) }, Plan("report") with { Schedule = "", IsEnabled = false }]);
        var plans = await Plans.ListAsync();
        Assert.Equal(["remind", "report"], plans.Select(plan => plan.Job));
        Assert.Equal((Clock.GetUtcNow().AddHours(1), true), (plans[0].NextAt!.Value, plans[0].IsEnabled));
        Assert.Equal(("", false, null), (plans[1].Schedule, plans[1].IsEnabled, plans[1].NextAt));
    }

    [Fact]
    public async Task APause_HoldsUntilItIsOver_OrSomebodyResumes()
    {
        await Plans.WriteAsync([Plan("remind")]);
        await Plans.PauseAsync("remind", Clock.GetUtcNow().AddDays(1), "hoa", "đang kiểm tra danh bạ");
        Assert.True(await Plans.IsPausedAsync("remind"));
        var paused = Assert.Single(await Plans.ListAsync());
        Assert.Equal(("hoa", "đang kiểm tra danh bạ"), (paused.PausedBy, paused.PauseReason));

        Clock.Advance(TimeSpan.FromDays(2));
        Assert.False(await Plans.IsPausedAsync("remind"));
        Assert.Null(Assert.Single(await Plans.ListAsync()).PausedUntil);

        await Plans.PauseAsync("remind", Clock.GetUtcNow().AddDays(1), "hoa", "");
        Assert.True(await Plans.ResumeAsync("remind"));
        Assert.False(await Plans.ResumeAsync("remind"));
    }

    [Fact]
    public async Task TheAudit_ListsTheNewestFirst_AndOnePersonsAlone()
    {
        var trail = new AuditTrail(Database, Clock);
        await trail.WriteAsync("hoa", "run-now", "remind", "x\0y", "127.0.0.1");
        await trail.WriteAsync("lan", "login");
        await trail.WriteAsync("hoa", "logout");
        Assert.Equal(["logout", "login", "run-now"], (await trail.ListAsync()).Select(entry => entry.Action));
        Assert.Equal(["logout", "run-now"], (await trail.ListAsync("hoa")).Select(entry => entry.Action));
        Assert.Equal(["run-now"], (await trail.ListAsync("hoa", skip: 1)).Select(entry => entry.Action));
    }

    private static JobPlan Plan(string job) => new() { Job = job, Duty = "RemindAgencies", Schedule = "daily 07:30", IsEnabled = true };
}

public sealed class SqliteJobPlansTest : JobPlansTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresJobPlansTest(PostgresServer server) : JobPlansTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
