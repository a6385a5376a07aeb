using CcHc.Adapters.Storage;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Forms;
using CcHc.Core.PeriodReports;

namespace CcHc.Adapters.Tests.Storage;

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

        Assert.Equal(("2026-Q1", Monday, false), Assert.Single(await Periods.ListAsync()) is var period ? (period.Period, period.IssuedOn, period.IsClosed) : default);
        var forms = await Periods.FormsAsync();
        Assert.Equal(["SNV", "STP"], forms.Select(stored => stored.Form.AgencyCode));
        Assert.Equal(new IssuedRow("K7F3QDK7F3QD", "Rà soát thủ tục", "Báo cáo"), Assert.Single(forms[1].Form.Rows));
    }

    [Fact]
    public async Task IssuedTo_TellsWhoWasSentTheForm()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        await Periods.IssueAsync(Form("SNV"), "An");

        var issuedTo = await Periods.IssuedToAsync();
        Assert.Equal(["SNV", "STP"], issuedTo["2026-Q1"].Order(StringComparer.Ordinal));
        Assert.Empty(issuedTo["2026-6T"]);
    }

    [Fact]
    public async Task Issue_PutsASecondFormInTheFirstOnesPlace()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        await Periods.IssueAsync(Form("STP") with { File = "bieu-mau/2026-Q1/STP (2).xlsx" }, "Bình");
        Assert.Equal("bieu-mau/2026-Q1/STP (2).xlsx", Assert.Single(await Periods.FormsAsync()).File);
    }

    [Fact]
    public async Task Closing_FreezesTheBytesAndClosesInOneStep()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        await Outputs.PutAsync(Output(1, OutputKind.Draft), Facts("3"), new byte[] { 1 }, "hệ thống", "");
        await Outputs.PutAsync(Output(2, OutputKind.Closing), Facts("4"), new byte[] { 2, 0, 255 }, "Chị Hoa", "đủ báo cáo");

        var period = (await Periods.FindAsync("2026-Q1"))!;
        Assert.Equal((true, "Chị Hoa", Clock.GetUtcNow()), (period.IsClosed, period.ClosedBy, period.ClosedAt));
        Assert.Equal([2, 0, 255], await Outputs.FrozenBytesAsync("2026-Q1", 2));
        var outputs = await Outputs.ListAsync("2026-Q1");
        Assert.Equal([OutputKind.Draft, OutputKind.Closing], outputs.Select(output => output.Kind));
        Assert.Equal(["3", "4"], [(await Outputs.FactsAsync(outputs[0])).Facts[0].Text, (await Outputs.FactsAsync(outputs[1])).Facts[0].Text]);
    }

    [Fact]
    public async Task Closing_IsRefusedWhole_WhenThePeriodIsClosed()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        await Outputs.PutAsync(Output(1, OutputKind.Closing), Facts("3"), new byte[] { 1 }, "Hoa", "");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Outputs.PutAsync(Output(2, OutputKind.Closing), Facts("4"), new byte[] { 2 }, "Lan", ""));
        Assert.Single(await Outputs.ListAsync("2026-Q1"));
        Assert.Equal("Hoa", (await Periods.FindAsync("2026-Q1"))!.ClosedBy);
    }

    [Fact]
    public async Task OneVersionNumberIsGivenOnce_WhenTwoRunsWriteAtOnce()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        var other = new ReportOutputs(ConnectAgain(), Clock);
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await (i % 2 == 0 ? Outputs : other).PutAsync(Output(1, OutputKind.Draft), Facts("3"), new byte[] { 1 }, "hệ thống", "");
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }));
        Assert.Single(tries, isWritten => isWritten);
    }

    [Fact]
    public async Task Reopen_NeedsAClosedPeriod_AndIsRecorded()
    {
        await Periods.IssueAsync(Form("STP"), "An");
        Assert.False(await Periods.ReopenAsync("2026-Q1", "Hoa", "thiếu một sở"));
        await Outputs.PutAsync(Output(1, OutputKind.Closing), Facts("3"), new byte[] { 1 }, "Hoa", "");
        Assert.True(await Periods.ReopenAsync("2026-Q1", "Hoa", "thiếu một sở"));

        Assert.False((await Periods.FindAsync("2026-Q1"))!.IsClosed);
        Assert.Equal([1], await Outputs.FrozenBytesAsync("2026-Q1", 1));
        Assert.Equal(["reopened", "closed", "issued"], (await new ReportEvents(Database).ListAsync("2026-Q1")).Select(entry => entry.What));
    }

    private static StoredForm Form(string agency) =>
        new(new IssuedForm("2026-Q1", agency, FormLayout.Version, Monday, [new IssuedRow("K7F3QDK7F3QD", "Rà soát thủ tục", "Báo cáo")], ["CT01"]), $"bieu-mau/2026-Q1/{agency}.xlsx");

    private static StoredOutput Output(int version, OutputKind kind) =>
        new() { Period = "2026-Q1", Version = version, Kind = kind, File = $"tong-hop/2026-Q1/v{version}.xlsx", Hash = "abc", Inputs = ["a.xlsx h"] };

    private static PeriodFacts Facts(string overdue) => new("2026-Q1", "Quý I/2026", [new PeriodFact("total/overdue", "Quá hạn", overdue, double.Parse(overdue, System.Globalization.CultureInfo.InvariantCulture))]);
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
