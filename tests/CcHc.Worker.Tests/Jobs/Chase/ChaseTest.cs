using CcHc.Adapters.Mail;
using CcHc.Adapters.Settings.Machine;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Users;
using CcHc.Core.Calendars;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using CcHc.Office;
using CcHc.Office.Letters;
using CcHc.Worker.Jobs;
using CcHc.Worker.Jobs.Chase;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static CcHc.Worker.Tests.Support.AnswerOffice;

namespace CcHc.Worker.Tests.Jobs.Chase;

public sealed class ChaseTest : IAsyncLifetime
{
    private readonly AnswerOffice _office = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _office.DisposeAsync();

    [Fact]
    public async Task OneLetterAnAgencyADay_BesideTheDailyOne_RecordedWithWhoAndWhy()
    {
        await _office.RemindAsync();
        var first = await ChaseAsync(Filter(), "Đề nghị làm gấp trước kỳ họp.");
        var second = await ChaseAsync(Filter(), "Lần nữa.");

        Assert.Equal((2, 0), (first.Queued, second.Queued));
        Assert.Equal(["STC", "STP"], second.AlreadyChased.Order(StringComparer.Ordinal));
        var letter = await _office.LetterAsync("STP", "chase");
        Assert.StartsWith("[Đôn đốc] ", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Đề nghị làm gấp trước kỳ họp.", letter.Text, StringComparison.Ordinal);
        Assert.Single(letter.Attachments);
        var audit = await _office.WithAsync<AuditTrail, IReadOnlyList<AuditEntry>>(trail => trail.ListAsync("Lan"));
        Assert.Contains(audit, entry => entry is { Action: "chase", Subject: "STP", Detail: "2 tasks: Kỳ họp tháng 6" });
    }

    [Fact]
    public async Task DailyLettersGoOn_AsIfNobodyHadChased()
    {
        await ChaseAsync(Filter(), "");
        await _office.RemindAsync();
        Assert.Equal(["STC", "STP"], (await _office.LettersAsync()).Select(letter => letter.AgencyCode).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task WhatWasAnswered_IsNotChased_AndTheFilterLeavesOutTheRest()
    {
        await _office.RemindAsync();
        _office.Drop("a.xlsx", await FillAsync(await _office.SheetOfAsync("STP"), [Done("Rà soát thủ tục hành chính nội bộ")]));
        await _office.CollectAsync();

        Assert.Equal(["Công bố danh mục thủ tục"], await TasksAsync(Filter(agencies: ["STP"])));
        Assert.Equal(["Lập dự toán kinh phí"], await TasksAsync(Filter(days: 4)));
        Assert.Equal(["Tập huấn nghiệp vụ một cửa"], await TasksAsync(Filter(standings: [StatusGroup.DueSoon])));
    }

    [Theory]
    [InlineData(MailMode.Preview, false, MailGateState.Closed)]
    [InlineData(MailMode.Pickup, true, MailGateState.Held)]
    public async Task NothingIsSentOrRecorded_WhileLettersMayNotLeave(MailMode mode, bool isHeld, MailGateState gate)
    {
        await using var host = await _office.Office.OpenAsync();
        if (isHeld)
        {
            await host.Services.GetRequiredService<LetterHold>().BeginAsync("kiểm tra sổ");
        }

        var mail = host.Services.GetRequiredService<MailSettings>() with { Mode = mode };
        var sender = new ChaseSender(
            ActivatorUtilities.CreateInstance<ChaseQueue>(host.Services, new MailGate(host.Services.GetRequiredService<LetterHold>(), mail)),
            host.Services.GetRequiredService<OutboxDispatcher>());
        var (letters, rows) = await WriteAsync(host, Filter(), "");
        var outcome = await sender.SendAsync(letters, rows, "Lan", "Kỳ họp tháng 6", CancellationToken.None);

        Assert.Equal((0, gate), (outcome.Queued, outcome.Gate));
        Assert.NotEmpty(letters);
        Assert.Empty(await _office.LettersAsync("chase"));
        Assert.Empty(await _office.WithAsync<AuditTrail, IReadOnlyList<AuditEntry>>(trail => trail.ListAsync("Lan")));
    }

    private static ChaseFilter Filter(string[]? agencies = null, StatusGroup[]? standings = null, int days = 0) =>
        new(new HashSet<string>(agencies ?? []), new HashSet<Core.Registers.TaskArea>(), new HashSet<StatusGroup>(standings ?? [StatusGroup.Overdue]), days);

    private async Task<IReadOnlyList<string>> TasksAsync(ChaseFilter filter)
    {
        await using var host = await _office.Office.OpenAsync();
        var (letters, _) = await WriteAsync(host, filter, "");
        return [.. letters.SelectMany(letter => letter.Reminders).Select(reminder => reminder.Assessed.Obligation.Task.Text)];
    }

    private async Task<ChaseOutcome> ChaseAsync(ChaseFilter filter, string paragraph)
    {
        await using var host = await _office.Office.OpenAsync();
        var (letters, rows) = await WriteAsync(host, filter, paragraph);
        return await host.Services.GetRequiredService<ChaseSender>().SendAsync(letters, rows, "Lan", "Kỳ họp tháng 6", CancellationToken.None);
    }

    private async Task<(IReadOnlyList<ReminderLetter> Letters, ILookup<string, Core.Obligations.AssessedObligation> Rows)> WriteAsync(OfficeHost host,
        ChaseFilter filter, string paragraph)
    {
        var (today, rules) = (OfficeTime.DayOf(_office.Office.Clock.Now), host.Services.GetRequiredService<OfficeRules>());
        var reading = await host.Services.GetRequiredService<OfficeReader>().LookAsync(today, new Progress<(int, int)>(), CancellationToken.None);
        var assessed = reading.Assess(rules.Assessment(reading.Calendar), today);
        return (ChaseLetters.Write(assessed, filter, paragraph, rules.Reminding(reading), today),
            assessed.ToLookup(one => one.Obligation.Agency.Code, StringComparer.Ordinal));
    }
}
