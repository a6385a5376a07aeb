using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Tests.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Deadlines;
using CcHc.Core.Jobs;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Regimes;
using CcHc.Core.Reminders;
using CcHc.Office;
using CcHc.Worker.Jobs.ConsolidatePeriod;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>How reports not handed in are reminded, and what a report handed in does to other reminders, on each store.</summary>
public abstract class ChaseReportsTest : ReportTest
{
    private const string Report = "bao-cao|" + ReportOffice.Period;

    // Due on Monday 22 June.
    [Theory]
    [InlineData(16, "")]
    [InlineData(17, "T-3")]
    [InlineData(19, "T-1")]
    [InlineData(20, "")]
    [InlineData(22, "T")]
    [InlineData(24, "T+2")]
    [InlineData(26, "T+4 T+4")]
    public async Task AReportNotHandedIn_IsReminded_ByThePolicyOfReports(int day, string stages)
    {
        await IssueAsync();
        Office.On(6, day);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(stages, string.Join(' ', (await SentAsync()).Where(key => key.TaskKey == Report && key.AgencyCode == "STP")
            .Select(key => string.Concat(key.Stage.TakeWhile(c => c is 'T' or '+' or '-' || char.IsDigit(c))))));
    }

    [Fact]
    public async Task TheHead_AndTheStandingBody_AreToldWhenItIsLate()
    {
        await IssueAsync();
        Office.On(6, 26);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        var letters = Office.Office.Letters.Select(File.ReadAllText).ToList();
        Assert.Contains(letters, letter => letter.Contains("gd.stp@x.example", StringComparison.Ordinal));
        var escalation = Assert.Single(await Office.LettersAsync("escalation"));
        Assert.Contains("Gửi báo cáo cải cách hành chính", escalation.Text, StringComparison.Ordinal);
        var list = WorkbookReader.Read(WorkbookSnapshot.Of(Assert.Single(escalation.Attachments).Content, DateTime.UnixEpoch), "x.xlsx").Content!.Sheets[0];
        Assert.Contains(list.Rows.SelectMany(row => row.Cells), cell => cell.Text.Contains("Gửi báo cáo cải cách hành chính", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AReportHandedIn_IsRemindedNoMore_TheOthersAre()
    {
        await IssueAsync();
        Office.HandIn("STP");
        await Office.CollectAsync();
        Office.On(6, 19);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(["SNV", "STC"], (await SentAsync()).Where(key => key.TaskKey == Report).Select(key => key.AgencyCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ARefusedReport_IsStillReminded()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll().Figure("CT01", "nhiều"));
        await Office.CollectAsync();
        Office.On(6, 19);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        Assert.Contains((await SentAsync()), key => key.TaskKey == Report && key.AgencyCode == "STP");
    }

    [Theory]
    [InlineData(22, StatusKind.DoneInTime, SubmissionStatus.InTime, 0)]
    [InlineData(23, StatusKind.DoneLate, SubmissionStatus.Late, 1)]
    public async Task AReportHandedIn_IsLateByItsDay(int day, StatusKind standing, SubmissionStatus handIn, int late)
    {
        await IssueAsync();
        Office.On(6, 23, 10);
        Office.HandIn("STP", savedAt: ReportOffice.At(6, day, 9));
        await Office.CollectAsync();
        await using var host = await Office.Office.OpenAsync();
        var (run, reading) = await Office.LookAsync(host);
        var duties = DeadlineAssessor.Assess(reading.Reports.Duties, Office.Service<OfficeRules>(host).Assessment(reading.Calendar), run.Today);
        Assert.Equal(standing, duties.Single(one => one.Obligation.Agency.Code == "STP").Standing.Kind);
        var inputs = await Office.Service<PeriodMaterial>(host)
            .GatherAsync(ReportingRegimes.Decree09.Period(ReportOffice.Period)!, reading, run.Today, CancellationToken.None);
        Assert.Equal((handIn, late), (inputs.HandIns.Single(one => one.Agency.Code == "STP") is var one ? (one.State, one.WorkingDaysLate) : default));
    }

    [Fact]
    public async Task AClosedPeriod_IsRemindedNoMore_UntilItIsReopened()
    {
        await IssueAsync();
        await Office.CloseAsync();
        Office.On(6, 19);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        Assert.DoesNotContain(await SentAsync(), key => key.TaskKey == Report);

        await Office.WithAsync<ReportPeriods, bool>(periods => periods.ReopenAsync(ReportOffice.Period, "Hoa", "chốt nhầm"));
        Office.On(6, 22);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(3, (await SentAsync()).Count(key => key.TaskKey == Report));
    }

    [Fact]
    public async Task ATaskReportedDone_IsRemindedToTheOtherAgenciesOnly_AndARecurringDutyIsDoneForItsPeriod()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll().Done("Rà soát", new DateOnly(2026, 6, 12)).Done("Báo cáo chuyên đề", new DateOnly(2026, 6, 12)));
        await Office.CollectAsync();
        // A Monday: early reminders are gathered.
        Office.On(6, 22);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);

        var sent = (await SentAsync()).Where(key => key.TaskKey != Report).ToList();
        await using var host = await Office.Office.OpenAsync();
        var (_, reading) = await Office.LookAsync(host);
        var keys = reading.Tasks.ToDictionary(task => task.Task.Text, task => task.Task.Key);
        Assert.Equal(["STC"], sent.Where(key => key.TaskKey == keys["Rà soát thủ tục"]).Select(key => key.AgencyCode).Distinct());
        Assert.DoesNotContain(sent, key => key.TaskKey == keys["Báo cáo chuyên đề"] && key.AgencyCode == "STP");
    }

    [Fact]
    public async Task APeriodTheRegimeHasNoMore_IsPassedOver()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll().Done("Rà soát", new DateOnly(2026, 6, 12)));
        await Office.CollectAsync();
        var quarterly = ReportingRegimes.Decree09 with { Code = "rieng",
            Kinds = [.. ReportingRegimes.Decree09.Kinds.Where(kind => kind.Frequency == Recurrence.Quarterly)] };
        Office.Office.OwnRegimes = [quarterly];
        Office.Office.Regime = "rieng";
        Office.On(6, 22);

