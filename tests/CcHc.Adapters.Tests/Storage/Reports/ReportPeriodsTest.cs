using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Mail;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Adapters.Tests.Storage.Reports;

public abstract class ReportPeriodsTest : StorageContract
{
    private static readonly DateOnly Monday = new(2026, 3, 9);

    private ReportPeriods Periods => new(Database, Clock);

    private ReportOutputs Outputs => new(Database, Clock);

    [Fact]
    public async Task Issue_OpensThePeriod_AndRemembersTheForm()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        await Periods.IssueAsync(Form("SNV"), "An");

        Assert.Equal(("2026-Q1", Monday, false), Assert.Single(await Periods.ListAsync()) is var period
            ? (period.Period, period.IssuedOn, period.IsClosed) : default);
        var forms = await Periods.FormsAsync();
        Assert.Equal(["SNV", "STP"], forms.Select(stored => stored.Form.AgencyCode));
        Assert.Equal(new IssuedRow("K7F3QDK7F3QD", "Rà soát thủ tục", "Báo cáo"), Assert.Single(forms[1].Form.Rows));
    }

    [Fact]
    public async Task GlanceForms_AreTheFormsWithoutWhatTheyAsk()
    {
        var issued = Form("STP");
        await Periods.IssueAsync(issued with { Form = issued.Form with { AgencyName = "Sở Tư pháp", AgencyGroup = "Sở, ban, ngành" } }, "An");

        var (whole, glanced) = (Assert.Single(await Periods.FormsAsync()), Assert.Single(await Periods.GlanceFormsAsync()));
        Assert.Equal((whole.Form with { Rows = glanced.Form.Rows, FigureCodes = glanced.Form.FigureCodes }, whole.File), (glanced.Form, glanced.File));
        Assert.Equal((0, 0), (glanced.Form.Rows.Count, glanced.Form.FigureCodes.Count));
    }

    [Fact]
    public async Task Issue_LeavesAFormThatWentOut_UnlessAskedAgain()
    {
        Assert.True(await Periods.IssueAsync(Form("STP"), "An", Letter("1")));
        Assert.False(await Periods.IssueAsync(Form("STP") with { File = "bieu-mau/2026-Q1/STP (2).xlsx" }, "Bình", Letter("2")));
        Assert.Equal("bieu-mau/2026-Q1/STP.xlsx", Assert.Single(await Periods.FormsAsync()).File);

        Assert.True(await Periods.IssueAsync(Form("STP") with { File = "bieu-mau/2026-Q1/STP (2).xlsx" }, "Bình", Letter("3"), again: true));
        Assert.Equal("bieu-mau/2026-Q1/STP (2).xlsx", Assert.Single(await Periods.FormsAsync()).File);
        var outbox = new OutboxStore(Database, Clock);
        Assert.True(await outbox.HasAsync("<1@x.example>"));
        Assert.False(await outbox.HasAsync("<2@x.example>"));
        Assert.True(await outbox.HasAsync("<3@x.example>"));
    }

    [Fact]
    public async Task Closing_FreezesTheBytesAndClosesInOneStep()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        await Outputs.PutAsync(Output(1, OutputKind.Draft), PackedFacts.Of(Facts("3")), new byte[] { 1 }, "hệ thống", "");
        await Outputs.PutAsync(Output(2, OutputKind.Closing), PackedFacts.Of(Facts("4")), new byte[] { 2, 0, 255 }, "Chị Hoa", "đủ báo cáo", Closing);

        var period = (await Periods.FindAsync("2026-Q1"))!;
        Assert.Equal((true, "Chị Hoa", Clock.GetUtcNow()), (period.IsClosed, period.ClosedBy, period.ClosedAt));
        Assert.Equal([2, 0, 255], await Outputs.FrozenBytesAsync("2026-Q1", 2));
        var outputs = await Outputs.ListAsync("2026-Q1");
        Assert.Equal([OutputKind.Draft, OutputKind.Closing], outputs.Select(output => output.Kind));
        Assert.Equal(["3", "4"], [(await Outputs.FactsAsync(outputs[0])).Facts.First().Text, (await Outputs.FactsAsync(outputs[1])).Facts.First().Text]);
    }

    [Fact]
    public async Task Closing_IsRefusedWhole_WhenThePeriodIsClosed()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        await Outputs.PutAsync(Output(1, OutputKind.Closing), PackedFacts.Of(Facts("3")), new byte[] { 1 }, "Hoa", "", Closing);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Outputs.PutAsync(Output(2, OutputKind.Closing), PackedFacts.Of(Facts("4")), new byte[] { 2 }, "Lan", "", Closing));
        Assert.Single(await Outputs.ListAsync("2026-Q1"));
        Assert.Equal("Hoa", (await Periods.FindAsync("2026-Q1"))!.ClosedBy);
    }

    [Fact]
    public async Task Closing_IsRefusedWhole_WhenOtherReportsCountByNow()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        var closing = new PeriodClosing([("bao-cao/2026-Q1/STP.xlsx", "h1")], Letter("closed"));
        Assert.False(await Outputs.PutAsync(Output(1, OutputKind.Closing), PackedFacts.Of(Facts("3")), new byte[] { 1 }, "Hoa", "", closing));
        Assert.Empty(await Outputs.ListAsync("2026-Q1"));
        Assert.False((await Periods.FindAsync("2026-Q1"))!.IsClosed);
        Assert.False(await new OutboxStore(Database, Clock).HasAsync("<closed@x.example>"));

        Assert.True(await Outputs.PutAsync(Output(1, OutputKind.Closing), PackedFacts.Of(Facts("3")), new byte[] { 1 }, "Hoa", "", closing with { Counted = [] }));
        Assert.True(await new OutboxStore(Database, Clock).HasAsync("<closed@x.example>"));
    }

    [Fact]
    public async Task OneVersionNumberIsGivenOnce_WhenTwoRunsWriteAtOnce()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        var other = new ReportOutputs(ConnectAgain(), Clock);
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? Outputs : other).PutAsync(Output(1, OutputKind.Draft), PackedFacts.Of(Facts("3")), new byte[] { 1 }, "hệ thống", "")));
        Assert.Single(tries, isWritten => isWritten);
    }

    [Fact]
    public async Task Reopen_NeedsAClosedPeriod_AndIsRecorded()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        Assert.False(await Periods.ReopenAsync("2026-Q1", "Hoa", "thiếu một sở"));
        await Outputs.PutAsync(Output(1, OutputKind.Closing), PackedFacts.Of(Facts("3")), new byte[] { 1 }, "Hoa", "", Closing);
        Assert.True(await Periods.ReopenAsync("2026-Q1", "Hoa", "thiếu một sở"));

        Assert.False((await Periods.FindAsync("2026-Q1"))!.IsClosed);
        Assert.Equal([1], await Outputs.FrozenBytesAsync("2026-Q1", 1));
        Assert.Equal(["reopened", "closed", "issued"], (await new ReportEvents(Database).ListAsync("2026-Q1")).Select(entry => entry.What));
    }

    private static readonly PeriodClosing Closing = new([], null);

    private static ReminderLetterToQueue Letter(string name) =>
        new(new OutgoingMail($"<{name}@x.example>", ["stp@x.example"], "Biểu mẫu", "", "", []), new LetterInfo("report-form", "STP"));

    private static StoredForm Form(string agency) =>
        new(new IssuedForm("2026-Q1", agency, FormLayout.Version, Monday, [new IssuedRow("K7F3QDK7F3QD", "Rà soát thủ tục", "Báo cáo")], ["CT01"]),
            $"bieu-mau/2026-Q1/{agency}.xlsx");

    private static StoredOutput Output(int version, OutputKind kind) =>
        new() { Period = "2026-Q1", Version = version, Kind = kind, File = $"tong-hop/2026-Q1/v{version}.xlsx", Hash = "abc", Inputs = ["a.xlsx h"] };

    private static PeriodFacts Facts(string overdue) =>
        new("2026-Q1", "Quý I/2026",
            [new PeriodFact("total/overdue", "Quá hạn", overdue, double.Parse(overdue, System.Globalization.CultureInfo.InvariantCulture))]);
}

public sealed class SqliteReportPeriodsTest : ReportPeriodsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => Task.FromResult(TestStore.SqliteIn(folder));
}

[Collection(PostgresTests.Name)]
public sealed class PostgresReportPeriodsTest(PostgresServer server) : ReportPeriodsTest
{
    protected override Task<TestStore> NewStoreAsync(string folder) => TestStore.PostgresOnAsync(server);
}
