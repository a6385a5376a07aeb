using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Reports;
using CcHc.Adapters.Tests.Support;
using CcHc.Adapters.Workbooks.Reading;
using CcHc.Core.Jobs;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Worker.Jobs.CollectReports;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs.CollectReports;

/// <summary>What taking in what the agencies drop promises, on each store.</summary>
public abstract class CollectReportsJobTest : ReportTest
{
    private const string Mail = "report-receipt";

    // RELIABILITY 51
    [Fact]
    public async Task OneFileCounts_HoweverOftenItIsDropped_AndUnderWhateverName()
    {
        await IssueAsync();
        var report = Office.Form("STP").FillAll().Save(ReportOffice.At(6, 15));
        Office.Drop("STP.xlsx", report);
        await Office.CollectAsync();
        Office.On(6, 16);
        Office.Drop("STP.xlsx", report);
        Office.Drop("STP - gửi lại.xlsx", report);
        Office.Drop("STP/quý.xlsx", report);
        await Office.CollectAsync();
        await Office.CollectAsync();

        Assert.Equal(["STP - gửi lại.xlsx Duplicate 0", "STP.xlsx Accepted 1", "quý.xlsx Duplicate 0"],
            (await Office.StatesAsync()).Order(StringComparer.Ordinal));
        Assert.Contains("duy nhất", await ReasonAsync("STP.xlsx"), StringComparison.Ordinal);
        Assert.Contains("giống hệt tệp", await ReasonAsync("STP - gửi lại.xlsx"), StringComparison.Ordinal);
        Assert.Equal(["STP", "STP", "STP"], await Office.WrittenToAsync(Mail));
    }

    [Fact]
    public async Task LinksAmongTheDroppedFiles_AreRefused_AndNothingIsReadThroughThem()
    {
        await IssueAsync();
        var elsewhere = Directory.CreateDirectory(Path.Combine(Office.Office.Shared, "rieng")).FullName;
        File.WriteAllBytes(Path.Combine(elsewhere, "mat.xlsx"), Office.Form("STP").FillAll().Save(ReportOffice.At(6, 15)));
        var dropped = Path.GetDirectoryName(Office.Drop("STP/ghi-chu.txt", [1]))!;
        File.CreateSymbolicLink(Path.Combine(dropped, "STP.xlsx"), Path.Combine(elsewhere, "mat.xlsx"));
        Directory.CreateSymbolicLink(Path.Combine(dropped, "thu-muc"), elsewhere);

        await Office.CollectAsync();

        var links = (await Office.FilesAsync()).Where(file => !file.File.EndsWith(".txt", StringComparison.Ordinal))
            .OrderBy(file => file.File, StringComparer.Ordinal).ToList();
        Assert.Equal(["STP.xlsx", "thu-muc"], links.Select(file => Path.GetFileName(file.File)));
        Assert.All(links,
            file =>
                Assert.Equal((SubmissionState.Refused, "file-link"), (file.State, file.Reading.Findings.Single(finding => finding.Code == "file-link").Code)));
        Assert.All(links, file => Assert.Empty(Office.WithAsync<SubmittedFiles, byte[]>(store => store.BytesAsync(file.File, file.Hash)).Result));
    }