        Assert.NotEqual(JobResult.Failed, (await Office.Office.RunAsync(JobDuty.RemindAgencies)).Result);
        Assert.DoesNotContain(await SentAsync(), key => key.TaskKey == Report);
        Assert.Equal(0, (await Office.AssembleAsync()).Counts["periods"]);
        Assert.NotEqual(JobResult.Failed, (await Office.CollectAsync()).Result);
    }

    [Fact]
    public async Task AnAgencyThatEnded_LeavesItsReportToTheOneThatTookOver()
    {
        await IssueAsync();
        var form = Office.Form("STC").FillAll().Done("Rà soát", new DateOnly(2026, 6, 12)).Save(ReportOffice.At(6, 20, 8));
        Office.Office.Agencies(Snv, Stp, ["STC", "Sở Tài chính", "", "Sở, ban, ngành", "stc@x.example", "", "", "", "", "16/06/2026", "SNV"]);
        Office.On(6, 19);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(["SNV bao-cao|2026-6T", "SNV bao-cao|2026-6T|STC", "STP bao-cao|2026-6T"],
            (await SentAsync()).Where(key => key.TaskKey.StartsWith("bao-cao", StringComparison.Ordinal)).Select(key => $"{key.AgencyCode} {key.TaskKey}")
                .Order(StringComparer.Ordinal));
        Assert.Contains((await Office.LettersAsync("reminder")).Single(letter => letter.AgencyCode == "SNV").Text
            .Split('\n'), line => line.Contains("của Sở Tài chính, nay do Sở Nội vụ đảm nhận", StringComparison.Ordinal));

        // The successor hands it in, is answered, and what it says is done is done.
        Office.On(6, 22);
        Office.Drop("STC.xlsx", form);
        await Office.CollectAsync();
        Assert.Equal(["STC.xlsx Accepted 1"], await Office.StatesAsync());
        Assert.Contains(Office.Office.Letters.Select(File.ReadAllText),
            letter => letter.Contains("report-receipt", StringComparison.Ordinal) && letter.Contains("snv@x.example", StringComparison.Ordinal));
        await Office.AssembleAsync();
        var workbook = new PublishedWorkbook(Path.Combine(Office.Published, "tong-hop-2026-6T-v1.xlsx"));
        var line = workbook.Rows(PeriodSheets.Details, "Kết quả thực hiện")
            .Where(row => row.Values.Contains("Sở Nội vụ") && row.Values.Contains("Rà soát thủ tục"));
        Assert.Contains("Đã xong", Assert.Single(line).Values);
        var before = await SentAsync();
        Office.On(6, 29);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        await using var host = await Office.Office.OpenAsync();
        var task = (await Office.LookAsync(host)).Reading.Tasks.Single(one => one.Task.Text == "Rà soát thủ tục").Task.Key;
        Assert.Equal(["STP"], (await SentAsync()).Except(before).Where(key => key.TaskKey == task).Select(key => key.AgencyCode));
    }

    [Fact]
    public async Task AnAgencyThatEnded_OwesNothing_OnceItsTasksAreOnItsSuccessorsForm()
    {
        await IssueAsync();
        Office.On(6, 17);
        Office.Office.Agencies(Snv, Stp, ["STC", "Sở Tài chính", "", "Sở, ban, ngành", "stc@x.example", "", "", "", "", "16/06/2026", "SKTTC"],
            ["SKTTC", "Sở Kinh tế và Tài chính", "", "Sở, ban, ngành", "skttc@x.example", "", "", "", "17/06/2026"]);
        await Office.IssueAsync();
        Assert.Contains("Lập dự toán", Office.Form("SKTTC").Tasks);

        Office.On(6, 22);
        await Office.Office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(["SKTTC", "SNV", "STP"], (await SentAsync()).Where(key => key.TaskKey.StartsWith("bao-cao", StringComparison.Ordinal))
            .Select(key => key.AgencyCode).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("0 of 3", (await Office.AssembleAsync()).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAgencyTheDirectoryHasNoMore_KeepsItsReport_AndIsListedWhenItOwesOne()
    {
        await IssueAsync();
        Office.HandIn("STC", form => form.FillAll().Figure("CT01", 77));
        await Office.CollectAsync();
        Office.Office.Agencies(["SYT", "Sở Y tế", "", "Sở, ban, ngành", "syt@x.example"]);
        Office.On(6, 22);
        Assert.Contains("1 of 3", (await Office.AssembleAsync()).Summary, StringComparison.Ordinal);
        var workbook = new PublishedWorkbook(Path.Combine(Office.Published, "tong-hop-2026-6T-v1.xlsx"));
        Assert.Contains(workbook.Rows(PeriodSheets.FigureSources, "Mã"), row => row["Cơ quan"] == "Sở Tài chính" && row["Giá trị"] == "77");
        Assert.Contains("Sở Tư pháp", workbook.AllText(PeriodSheets.Missing), StringComparison.Ordinal);
        Assert.NotEqual(JobResult.Failed, (await Office.Office.RunAsync(JobDuty.RemindAgencies)).Result);
    }

    private static readonly string[] Snv = ["SNV", "Sở Nội vụ", "", "Sở, ban, ngành", "snv@x.example"];
    private static readonly string[] Stp = ["STP", "Sở Tư pháp", "", "Sở, ban, ngành", "stp@x.example"];

    private Task<IReadOnlySet<ReminderKey>> SentAsync() => Office.WithAsync<SentLedger, IReadOnlySet<ReminderKey>>(ledger => ledger.ReadAsync());

    private async Task IssueAsync()
    {
        Office.On(6, 8);
        await Office.IssueAsync();
        Office.On(6, 15);
    }
}

public sealed class SqliteChaseReportsTest : ChaseReportsTest
{
    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresTests.Name)]
public sealed class PostgresChaseReportsTest(PostgresServer server) : ChaseReportsTest
{
    protected override async Task<string?> PostgresAsync() => await server.NewSchemaAsync();
}
