using CcHc.Adapters.Storage;
using CcHc.Adapters.Tests.Support;

namespace CcHc.Adapters.Tests.Storage;

public abstract class PeopleTest : StorageContract
{
    private People People => new(Database, Clock);

    [Fact]
    public async Task Add_KeepsOnePersonAName_WhateverItsCase()
    {
        Assert.True(await People.AddAsync("Hoa", "Trần Thị Hoa", PersonRole.Operator, "h1"));
        Assert.False(await People.AddAsync("HOA ", "Người khác", PersonRole.Admin, "h2"));
        var person = Assert.Single(await People.ListAsync());
        Assert.Equal(("hoa", "Trần Thị Hoa", PersonRole.Operator, "h1"), (person.Name, person.FullName, person.Role, person.PasswordHash));
    }

    [Fact]
    public async Task EveryChangeOfRights_GivesANewStamp()
    {
        await People.AddAsync("hoa", "Hoa", PersonRole.Viewer, "h1");
        var stamps = new List<string> { await StampAsync() };
        await People.SetPasswordAsync("hoa", "h2");
        stamps.Add(await StampAsync());
        await People.SetRoleAsync("hoa", PersonRole.Admin);
        stamps.Add(await StampAsync());
        await People.SetDisabledAsync("hoa", true);
        stamps.Add(await StampAsync());
        Assert.Equal(4, stamps.Distinct().Count());
        Assert.True((await People.FindAsync("hoa"))!.IsDisabled);
    }

    [Fact]
    public async Task TheLastAllowedFailure_LocksForAWhile_AndCountsAnew()
    {
        await People.AddAsync("hoa", "Hoa", PersonRole.Viewer, "h");
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
    public async Task ChangingNobody_SaysSo() => Assert.False(await People.SetRoleAsync("không có", PersonRole.Admin));

    private async Task<string> StampAsync() => (await People.FindAsync("hoa"))!.Stamp;
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
