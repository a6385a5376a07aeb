using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Tests.Support;
using CcHc.Adapters.Tests.Workbooks.Drawing;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Tests.Storage.Registers;

public abstract class FindingLedgerTest : StorageContract
{
    private static readonly DateOnly Day = new(2026, 4, 1);

    private FindingLedger Ledger => new(Database);

    [Fact]
    public async Task Record_KeepsEveryFindingAndAnswer_AsItIs()
    {
        KnownFinding[] known =
        [
            SampleOffice.Known(Given("AAAAAA") with { Sheet = null, Cell = null }, Day.AddDays(-3), Day),
            SampleOffice.Known(Given("BBBBBB") with { Severity = Severity.Error, Message = "Có dấu: “Sở Nội vụ”" }, Day, Day),
            SampleOffice.Known(Given("CCCCCC") with { Severity = Severity.Info }, Day.AddDays(-30), Day.AddDays(-1), Day),
        ];
        var answers = FindingAnswers.Merge([], [new("BBBBBB", Verdict.Right, "Chị Bình"), new("PPPPPP", Verdict.Wrong, "quý III")], Day);

        await Ledger.RecordAsync(known, answers);

        var read = await new FindingLedger(ConnectAgain()).ReadAsync();
        Assert.Equal(known, read.Findings);
        Assert.Equal(answers.All, read.Answers);
    }

    [Fact]
    public async Task Record_ReplacesWhatIsKnown_AndLeavesTheRest()
    {
        await Ledger.RecordAsync([SampleOffice.Known(Given("AAAAAA"), Day, Day), SampleOffice.Known(Given("BBBBBB"), Day, Day)], FindingAnswers.None);
        await Ledger.RecordAsync([SampleOffice.Known(Given("AAAAAA") with { Cell = "F9" }, Day, Day.AddDays(1), Day.AddDays(1))], FindingAnswers.None);

        var read = (await Ledger.ReadAsync()).Findings;
        Assert.Equal([("AAAAAA", "F9", Day.AddDays(1)), ("BBBBBB", "F5", null)],
            read.Select(known => (known.Finding.AnswerCode, known.Finding.Cell, known.GoneOn)));
    }

    [Fact]
    public async Task Record_TakesManyAtOnce()
    {
        var known = Enumerable.Range(0, 1000).Select(i => SampleOffice.Known(Given($"{i:000000}"), Day, Day)).ToList();
        await Ledger.RecordAsync(known, FindingAnswers.None);
        Assert.Equal(known, (await Ledger.ReadAsync()).Findings);
    }

    [Fact]
    public async Task Record_ForgetsOnlyAnswersTakenBack()
    {
        await Ledger.RecordAsync([], FindingAnswers.Merge([], [new("AAAAAA", Verdict.Right, ""), new("BBBBBB", Verdict.Right, "")], Day));
        await Ledger.RecordAsync([], FindingAnswers.Merge([], [new("AAAAAA", Verdict.Withdrawn, "")], Day));
        Assert.Equal(["BBBBBB"], (await Ledger.ReadAsync()).Answers.Select(answer => answer.Code));
    }

    private static Finding Given(string code) =>
        new(Severity.Warning, "missing-time", "so-theo-doi/Kế hoạch.xlsx", "Phụ lục 01", "F5", "Thiếu thời gian.", "Ghi thời gian.") { AnswerCode = code };
}

public sealed class SqliteFindingLedgerTest : FindingLedgerTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresFindingLedgerTest(PostgresServer server) : FindingLedgerTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
