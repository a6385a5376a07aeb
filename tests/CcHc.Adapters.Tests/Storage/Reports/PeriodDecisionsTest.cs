using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Tests.Storage.Reports;

public abstract class PeriodDecisionsTest : StorageContract
{
    private const string Period = "2026-Q1";

    private ReportPeriods Periods => new(Database, Clock);

    private SubmittedFiles Files => new(Database, Clock);

    private PeriodDecisions Decisions => new(Periods, Files, new VersionKeeper(Files));

    [Fact]
    public async Task Exclude_LetsTheVersionBeforeCountAgain_AndIncludeTakesItBack()
    {
        await DropAsync("cũ.xlsx", "h1");
        await DropAsync("mới.xlsx", "h2");

        Assert.Equal(DecisionObstacle.None, (await Decisions.ExcludeAsync(Period, "mới.xlsx", "h2", "An", "bản nháp")).Obstacle);
        Assert.Equal([("cũ.xlsx", SubmissionState.Accepted), ("mới.xlsx", SubmissionState.Excluded)], await StatesAsync());

        Assert.Equal(DecisionObstacle.None, (await Decisions.IncludeAsync(Period, "mới.xlsx", "h2", "An", "không phải bản nháp")).Obstacle);
        Assert.Equal([("cũ.xlsx", SubmissionState.Replaced), ("mới.xlsx", SubmissionState.Accepted)], await StatesAsync());

        var decided = (await new ReportEvents(Database).ListAsync(Period)).Where(entry => entry.Person == "An").Select(entry => (entry.What, entry.Reason));
        Assert.Equal([("replaced", "không phải bản nháp"), ("excluded", "bản nháp")], decided);
    }

    [Fact]
    public async Task Exclude_TakesOneContent_WhenSeveralCameUnderOneName()
    {
        await DropAsync("a.xlsx", "h1");
        await DropAsync("a.xlsx", "h2");

        await Decisions.ExcludeAsync(Period, "a.xlsx", "h2", "An", "bản nháp");
        Assert.Single(await StatesAsync(), one => one.State == SubmissionState.Excluded);

        await Decisions.ExcludeAsync(Period, "a.xlsx", null, "An", "bản còn lại");
        Assert.All(await StatesAsync(), one => Assert.Equal(SubmissionState.Excluded, one.State));
    }

    [Fact]
    public async Task Decision_IsRefused_WhenTheFileIsNotInThatState()
    {
        await DropAsync("a.xlsx", "h1");

        Assert.Equal(DecisionObstacle.NoSuchFile, (await Decisions.IncludeAsync(Period, "a.xlsx", "h1", "An", "lý do")).Obstacle);
        Assert.Equal(DecisionObstacle.NoSuchFile, (await Decisions.ExcludeAsync(Period, "b.xlsx", "h1", "An", "lý do")).Obstacle);
        Assert.Equal(DecisionObstacle.NoSuchFile, (await Decisions.ExcludeAsync("2026-6T", "a.xlsx", "h1", "An", "lý do")).Obstacle);
        Assert.Equal(DecisionObstacle.PeriodIsOpen, (await Decisions.ReopenAsync(Period, "An", "lý do")).Obstacle);
    }

    [Fact]
    public async Task ClosedPeriod_IsReopenedFirst_AndLateFilesCountThen()
    {
        await DropAsync("a.xlsx", "h1");
        await Periods.IssueAsync(new StoredForm(new IssuedForm(Period, "STP", FormLayout.Version, new DateOnly(2026, 3, 9), [], []), "bieu-mau/a.xlsx"), "An");
        var closing = new StoredOutput { Period = Period, Version = 1, Kind = OutputKind.Closing, File = "tong-hop/v1.xlsx", Hash = "abc", Inputs = [] };
        await new ReportOutputs(Database, Clock).PutAsync(closing, PackedFacts.Of(new PeriodFacts(Period, "Quý I/2026", [])), new byte[] { 1 }, "Chị Hoa", "đủ",
            new PeriodClosing([("a.xlsx", "h1")], null));
        Clock.Advance(TimeSpan.FromHours(1));
        await DropAsync("muộn.xlsx", "h2", SubmissionState.AfterClosing);

        Assert.Equal(DecisionObstacle.PeriodIsClosed, (await Decisions.ExcludeAsync(Period, "a.xlsx", "h1", "An", "lý do")).Obstacle);
        Assert.Equal(new Decision(DecisionObstacle.None, 2), await Decisions.ReopenAsync(Period, "An", "bổ sung"));
        Assert.Equal([("a.xlsx", SubmissionState.Replaced), ("muộn.xlsx", SubmissionState.Accepted)], await StatesAsync());
    }

    /// <summary>A valid file of Sở Tư pháp, saved a minute after the one before.</summary>
    private async Task DropAsync(string file, string hash, SubmissionState state = SubmissionState.Accepted)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Files.PutAsync(
            new SubmittedFile
            {
                Reading = new SubmissionReading(file, hash, Period, "STP", new SubmissionContent(file, hash, Period, "STP", [], [], []), []),
                SavedAt = Clock.GetUtcNow(), ReceivedAt = Clock.GetUtcNow(), State = state, Version = state == SubmissionState.Accepted
                    ? 1 : 0, Reason = "Bản hợp lệ.", ChangedBy = "hệ thống",
            },
            new byte[] { 1 });
    }

    private async Task<IReadOnlyList<(string File, SubmissionState State)>> StatesAsync() =>
        [.. (await Files.GlanceAsync(Period)).Select(report => (report.File, report.State))];
}

public sealed class SqlitePeriodDecisionsTest : PeriodDecisionsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresPeriodDecisionsTest(PostgresServer server) : PeriodDecisionsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
