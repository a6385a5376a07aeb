using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Jobs;
using CcHc.Core.Reminders;
using CcHc.Office;
using CcHc.Worker.Jobs.RemindAgencies;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs.RemindAgencies;

public sealed class RemindAgenciesJobTest : IAsyncDisposable
{
    private readonly TestOffice _office = new();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Run_WritesOneLetterAnAgency_AndNothingOnASecondRunOfTheDay()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"], ["Công bố danh mục", "Sở Tư pháp", "Quý II/2026"],
            ["Lập dự toán", "Sở Tài chính", "Quý IV/2026"]);

        var first = await _office.RunAsync(JobDuty.RemindAgencies);
        var letters = _office.Letters;
        await _office.RunAsync(JobDuty.RemindAgencies);

        Assert.Equal(JobResult.Done, first.Result);
        Assert.Single(letters);
        Assert.Equal(letters, _office.Letters);
    }

    [Fact]
    public async Task Run_SendsTheNextStage_WhenItsDayComes()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies);
        _office.Clock.Now = _office.Clock.Now.AddDays(1);
        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(2, _office.Letters.Count);
    }

    [Fact]
    public async Task Run_TakesTheDayInVietnam_WhateverTheMachineSays()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        // 23:30 UTC on the 15th is already Tuesday the 16th at the office: the day itself, not the day before.
        _office.Clock.Now = new DateTimeOffset(2026, 6, 15, 23, 30, 0, TimeSpan.Zero);
        await _office.RunAsync(JobDuty.RemindAgencies);
        await using var host = await _office.OpenAsync();
        Assert.Equal("T", Assert.Single(await host.Services.GetRequiredService<SentLedger>().ReadAsync()).Stage);
    }

    [Fact]
    public async Task Run_KeepsAnAgencysSecondLetterForTheNextWorkingDay()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies);
        _office.Register("bo-sung.xlsx", ["Tập huấn", "Sở Tư pháp", "Ngày 17/6/2026"]);

        var again = await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Single(_office.Letters);
        Assert.Equal(1, again.Counts["letters_left_for_tomorrow"]);

        _office.Clock.Now = _office.Clock.Now.AddDays(1);
        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(2, _office.Letters.Count);
    }

    [Fact]
    public async Task Run_SendsNothingNew_WhenRowsAreSorted()
    {
        string[] one = ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"];
        string[] other = ["Lập dự toán", "Sở Tài chính", "Ngày 16/6/2026"];
        _office.Register("ke-hoach.xlsx", one, other);
        await _office.RunAsync(JobDuty.RemindAgencies);
        var before = _office.Letters;
        _office.Register("ke-hoach.xlsx", one, other, ["Việc chèn thêm", "Sở Nội vụ", "Quý IV/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(before, _office.Letters);
    }

    // RELIABILITY 3
    [Fact]
    public async Task Run_GoesOnFromTheLastReading_WhenARegisterIsMissing()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies);
        File.Delete(Path.Combine(_office.Registers, "ke-hoach.xlsx"));
        _office.Clock.Now = _office.Clock.Now.AddDays(1);

        var outcome = await _office.RunAsync(JobDuty.RemindAgencies);

        Assert.Equal(JobResult.Partly, outcome.Result);
        Assert.Equal(1, outcome.Counts["tasks"]);
        Assert.Equal(2, _office.Letters.Count);
    }

    [Fact]
    public async Task Run_DoesNotDoubleTasks_WhenARegisterIsMovedToAnotherFolder()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies);
        Directory.CreateDirectory(Path.Combine(_office.Registers, "2026"));
        File.Move(Path.Combine(_office.Registers, "ke-hoach.xlsx"), Path.Combine(_office.Registers, "2026", "ke-hoach.xlsx"));
        Assert.Equal(1, (await _office.RunAsync(JobDuty.RemindAgencies)).Counts["tasks"]);
    }

    // RELIABILITY 28
    [Fact]
    public async Task Run_HoldsARegisterThatLostAThirdOfItsTasks_UntilItIsAccepted()
    {
        var rows = Enumerable.Range(1, 9).Select(i => new[] { $"Việc số {i}", "Sở Tư pháp", "Quý IV/2026" }).ToArray();
        _office.Register("ke-hoach.xlsx", rows);
        await _office.RunAsync(JobDuty.RemindAgencies);
        _office.Register("ke-hoach.xlsx", rows[..6]);

        var held = await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal((JobResult.Partly, 9), (held.Result, held.Counts["tasks"]));

        await using (var host = await _office.OpenAsync())
        {
            await host.Services.GetRequiredService<RegisterSnapshots>().RemoveAsync("so-theo-doi/ke-hoach.xlsx");
        }

        Assert.Equal(6, (await _office.RunAsync(JobDuty.RemindAgencies)).Counts["tasks"]);
    }

    [Fact]
    public async Task Run_GoesOnWithTheOthers_WhenOneRegisterIsBroken()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        File.WriteAllText(Path.Combine(_office.Registers, "hong.xlsx"), "PK không phải zip");
        var outcome = await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(JobResult.DoneWithFindings, outcome.Result);
        Assert.Single(_office.Letters);
    }

    [Theory]
    [InlineData(true, MailMode.Pickup)]
    [InlineData(false, MailMode.Preview)]
    public async Task Run_RecordsNothing_WhenNothingMayBeSent(bool dryRun, MailMode mode)
    {
        _office.Mode = mode;
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies, dryRun);
        await using var host = await _office.OpenAsync();
        Assert.Empty(await host.Services.GetRequiredService<SentLedger>().ReadAsync());
        Assert.Empty(_office.Letters);
    }

    // RELIABILITY 33
    [Fact]
    public async Task Run_CountsEveryObligation_AsRemindedOrWithItsReason()
    {
        _office.Register("ke-hoach.xlsx",
            ["Việc sắp đến", "Sở Tư pháp", "Ngày 16/6/2026"], ["Việc đã xong", "Sở Tư pháp", "Ngày 10/6/2026", "Hoàn thành"],
            ["Việc còn xa", "Sở Tư pháp", "Quý IV/2026"],
            ["Việc chờ", "Sở Tư pháp", "Theo quy định của Trung ương"], ["Việc lạ", "Sở Tư pháp", "31/02/2026"],
            ["Việc của ai", "Ban Lâm thời tỉnh", "Ngày 16/6/2026"]);
        var counts = (await _office.RunAsync(JobDuty.RemindAgencies)).Counts;
        Assert.Equal(6, counts["reminders"] + counts.Where(count => count.Key.StartsWith("not_reminded_", StringComparison.Ordinal)).Sum(count => count.Value));
        Assert.Equal((1, 1, 1), (counts["not_reminded_waiting_for_event"], counts["not_reminded_not_understood"], counts["not_reminded_no_agency"]));
    }

    [Theory]
    // Working days from the due day to Monday 15/06/2026: 29, 30 and more.
    [InlineData("Ngày 05/5/2026", 0)]
    [InlineData("Ngày 04/5/2026", 1)]
    [InlineData("Ngày 06/02/2026", 1)]
    public async Task TheFirstDayOfMail_LeavesWhatIsLongOverdue_ToTheOfficer(string due, int left)
    {
        _office.Recipients = new ResultRecipients(["can-bo@x.example"], []);
        _office.Mail = BySmtp;
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", due], ["Lập dự toán", "Sở Tài chính", "Ngày 16/6/2026"]);

        var first = await _office.RunAsync(JobDuty.RemindAgencies);

        Assert.Equal(left, Math.Sign(first.Counts["left_to_officer"]));
        var kinds = (await LettersAsync()).Select(letter => (letter.Kind, letter.Address)).ToHashSet();
        Assert.Contains(("reminder", "stc@x.example"), kinds);
        Assert.Equal(left == 0, kinds.Contains(("reminder", "stp@x.example")));
        Assert.Equal(left == 0, kinds.Contains(("head", "gd.stp@x.example")));
        Assert.Equal(left == 1, kinds.Contains(("first-day", "can-bo@x.example")));

        // A second run of the day, and the next day, bring nothing of it either: it counts as reminded at its stage.
        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(kinds.Count, (await LettersAsync()).Count);
    }

    [Fact]
    public async Task TheFirstDayOfMail_CountsAsReminded_WhereNoOfficerIsNamed()
    {
        _office.Mail = BySmtp;
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 06/02/2026"]);

        var first = await _office.RunAsync(JobDuty.RemindAgencies);

        Assert.Contains("left to the officer", first.Summary, StringComparison.Ordinal);
        Assert.Empty(await LettersAsync());
        await using var host = await _office.OpenAsync();
        Assert.NotEmpty(await host.Services.GetRequiredService<SentLedger>().ReadAsync());
    }

    [Fact]
    public async Task LaterDays_LeaveNothing_AndNeitherDoesATrial()
    {
        _office.Mail = mail => BySmtp(mail) with { RedirectAllTo = "thu@x.example" };
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 06/02/2026"]);
        Assert.Equal(0, (await _office.RunAsync(JobDuty.RemindAgencies)).Counts["left_to_officer"]);

        _office.Mail = BySmtp;
        _office.Register("bo-sung.xlsx", ["Tập huấn", "Sở Tài chính", "Ngày 06/02/2026"]);
        Assert.Equal(0, (await _office.RunAsync(JobDuty.RemindAgencies)).Counts["left_to_officer"]);
    }

    [Fact]
    public async Task ADryRun_SaysWhatThePreviewSays()
    {
        _office.Mail = BySmtp;
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 06/02/2026"], ["Lập dự toán", "Sở Tài chính", "Ngày 16/6/2026"],
            ["Tập huấn", "Sở Tư pháp", "Ngày 18/6/2026"]);

        var dry = await _office.RunAsync(JobDuty.RemindAgencies, dryRun: true);

        await using var host = await _office.OpenAsync();
        var reading = await host.Services.GetRequiredService<OfficeReader>()
            .LookAsync(new DateOnly(2026, 6, 15), new Progress<(int Done, int Of)>(), CancellationToken.None);
        var sent = await host.Services.GetRequiredService<SentLedger>().ReadAsync();
        var left = host.Services.GetRequiredService<FirstDayOfMail>().LeftToOfficer(reading, sent, new DateOnly(2026, 6, 15));
        var rules = host.Services.GetRequiredService<OfficeRules>().Reminding(reading);
        var preview = DayPlan.Days([.. reading.Obligations], reading.Reports.Duties, rules, FirstDayOfMail.With(sent, left), new DateOnly(2026, 6, 15),
            new DateOnly(2026, 6, 15));
        Assert.Equal(preview.SelectMany(day => day.Letters).SelectMany(LetterLines.Of), dry.Lines);
        Assert.StartsWith("3 tasks read, 2 letters would go; nothing is sent or recorded.", dry.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain(dry.Lines, line => line.Contains("Rà soát", StringComparison.Ordinal));
        Assert.Empty(await LettersAsync());
    }

    /// <summary>Nobody answers at port 1: letters stay in the outbox, where a test looks at them.</summary>
    private static MailSettings BySmtp(MailSettings mail) => mail with { Mode = MailMode.Smtp, Host = "127.0.0.1", Port = 1, UseTls = false };

    private async Task<IReadOnlyList<DeliverySummary>> LettersAsync()
    {
        await using var host = await _office.OpenAsync();
        return await host.Services.GetRequiredService<OutboxStore>().ListAsync();
    }

    [Fact]
    public async Task Run_IsOneEffectiveRun_WhenAskedForTwiceWithOneKey()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Ngày 16/6/2026"]);
        Assert.NotNull(await _office.RunAsync(JobDuty.RemindAgencies, occurrence: "2026-06-15T07:30"));
        Assert.Null(await _office.RunAsync(JobDuty.RemindAgencies, occurrence: "2026-06-15T07:30"));
    }
}
