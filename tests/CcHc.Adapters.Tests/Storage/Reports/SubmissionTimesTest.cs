using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;

namespace CcHc.Adapters.Tests.Storage.Reports;

public abstract class SubmissionTimesTest : StorageContract
{
    private SubmissionTimes Owed => new(Database);

    private SubmittedFiles Submissions => new(Database, Clock);

    [Fact]
    public async Task List_HoldsEveryFormThatWentOut_HandedInOrNot()
    {
        await IssueAsync("2026-Q1", "STP", "SNV");
        await IssueAsync("2026-6T", "STP");
        await DropAsync("STP", "a", SubmissionState.Accepted, hoursAgo: 5);

        Assert.Equal([("2026-6T", "STP", false), ("2026-Q1", "SNV", false), ("2026-Q1", "STP", true)],
            (await Owed.ListAsync()).Select(one => (one.Period, one.AgencyCode, one.HandedInAt is not null)));
    }

    [Fact]
    public async Task HandedIn_IsTheFirstVersionThatCounted_WhateverCameLater()
    {
        await IssueAsync("2026-Q1", "STP");
        await DropAsync("STP", "refused", SubmissionState.Refused, hoursAgo: 90);
        await DropAsync("STP", "first", SubmissionState.Replaced, hoursAgo: 48);
        await DropAsync("STP", "second", SubmissionState.Accepted, hoursAgo: 2);

        Assert.Equal(Clock.GetUtcNow().AddHours(-48), Assert.Single(await Owed.ListAsync()).HandedInAt);
    }

    [Fact]
    public async Task HandedIn_IsTheReceipt_WhenTheSavingTimeLiesAhead()
    {
        await IssueAsync("2026-Q1", "STP");
        await DropAsync("STP", "a", SubmissionState.Accepted, hoursAgo: -30);

        Assert.Equal(Clock.GetUtcNow(), Assert.Single(await Owed.ListAsync()).HandedInAt);
    }

    [Fact]
    public async Task ClosedPeriod_IsToldFromAnOpenOne()
    {
        await IssueAsync("2026-Q1", "STP");
        var output = new StoredOutput { Period = "2026-Q1", Version = 1, Kind = OutputKind.Closing, File = "tong-hop/a.xlsx", Hash = "h", Inputs = [] };
        await new ReportOutputs(Database, Clock).PutAsync(output, PackedFacts.Of(new PeriodFacts("2026-Q1", "Quý I/2026", [])), new byte[] { 1 }, "Hoa", "",
            new PeriodClosing([], null));

        Assert.True(Assert.Single(await Owed.ListAsync()).IsClosed);
    }

    [Fact]
    public async Task AcceptedOf_HoldsThatAgencysReportsThatCount()
    {
        await DropAsync("STP", "old", SubmissionState.Replaced, hoursAgo: 9);
        await DropAsync("STP", "new", SubmissionState.Accepted, hoursAgo: 2);
        await DropAsync("SNV", "other", SubmissionState.Accepted, hoursAgo: 2);

        Assert.Equal("new", Assert.Single(await Submissions.AcceptedOfAsync("STP")).Hash);
    }

    private async Task IssueAsync(string period, params string[] agencies)
    {
        foreach (var agency in agencies)
        {
            await new ReportPeriods(Database, Clock).IssueAsync(
                new StoredForm(new IssuedForm(period, agency, FormLayout.Version, new DateOnly(2026, 3, 9), [], []), $"bieu-mau/{period}/{agency}.xlsx"), "An");
        }
    }

    private Task DropAsync(string agency, string hash, SubmissionState state, int hoursAgo) => Submissions.PutAsync(
        new SubmittedFile
        {
            Reading = new SubmissionReading($"{agency}.xlsx", hash, "2026-Q1", agency,
                new SubmissionContent($"{agency}.xlsx", hash, "2026-Q1", agency, [], [], []), []),
            SavedAt = Clock.GetUtcNow().AddHours(-hoursAgo), ReceivedAt = Clock.GetUtcNow(), State = state, Version = 1, Reason = "Thử.",
        },
        new byte[] { 1 });
}

public sealed class SqliteSubmissionTimesTest : SubmissionTimesTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresSubmissionTimesTest(PostgresServer server) : SubmissionTimesTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
