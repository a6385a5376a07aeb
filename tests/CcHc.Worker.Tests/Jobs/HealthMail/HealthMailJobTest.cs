using System.Text;
using CcHc.Adapters.Alerts;
using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Jobs;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs.HealthMail;

public sealed class HealthMailJobTest : IAsyncDisposable
{
    private readonly TestOffice _office = new() { Recipients = new ResultRecipients(["cv@x.example"], ["admin@x.example"]) };

    public HealthMailJobTest() => _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý IV/2026"]);

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Run_SaysOnceAWeekThatAllIsWell_AndSendsTheLatestWorkbook()
    {
        await _office.RunAsync(JobDuty.CheckRegisters);
        var outcome = await _office.RunAsync(JobDuty.HealthMail);
        await _office.RunAsync(JobDuty.HealthMail);

        Assert.Equal((JobResult.Done, 2), (outcome.Result, outcome.Counts["letters_queued"]));
        Assert.Equal(2, _office.Letters.Count);
        var admin = Words("admin@x.example");
        Assert.Contains("mọi việc bình thường", admin, StringComparison.Ordinal);
        Assert.Contains("CheckRegisters: 1 lần (1 tốt)", admin, StringComparison.Ordinal);
        Assert.Contains("canh-bao-2026-06-15.xlsx", Words("cv@x.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TellsTheOfficers_WhatToChaseThisWeek_WhoseItIs_AndHowOftenItWasReminded()
    {
        _office.Register("tre.xlsx", ["Trình phương án trụ sở", "Sở Tư pháp", "Ngày 05/6/2026"]);
        await _office.RunAsync(JobDuty.RemindAgencies);
        await _office.RunAsync(JobDuty.CheckRegisters);
        await _office.RunAsync(JobDuty.HealthMail);

        var officers = Words("cv@x.example");
        Assert.All(
            ["1 việc quá hạn của 1 cơ quan", "Trình phương án trụ sở", "Quá hạn 6 ngày làm việc (hạn 5/6/2026), đã nhắc 1 lần", "Sở Tư pháp"],
            words => Assert.Contains(words, officers, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_NamesWhatIsNotWell()
    {
        _office.Register("hong.xlsx", ["Tập huấn", "Sở Tài chánh", "31/02/2026"]);
        await using (var host = await _office.OpenAsync())
        {
            await host.Services.GetRequiredService<Alarms>()
                .RaiseAsync("nhắc việc", new JobOutcome(JobResult.Failed, "IOException: share gone", new Dictionary<string, int>()), CancellationToken.None);
        }

        var outcome = await _office.RunAsync(JobDuty.HealthMail);

        Assert.Equal(JobResult.DoneWithFindings, outcome.Result);
        var admin = Words("admin@x.example");
        Assert.All(["IOException: share gone", "so-theo-doi/hong.xlsx: 1 lỗi"], words => Assert.Contains(words, admin, StringComparison.Ordinal));
        Assert.DoesNotContain("mọi việc bình thường", admin, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StillGoesOut_WhenTheShareIsAway()
    {
        Directory.Move(_office.Shared, _office.Shared + "-away");
        Assert.Equal(JobResult.DoneWithFindings, (await _office.RunAsync(JobDuty.HealthMail)).Result);
        Assert.Contains("không vào được thư mục chung", Words("admin@x.example"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_SendsTheWorkbookLater_WhenItCannotBeReadNow()
    {
        await _office.RunAsync(JobDuty.CheckRegisters);
        var folder = Path.Combine(_office.Output, "canh-bao");
        Directory.Move(folder, folder + "-away");
        Directory.CreateSymbolicLink(folder, folder);
        Assert.Equal(JobResult.Partly, (await _office.RunAsync(JobDuty.HealthMail)).Result);
        Assert.NotEmpty(Words("admin@x.example"));

        File.Delete(folder);
        Directory.Move(folder + "-away", folder);
        var again = await _office.RunAsync(JobDuty.HealthMail);
        Assert.Equal(1, again.Counts["letters_queued"]);
        Assert.Contains("canh-bao-2026-06-15.xlsx", Words("cv@x.example"), StringComparison.Ordinal);
    }

    // RELIABILITY 28
    [Fact]
    public async Task Run_NamesARegisterThatIsHeld_ToTheAdministrator()
    {
        _office.Register("ke-hoach.xlsx", [.. Enumerable.Range(1, 9).Select(i => new[] { $"Việc số {i}", "Sở Tư pháp", "Quý IV/2026" })]);
        await _office.RunAsync(JobDuty.ReadRegisters);
        _office.Register("ke-hoach.xlsx", [.. Enumerable.Range(1, 6).Select(i => new[] { $"Việc số {i}", "Sở Tư pháp", "Quý IV/2026" })]);

        await _office.RunAsync(JobDuty.HealthMail);
        Assert.Contains("đang dùng bản trước: so-theo-doi/ke-hoach.xlsx", Words("admin@x.example"), StringComparison.Ordinal);
    }

    // RELIABILITY 37
    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public async Task Run_MissesNextYearsDaysOff_FromOctoberOn(int month, bool isNamed)
    {
        _office.Clock.Now = new DateTimeOffset(2026, month, 5, 1, 0, 0, TimeSpan.Zero);
        await _office.RunAsync(JobDuty.HealthMail);
        Assert.Equal(isNamed, Words("admin@x.example").Contains("lịch nghỉ năm 2027 chưa có", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_SaysSo_WhenThereIsNobodyToTell()
    {
        _office.Recipients = ResultRecipients.Nobody;
        var outcome = await _office.RunAsync(JobDuty.HealthMail);
        Assert.Equal(JobResult.DoneWithFindings, outcome.Result);
        Assert.Contains("recipients", outcome.Summary, StringComparison.Ordinal);
    }

    /// <summary>The plain text of the one weekly letter to an address; an alarm mails by itself.</summary>
    private string Words(string address)
    {
        var message = File.ReadAllText(Assert.Single(_office.Letters, letter =>
            letter.Contains($"_{address}_", StringComparison.Ordinal) && File.ReadAllText(letter).Contains(".health-", StringComparison.Ordinal)));
        var part = message[message.IndexOf("text/plain", StringComparison.Ordinal)..];
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(
            Convert.FromBase64String(body[..body.IndexOf("--", StringComparison.Ordinal)].Replace("\r\n", "", StringComparison.Ordinal)));
    }
}
