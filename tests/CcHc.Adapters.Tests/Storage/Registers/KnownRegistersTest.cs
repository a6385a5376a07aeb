using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Registers.Recognition;

namespace CcHc.Adapters.Tests.Storage.Registers;

public abstract class KnownRegistersTest : StorageContract
{
    private static readonly DateOnly Monday = new(2026, 6, 15);

    private KnownRegisters Memory => new(Database);

    [Fact]
    public async Task Put_KeepsEveryPart()
    {
        var register = Register("so-theo-doi/Sổ \"Đà Nẵng\"", 2026);
        await Memory.PutAsync([register]);

        var read = Assert.Single(await Memory.ListAsync());
        Assert.True(read.SaysTheSameAs(register));
        Assert.Equal(register.Tasks, read.Tasks);
    }

    [Fact]
    public async Task Put_KeepsARegisterWithoutAYear()
    {
        await Memory.PutAsync([Register("so", null) with { Copies = [], Tasks = [] }]);
        Assert.Null(Assert.Single(await Memory.ListAsync()).PlanYear);
    }

    [Fact]
    public async Task Put_ReplacesTheRegister_AndLeavesTheDayItWasFirstSeen()
    {
        await Memory.PutAsync([Register("a", 2026), Register("b", 2026)]);
        var moved = Register("a", 2026) with { Path = "so-theo-doi/moi.xlsx", FirstSeen = Monday.AddDays(9) };
        await Memory.PutAsync([moved]);

        var read = await Memory.ListAsync();
        Assert.Equal(["so-theo-doi/moi.xlsx", "b.xlsx"], read.Select(register => register.Path));
        Assert.Equal(Monday, read[0].FirstSeen);
    }

    [Fact]
    public async Task Put_TakesWhatADamagedCellMayHold()
    {
        var register =
            Register("a", 2026) with { Title = "Kế\0hoạch", Tasks = [new KnownTask("k\ud83d", new TaskMark("S", "", "1", "a\0b \ud83d\ude00", "", ""))] };
        await Memory.PutAsync([register]);
        Assert.Equal("a\0b \ud83d\ude00", Assert.Single(Assert.Single(await Memory.ListAsync()).Tasks).Mark.Text);
    }

    [Fact]
    public async Task Put_LetsTheLaterOfTwoWorkersStand()
    {
        var other = new KnownRegisters(ConnectAgain());
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => (i % 2 == 0 ? other : Memory).PutAsync([Register("b", 2026), Register("a", 2026 + i)])));
        Assert.Equal(["a", "b"], (await Memory.ListAsync()).Select(register => register.Id));
    }

    private static KnownRegister Register(string id, int? year) => new()
    {
        Id = id, Path = id + ".xlsx", Title = "Kế hoạch cải cách hành chính", PlanYear = year, FirstSeen = Monday, Copies = ["so-theo-doi/chép.xlsx"],
        Tasks =
        [
            new KnownTask($"{id}|Phụ lục||1", new TaskMark("Phụ lục", "I", "1", "ra soat \"thu tuc\"", "so tu phap", "quy ii 2026-06-30")),
            new KnownTask($"{id}|Phụ lục||2", new TaskMark("Phụ lục", "I", "2", "lap du toan", "", ""), Monday, Monday.AddDays(-1)),
        ],
    };
}

public sealed class SqliteKnownRegistersTest : KnownRegistersTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresKnownRegistersTest(PostgresServer server) : KnownRegistersTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
