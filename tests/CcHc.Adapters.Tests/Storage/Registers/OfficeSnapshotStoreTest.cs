using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Adapters.Tests.Storage.Registers;

public abstract class OfficeSnapshotStoreTest : StorageContract
{
    private static readonly DateOnly Monday = new(2026, 6, 15);
    private static readonly Agency Justice = new() { Code = "STP", Name = "Sở Tư pháp", Emails = ["stp@x.example"] };
    private static readonly Agency Ended = new() { Code = "CU", Name = "Sở cũ", ValidTo = Monday };

    private OfficeSnapshotStore Store => new(Database, Clock);

    [Fact]
    public async Task ABoard_ComesBackAsTheObligationsItWasMadeOf()
    {
        var task = Task("1");
        Obligation[] obligations =
        [
            new(task, Milestone(30), "M1", Justice) { Reported = new ReportedCompletion(Monday), SucceededFrom = [Ended] },
            new(task, Milestone(31), "M2", Justice) { IsSole = true },
            new(Task("2"), Milestone(1), "M1", Agency.Unresolved("Sở gì đó")),
        ];
        await Store.PutAsync("a",
            () => OfficeSnapshot.Of(Monday, obligations, [Justice, Ended], [], [new Finding(Severity.Warning, "x", "a.xlsx", null, null, "m", "r")], []));

        var stored = (await Store.ReadAsync())!;
        var read = stored.Board.ToObligations().ToList();
        Assert.Equal(obligations.Select(ObligationKey.Of), read.Select(ObligationKey.Of));
        Assert.Equal(obligations.Select(one => (one.Agency.Name, one.Reported, one.IsSole, one.Milestone.Due)),
            read.Select(one => (one.Agency.Name, one.Reported, one.IsSole, one.Milestone.Due)));
        Assert.Equal("Sở cũ", Assert.Single(read[0].SucceededFrom).Name);
        Assert.Same(read[0].Task, read[1].Task);
        Assert.True(read[2].Agency.IsUnresolved);
        Assert.Equal("m", Assert.Single(stored.Board.Findings).Message);
    }

    [Fact]
    public async Task WhatManyAgenciesOweAlike_IsKeptOnce_AndReadInTheOrderOfTheReading()
    {
        var (task, milestone) = (Task("1"), Milestone(30));
        var agencies = Enumerable.Range(1, 100).Select(n => new Agency { Code = $"X{n}", Name = $"UBND xã {n}" }).ToList();
        var obligations = agencies.Select((agency, place) => new Obligation(task, milestone, "M1", agency)
        {
            Reported = place % 3 == 0 ? new ReportedCompletion(Monday) : null, Note = place % 50 == 7 ? $"Tệp {place}" : "",
        }).ToList();
        await Store.PutAsync("a", () => OfficeSnapshot.Of(Monday, obligations, agencies, [], [], []));

        var board = (await Store.ReadAsync())!.Board;
        Assert.Equal(4, board.Obligations.Count);
        Assert.Equal(obligations.Select(one => (one.Agency.Code, one.Reported, one.Note)),
            board.ToObligations().Select(one => (one.Agency.Code, one.Reported, one.Note)));
    }

    [Fact]
    public void ABoardOfAnEarlierVersion_WhereEachObligationStandsForItself_IsStillRead()
    {
        var alone = new SnapshotObligation(0, 1, "", Milestone(30), "M1", true, null, ["CU"]);
        var board = new OfficeSnapshot(Monday, [Task("1")], [alone, alone with { Agency = -1, AgencyWords = "Sở gì đó" }], [Justice, Ended], [], [], []);

        Assert.Equal([("Sở cũ", "CU"), ("Sở gì đó", "CU")], board.ToObligations().Select(one => (one.Agency.Name, one.SucceededFrom[0].Code)));
    }

    [Fact]
    public async Task TheSameContent_IsNotWrittenAgain_OnlyItsTime()
    {
        await Store.PutAsync("a", () => OfficeSnapshot.Empty);
        Clock.Advance(TimeSpan.FromHours(1));
        await Store.PutAsync("a", () => throw new InvalidOperationException("nothing is new"));
        Assert.Equal(("a", Clock.GetUtcNow()), await Store.StampAsync());
        await Store.PutAsync("b", () => OfficeSnapshot.Empty with { AsOf = Monday });
        Assert.Equal(Monday, (await Store.ReadAsync())!.Board.AsOf);
    }

    [Fact]
    public async Task BeforeTheFirstReading_ThereIsNone()
    {
        Assert.Null(await Store.StampAsync());
        Assert.Null(await Store.ReadAsync());
    }

    private static RegisterTask Task(string number) => new()
    {
        Key = "r|" + number, Place = new SourcePlace("so-theo-doi/a.xlsx", "S", 5, "B5", "F5", "D5"), Number = number, Text = "Rà soát \"thủ tục\"",
        Products = ["Báo cáo"], PlanYear = 2026,
    };

    private static Milestone Milestone(int day) =>
        new() { Kind = MilestoneKind.Date, Due = new DateOnly(2026, 7, day), Reading = "hạn", OccurrenceDue = ["03-20"] };
}

public sealed class SqliteOfficeSnapshotStoreTest : OfficeSnapshotStoreTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => System.Threading.Tasks.Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresOfficeSnapshotStoreTest(PostgresServer server) : OfficeSnapshotStoreTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
