using CcHc.Adapters.Files;
using CcHc.Adapters.Storage.Outbox;
using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>RELIABILITY 9, 26, 27: whatever is done to rows and files, no reminder goes out twice and no task is doubled.</summary>
public sealed class KeptIdentityTest : IAsyncDisposable
{
    private static readonly string[] Review = ["Rà soát thủ tục hành chính", "Sở Tư pháp", "Ngày 30/6/2026"];
    private static readonly string[] Budget = ["Lập dự toán kinh phí cải cách", "Sở Tài chính", "Ngày 30/6/2026"];
    private static readonly string[] Training = ["Tập huấn cán bộ đầu mối", "Sở Nội vụ", "Ngày 30/6/2026"];
    private static readonly string[] Survey = ["Đo lường sự hài lòng của người dân", "Sở Nội vụ", "Quý IV/2026"];

    private readonly TestOffice _office = new();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    private static readonly Dictionary<string, (Action<TestOffice> Make, int Tasks)> Made = new(StringComparer.Ordinal)
    {
        ["rows sorted"] = (office => office.Register("ke-hoach.xlsx", Survey, Training, Review, Budget), 4),
        ["row inserted, the rest renumbered"] =
            (office => office.Register("ke-hoach.xlsx", Review, ["Công bố danh mục", "Sở Tư pháp", "Quý IV/2026"], Budget, Training, Survey), 5),
        ["row deleted, the rest renumbered"] = (office => office.Register("ke-hoach.xlsx", Budget, Training, Survey), 3),
        ["row reworded"] =
            (office => office.Register("ke-hoach.xlsx", ["Rà soát, đơn giản hóa thủ tục", "Sở Tư pháp", "Ngày 30/6/2026"], Budget, Training, Survey), 4),
        ["row reworded and renumbered"] =
            (office => office.Register("ke-hoach.xlsx", Survey, Budget, Training, ["Tiếp tục rà soát thủ tục hành chính", "Sở Tư pháp", "Ngày 30/6/2026"]), 4),
        ["file renamed"] = (office => Move(office, "theo-doi-cchc.xlsx"), 4),
        ["file moved"] = (office => Move(office, Path.Combine("2027", "ke-hoach.xlsx")), 4),
        ["file renamed and worked in"] = (office => { Move(office, "cu.xlsx"); office.Register("cu.xlsx", Training, Review, Budget, Survey,
            ["Việc mới", "Sở Tư pháp", "Quý IV/2026"]); }, 5),
        ["file copied"] = (office => Copy(office, "ke-hoach-chinh-thuc.xlsx"), 4),
        ["copied under a name that sorts first"] = (office => Copy(office, "a.xlsx"), 4),
        ["copied, and the copy worked in"] =
            (office => office.Register("a.xlsx", [.. Review, "Hoàn thành"], Budget, Training, ["Việc khác hẳn", "Sở Tư pháp", "Quý IV/2026"]), 4),
        ["sheet renamed"] = (office => office.RenameSheet("ke-hoach.xlsx", "Biểu 1"), 4),
    };

    public static TheoryData<string> Changes => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Run_SendsNothingAgain_AndDoublesNoTask(string change)
    {
        var (make, tasks) = Made[change];
        _office.Register("ke-hoach.xlsx", Review, Budget, Training, Survey);
        await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal(3, _office.Letters.Count);
        make(_office);

        // The same stage still holds on the next day, when a letter more could go out.
        _office.Clock.Now = _office.Clock.Now.AddDays(1);
        var next = await _office.RunAsync(JobDuty.RemindAgencies);
        _office.Clock.Now = _office.Clock.Now.AddDays(1);
        var third = await _office.RunAsync(JobDuty.RemindAgencies);

        Assert.Equal((tasks, tasks), (next.Counts["tasks"], third.Counts["tasks"]));
        Assert.Equal((0, 0), (next.Counts["reminders"], third.Counts["reminders"]));
        Assert.Equal(3, _office.Letters.Count);
    }

    [Fact]
    public async Task Run_RemindsOfATaskPutInTheNumberOfAnother()
    {
        _office.Register("ke-hoach.xlsx", Review, Budget);
        await _office.RunAsync(JobDuty.RemindAgencies);
        _office.Register("ke-hoach.xlsx", ["Công bố danh mục dịch vụ công", "Sở Nội vụ", "Ngày 30/6/2026"], Review, Budget);
        Assert.Equal(1, (await _office.RunAsync(JobDuty.RemindAgencies)).Counts["reminders"]);
    }

