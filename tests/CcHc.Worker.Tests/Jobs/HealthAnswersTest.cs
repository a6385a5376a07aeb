using CcHc.Core.Calendars;
using CcHc.Core.Findings;
using CcHc.Core.Jobs;
using CcHc.Core.Obligations;
using CcHc.Office;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>What becomes of the office's answers from one run to the next.</summary>
public sealed class HealthAnswersTest : IAsyncDisposable
{
    private const string UnknownAgency = "Sở Tài chánh";

    private static readonly (string, string) AtUnknownAgency = ("Nội dung cảnh báo", UnknownAgency);
    private static readonly (string, string) AtSecondQuarter = ("Thời gian ghi trong sổ", "Quý II");

    private readonly TestOffice _office = new();

    public HealthAnswersTest() =>
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý II/2026"], ["Lập dự toán", UnknownAgency, "Quý IV/2026"]);

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task AcceptedFinding_IsNotRepeated_AndStaysOnTheAnswerSheet()
    {
        (await CheckAsync()).Type("Trả lời", AtUnknownAgency, "Trả lời", "đúng là vậy, chị Bình", _office.Clock.Now.UtcDateTime);
        var second = await CheckNextDayAsync();
        var third = await CheckNextDayAsync();

        foreach (var workbook in new[] { second, third })
        {
            Assert.Empty(Findings(workbook, UnknownAgency));
            var answered = Assert.Single(workbook.Rows("Trả lời"), row => row["Trả lời"].Length > 0);
            Assert.Equal(("chị Bình", "đã xác nhận 16/6/2026"), (answered["Ghi chú"], answered["Đã ghi nhận"]));
        }

        Assert.Empty(third.Rows("Đã hết")[0]["Lần trước"]);
    }

    [Fact]
    public async Task AcceptedFinding_StaysAccepted_WhenEveryWorkbookIsLost()
    {
        (await CheckAsync()).Type("Trả lời", AtUnknownAgency, "Trả lời", "ok", _office.Clock.Now.UtcDateTime);
        await CheckNextDayAsync();
        Directory.Delete(Path.Combine(_office.Output, "canh-bao"), recursive: true);

        Assert.Empty(Findings(await CheckNextDayAsync(), UnknownAgency));
    }

    [Fact]
    public async Task AcceptedFinding_ComesBack_WhenTheAnswerIsCleared()
    {
        (await CheckAsync()).Type("Trả lời", AtUnknownAgency, "Trả lời", "x", _office.Clock.Now.UtcDateTime);
        (await CheckNextDayAsync()).Type("Trả lời", AtUnknownAgency, "Trả lời", "", _office.Clock.Now.UtcDateTime);

        Assert.Single(Findings(await CheckNextDayAsync(), UnknownAgency));
        Assert.Single(Findings(await CheckNextDayAsync(), UnknownAgency));
    }

    [Fact]
    public async Task AcceptedFinding_ComesBack_WhenTheCellSaysSomethingElse()
    {
        (await CheckAsync()).Type("Trả lời", AtUnknownAgency, "Trả lời", "x", _office.Clock.Now.UtcDateTime);
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý II/2026"], ["Lập dự toán", "Sở Tài chnh", "Quý IV/2026"]);

        Assert.Equal("mới", Assert.Single(Findings(await CheckNextDayAsync(), "Sở Tài chnh"))["Từ khi nào"]);
    }

    [Fact]
    public async Task AnswerInYesterdaysWorkbook_Counts_WhenSavedAfterTodaysWasWritten()
    {
        var yesterday = await CheckAsync();
        await CheckNextDayAsync();
        yesterday.Type("Trả lời", AtUnknownAgency, "Trả lời", "đúng", _office.Clock.Now.UtcDateTime.AddHours(2));

        Assert.Empty(Findings(await CheckNextDayAsync(), UnknownAgency));
    }

    [Theory]
    [InlineData("Mã trả lời", "ZZZZZZ", "answer-code-unknown")]
    [InlineData("Trả lời", "để hỏi lại", "answer-not-understood")]
    public async Task AnswerNobodyCanTakeUp_IsTold(string heading, string words, string code)
    {
        var workbook = await CheckAsync();
        workbook.Type("Trả lời", AtUnknownAgency, "Trả lời", "đúng", _office.Clock.Now.UtcDateTime);
        workbook.Type("Trả lời", AtUnknownAgency, heading, words, _office.Clock.Now.UtcDateTime);

        var next = await CheckNextDayAsync();
        Assert.Single(Findings(next, UnknownAgency));
        Assert.Contains(next.Rows("Cảnh báo"), row => row["Loại"] == FindingKinds.NameOf(code));
    }

