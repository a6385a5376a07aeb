using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;

namespace CcHc.Adapters.Tests.Storage.Reports;

public abstract class SubmissionsTest : StorageContract
{
    private SubmittedFiles Store => new(Database, Clock);

    private ReportEvents Events => new(Database);

    [Fact]
    public async Task Put_KeepsEveryPartAndTheBytes()
    {
        var report = Report("bao-cao/2026-Q1/STP - Sở Tư pháp.xlsx", "a1");
        await Store.PutAsync(report, new byte[] { 80, 75, 0, 255 });

        var read = Assert.Single(await Store.ListAsync("2026-Q1"));
        Assert.Equal(StoredText(report.Reading), StoredText(read.Reading));
        Assert.Equal((report.SavedAt, report.ReceivedAt, report.State, report.Reason, report.Receipt),
            (read.SavedAt, read.ReceivedAt, read.State, read.Reason, read.Receipt));
        Assert.Equal([80, 75, 0, 255], await Store.BytesAsync(report.File, report.Hash));
        Assert.Contains((report.File, report.Hash), await Store.KnownAsync());
    }

    [Fact]
    public async Task Put_KeepsAFileOnce_WhenTwoWorkersFindIt()
    {
        var other = new SubmittedFiles(ConnectAgain(), Clock);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? other : Store).PutAsync(Report("a.xlsx", "h"), new byte[] { 1 })));
        Assert.Single(await Store.ListAsync());
        Assert.Single(await Events.ListAsync("2026-Q1"));
    }

    [Fact]
    public async Task Put_KeepsTheSameNameWithOtherContentBesideIt()
    {
        await Store.PutAsync(Report("a.xlsx", "h1"), new byte[] { 1 });
        await Store.PutAsync(Report("a.xlsx", "h2"), new byte[] { 2 });
        Assert.Equal(2, (await Store.ListAsync()).Count);
        Assert.Equal([1], await Store.BytesAsync("a.xlsx", "h1"));
    }

    [Fact]
    public async Task Put_KeepsAFileNobodyCanPlace()
    {
        var stranger = Report("khách mời.xlsx", "h") with { Reading = new SubmissionReading("khách mời.xlsx", "h", null, null, null, []),
            State = SubmissionState.Refused };
        await Store.PutAsync(stranger, new byte[] { 1 });
        Assert.Empty(await Store.ListAsync("2026-Q1"));
        Assert.Equal(("", ""), Assert.Single(await Store.ListAsync()) is var read ? (read.PeriodCode, read.AgencyCode) : default);
    }

    [Fact]
    public async Task ListAfter_IsTheListAsItIsNow_AndReadsNothingTwice()
    {
        await Store.PutAsync(Report("a.xlsx", "h"), new byte[] { 1 });
        var before = await Store.ListAsync();
        await Store.PutAsync(Report("b.xlsx", "h"), new byte[] { 2 });
        await Store.ReviseAsync(_ => [new StateChange("a.xlsx", "h", SubmissionState.Excluded, 0, "Lê Văn C", "Gửi nhầm")]);

        var now = await Store.ListAfterAsync(before);
        Assert.Equal([.. (await Store.ListAsync()).Select(one => (one.File, one.State, one.ChangedBy, StoredText(one.Reading)))],
            now.Select(one => (one.File, one.State, one.ChangedBy, StoredText(one.Reading))));
        Assert.Same(before[0].Reading, now[0].Reading);
    }

    [Fact]
    public async Task Change_RecordsWhoAndWhy()
    {
        await Store.PutAsync(Report("a.xlsx", "h"), new byte[] { 1 });
        Assert.Equal(1,
            await Store.ReviseAsync(filed => [new StateChange(Assert.Single(filed).File, "h", SubmissionState.Excluded, 0, "Lê Văn C", "Gửi nhầm bản nháp")]));

        var read = Assert.Single(await Store.ListAsync());
        Assert.Equal((SubmissionState.Excluded, "Lê Văn C", "Gửi nhầm bản nháp"), (read.State, read.ChangedBy, read.Reason));
        var entry = (await Events.ListAsync("2026-Q1"))[0];
        Assert.Equal(("Lê Văn C", "excluded", "Gửi nhầm bản nháp", Clock.GetUtcNow()), (entry.Person, entry.What, entry.Reason, entry.At));
    }

    [Theory]
    [InlineData(SubmissionState.Accepted)]
    [InlineData(SubmissionState.Replaced)]
    [InlineData(SubmissionState.Duplicate)]
    [InlineData(SubmissionState.Refused)]
    [InlineData(SubmissionState.AfterClosing)]
    [InlineData(SubmissionState.Excluded)]
    public async Task EveryStateComesBack(SubmissionState state)
    {
        await Store.PutAsync(Report("a.xlsx", "h") with { State = state }, new byte[] { 1 });
        Assert.Equal(state, Assert.Single(await Store.ListAsync()).State);
    }

    [Fact]
    public async Task Glance_TellsTheSameWithoutTheWords()
    {
        await Store.PutAsync(Report("a.xlsx", "h1"), new byte[] { 1 });
        await Store.PutAsync(Report("khách.xlsx", "h2") with { Reading = new SubmissionReading("khách.xlsx", "h2", null, null, null, []),
            State = SubmissionState.Refused }, new byte[] { 2 });

        var (whole, seen) = (await Store.ListAsync(), await Store.GlanceAsync());

        Assert.Equal(whole.Select(Seen), seen.Select(Seen));
        Assert.All(seen, report => Assert.True(report.Reading is { Submission: null, Findings.Count: 0 }));
        Assert.Equal("h1", Assert.Single(await Store.GlanceAsync("2026-Q1")).Hash);

        static object Seen(SubmittedFile report) =>
            (report.File, report.Hash, report.PeriodCode, report.AgencyCode, report.SavedAt, report.ReceivedAt,
                (report.State, report.Version, report.Reason, report.ChangedAt, report.ChangedBy, report.Receipt));
    }

    [Fact]
    public async Task WhatManyReportsSayAlike_IsHeldOnce()
    {
        await Store.PutAsync([(Report("a.xlsx", "h1"), new byte[] { 1 }), (Report("b.xlsx", "h2"), new byte[] { 2 })]);

        var all = await Store.ListAsync();

        Assert.Equal(2, all.Count);
        Assert.Same(all[0].Reading.PeriodCode, all[1].Reading.PeriodCode);
        Assert.Equal([2], (await Store.BytesAsync([all[1]]))[("b.xlsx", "h2")]);
        Assert.Equal(["b.xlsx"], (await Store.ReadAsync([all[1]])).Select(report => report.File));
    }

    [Fact]
    public async Task Answered_IsRemembered()
    {
        var report = Report("a.xlsx", "h");
        await Store.PutAsync(report, new byte[] { 1 });
        Assert.Equal("a.xlsx", Assert.Single(await Store.UnansweredAsync()).File);
        await Store.AnsweredAsync(report, ReceiptState.Queued);
        Assert.Empty(await Store.UnansweredAsync());
        Assert.Equal(ReceiptState.Queued, Assert.Single(await Store.ListAsync()).Receipt);
    }

    [Fact]
    public async Task Revise_ChangesNothing_WhenTheDecisionFails()
    {
        await Store.PutAsync(Report("a.xlsx", "h"), new byte[] { 1 });
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.ReviseAsync(_ => [
            new StateChange("a.xlsx", "h", SubmissionState.Excluded, 0, "An", ""),
            new StateChange("nowhere.xlsx", "h", SubmissionState.Excluded, 0, "An", "")]));
        Assert.Equal(SubmissionState.Accepted, Assert.Single(await Store.FiledAsync()).State);
        Assert.Single(await Events.ListAsync("2026-Q1"));
    }

    [Fact]
    public async Task Revise_SeesWhatTheOneBeforeItDecided()
    {
        await Store.PutAsync(Report("a.xlsx", "h"), new byte[] { 1 });
        var other = new SubmittedFiles(ConnectAgain(), Clock);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? other : Store).ReviseAsync(filed =>
            [new StateChange("a.xlsx", "h", SubmissionState.Accepted, filed[0].Version + 1, "An", "")])));
        Assert.Equal(13, Assert.Single(await Store.FiledAsync()).Version);
    }

    private static string StoredText(SubmissionReading reading) => System.Text.Json.JsonSerializer.Serialize(reading);

    private SubmittedFile Report(string file, string hash) => new()
    {
        Reading = new SubmissionReading(
            file, hash, "2026-Q1", "STP",
            new SubmissionContent(file, hash, "2026-Q1", "STP",
                [new ReportedTask("K7F3QD", TaskProgress.Done, "Hoàn thành", "Đã ban hành \"kế hoạch\"\0", new DateOnly(2026, 3, 12), "12/BC-STP", "",
                    "Nhiệm vụ", 12, "F12", "J12")],
                [new ReportedFigure("CT01", 0.125, "", "", "Chỉ tiêu", "E6"), new ReportedFigure("CT02", null, "", "chưa có", "Chỉ tiêu", "E7")],
                [new ReportedSection(2, "Còn chậm.", "Thuyết minh", "A8")]),
            [new Finding(Severity.Warning, "report-figure-blank", file, "Chỉ tiêu", "E7", "Để trống.", "Ghi số.")]),
        SavedAt = Clock.GetUtcNow().AddHours(-3),
        ReceivedAt = Clock.GetUtcNow(),
        State = SubmissionState.Accepted,
        Version = 1,
        Reason = "Bản hợp lệ duy nhất.",
        ChangedBy = "hệ thống",
    };
}

public sealed class SqliteSubmissionsTest : SubmissionsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresSubmissionsTest(PostgresServer server) : SubmissionsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