    [Fact]
    public async Task Run_ReadsTheCopyForTheNewYear_AsARegisterOfItsOwn()
    {
        string[][] undated = [["Rà soát thủ tục hành chính", "Sở Tư pháp", "Quý II"], ["Lập dự toán kinh phí", "Sở Tài chính", "Quý II"]];
        _office.Register("2026/ke-hoach.xlsx", 2026, undated);
        await _office.RunAsync(JobDuty.RemindAgencies);
        _office.Register("2027/ke-hoach.xlsx", 2027, undated);
        Assert.Equal(4, (await _office.RunAsync(JobDuty.RemindAgencies)).Counts["tasks"]);

        _office.Clock.Now = new DateTimeOffset(2027, 6, 24, 1, 0, 0, TimeSpan.Zero);
        var nextYear = await _office.RunAsync(JobDuty.RemindAgencies);
        await using var host = await _office.OpenAsync();
        var keys = (await host.Services.GetRequiredService<SentLedger>().ReadAsync()).Where(key => key.Due.Year == 2027).Select(key => key.TaskKey)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["so-theo-doi/2027/ke-hoach|Phụ lục||1", "so-theo-doi/2027/ke-hoach|Phụ lục||2"], keys);
        Assert.True(nextYear.Counts["reminders"] >= 2);
    }

    [Fact]
    public async Task Run_GoesOnWithTheOriginal_WhileItIsAwayForAMoment_AndItsCopyLiesBesideIt()
    {
        _office.Register("ke-hoach.xlsx", Review, Budget, Training);
        Copy(_office, "a.xlsx");
        await _office.RunAsync(JobDuty.RemindAgencies);
        var away = Path.Combine(_office.Shared, "away.xlsx");
        File.Move(Path.Combine(_office.Registers, "a.xlsx"), away);

        Assert.Equal(3, (await _office.RunAsync(JobDuty.RemindAgencies)).Counts["tasks"]);
        File.Move(away, Path.Combine(_office.Registers, "a.xlsx"));
        Assert.Equal("so-theo-doi/ke-hoach.xlsx", await DuplicateAsync());
    }

    [Fact]
    public async Task Run_TakesTheCopy_FromTheDayAfterTheOriginalWasTakenAway()
    {
        _office.Register("a.xlsx", Review, Budget, Training);
        Copy(_office, "b.xlsx", "a.xlsx");
        await _office.RunAsync(JobDuty.RemindAgencies);
        File.Delete(Path.Combine(_office.Registers, "a.xlsx"));
        Assert.Equal(JobResult.Partly, (await _office.RunAsync(JobDuty.RemindAgencies)).Result);

        _office.Clock.Now = _office.Clock.Now.AddDays(1);
        var next = await _office.RunAsync(JobDuty.RemindAgencies);
        Assert.Equal((JobResult.Done, 3, 0), (next.Result, next.Counts["tasks"], next.Counts["reminders"]));
    }

    [Fact]
    public async Task Check_NamesTheCopy_WithoutADatabase()
    {
        _office.Register("ke-hoach.xlsx", Review, Budget, Training);
        Copy(_office, "z.xlsx");
        var folder = new SharedFolder(_office.Shared, _office.Output);
        var reading = await new OfficeReader(folder, _office.Office, new FallbackWorkbookReader(null, new OfficeClock(_office.Clock)), null,
            new AnswerReader(folder, null))
            .LookAsync(new DateOnly(2026, 6, 15), new Progress<(int, int)>(), CancellationToken.None);

        Assert.Equal(3, reading.Tasks.Count);
        Assert.Equal("so-theo-doi/z.xlsx", reading.Findings.Single(finding => finding.Code == "register-duplicate").File);
    }

    [Fact]
    public async Task Run_RemembersNothing_WhenItIsDry()
    {
        _office.Register("ke-hoach.xlsx", Review);
        await _office.RunAsync(JobDuty.RemindAgencies, dryRun: true);
        await using var host = await _office.OpenAsync();
        Assert.Empty(await host.Services.GetRequiredService<KnownRegisters>().ListAsync());
        Assert.Empty(await host.Services.GetRequiredService<RegisterSnapshots>().ListAsync());
    }

    private async Task<string> DuplicateAsync()
    {
        await using var host = await _office.OpenAsync();
        var reading = await host.Services.GetRequiredService<OfficeReader>()
            .LookAsync(new DateOnly(2026, 6, 15), new Progress<(int, int)>(), CancellationToken.None);
        return reading.Findings.Single(finding => finding.Code == "register-duplicate").File;
    }

    private static void Move(TestOffice office, string name)
    {
        var target = Path.Combine(office.Registers, name);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(Path.Combine(office.Registers, "ke-hoach.xlsx"), target);
    }

    private static void Copy(TestOffice office, string name, string from = "ke-hoach.xlsx") =>
        File.Copy(Path.Combine(office.Registers, from), Path.Combine(office.Registers, name));
}