    [Fact]
    public async Task DeadlineBeforeThePlan_IsCertain_OnlyOnceTheOfficeSaidItIsSo()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "15/6/2025"]);
        (await CheckAsync()).Type("Trả lời", ("Nội dung cảnh báo", "sớm hơn năm của kế hoạch"), "Trả lời", "đúng là vậy", _office.Clock.Now.UtcDateTime);
        Assert.True(await IsCertainAsync());
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "16/6/2025"]);
        Assert.False(await IsCertainAsync());
    }

    private async Task<bool> IsCertainAsync()
    {
        await using var host = await _office.OpenAsync();
        var reading = await host.Services.GetRequiredService<OfficeReader>()
            .LookAsync(OfficeTime.DayOf(_office.Clock.Now), new Progress<(int, int)>(), CancellationToken.None);
        return DeadlineCertainty.Of(Assert.Single(reading.Tasks));
    }

    [Fact]
    public async Task MendedFinding_IsListedAsGone()
    {
        await CheckAsync();
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý II/2026"], ["Lập dự toán", "Sở Tài chính", "Quý IV/2026"]);
        var next = await CheckNextDayAsync();

        Assert.Contains(UnknownAgency, Assert.Single(next.Rows("Đã hết"))["Lần trước"], StringComparison.Ordinal);
        Assert.Equal("1", next.Rows("Tóm tắt")[1]["Đã hết từ lần trước"]);
    }

    [Fact]
    public async Task ConfirmedReading_IsMarkedTheNextTime()
    {
        (await CheckAsync()).Type("Cách hệ thống hiểu", AtSecondQuarter, "Xác nhận", "đúng", _office.Clock.Now.UtcDateTime);
        Assert.Equal("đã xác nhận 16/6/2026",
            Assert.Single((await CheckNextDayAsync()).Rows("Cách hệ thống hiểu"), row => row["Thời gian ghi trong sổ"] == "Quý II/2026")["Đã ghi nhận"]);
    }

    [Fact]
    public async Task DisputedReading_RemindsNobody_AndIsAFinding()
    {
        (await CheckAsync()).Type("Cách hệ thống hiểu", AtSecondQuarter, "Xác nhận", "sai: sau hội nghị", _office.Clock.Now.UtcDateTime);

        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Empty(_office.Letters);
        var next = await CheckNextDayAsync();
        Assert.Contains(next.Rows("Cảnh báo"), row => row["Loại"] == "Thời hạn" && row["Ý nghĩa"].Contains("sau hội nghị", StringComparison.Ordinal));
        Assert.Contains(next.Rows("Cách hệ thống hiểu"), row => row["Xác nhận"] == "sai" && row["Ghi chú"] == "sau hội nghị");
    }

    [Fact]
    public async Task UndisputedReading_Reminds()
    {
        await CheckAsync();
        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Single(_office.Letters);
    }

    /// <summary>
    /// From the workbook into the ledger, from there into the next reading; and into that of a further file of the layout, when every workbook is lost.
    /// </summary>
    [Fact]
    public async Task AnsweredColumn_DecidesTheNextReading_InEveryFileOfTheLayout()
    {
        string[] header = ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn", "Thời gian hoàn thành"];
        _office.Sheet("hai-cot.xlsx", header, ["1", "Kiểm tra công vụ", "Sở Tư pháp", "Quý III", "15/5/2026"],
            ["2", "Mở lớp tập huấn", "Sở Tư pháp", "Quý IV", ""]);
        var asked = await CheckAsync();
        Assert.Contains(Times(asked), time => time.StartsWith("Quý III", StringComparison.Ordinal));
        asked.Type("Trả lời", ("Nội dung cảnh báo", "Thời gian hoàn thành"), "Trả lời", "cột D là ngày giao; cột E là thời hạn", _office.Clock.Now.UtcDateTime);

        var next = await CheckNextDayAsync();
        Assert.Contains("15/5/2026", Times(next));
        Assert.DoesNotContain(Times(next), time => time.StartsWith("Quý III", StringComparison.Ordinal));
        Assert.Empty(Findings(next, "Thời gian hoàn thành"));

        Directory.Delete(Path.Combine(_office.Output, "canh-bao"), recursive: true);
        _office.Sheet("hai-cot-khac.xlsx", header, ["1", "Khảo sát hài lòng", "Sở Tư pháp", "Quý I", "20/7/2026"],
            ["2", "Họp giao ban", "Sở Tư pháp", "Quý II", "21/7/2026"]);
        var third = await CheckNextDayAsync();
        Assert.Contains("20/7/2026", Times(third));
        Assert.Empty(Findings(third, "Thời gian hoàn thành"));
    }

    private static List<string> Times(HealthWorkbook workbook) => [.. workbook.Rows("Cách hệ thống hiểu").Select(row => row["Thời gian ghi trong sổ"])];

    private static IEnumerable<IReadOnlyDictionary<string, string>> Findings(HealthWorkbook workbook, string about) =>
        workbook.Rows("Cảnh báo").Where(row => row["Ý nghĩa"].Contains(about, StringComparison.Ordinal));

    private Task<HealthWorkbook> CheckNextDayAsync()
    {
        _office.Clock.Now = _office.Clock.Now.AddDays(1);
        return CheckAsync();
    }

    /// <summary>Runs the job; the workbook gets the time of the office's clock, which decides which one was saved last.</summary>
    private async Task<HealthWorkbook> CheckAsync()
    {
        var folder = Path.Combine(_office.Output, "canh-bao");
        await _office.RunAsync(JobDuty.CheckRegisters);
        var path = Path.Combine(folder, FormattableString.Invariant($"canh-bao-{_office.Clock.Now:yyyy-MM-dd}.xlsx"));
        File.SetLastWriteTimeUtc(path, _office.Clock.Now.UtcDateTime);
        return new HealthWorkbook(path);
    }
}
