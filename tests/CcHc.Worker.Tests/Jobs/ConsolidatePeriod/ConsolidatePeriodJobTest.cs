using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Tests.Support;
using CcHc.Core.Jobs;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Worker.Jobs.CollectReports;
using CcHc.Worker.Jobs.ConsolidatePeriod;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs.ConsolidatePeriod;

/// <summary>What putting a period together and closing it promises, on each store.</summary>
public abstract class ConsolidatePeriodJobTest : ReportTest
{
    private const string Mail = "period-report";

    // RELIABILITY 53
    [Theory]
    [InlineData("CT03", "1.234,5", 1244.5, 2)]
    [InlineData("CT03", "1,234.5", 1244.5, 2)]
    [InlineData("CT03", "1234.5", 1244.5, 2)]
    [InlineData("CT03", 1234.5, 1244.5, 2)]
    [InlineData("CT03", "0", 10.0, 2)]
    [InlineData("CT03", 0, 10.0, 2)]
    [InlineData("CT03", "không", 10.0, 2)]
    [InlineData("CT03", "", 10.0, 1)]
    [InlineData("CT03", "-", 10.0, 1)]
    [InlineData("CT02", "12,5%", 0.5125, 2)]
    [InlineData("CT02", "0,125", 0.5125, 2)]
    [InlineData("CT02", "không", 0.45, 2)]
    [InlineData("CT02", "", 0.9, 1)]
    public async Task AFigureCounts_HoweverItWasTyped_AndABlankIsNoZero(string code, object typed, double total, int given)
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll().Figure(code, typed));
        Office.HandIn("STC");
        await Office.CollectAsync();
        var read = (await Office.FilesAsync()).Single(file => file.AgencyCode == "STP");
        Assert.True(read.State == SubmissionState.Accepted, string.Join("; ", read.Reading.Findings.Select(finding => finding.Code)));

        await Office.AskAsync(JobDuty.AssemblePeriod);
        var figure = Figures(1).Single(row => row["Mã"] == code);
        Assert.Equal(total, Number(figure["Tổng hợp"]), 6);
        Assert.StartsWith($"{given}/", figure["Số cơ quan có số liệu"].Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    // RELIABILITY 54
    [Fact]
    public async Task ARunUsesOneSnapshot_AndTheNextOneTakesWhatCameInMeanwhile()
    {
        await IssueAsync();
        Office.On(6, 22);
        Office.HandIn("STP", form => form.FillAll("Bản một").Done("Rà soát", new DateOnly(2026, 6, 12)), savedAt: ReportOffice.At(6, 22, 7));
        await Office.CollectAsync();
        await using var host = await Office.Office.OpenAsync();
        var (run, reading) = await Office.LookAsync(host);

        // While the registers are still being read, the agency replaces its file and that is taken in.
        Office.HandIn("STP", form => form.FillAll("Bản hai"), savedAt: ReportOffice.At(6, 22, 8));
        await Office.CollectAsync();
        var period = ReportingRegimes.Decree09.Period(ReportOffice.Period)!;
        var assembled = await Office.Service<PeriodConsolidator>(host).AssembleAsync(period, reading, run, CancellationToken.None);

        var detail =
            assembled.Report.Details.Single(line => line.Assessed.Obligation.Agency.Code == "STP" && line.Assessed.Obligation.Task.Text == "Rà soát thủ tục");
        Assert.Equal(("Bản hai", StatusKind.Upcoming), (detail.Result, detail.Assessed.Standing.Kind));
        Assert.Equal(["STP.xlsx"], assembled.Report.Files.Where(file => file.Uses.Count > 0).Select(file => Path.GetFileName(file.File.File)));
        Assert.Single(assembled.Output!.Inputs, input => input.EndsWith(" Accepted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ByItself_ItWritesWhatIsNew_AndNothingElse()
    {
        await IssueAsync();
        Office.On(6, 19);
        Assert.Equal(0, (await Office.AssembleAsync()).Counts["periods"]);

        Office.On(6, 22);
        Office.HandIn("STP");
        await Office.CollectAsync();
        await Office.AssembleAsync();
        await Office.AssembleAsync();
        Office.On(6, 23);
        Assert.Equal((1, 0), ((await Office.AssembleAsync()).Counts is var counts ? (counts["periods"], counts["workbooks_written"]) : default));
        Assert.Equal(["tong-hop-2026-6T-v1.xlsx"], Office.Versions);

        Office.HandIn("STC");
        await Office.CollectAsync();
        await Office.AssembleAsync();
        Assert.Equal(["tong-hop-2026-6T-v1.xlsx", "tong-hop-2026-6T-v2.xlsx"], Office.Versions);
    }

    // RELIABILITY 55
    [Theory]
    [InlineData("~$tong-hop-2026-6T-v1.xlsx")]
    [InlineData(".~lock.tong-hop-2026-6T-v1.xlsx#")]
    [InlineData(null)]
    public async Task AVersionSomebodyHasOpen_IsNotTouched_AndTheNextOneLiesBesideIt(string? ownerFile)
    {
        await IssueAsync();
        Office.On(6, 22);
        await Office.AssembleAsync();
        var open = Path.Combine(Office.Published, "tong-hop-2026-6T-v1.xlsx");
        var before = File.ReadAllBytes(open);
        using var held = ownerFile is null ? new FileStream(open, FileMode.Open, FileAccess.ReadWrite, FileShare.None)
            : File.Create(Path.Combine(Office.Published, ownerFile));
        Office.HandIn("STP");
        await Office.CollectAsync();
        var outcome = await Office.AssembleAsync();

        Assert.Equal(JobResult.DoneWithFindings, outcome.Result);
        held.Dispose();
        Assert.Contains("tong-hop-2026-6T-v2.xlsx", Office.Versions);
        Assert.Equal(before, File.ReadAllBytes(open));
    }

    [Fact]
    public async Task AFileUnderTheVersionsName_IsNeverWrittenOver()
    {
        await IssueAsync();
        Directory.CreateDirectory(Office.Published);
        var old = Path.Combine(Office.Published, "tong-hop-2026-6T-v1-chot.xlsx");
        File.WriteAllText(old, "of a database that was lost");
        await Office.CloseAsync();

        Assert.Equal("of a database that was lost", File.ReadAllText(old));
        var output = Assert.Single(await Office.OutputsAsync());
        Assert.EndsWith("tong-hop-2026-6T-v1-chot (2).xlsx", output.File, StringComparison.Ordinal);
        Assert.Equal(output.Hash, HashOf(Path.Combine(Office.Office.Output, output.File)));
    }

    // RELIABILITY 56
    [Fact]
    public async Task AFileAfterTheClosing_IsListed_NotMerged_AndItsAgencyTold_UntilThePeriodIsReopened()
    {
        await IssueAsync();
        Office.On(6, 22);
        Office.HandIn("STP");
        await Office.CollectAsync();
        await Office.CloseAsync();
        var frozen = File.ReadAllBytes(Path.Combine(Office.Published, "tong-hop-2026-6T-v1-chot.xlsx"));

        Office.On(6, 24);
        Office.HandIn("STC", savedAt: ReportOffice.At(6, 24, 8));
        await Office.CollectAsync();
        await Office.AssembleAsync();
        Assert.Equal(["STC.xlsx AfterClosing 0", "STP.xlsx Accepted 1"], await Office.StatesAsync());
        Assert.Equal(["tong-hop-2026-6T-v1-chot.xlsx"], Office.Versions);
        var told = (await Office.LettersAsync("report-receipt")).Single(letter => letter.AgencyCode == "STC");
        Assert.Contains("Nhận sau khi đã chốt", told.Subject, StringComparison.Ordinal);
        await Office.AskAsync(JobDuty.AssemblePeriod);
        Assert.Contains("Sở Tài chính", new PublishedWorkbook(Path.Combine(Office.Published, "tong-hop-2026-6T-v2.xlsx")).AllText(PeriodSheets.Missing),
            StringComparison.Ordinal);

        Assert.True(await Office.WithAsync<ReportPeriods, bool>(periods => periods.ReopenAsync(ReportOffice.Period, "Hoa", "Sở Tài chính xin nộp bù")));
        await Office.CollectAsync();
        Assert.Equal(["STC.xlsx Accepted 1", "STP.xlsx Accepted 1"], await Office.StatesAsync());
        Assert.Contains(await Office.EventsAsync(), entry => entry is { What: "reopened", Person: "Hoa", Reason: "Sở Tài chính xin nộp bù" });

        await Office.CloseAsync("Lan");
        Assert.Equal([OutputKind.Closing, OutputKind.AfterClosing, OutputKind.Closing], (await Office.OutputsAsync()).Select(output => output.Kind));
        Assert.Equal(frozen, File.ReadAllBytes(Path.Combine(Office.Published, "tong-hop-2026-6T-v1-chot.xlsx")));
        Assert.Equal(frozen, await Office.WithAsync<ReportOutputs, byte[]>(outputs => outputs.FrozenBytesAsync(ReportOffice.Period, 1)));
        Assert.Equal(File.ReadAllBytes(Path.Combine(Office.Published, "tong-hop-2026-6T-v3-chot.xlsx")),
            await Office.WithAsync<ReportOutputs, byte[]>(outputs => outputs.FrozenBytesAsync(ReportOffice.Period, 3)));
        Assert.True(new PublishedWorkbook(Path.Combine(Office.Published, "tong-hop-2026-6T-v3-chot.xlsx")).Has(PeriodSheets.Differences));
    }

    // RELIABILITY 57
    [Fact]
    public async Task AClosedPeriodPutTogetherAnew_IsANewVersionWithItsDifferences()
    {
        await IssueAsync();
        Office.On(6, 22);
        Office.HandIn("STP");
        await Office.CollectAsync();
        await Office.CloseAsync();
        var closed = Assert.Single(await Office.OutputsAsync());
        var path = Path.Combine(Office.Office.Output, closed.File);
        Office.Office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp; Sở Tài chính", "Ngày 30/6/2026", "Hoàn thành"],
            ["Việc chèn thêm", "Sở Tài chính", "Ngày 10/6/2026"]);
        Office.On(7, 10);
        await Office.AskAsync(JobDuty.AssemblePeriod);

        Assert.Equal((closed.Hash, closed.Hash),
            (HashOf(path),
                Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
                    await Office.WithAsync<ReportOutputs, byte[]>(outputs => outputs.FrozenBytesAsync(ReportOffice.Period, 1))))));
        var again = (await Office.OutputsAsync())[1];
        Assert.Equal((2, OutputKind.AfterClosing), (again.Version, again.Kind));
        Assert.Contains("Việc chèn thêm", new PublishedWorkbook(Path.Combine(Office.Office.Output, again.File)).AllText(PeriodSheets.Differences),
            StringComparison.Ordinal);
        Assert.True((await Office.WithAsync<ReportPeriods, StoredPeriod?>(periods => periods.FindAsync(ReportOffice.Period)))!.IsClosed);
    }

    [Fact]
    public async Task AClosedPeriod_IsNotClosedAgain()
    {
        await IssueAsync();
        await Office.CloseAsync();
        var again = await Office.CloseAsync("Lan");
        Assert.Equal(JobResult.Failed, again.Result);
        Assert.Contains("Hoa", again.Summary, StringComparison.Ordinal);
        Assert.Equal(["tong-hop-2026-6T-v1-chot.xlsx"], Office.Versions);
    }

    // RELIABILITY 41
    [Fact]
    public async Task APeriodNoOtherFollows_IsClosedWhole()
    {
        var regime = ReportingRegimes.Decree09;
        Office.Office.OwnRegimes =
            [regime with { Code = "rieng", Kinds = [.. regime.Kinds.Where(kind => (regime with { Kinds = [kind] }).Period(ReportOffice.Period) is not null)] }];
        Office.Office.Regime = "rieng";
        await IssueAsync();
        Assert.NotEqual(JobResult.Failed, (await Office.CloseAsync()).Result);
        Assert.Equal(["tong-hop-2026-6T-v1-chot.xlsx"], Office.Versions);
        Office.On(12, 14);
        Assert.Equal(0, (await Office.AssembleAsync()).Counts["periods"]);
        Assert.NotEqual(JobResult.Failed, (await Office.IssueAsync()).Result);
    }

    [Fact]
    public async Task WhatWasDroppedBeforeTheClosing_Counts_ThoughNobodyHadLooked()
    {
        await IssueAsync();
        Office.HandIn("STP");
        await Office.CloseAsync();
        Assert.Equal(["STP.xlsx Accepted 1"], await Office.StatesAsync());
        Assert.Single((await Office.OutputsAsync())[0].Inputs, input => input.EndsWith(" Accepted", StringComparison.Ordinal));
        await Office.CollectAsync();
        Assert.Equal(["STP.xlsx Accepted 1"], await Office.StatesAsync());
        Assert.Equal(["STP"], await Office.WrittenToAsync("report-receipt"));
    }

    [Fact]
    public async Task AReportTakenInWhileThePeriodIsBeingClosed_IsInTheFrozenVersion_OrAfterIt()
    {
        await IssueAsync();
        Office.HandIn("STP");
        Office.HandIn("STC");
        Office.HandIn("SNV", form => form.FillAll());
        await Task.WhenAll(Office.CloseAsync(), Office.CollectAsync(), Office.CollectAsync());
        await Office.CollectAsync();

        var counted = (await Office.FilesAsync()).Where(file => file.State == SubmissionState.Accepted).Select(file => $"{file.File} {file.Hash} Accepted")
            .Order(StringComparer.Ordinal);
        Assert.Equal(counted, (await Office.OutputsAsync())[0].Inputs.Where(input => input.EndsWith(" Accepted", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await Office.FilesAsync(), file => file.IsUndecided);
    }

    [Fact]
    public async Task AReportNobodyHadWeighedAtTheClosing_CountsAsAfterIt()
    {
        await IssueAsync();
        await using var host = await Office.Office.OpenAsync();
        var (run, reading) = await Office.LookAsync(host, new PeriodCommand(ReportOffice.Period, "Hoa", IsClosing: true));
        Office.HandIn("STP");
        await Office.Service<ReportIntake>(host).TakeAsync(reading, run, CancellationToken.None);
        await Office.Service<PeriodConsolidator>(host)
            .AssembleAsync(ReportingRegimes.Decree09.Period(ReportOffice.Period)!, reading, run, CancellationToken.None);
        await Office.CollectAsync();

        Assert.Equal(["STP.xlsx AfterClosing 0"], await Office.StatesAsync());
        Assert.Contains("Nhận sau khi đã chốt", Assert.Single(await Office.LettersAsync("report-receipt")).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOfficersGetTheFirstVersionOnTheDueDay_AndTheClosingOne_EachOnce()
    {
        await IssueAsync();
        await Office.AskAsync(JobDuty.AssemblePeriod);
        Assert.Empty(await Office.LettersAsync(Mail));

        // Nothing came in since the version a person asked for: that one is what there is on the due day.
        Office.On(6, 22);
        await Office.AssembleAsync();
        await Office.AssembleAsync();
        Office.HandIn("STP");
        await Office.CollectAsync();
        await Office.AssembleAsync();
        var first = Assert.Single(await Office.LettersAsync(Mail));
        Assert.Equal(["tong-hop-2026-6T-v1.xlsx", "bao-cao-2026-6T-v1.docx"], first.Attachments.Select(file => file.FileName));
        Assert.Contains("Sở Tài chính", first.Text, StringComparison.Ordinal);

        await Office.CloseAsync();
        await Office.AssembleAsync();
        var letters = await Office.LettersAsync(Mail);
        Assert.Equal(2, letters.Count);
        var last = letters.Single(letter => letter.MessageId != first.MessageId);
        Assert.Contains("bản chốt", last.Subject, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllBytes(Path.Combine(Office.Published, "tong-hop-2026-6T-v3-chot.xlsx")), last.Attachments[0].Content);
        Assert.Equal(2, Office.Office.Letters.Count(letter => File.ReadAllText(letter).Contains("tonghop@x.example", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(MailMode.Preview, false)]
    [InlineData(MailMode.Pickup, true)]
    public async Task TheOfficersAreToldLater_WhenNothingMayBeSentOnTheDueDay(MailMode mode, bool isHeld)
    {
        await IssueAsync();
        Office.On(6, 22);
        Office.Office.Mode = mode;
        _ = isHeld && await Office.WithAsync<LetterHold, bool>(async hold => { await hold.BeginAsync("restored"); return true; });
        await Office.AssembleAsync();
        Assert.Empty(await Office.LettersAsync(Mail));
        Assert.Single(Office.Versions);

        Office.On(6, 23);
        Office.Office.Mode = MailMode.Pickup;
        await Office.WithAsync<LetterHold, bool>(hold => hold.EndAsync());
        await Office.AssembleAsync();
        Assert.Single(await Office.LettersAsync(Mail));
        Assert.Single(Office.Versions);
    }

    [Fact]
    public async Task AVersionThatCannotBeLookedAt_IsNotTakenForOneTakenAway_AndTheOfficersStillGetIt()
    {
        await IssueAsync();
        await Office.AskAsync(JobDuty.AssemblePeriod);
        var version = Path.Combine(Office.Published, "tong-hop-2026-6T-v1.xlsx");
        File.Move(version, version + ".aside");
        // A link to itself: whoever looks at it gets an error and no answer.
        File.CreateSymbolicLink(version, version);
        Office.On(6, 22);
        Assert.Equal(JobResult.Failed, (await Office.AssembleAsync()).Result);
        Assert.Empty(await Office.LettersAsync(Mail));

        File.Delete(version);
        File.Move(version + ".aside", version);
        await Office.AssembleAsync();
        Assert.Equal(2, Assert.Single(await Office.LettersAsync(Mail)).Attachments.Count);
    }

    [Fact]
    public async Task ADryRun_LeavesNoTrace()
    {
        await IssueAsync();
        Office.On(6, 22);
        Office.HandIn("STP");
        await Office.AssembleAsync(dryRun: true);
        await Office.Office.RunAsync(JobDuty.AssemblePeriod, dryRun: true, ask: new PeriodCommand(ReportOffice.Period, "Hoa", IsClosing: true));
        Assert.Empty(Office.Versions);
        Assert.Empty(await Office.OutputsAsync());
        Assert.Empty(await Office.FilesAsync());
        Assert.Empty(await Office.LettersAsync(Mail));
    }

    [Theory]
    [InlineData("report_output", "INSERT", "NEW.period = '2026-6T'")]
    [InlineData("report_period", "UPDATE", "NEW.closed_by <> ''")]
    [InlineData("report_event", "INSERT", "NEW.what = 'closed'")]
    [InlineData("letter", "INSERT", "NEW.kind = 'period-report'")]
    public async Task AClosingKilledInTheMiddle_ClosesNothing_AndLeavesNothing(string table, string what, string when)
    {
        await IssueAsync();
        await Office.BreakAsync(table, what, when);
        Assert.Equal(JobResult.Failed, (await Office.CloseAsync()).Result);
        await Office.MendAsync(table);
        Assert.Empty(Office.Versions);
        Assert.False((await Office.WithAsync<ReportPeriods, StoredPeriod?>(periods => periods.FindAsync(ReportOffice.Period)))!.IsClosed);

        Assert.NotEqual(JobResult.Failed, (await Office.CloseAsync()).Result);
        Assert.Equal(["tong-hop-2026-6T-v1-chot.xlsx"], Office.Versions);
        Assert.Single(await Office.LettersAsync(Mail));
    }

    [Fact]
    public async Task AVersionWrittenAndNotRemembered_IsWrittenAgainInTheSamePlace()
    {
        await IssueAsync();
        Office.On(6, 22);
        await Office.AssembleAsync();
        var written = File.ReadAllBytes(Path.Combine(Office.Published, "tong-hop-2026-6T-v1.xlsx"));
        await Office.ExecuteAsync("DELETE FROM report_output");
        await Office.AssembleAsync();
        Assert.Equal(["tong-hop-2026-6T-v1.xlsx"], Office.Versions);
        Assert.Equal(written, File.ReadAllBytes(Path.Combine(Office.Published, "tong-hop-2026-6T-v1.xlsx")));
        Assert.Single(await Office.OutputsAsync());
    }

    [Fact]
    public async Task TwoWorkersAtOnce_WriteOneVersion_AndOneLetter()
    {
        await IssueAsync();
        Office.On(6, 22);
        Office.HandIn("STP");
        await Office.CollectAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Office.AssembleAsync()));
        Assert.All(outcomes, outcome => Assert.Equal(JobResult.DoneWithFindings, outcome.Result));
        Assert.Equal(["tong-hop-2026-6T-v1.xlsx"], Office.Versions);
        Assert.Single(await Office.OutputsAsync());
        Assert.Single(await Office.LettersAsync(Mail));
    }

    [Fact]
    public async Task TwoPeopleClosingAtOnce_CloseItOnce()
    {
        await IssueAsync();
        var outcomes = await Task.WhenAll(Office.CloseAsync("Hoa"), Office.CloseAsync("Lan"));
        Assert.Single(outcomes, outcome => outcome.Result != JobResult.Failed);
        Assert.Equal(["tong-hop-2026-6T-v1-chot.xlsx"], Office.Versions);
        Assert.Single(await Office.LettersAsync(Mail));
    }

    [Fact]
    public async Task ErrorsOfAFileThatWasMendedSince_AreNotListedAnyMore()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll().Figure("CT01", "nhiều"), savedAt: ReportOffice.At(6, 15, 7));
        Office.HandIn("STC", form => form.FillAll().Figure("CT01", "lắm"), savedAt: ReportOffice.At(6, 15, 7));
        await Office.CollectAsync();
        Office.HandIn("STP", savedAt: ReportOffice.At(6, 15, 8));
        await Office.CollectAsync();
        await Office.AskAsync(JobDuty.AssemblePeriod);

        var findings = new PublishedWorkbook(Path.Combine(Office.Published, "tong-hop-2026-6T-v1.xlsx")).AllText(PeriodSheets.Findings);
        Assert.Contains("lắm", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("nhiều”", findings, StringComparison.Ordinal);
    }

    private static double Number(string shown) =>
        double.Parse(shown.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture) / (shown.EndsWith('%') ? 100 : 1);

    private IReadOnlyList<IReadOnlyDictionary<string, string>> Figures(int version) =>
        new PublishedWorkbook(Path.Combine(Office.Published, $"tong-hop-2026-6T-v{version}.xlsx")).Rows(PeriodSheets.Figures, "Mã");

    private static string HashOf(string path) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));

    private async Task IssueAsync()
    {
        Office.On(6, 8);
        await Office.IssueAsync();
        Office.On(6, 15);
    }
}

public sealed class SqliteConsolidatePeriodJobTest : ConsolidatePeriodJobTest
{
    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresTests.Name)]
public sealed class PostgresConsolidatePeriodJobTest(PostgresServer server) : ConsolidatePeriodJobTest
{
    protected override async Task<string?> PostgresAsync() => await server.NewSchemaAsync();
}
