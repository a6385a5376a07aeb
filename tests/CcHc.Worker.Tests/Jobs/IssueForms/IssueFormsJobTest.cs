using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs.IssueForms;

/// <summary>What sending the forms out promises, on each store.</summary>
public abstract class IssueFormsJobTest : ReportTest
{
    private const string Mail = "report-form";

    [Fact]
    public async Task FormsGoOut_SoManyWorkingDaysBeforeTheMovedDueDay_Once()
    {
        Office.On(6, 5);
        await Office.IssueAsync();
        Assert.Empty(await Office.LettersAsync(Mail));

        Office.On(6, 8);
        var first = await Office.IssueAsync();
        Assert.Equal((JobResult.Done, 3, 3), (first.Result, first.Counts["forms_written"], first.Counts["letters_queued"]));
        Assert.Equal(["SNV", "STC", "STP"], await Office.WrittenToAsync(Mail));
        Assert.All(await Office.LettersAsync(Mail), letter => Assert.Contains("22/6/2026", letter.Subject, StringComparison.Ordinal));
        Assert.Equal(3, Office.Office.Letters.Count);

        Office.On(6, 9);
        var second = await Office.IssueAsync();
        Assert.Equal((0, 3), (second.Counts["forms_written"], Office.Office.Letters.Count));
    }

    [Fact]
    public async Task TheFormMailed_IsTheOneInTheFolder_AndItsAgencysOwn()
    {
        await Office.IssueAsync();
        foreach (var letter in await Office.LettersAsync(Mail))
        {
            var attached = Assert.Single(letter.Attachments);
            Assert.Equal(File.ReadAllBytes(Office.FormPath(letter.AgencyCode)), attached.Content);
            Assert.Equal(letter.AgencyCode == "STP" ? ["Rà soát thủ tục", "Công bố danh mục", "Báo cáo chuyên đề"]
                : letter.AgencyCode == "STC" ? ["Rà soát thủ tục", "Lập dự toán"] : [], new FormInHand(attached.Content).Tasks);
        }
    }

    [Theory]
    [InlineData(MailMode.Preview, false)]
    [InlineData(MailMode.Pickup, true)]
    public async Task NothingCountsAsIssued_WhileNothingMayBeSent(MailMode mode, bool isHeld)
    {
        Office.Office.Mode = mode;
        if (isHeld)
        {
            await Office.WithAsync<LetterHold, bool>(async hold => { await hold.BeginAsync("restored"); return true; });
        }

        await Office.IssueAsync();
        Assert.Empty(await Office.LettersAsync(Mail));
        Assert.Empty(await Office.EventsAsync());
        Assert.Equal(3, Directory.GetFiles(Office.FormFolder).Length);

        Office.On(6, 9);
        Office.Office.Mode = MailMode.Pickup;
        await Office.WithAsync<LetterHold, bool>(hold => hold.EndAsync());
        await Office.IssueAsync();
        Assert.Equal(["SNV", "STC", "STP"], await Office.WrittenToAsync(Mail));
        Assert.Equal(3, Directory.GetFiles(Office.FormFolder).Length);
    }

    [Fact]
    public async Task ADryRun_LeavesNoTrace()
    {
        await Office.IssueAsync(dryRun: true);
        Assert.False(Directory.Exists(Office.FormFolder));
        Assert.Empty(await Office.LettersAsync(Mail));
        Assert.Empty(await Office.WithAsync<ReportPeriods, IReadOnlyList<StoredPeriod>>(periods => periods.ListAsync()));
    }