    [Fact]
    public async Task TheVersionSavedLastCounts_AlsoWhenItIsDroppedFirst()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll("Bản hai"), "STP - v2.xlsx", ReportOffice.At(6, 15, 8));
        await Office.CollectAsync();
        Office.On(6, 16);
        Office.HandIn("STP", form => form.FillAll("Bản một"), "STP - v1.xlsx", ReportOffice.At(6, 15, 7));
        await Office.CollectAsync();

        Assert.Equal(["STP - v1.xlsx Replaced 1", "STP - v2.xlsx Accepted 2"], await Office.StatesAsync());
        Assert.Contains("lưu sau cùng, lúc 08:00:00 ngày 15/6/2026", await ReasonAsync("STP - v2.xlsx"), StringComparison.Ordinal);
        Assert.Contains("“STP - v2.xlsx”", await ReasonAsync("STP - v1.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfTwoFilesSavedInTheSameMoment_OneCounts_ByAStatedRule()
    {
        await IssueAsync();
        var moment = ReportOffice.At(6, 15, 9);
        Office.HandIn("STP", form => form.FillAll("Một"), "STP - 10.xlsx", moment);
        Office.HandIn("STP", form => form.FillAll("Hai"), "STP - 9.xlsx", moment);
        await Office.CollectAsync();

        Assert.Equal(["STP - 10.xlsx Accepted 2", "STP - 9.xlsx Replaced 1"], await Office.StatesAsync());
        Assert.Contains("tên xếp sau", await ReasonAsync("STP - 10.xlsx"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileReplacedUnderItsName_IsANewVersion_AndTheEarlierOneIsKept()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll("Một"), savedAt: ReportOffice.At(6, 15, 8));
        await Office.CollectAsync();
        Office.On(6, 16);
        Office.HandIn("STP", form => form.FillAll("Hai"), savedAt: ReportOffice.At(6, 16, 8));
        await Office.CollectAsync();

        Assert.Equal(["STP.xlsx Replaced 1", "STP.xlsx Accepted 2"], await Office.StatesAsync());
        foreach (var file in await Office.FilesAsync())
        {
            var bytes = await Office.WithAsync<SubmittedFiles, byte[]>(store => store.BytesAsync(file.File, file.Hash));
            Assert.Equal(file.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
        }
    }

    // RELIABILITY 52
    [Theory]
    [InlineData("another agency's", "report-other-agency")]
    [InlineData("another period's", "report-other-period")]
    [InlineData("last year's", "report-old-template")]
    [InlineData("an older template", "report-old-template")]
    [InlineData("no form", "report-not-a-form")]
    [InlineData("nothing filled in", "report-empty")]
    public async Task AWrongFile_IsRefused_WithItsOwnMessage(string which, string code)
    {
        await Office.AskAsync(JobDuty.IssueForms, period: "2026-Q1");
        await Office.AskAsync(JobDuty.IssueForms, period: "2025-6T");
        await IssueAsync();
        Office.On(6, 15);
        Office.Drop("STP.xlsx", which switch
        {
            "another agency's" => Office.Form("STC").FillAll().Save(ReportOffice.At(6, 15, 8)),
            "another period's" => FormOf("2026-Q1").FillAll().Save(ReportOffice.At(6, 15, 8)),
            "last year's" => FormOf("2025-6T").FillAll().Save(ReportOffice.At(6, 15, 8)),
            "an older template" => Office.Form("STP").FillAll().Hidden(FormLayout.VersionEntry, "CCHC-0")
                .Hidden(FormLayout.TokenEntry, FormToken.Of("CCHC-0", ReportOffice.Period, "STP")).Save(ReportOffice.At(6, 15, 8)),
            "no form" => File.ReadAllBytes(Path.Combine(Office.Office.Shared, "danh-ba-co-quan.xlsx")),
            _ => Office.Form("STP").Save(ReportOffice.At(6, 15, 8)),
        });
        var outcome = await Office.CollectAsync();

        Assert.Equal((JobResult.DoneWithFindings, 1), (outcome.Result, outcome.Counts["refused"]));
        var file = Assert.Single(await Office.FilesAsync());
        Assert.Equal(("STP", SubmissionState.Refused), (file.AgencyCode, file.State));
        Assert.Contains(file.Reading.Findings, finding => file.Reason.StartsWith(finding.Message, StringComparison.Ordinal));
        Assert.Contains(code, file.Reading.Findings.Select(finding => finding.Code));
        var letter = Assert.Single(await Office.LettersAsync(Mail));
        Assert.Equal("STP", letter.AgencyCode);
        Assert.Contains("Chưa tiếp nhận", letter.Subject, StringComparison.Ordinal);
        // Another agency's words are not mailed to this one.
        Assert.Equal(code == "report-empty" ? 1 : 0, letter.Attachments.Count);
    }

    [Fact]
    public async Task RenamedSheets_AndALostHiddenSheet_AreReadByTheirContent()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll("Đã làm").Rename(FormLayout.TaskSheet, "Sheet1").Rename(FormLayout.FigureSheet, "Số").WithoutHiddenSheet());
        await Office.CollectAsync();

        var file = Assert.Single(await Office.FilesAsync());
        Assert.Equal(SubmissionState.Accepted, file.State);
        Assert.Equal(3, file.Reading.Submission!.Tasks.Count(task => task.Result == "Đã làm"));
        Assert.Contains("report-hidden-sheet-lost", file.Reading.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task ARefusedFile_IsAnsweredWithAMarkedCopy_ThatMayBeMendedAndHandedInItself()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll().Figure("CT01", "nhiều"));
        await Office.CollectAsync();

        var letter = Assert.Single(await Office.LettersAsync(Mail));
        Assert.Contains("CT01", letter.Text, StringComparison.Ordinal);
        var marked = new FormInHand(Assert.Single(letter.Attachments).Content);
        Assert.EndsWith(".xlsx", letter.Attachments[0].FileName, StringComparison.Ordinal);

        Office.On(6, 16);
        Office.Drop("STP - đã sửa.xlsx", marked.Figure("CT01", 12).Save(Office.Now.AddHours(-1)));
        await Office.CollectAsync();
        Assert.Equal(["STP - đã sửa.xlsx Accepted 1", "STP.xlsx Refused 0"], await Office.StatesAsync());
    }

    [Theory]
    [InlineData("thư mời họp.txt", "Kính mời quý cơ quan dự họp.", "workbook-text")]
    [InlineData("ảnh.xlsx", "PK\u0003\u0004 hỏng", "workbook-damaged")]
    public async Task AStrangersFile_IsListed_AndAnsweredToNobody(string name, string words, string code)
    {
        await IssueAsync();
        Office.Drop(name, System.Text.Encoding.UTF8.GetBytes(words));
        await Office.CollectAsync();

        var file = Assert.Single(await Office.FilesAsync());
        Assert.Equal((ReportOffice.Period, "", SubmissionState.Refused, ReceiptState.None), (file.PeriodCode, file.AgencyCode, file.State, file.Receipt));
        Assert.Contains(code, file.Reading.Findings.Select(finding => finding.Code));
        Assert.Empty(await Office.LettersAsync(Mail));
    }

    // RELIABILITY 5
    [Fact]
    public async Task OwnerFiles_AndLeftOversOfPrograms_AreNoReports()
    {
        await IssueAsync();
        foreach (var name in new[] { "~$STP.xlsx", ".~lock.STP.xlsx#", "Thumbs.db", "~WRD0001.tmp", ".DS_Store" })
        {
            Office.Drop(name, [1]);
        }

        Assert.Equal(0, (await Office.CollectAsync()).Counts["files"]);
    }

    // RELIABILITY 6
    [Theory]
    [InlineData("cut short")]
    [InlineData("empty")]
    [InlineData("room taken, nothing in it yet")]
    public async Task AFileHalfCopied_IsWaitedFor_ButNotForEver(string how)
    {
        await IssueAsync();
        Office.On(6, 15, 9, 0);
        var whole = Office.Form("STP").FillAll().Save(ReportOffice.At(6, 15, 8));
        Office.Drop("STP.xlsx", how switch { "cut short" => whole[..(whole.Length / 2)], "empty" => [], _ => new byte[whole.Length] },
            ReportOffice.At(6, 15, 8, 59));
        var early = await Office.CollectAsync();
        Assert.Equal((JobResult.Partly, 1, 0), (early.Result, early.Counts["not_yet_readable"], (await Office.FilesAsync()).Count));

        Office.On(6, 15, 9, 1);
        var late = await Office.CollectAsync();
        Assert.Equal((0, 1), (late.Counts["not_yet_readable"], late.Counts["refused"]));
        Assert.Equal(["STP"], await Office.WrittenToAsync(Mail));

        Office.Drop("STP.xlsx", whole, ReportOffice.At(6, 15, 9, 1));
        await Office.CollectAsync();
        Assert.Contains("STP.xlsx Accepted 1", await Office.StatesAsync());
    }

    [Fact]
    public async Task AFileTooLargeToRead_IsRefusedOnce_AndItsAgencyTold()
    {
        await IssueAsync();
        var path = Office.Drop("STP.xlsx", []);
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(WorkbookLimits.Default.MaxFileBytes + 1);
        }

        File.SetLastWriteTimeUtc(path, Office.Now.AddHours(-1).UtcDateTime);
        var outcome = await Office.CollectAsync();
        await Office.CollectAsync();
        Assert.Equal((1, 0), (outcome.Counts["refused"], outcome.Counts["not_yet_readable"]));
        Assert.Contains("file-too-large", Assert.Single(await Office.FilesAsync()).Reading.Findings.Select(finding => finding.Code));
        Assert.Equal(["STP"], await Office.WrittenToAsync(Mail));
    }

    [Theory]
    [InlineData("STP.xlsx")]
    [InlineData("2026/STP.xlsx")]
    public async Task AFileAheadOfItsPeriod_WaitsForTheForms_AndHoldsNothingUp(string name)
    {
        await IssueAsync();
        var form = Office.Form("STP").FillAll().Save(ReportOffice.At(6, 15, 8));
        await Office.ExecuteAsync("DELETE FROM issued_form", "DELETE FROM report_period");
        Office.On(6, 15);
        Office.Drop(name, form);
        var early = await Office.CollectAsync();
        Assert.Equal((JobResult.Done, 1, 0), (early.Result, early.Counts["ahead_of_their_period"], (await Office.FilesAsync()).Count));

        await Office.AskAsync(JobDuty.IssueForms, again: true);
        await Office.CollectAsync();
        Assert.Equal(["STP.xlsx Accepted 1"], await Office.StatesAsync());
    }

    [Fact]
    public async Task WithoutTheDirectory_NoFileIsTakenForAStrangers()
    {
        await IssueAsync();
        Office.HandIn("STP");
        var directory = File.ReadAllBytes(Path.Combine(Office.Office.Shared, "danh-ba-co-quan.xlsx"));
        File.Delete(Path.Combine(Office.Office.Shared, "danh-ba-co-quan.xlsx"));
        await Office.ExecuteAsync("DELETE FROM register_reading");
        var away = await Office.CollectAsync();
        Assert.Equal((JobResult.Partly, "", 0), (away.Result, away.Result == JobResult.Failed ? away.Summary : "", (await Office.FilesAsync()).Count));

        File.WriteAllBytes(Path.Combine(Office.Office.Shared, "danh-ba-co-quan.xlsx"), directory);
        await Office.CollectAsync();
        Assert.Equal(["STP.xlsx Accepted 1"], await Office.StatesAsync());
    }

    [Theory]
    [InlineData(MailMode.Preview, false)]
    [InlineData(MailMode.Pickup, true)]
    public async Task NobodyCountsAsAnswered_WhileNothingMayBeSent(MailMode mode, bool isHeld)
    {
        await IssueAsync();
        Office.Office.Mode = mode;
        _ = isHeld && await Office.WithAsync<LetterHold, bool>(async hold => { await hold.BeginAsync("restored"); return true; });
        Office.HandIn("STP");
        await Office.CollectAsync();
        Assert.Equal(["STP.xlsx Accepted 1"], await Office.StatesAsync());
        Assert.Empty(await Office.LettersAsync(Mail));

        Office.Office.Mode = MailMode.Pickup;
        await Office.WithAsync<LetterHold, bool>(hold => hold.EndAsync());
        await Office.CollectAsync();
        await Office.CollectAsync();
        Assert.Equal(["STP"], await Office.WrittenToAsync(Mail));
    }

    [Fact]
    public async Task ADryRun_LeavesNoTrace()
    {
        await IssueAsync();
        Office.HandIn("STP");
        Assert.Equal(1, (await Office.CollectAsync(dryRun: true)).Counts["new"]);
        Assert.Empty(await Office.FilesAsync());
        Assert.Empty(await Office.LettersAsync(Mail));
    }

    [Theory]
    [InlineData("submission", "INSERT", "NEW.agency_code = 'STP'")]
    [InlineData("submission", "UPDATE", "NEW.state = 'accepted' AND NEW.agency_code = 'STP'")]
    [InlineData("letter", "INSERT", "NEW.agency_code = 'STP'")]
    [InlineData("submission", "UPDATE", "NEW.receipt = 'queued' AND NEW.agency_code = 'STP'")]
    public async Task EveryFileIsKept_Weighed_AndAnsweredOnce_WhenTheRunIsKilledInTheMiddle(string table, string what, string when)
    {
        await IssueAsync();
        Office.HandIn("STC");
        Office.HandIn("STP");
        await Office.BreakAsync(table, what, when);
        Assert.Equal(JobResult.Failed, (await Office.CollectAsync()).Result);
        await Office.MendAsync(table);
        await Office.CollectAsync();
        await Office.CollectAsync();

        Assert.Equal(["STC.xlsx Accepted 1", "STP.xlsx Accepted 1"], await Office.StatesAsync());
        Assert.Equal(["STC", "STP"], await Office.WrittenToAsync(Mail));
        await Office.Office.RunAsync(JobDuty.DeliverMail);
        Assert.Equal(2 + 3, Office.Office.Letters.Count);
    }

    [Fact]
    public async Task AFileNobodyHasWeighedYet_IsNotAnsweredYet()
    {
        await IssueAsync();
        Office.HandIn("STP");
        await using var host = await Office.Office.OpenAsync();
        var (run, reading) = await Office.LookAsync(host);
        await Office.Service<ReportIntake>(host).TakeAsync(reading, run, CancellationToken.None);
        Assert.Equal(0, await Office.Service<ReceiptMailer>(host).SendAsync(reading, run, CancellationToken.None));

        await Office.Service<VersionKeeper>(host).DecideAsync(CancellationToken.None);
        Assert.Equal(1, await Office.Service<ReceiptMailer>(host).SendAsync(reading, run, CancellationToken.None));
        Assert.Contains("Đã nhận", Assert.Single(await Office.LettersAsync(Mail)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoWorkersAtOnce_LeaveOneCountingVersion_AndOneAnswerAFile()
    {
        await IssueAsync();
        for (var version = 1; version <= 4; version++)
        {
            Office.HandIn("STP", form => form.FillAll($"Bản {version}"), $"STP - {version}.xlsx", ReportOffice.At(6, 15, version));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Office.CollectAsync()));
        Assert.Equal(["STP - 1.xlsx Replaced 1", "STP - 2.xlsx Replaced 2", "STP - 3.xlsx Replaced 3", "STP - 4.xlsx Accepted 4"], await Office.StatesAsync());
        Assert.Equal(4, (await Office.LettersAsync(Mail)).Count);
    }

    [Fact]
    public async Task AFileExcluded_GivesItsPlaceToTheVersionBefore_AndGetsItBack()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll("Một"), savedAt: ReportOffice.At(6, 15, 7));
        await Office.CollectAsync();
        Office.On(6, 16);
        Office.HandIn("STP", form => form.FillAll("Hai"), savedAt: ReportOffice.At(6, 16, 7));
        await Office.CollectAsync();
        Office.Drop("STP - bản sao.xlsx", File.ReadAllBytes(Path.Combine(Office.Office.Shared, "bao-cao", ReportOffice.Period, "STP.xlsx")));
        await Office.CollectAsync();
        const string file = $"bao-cao/{ReportOffice.Period}/STP.xlsx";

        Assert.Equal(DecisionObstacle.None,
            (await Office.WithAsync<PeriodDecisions, Decision>(
                decisions => decisions.ExcludeAsync(ReportOffice.Period, file, null, "Hoa", "Nhầm số"))).Obstacle);
        Assert.Equal(["STP - bản sao.xlsx Excluded 0", "STP.xlsx Accepted 1", "STP.xlsx Excluded 0"], await Office.StatesAsync());
        await Office.CollectAsync();
        Assert.Contains("STP.xlsx Excluded 0", await Office.StatesAsync());
        Assert.Contains(await Office.EventsAsync(), entry => entry is { Person: "Hoa", What: "excluded", Reason: "Nhầm số" });

        Assert.Equal(DecisionObstacle.None,
            (await Office.WithAsync<PeriodDecisions, Decision>(
                decisions => decisions.IncludeAsync(ReportOffice.Period, file, null, "Hoa", "Đúng rồi"))).Obstacle);
        Assert.Equal(["STP.xlsx Replaced 1", "STP.xlsx Accepted 2"], (await Office.StatesAsync()).Skip(1));
        Assert.Equal(DecisionObstacle.NoSuchFile,
            (await Office.WithAsync<PeriodDecisions, Decision>(
                decisions => decisions.ExcludeAsync(ReportOffice.Period, "bao-cao/x.xlsx", null, "Hoa", "x"))).Obstacle);
    }

    [Fact]
    public async Task ALaterCorrection_MakesNobodyLate_InItsReceipt()
    {
        await IssueAsync();
        Office.On(6, 22);
        Office.HandIn("STP", form => form.FillAll("Một"), savedAt: ReportOffice.At(6, 22, 8));
        Office.HandIn("STC", name: "STC.xlsx", savedAt: ReportOffice.At(6, 22, 8));
        await Office.CollectAsync();
        Office.On(6, 24);
        Office.HandIn("STP", form => form.FillAll("Hai"), savedAt: ReportOffice.At(6, 24, 8));
        Office.HandIn("SNV", savedAt: ReportOffice.At(6, 24, 8));
        await Office.CollectAsync();

        var letters = (await Office.LettersAsync(Mail)).ToLookup(letter => letter.AgencyCode);
        Assert.All(letters["STP"], letter => Assert.DoesNotContain("trễ", letter.Text, StringComparison.Ordinal));
        Assert.Contains("trễ hạn 2 ngày", Assert.Single(letters["SNV"]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what the program wrote into the file", "2026-06-20T10:00", "2026-06-24T08:00", "2026-06-20T10:00")]
    [InlineData("a program that keeps no times: the form's own day of issue", null, "2026-06-24T08:00", "2026-06-24T08:00")]
    [InlineData("a clock that stands before the form went out", "2010-01-01T00:00", "2026-06-24T08:00", "2026-06-24T08:00")]
    [InlineData("a clock that runs ahead", "2026-12-01T00:00", "2026-06-24T08:00", "2026-06-24T08:00")]
    [InlineData("both ahead: when it came", "2026-12-01T00:00", "2026-12-02T08:00", "2026-06-24T09:00")]
    public async Task AReportIsHandedIn_WhenItWasSaved(string how, string? inside, string onDisk, string expected)
    {
        await IssueAsync();
        Office.On(6, 24);
        Office.Drop("STP.xlsx", Office.Form("STP").FillAll(how).Save(inside is null ? null : Moment(inside)), Moment(onDisk));
        await Office.CollectAsync();
        Assert.Equal(Moment(expected), Assert.Single(await Office.FilesAsync()).HandedInAt);
    }

    [Fact]
    public async Task AFileNamedInDecomposedLetters_IsTakenOnce()
    {
        await IssueAsync();
        Office.HandIn("STP", name: "STP - Sở Tư pháp.xlsx".Normalize(System.Text.NormalizationForm.FormD));
        await Office.CollectAsync();
        Assert.Equal(0, (await Office.CollectAsync()).Counts["new"]);
        Assert.Equal("Accepted 1", Assert.Single(await Office.StatesAsync())[^10..]);
    }

    private static readonly byte[] Signed = [.. "%PDF-1.7\nbáo cáo đã ký\n%%EOF"u8];

    [Theory]
    [InlineData("STP - báo cáo ký số.pdf")]
    [InlineData("STP/báo cáo ký số.pdf")]
    [InlineData("báo cáo ký số (STP).pdf")]
    public async Task APaperBesideAForm_IsKeptAndNamedOnItsReceipt(string name)
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll(), "STP.xlsx");
        Office.Drop(name, Signed);
        Assert.Equal((0, 1, 1), (await Office.CollectAsync()).Counts is var counts ? (counts["refused"], counts["papers"], counts["new"]) : default);

        Assert.Equal(["STP.xlsx Accepted 1"], await Office.StatesAsync());
        var receipt = Assert.Single(await Office.LettersAsync(Mail));
        Assert.Contains($"Văn bản kèm theo đã lưu: “{Path.GetFileName(name)}”.", receipt.Text, StringComparison.Ordinal);
        Assert.Contains($"“{Path.GetFileName(name)}”", receipt.Html, StringComparison.Ordinal);
        var paper = Assert.Single(await PapersAsync());
        Assert.Equal(("2026-6T", "STP", ReceiptState.Queued), (paper.PeriodCode, paper.AgencyCode, paper.Receipt));
        Assert.Equal(Signed, await Office.WithAsync<ReportPapers, byte[]?>(store => store.BytesAsync(paper.File, paper.Hash)));

        await Office.CollectAsync();
        Assert.Single(await Office.LettersAsync(Mail));
    }

    [Fact]
    public async Task APaperWithoutAForm_IsKept_AndTheFormAskedFor()
    {
        await IssueAsync();
        Office.Drop("STP - đã ký.pdf", Signed);
        await Office.CollectAsync();
        var letter = Assert.Single(await Office.LettersAsync(Mail));
        Assert.Contains("Chưa thấy biểu mẫu (.xlsx)", letter.Text, StringComparison.Ordinal);
        Assert.Contains("nộp chậm nhất ngày 22/6/2026", letter.Text, StringComparison.Ordinal);
        Assert.Empty(await Office.StatesAsync());

        Office.HandIn("STP", form => form.FillAll(), "STP.xlsx");
        await Office.CollectAsync();
        Assert.Contains("“STP - đã ký.pdf”", (await Office.LettersAsync(Mail)).Single(one => one.MessageId != letter.MessageId).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APaperAfterItsForm_IsToldInALetterOfItsOwn()
    {
        await IssueAsync();
        Office.HandIn("STP", form => form.FillAll(), "STP.xlsx");
        await Office.CollectAsync();
        Office.Drop("STP - đã ký.pdf", Signed);
        await Office.CollectAsync();
        await Office.CollectAsync();
        var letters = await Office.LettersAsync(Mail);
        Assert.Equal(2, letters.Count);
        Assert.Contains(letters, letter => letter.Text.Contains("được lưu cùng báo cáo kỳ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APaperNobodyIsNamedOn_IsRefusedAsBefore()
    {
        await IssueAsync();
        Office.Drop("bao-cao-ky-so.pdf", Signed);
        await Office.CollectAsync();
        Assert.Empty(await PapersAsync());
        Assert.Equal(["bao-cao-ky-so.pdf Refused 0"], await Office.StatesAsync());
    }

    private Task<IReadOnlyList<ReportPaper>> PapersAsync() => Office.WithAsync<ReportPapers, IReadOnlyList<ReportPaper>>(store => store.ListAsync());

    private static DateTimeOffset Moment(string local) =>
        new(DateTime.ParseExact(local, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));

    private async Task IssueAsync()
    {
        Office.On(6, 8);
        await Office.IssueAsync();
        Office.On(6, 15);
    }

    private FormInHand FormOf(string period) => new(File.ReadAllBytes(Directory.GetFiles(Path.Combine(Office.Office.Output, "bieu-mau", period), "STP*")[0]));

    private async Task<string> ReasonAsync(string name) =>
        (await Office.FilesAsync()).Single(file => file.File.EndsWith("/" + name, StringComparison.Ordinal)).Reason;
}

public sealed class SqliteCollectReportsJobTest : CollectReportsJobTest
{
    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresTests.Name)]
public sealed class PostgresCollectReportsJobTest(PostgresServer server) : CollectReportsJobTest
{
    protected override async Task<string?> PostgresAsync() => await server.NewSchemaAsync();
}
