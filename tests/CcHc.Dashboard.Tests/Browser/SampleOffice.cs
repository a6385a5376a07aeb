using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Storage.Runs;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Dashboard.Tests.Browser;

/// <summary>Something on every page: tasks of every standing, letters of every state, runs, a period with reports, findings.</summary>
internal static class SampleOffice
{
    public static async Task FillAsync(TestDashboard dashboard)
    {
        var (services, today, now) = (dashboard.Services, dashboard.Today, dashboard.Clock.Now);
        await services.GetRequiredService<OfficeSnapshotStore>().PutAsync("sample", () => BoardOf(today, now));
        await FillLettersAsync(services.GetRequiredService<OutboxStore>());
        await FillRunsAsync(services, today, now);
        await FillPeriodAsync(services, today, now);
        await services.GetRequiredService<AuditTrail>().WriteAsync("admin", "run-now", "remind", "<b>thử</b>", "127.0.0.1");
    }

    private static OfficeSnapshot BoardOf(DateOnly today, DateTimeOffset now)
    {
        Agency[] agencies =
            [.. Enumerable.Range(1, 15)
                .Select(
                    i => new Agency { Code = $"CQ{i:00}", Name = $"Sở Mẫu số {i}", Group = "Sở, ban, ngành", Emails = [$"cq{i}@x.example"],
                        FocalPoint = "Bà Hoa" })];
        var obligations = Enumerable.Range(0, 120)
            .Select(i => new Obligation(TaskOf(i, today), MilestoneOf(today.AddDays(i - 40)), "M1", agencies[i % agencies.Length])).ToList();
        obligations.Add(new Obligation(TaskOf(500, today), MilestoneOf(today), "M1", Agency.Unresolved("Sở không rõ <script>")));
        return OfficeSnapshot.Of(today, obligations, agencies, [],
            [new Finding(Severity.Warning, "time-not-understood", "so-theo-doi/a.xlsx", "Phụ lục", "F12", "Không hiểu thời hạn “sớm”.",
                "Ghi ngày cụ thể.") { AnswerCode = "K7F3QD" }],
                [new SourceFile("so-theo-doi/a.xlsx", new string('a', 64), now, 121)]);
    }

    private static RegisterTask TaskOf(int number, DateOnly today) => new()
    {
        Key = $"r|{number}", Place = new SourcePlace("so-theo-doi/a.xlsx", "Phụ lục", number + 5, $"B{number + 5}", $"F{number + 5}", $"D{number + 5}"),
        Number = $"{number}",
        Area = (TaskArea)(number % 8), Text = $"Rà soát, đơn giản hóa nhóm thủ tục hành chính số {number} thuộc phạm vi quản lý của ngành",
        Products = ["Báo cáo kết quả"], TimeText = "Quý II", PlanYear = today.Year,
        Status = number % 9 == 0 ? TaskProgress.Done : TaskProgress.Open, CompletedOn = number % 9 == 0 ? today.AddDays(-50) : null,
    };

    private static Milestone MilestoneOf(DateOnly due) => new() { Kind = MilestoneKind.Date, Start = due, Due = due, Reading = "Hạn ghi trong sổ" };

    private static async Task FillLettersAsync(OutboxStore outbox)
    {
        for (var i = 1; i <= 6; i++)
        {
            var mail = new OutgoingMail($"<{i}@x.example>", [$"cq{i}@x.example"], $"[CCHC tỉnh Mẫu] {i} việc quá hạn – Sở Mẫu số {i}",
                $"<p style=\"color:red\">Kính gửi Sở Mẫu số {i}</p>", "Kính gửi", []);
            await outbox.QueueAsync(mail, new LetterInfo("reminder", $"CQ{i:00}"), []);
        }
    }

    private static async Task FillRunsAsync(IServiceProvider services, DateOnly today, DateTimeOffset now)
    {
        var log = services.GetRequiredService<RunLog>();
        foreach (var (job, result) in new[] { ("remind", JobResult.Done), ("collect", JobResult.DoneWithFindings), ("assemble", JobResult.Failed) })
        {
            var ticket = await log.TryStartAsync(new RunClaim(job, "1", today, "may-chu:1", TimeSpan.FromHours(1)));
            await log.FinishAsync(ticket!, new JobOutcome(result, "110 tasks read.", new Dictionary<string, int> { ["tasks"] = 110, ["letters_queued"] = 3 }));
        }

        await services.GetRequiredService<JobPlans>().WriteAsync(
        [
            new JobPlan { Job = "remind", Duty = "RemindAgencies", Schedule = "daily 07:30", IsEnabled = true, NextAt = now.AddHours(9) },
            new JobPlan { Job = "collect", Duty = "CollectReports", Schedule = "", IsEnabled = true },
        ]);
        await services.GetRequiredService<JobPlans>().PauseAsync("collect", now.AddDays(2), "hoa", "kiểm tra");
    }

    private static async Task FillPeriodAsync(IServiceProvider services, DateOnly today, DateTimeOffset now)
    {
        var period = $"{today.Year}-Q1";
        for (var i = 1; i <= 4; i++)
        {
            await services.GetRequiredService<ReportPeriods>()
                .IssueAsync(new StoredForm(new IssuedForm(period, $"CQ{i:00}", FormLayout.Version, today, [], ["CT01"]), $"bieu-mau/{period}/CQ{i:00}.xlsx"),
                    "hệ thống");
        }

        var submissions = services.GetRequiredService<SubmittedFiles>();
        foreach (var (agency, state) in new[] { ("CQ01", SubmissionState.Accepted), ("CQ02", SubmissionState.Refused) })
        {
            var file = $"bao-cao/{period}/{agency}.xlsx";
            var isRefused = state == SubmissionState.Refused;
            var submission = isRefused ? null : new SubmissionContent(file, agency, period, agency, [], [], []);
            await submissions.PutAsync(
                new SubmittedFile
                {
                    Reading = new SubmissionReading(file, agency, period, agency, submission, isRefused
                        ? [new Finding(Severity.Error, "done-without-day", file, "Nhiệm vụ", "H9", "Chưa ghi ngày.", "Ghi ngày.")] : []),
                    SavedAt = now, ReceivedAt = now, State = state, Version = isRefused ? 0 : 1, Reason = "Bản hợp lệ duy nhất.", ChangedBy = "hệ thống",
                },
                new byte[] { 1 });
        }

        await services.GetRequiredService<ReportOutputs>().PutAsync(
            new StoredOutput { Period = period, Version = 1, Kind = OutputKind.Draft, File = $"tong-hop/{period}/tong-hop-{period}-v1.xlsx",
                Hash = new string('b', 64), Inputs = [] },
            PackedFacts.Of(new PeriodFacts(period, "Quý I", [])), new byte[] { 1 }, "hệ thống", "");
    }
}