    [Theory]
    [InlineData("letter", "NEW.agency_code = 'STC'")]
    [InlineData("issued_form", "NEW.agency_code = 'STC'")]
    public async Task EachAgencyGetsItsFormOnce_WhenTheRunIsKilledInTheMiddle(string table, string when)
    {
        await Office.BreakAsync(table, "INSERT", when);
        Assert.Equal(JobResult.Failed, (await Office.IssueAsync()).Result);
        await Office.MendAsync(table);

        // Overnight the register changed: what the second run makes out is another form.
        Office.On(6, 9);
        Office.Office.Register("ke-hoach.xlsx", ["Việc mới", "Sở Tài chính", "Ngày 30/6/2026"], ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 30/6/2026"]);
        Assert.Equal(JobResult.Done, (await Office.IssueAsync()).Result);

        Assert.Equal(["SNV", "STC", "STP"], await Office.WrittenToAsync(Mail));
        var issued =
            (await Office.WithAsync<ReportPeriods, IReadOnlyList<StoredForm>>(periods => periods.FormsAsync())).ToDictionary(stored => stored.Form.AgencyCode);
        Assert.All(await Office.LettersAsync(Mail), letter =>
        {
            var form = new FormInHand(letter.Attachments[0].Content);
            Assert.Equal(form.Tasks, issued[letter.AgencyCode].Form.Rows.Select(row => row.Task));
            Assert.Equal(letter.Attachments[0].Content, File.ReadAllBytes(Path.Combine(Office.Office.Output, issued[letter.AgencyCode].File)));
        });
    }

    [Fact]
    public async Task TwoWorkersAtOnce_SendEachFormOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Office.IssueAsync()));
        Assert.Equal(["SNV", "STC", "STP"], await Office.WrittenToAsync(Mail));
        Assert.Equal(3, Directory.GetFiles(Office.FormFolder).Length);
        Assert.Equal(3, (await Office.EventsAsync()).Count(entry => entry.What == "issued"));
    }

    [Fact]
    public async Task Again_SendsANewFormAfterTheRegistersChanged()
    {
        await Office.IssueAsync();
        Office.Office.Register("ke-hoach.xlsx", ["Việc mới", "Sở Tài chính", "Ngày 30/6/2026"]);
        await Office.AskAsync(JobDuty.IssueForms);
        Assert.Equal(3, (await Office.LettersAsync(Mail)).Count);

        await Office.AskAsync(JobDuty.IssueForms, again: true);
        Assert.Equal(6, (await Office.LettersAsync(Mail)).Count);
        Assert.Equal(["Việc mới"], Office.Form("STC").Tasks);
    }

    [Fact]
    public async Task AFormSomebodyFilledInWhereItLies_IsNotWrittenOver()
    {
        await Office.IssueAsync();
        var path = Office.FormPath("STC");
        File.WriteAllBytes(path, Office.Form("STC").FillAll().Save(Office.Now));
        var filled = File.ReadAllBytes(path);

        await Office.AskAsync(JobDuty.IssueForms, again: true);

        Assert.Equal(filled, File.ReadAllBytes(path));
        var stored =
            (await Office.WithAsync<ReportPeriods, IReadOnlyList<StoredForm>>(periods => periods.FormsAsync())).Single(one => one.Form.AgencyCode == "STC");
        Assert.NotEqual(path, Path.Combine(Office.Office.Output, stored.File));
        Assert.True(File.Exists(Path.Combine(Office.Office.Output, stored.File)));
    }

    [Fact]
    public async Task AClosedPeriod_GetsNoMoreForms()
    {
        await Office.IssueAsync();
        await Office.CloseAsync();
        Office.Office.Agencies(
            ["SNV", "Sở Nội vụ", "", "Sở, ban, ngành", "snv@x.example"], ["STP", "Sở Tư pháp", "", "Sở, ban, ngành", "stp@x.example"],
            ["STC", "Sở Tài chính", "", "Sở, ban, ngành", "stc@x.example"], ["SYT", "Sở Y tế", "", "Sở, ban, ngành", "syt@x.example"]);

        Office.On(6, 9);
        await Office.IssueAsync();
        Assert.Equal(3, (await Office.LettersAsync(Mail)).Count);
        var asked = await Office.AskAsync(JobDuty.IssueForms);
        Assert.Equal(JobResult.Failed, asked.Result);
        Assert.Contains("reopen", asked.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AForm_CarriesOverWhatTheAgencyReportedBefore_AndNobodyElses()
    {
        Office.On(3, 9);
        await Office.AskAsync(JobDuty.IssueForms, period: "2026-Q1");
        var form = new FormInHand(File.ReadAllBytes(Directory.GetFiles(Path.Combine(Office.Office.Output, "bieu-mau", "2026-Q1"), "STC*")[0]));
        Office.On(3, 16);
        Office.Drop("/2026-Q1/STC.xlsx", form.FillAll().Task("Lập dự toán", FormLayout.ResultColumn, "Đã trình quý I").Figure("CT01", 41)
            .Save(Office.Now.AddHours(-1)));
        await Office.CollectAsync();

        Office.On(6, 8);
        await Office.IssueAsync();
        Assert.Contains("Đã trình quý I", new PublishedWorkbook(Office.FormPath("STC")).AllText(FormLayout.TaskSheet), StringComparison.Ordinal);
        Assert.Contains("41", new PublishedWorkbook(Office.FormPath("STC")).AllText(FormLayout.FigureSheet).Split('\n'));
        Assert.DoesNotContain("41", new PublishedWorkbook(Office.FormPath("STP")).AllText(FormLayout.FigureSheet).Split('\n'));
    }

    [Fact]
    public async Task AnAgencyThatComesLater_GetsItsFormLater()
    {
        await Office.IssueAsync();
        Office.Office.Agencies(
            ["SNV", "Sở Nội vụ", "", "Sở, ban, ngành", "snv@x.example"], ["STP", "Sở Tư pháp", "", "Sở, ban, ngành", "stp@x.example"],
            ["STC", "Sở Tài chính", "", "Sở, ban, ngành", "stc@x.example"], ["SYT", "Sở Y tế", "", "Sở, ban, ngành", "syt@x.example"]);
        Office.On(6, 9);
        await Office.IssueAsync();
        Assert.Equal(["SNV", "STC", "STP", "SYT"], await Office.WrittenToAsync(Mail));
    }

    [Fact]
    public async Task AnAgencyWithoutAnAddress_IsCounted_AndHasItsFormInTheFolder()
    {
        Office.Office.Agencies(["SNV", "Sở Nội vụ", "", "Sở, ban, ngành", "snv@x.example"], ["STC", "Sở Tài chính", "", "Sở, ban, ngành", ""]);
        var outcome = await Office.IssueAsync();
        Assert.Equal((JobResult.DoneWithFindings, 1), (outcome.Result, outcome.Counts["without_address"]));
        Assert.Equal(["SNV"], await Office.WrittenToAsync(Mail));
        Assert.True(File.Exists(Office.FormPath("STC")));
    }

    [Fact]
    public async Task NoAgencysWords_LeadOutOfTheFolder()
    {
        Office.Office.Agencies(
            ["../x", "Sở Một", "", "Sở, ban, ngành", "a@x.example"], ["..\\x", "Sở Một", "", "Sở, ban, ngành", "b@x.example"],
            ["CON", "", "", "Sở, ban, ngành", "c@x.example"],
            ["NUL.x", "Sở \"Hai\": <ba>|bốn?*", "", "Sở, ban, ngành", "d@x.example"], ["DAI", new string('ộ', 300), "", "Sở, ban, ngành", "e@x.example"]);
        await Office.IssueAsync();

        var stored = await Office.WithAsync<ReportPeriods, IReadOnlyList<StoredForm>>(periods => periods.FormsAsync());
        Assert.Contains("../x", stored.Select(one => one.Form.AgencyCode));
        Assert.All(stored, one => Assert.Equal(Office.FormFolder, Path.GetDirectoryName(Path.GetFullPath(one.File, Office.Office.Output))));
        Assert.Equal(stored.Count, stored.Select(one => one.File).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(stored.Count, Directory.GetFiles(Office.Office.Output, "*", SearchOption.AllDirectories).Length);
        foreach (var letter in await Office.LettersAsync(Mail))
        {
            var path = Path.GetFullPath(stored.Single(one => one.Form.AgencyCode == letter.AgencyCode).File, Office.Office.Output);
            Assert.Equal(letter.Attachments[0].Content, File.ReadAllBytes(path));
            Assert.DoesNotContain(letter.Attachments[0].FileName, c => "<>:\"/\\|?*".Contains(c, StringComparison.Ordinal));
        }
    }
}

public sealed class SqliteIssueFormsJobTest : IssueFormsJobTest
{
    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresTests.Name)]
public sealed class PostgresIssueFormsJobTest(PostgresServer server) : IssueFormsJobTest
{
    protected override async Task<string?> PostgresAsync() => await server.NewSchemaAsync();
}
