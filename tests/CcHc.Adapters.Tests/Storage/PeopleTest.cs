using CcHc.Adapters.Storage;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Storage;

public abstract class PeopleTest : StorageContract
{
    private People People => new(Database, Clock);

    [Fact]
    public async Task LastAdministrator_IsNeitherDemotedNorDisabled()
    {
        await AddAsync("an", PersonRole.Admin);
        await AddAsync("binh", PersonRole.Operator);

        Assert.False(await People.SetRoleKeepingAdminAsync("an", PersonRole.Operator));
        Assert.False(await People.DisableKeepingAdminAsync("an"));
        Assert.Equal((PersonRole.Admin, false), await StandingAsync("an"));
    }

    [Fact]
    public async Task DisabledAdministrator_DoesNotCountAsOneWhoIsLeft()
    {
        await AddAsync("an", PersonRole.Admin);
        await AddAsync("binh", PersonRole.Admin);
        Assert.True(await People.DisableKeepingAdminAsync("binh"));

        Assert.False(await People.SetRoleKeepingAdminAsync("an", PersonRole.Viewer));
        Assert.True(await People.SetRoleKeepingAdminAsync("binh", PersonRole.Viewer));
    }

    [Fact]
    public async Task Others_AreChangedFreely()
    {
        await AddAsync("an", PersonRole.Admin);
        await AddAsync("binh", PersonRole.Operator);
        var before = (await People.FindAsync("binh"))!.Stamp;

        Assert.True(await People.SetRoleKeepingAdminAsync("Binh", PersonRole.Admin));
        Assert.True(await People.SetRoleKeepingAdminAsync("an", PersonRole.Viewer));
        Assert.NotEqual(before, (await People.FindAsync("binh"))!.Stamp);
        Assert.False(await People.DisableKeepingAdminAsync("khong-co-ai"));
    }

    [Fact]
    public async Task TwoAdministratorsWhoDisableEachOtherAtOnce_LeaveOne()
    {
        await AddAsync("an", PersonRole.Admin);
        await AddAsync("binh", PersonRole.Admin);
        var elsewhere = new People(ConnectAgain(), Clock);

        var done = await Task.WhenAll(Task.Run(() => People.DisableKeepingAdminAsync("an")), Task.Run(() => elsewhere.DisableKeepingAdminAsync("binh")));

        Assert.Single(done, one => one);
        Assert.Single(await People.ListAsync(), person => !person.IsDisabled);
    }

    [Fact]
    public async Task Audit_CountsWhatItLists()
    {
        var audit = new AuditTrail(Database, Clock);
        await audit.WriteAsync("an", "login");
        await audit.WriteAsync("binh", "login");
        await audit.WriteAsync("an", "Jobs.Run", "/cong-viec", "job=remind");

        Assert.Equal((3, 2, 0), (await audit.CountAsync(), await audit.CountAsync("an"), await audit.CountAsync("cuong")));
        Assert.Equal(["Jobs.Run", "login"], (await audit.ListAsync("an")).Select(entry => entry.Action));
        Assert.Equal("binh", Assert.Single(await audit.ListAsync(skip: 1, limit: 1)).Person);
    }

    private Task AddAsync(string name, PersonRole role) => People.AddAsync(name, name, role, "hash");

    private async Task<(PersonRole, bool)> StandingAsync(string name) => (await People.FindAsync(name))! is var person ? (person.Role, person.IsDisabled) : default;
}

public sealed class SqlitePeopleTest : PeopleTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresPeopleTest(PostgresServer server) : PeopleTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
