using CcHc.Adapters.Storage.Users;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Storage.Users;

public abstract class UsersTest : StorageContract
{
    private UserStore People => new(Database, Clock);

    [Fact]
    public async Task Add_KeepsOnePersonAName_WhateverItsCase()
    {
        Assert.True(await People.AddAsync("Hoa", "Trần Thị Hoa", UserRole.Operator, "h1"));
        Assert.False(await People.AddAsync("HOA ", "Người khác", UserRole.Admin, "h2"));
        var person = Assert.Single(await People.ListAsync());
        Assert.Equal(("hoa", "Trần Thị Hoa", UserRole.Operator, "h1"), (person.Name, person.FullName, person.Role, person.PasswordHash));
    }

    [Fact]
    public async Task EveryChangeOfRights_GivesANewStamp()
    {
        await People.AddAsync("hoa", "Hoa", UserRole.Viewer, "h1");
        var stamps = new List<string> { await StampAsync() };
        await People.SetPasswordAsync("hoa", "h2");
        stamps.Add(await StampAsync());
        await People.SetRoleAsync("hoa", UserRole.Admin);
        stamps.Add(await StampAsync());
        await People.SetDisabledAsync("hoa", true);
        stamps.Add(await StampAsync());
        Assert.Equal(4, stamps.Distinct().Count());
        Assert.True((await People.FindAsync("hoa"))!.IsDisabled);
    }

    [Fact]
    public async Task TheLastAllowedFailure_LocksForAWhile_AndCountsAnew()
    {
        await People.AddAsync("hoa", "Hoa", UserRole.Viewer, "h");
        for (var i = 0; i < 3; i++)
        {
            await People.CountFailureAsync("hoa", 3, TimeSpan.FromMinutes(15));
        }

        var locked = (await People.FindAsync("hoa"))!;
        Assert.Equal((0, Clock.GetUtcNow().AddMinutes(15)), (locked.Failures, locked.LockedUntil));
        await People.NoteLoginAsync("hoa");
        Assert.Null((await People.FindAsync("hoa"))!.LockedUntil);
    }

    [Fact]
    public async Task ChangingNobody_SaysSo() => Assert.False(await People.SetRoleAsync("không có", UserRole.Admin));

    private async Task<string> StampAsync() => (await People.FindAsync("hoa"))!.Stamp;

    [Fact]
    public async Task LastAdministrator_IsNeitherDemotedNorDisabled()
    {
        await AddAsync("an", UserRole.Admin);
        await AddAsync("binh", UserRole.Operator);

        Assert.False(await People.SetRoleKeepingAdminAsync("an", UserRole.Operator));
        Assert.False(await People.DisableKeepingAdminAsync("an"));
        Assert.Equal((UserRole.Admin, false), await StandingAsync("an"));
    }

    [Fact]
    public async Task DisabledAdministrator_DoesNotCountAsOneWhoIsLeft()
    {
        await AddAsync("an", UserRole.Admin);
        await AddAsync("binh", UserRole.Admin);
        Assert.True(await People.DisableKeepingAdminAsync("binh"));

        Assert.False(await People.SetRoleKeepingAdminAsync("an", UserRole.Viewer));
        Assert.True(await People.SetRoleKeepingAdminAsync("binh", UserRole.Viewer));
    }

    [Fact]
    public async Task Others_AreChangedFreely()
    {
        await AddAsync("an", UserRole.Admin);
        await AddAsync("binh", UserRole.Operator);
        var before = (await People.FindAsync("binh"))!.Stamp;

        Assert.True(await People.SetRoleKeepingAdminAsync("Binh", UserRole.Admin));
        Assert.True(await People.SetRoleKeepingAdminAsync("an", UserRole.Viewer));
        Assert.NotEqual(before, (await People.FindAsync("binh"))!.Stamp);
        Assert.False(await People.DisableKeepingAdminAsync("khong-co-ai"));
    }

    [Fact]
    public async Task TwoAdministratorsWhoDisableEachOtherAtOnce_LeaveOne()
    {
        await AddAsync("an", UserRole.Admin);
        await AddAsync("binh", UserRole.Admin);
        var elsewhere = new UserStore(ConnectAgain(), Clock);

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

    [Fact]
    public async Task Audit_KeepsOnlyTheBeginning_OfWhatAStrangerTyped()
    {
        var audit = new AuditTrail(Database, Clock);
        await audit.WriteAsync(new string('a', 1_000_000), "login-refused", new string('b', 1_000_000), new string('c', 1_000_000));

        var entry = Assert.Single(await audit.ListAsync());
        Assert.True(entry.Person.Length + entry.Subject.Length + entry.Detail.Length < 5_000);
    }

    private Task AddAsync(string name, UserRole role) => People.AddAsync(name, name, role, "hash");

    private async Task<(UserRole, bool)> StandingAsync(string name) =>
        (await People.FindAsync(name))! is var person ? (person.Role, person.IsDisabled) : default;
}

public sealed class SqliteUsersTest : UsersTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresUsersTest(PostgresServer server) : UsersTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
