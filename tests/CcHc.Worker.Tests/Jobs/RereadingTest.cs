using CcHc.Adapters.Storage.Registers;
using CcHc.Core.Registers.Recognition;
using CcHc.Office;
using CcHc.Worker.Jobs;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs;

/// <summary>One program reads the office again and again: what is the same is not read anew, and what is otherwise is seen.</summary>
public sealed class RereadingTest : IAsyncLifetime
{
    private const string Name = "ke-hoach.xlsx";
    private static readonly DateOnly Today = new(2026, 6, 15);

    private readonly TestOffice _office = new();
    private OfficeHost _program = null!;

    private string Register => Path.Combine(_office.Registers, Name);

    public async Task InitializeAsync()
    {
        _office.Register(Name, ["Rà soát thủ tục", "Sở Tư pháp", "Quý II/2026"], ["Cắt giảm thời gian", "Sở Tài chính", "Quý III/2026"]);
        _program = await _office.OpenAsync();
        // The first reading is remembered by the second, and the third has nothing left to learn.
        await ReadAsync();
        await ReadAsync();
    }

    [Fact]
    public async Task AnUnchangedOffice_IsNotWorkedOutAgain()
    {
        var before = await ReadAsync();
        Assert.Same(before.Tasks, (await ReadAsync()).Tasks);
        Assert.Equal(2, before.Obligations.Count());
    }

    [Fact]
    public async Task AnUnchangedRegister_IsNotParsedAgain_BesideAChangedOne()
    {
        var before = (await ReadAsync()).Tasks[0].Task.Products;
        _office.Register("so-khac.xlsx", ["Số hóa hồ sơ", "Sở Nội vụ", "Quý IV/2026"]);
        var after = await ReadAsync();
        Assert.Equal(3, after.Tasks.Count);
        Assert.Same(before, after.Tasks.Single(task => task.Task.Text == "Rà soát thủ tục").Task.Products);
    }

    // RELIABILITY line 10.
    [Fact]
    public async Task OtherContent_IsRead_ThoughSizeAndTimeAreTheSame()
    {
        Pad(Register, new FileInfo(Register).Length + 100);
        await ReadAsync();
        var (size, time) = (new FileInfo(Register).Length, File.GetLastWriteTimeUtc(Register));
        _office.Register(Name, ["Rà soát thủ tục", "Sở Tư pháp", "Quý II/2026"], ["Cắt giảm thời gian", "Sở Tài chính", "Quý IV/2026"]);
        Pad(Register, size);
        File.SetLastWriteTimeUtc(Register, time);

        var reading = await ReadAsync();

        Assert.Equal(new DateOnly(2026, 12, 31), reading.Obligations.Last().Milestone.Due);
        Assert.Equal((size, time), (new FileInfo(Register).Length, File.GetLastWriteTimeUtc(Register)));
    }

    [Fact]
    public async Task ANewDirectory_NamesTheAgenciesAnew()
    {
        _office.Agencies(["SNV", "Sở Nội vụ", "", "", "snv@x.example"], ["STC", "Sở Tài chính", "", "", "stc@x.example"],
            ["TP", "Sở Tư pháp", "", "", "moi@x.example"]);
        Assert.Equal(["TP", "STC"], (await ReadAsync()).Obligations.Select(one => one.Agency.Code));
    }

    [Fact]
    public async Task NewDaysOff_Count()
    {
        _office.DaysOff(["30/06/2026", "nghỉ", "thử"]);
        Assert.False((await ReadAsync()).Calendar.IsWorkingDay(new DateOnly(2026, 6, 30)));
    }

    [Fact]
    public async Task AnotherDay_IsJudgedAnew()
    {
        var before = await ReadAsync();
        Assert.NotSame(before.Tasks, (await ReadAsync(Today.AddDays(1))).Tasks);
    }

    [Fact]
    public async Task WhatAnotherWorkerRemembered_IsTakenUp()
    {
        var known = (await Memory.ListAsync()).Single();
        await Memory.PutAsync([known with { Tasks = [.. known.Tasks.Select(task => task with { Key = task.Key + "!" })] }]);
        Assert.All((await ReadAsync()).Tasks, task => Assert.EndsWith("!", task.Task.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFileThatIsGone_IsStillUsedAndTold()
    {
        File.Delete(Register);
        var reading = await ReadAsync();
        Assert.Equal(2, reading.Tasks.Count);
        Assert.Contains(reading.Findings, finding => finding.Code == "register-missing");
        Assert.False(reading.IsWhole);
    }

    private KnownRegisters Memory => _program.Services.GetRequiredService<KnownRegisters>();

    private Task<OfficeReading> ReadAsync(DateOnly? day = null) => _program.Services.GetRequiredService<OfficeReader>()
        .ReadAsync(new JobContext("", day ?? Today, DryRun: false, new Progress<(int Done, int Of)>()), CancellationToken.None);

    /// <summary>A zip may end in a comment of any length; so much of one makes the file as long as it was.</summary>
    private static void Pad(string path, long size)
    {
        var bytes = File.ReadAllBytes(path).ToList();
        Assert.InRange(size - bytes.Count, 0, ushort.MaxValue);
        var comment = (int)size - bytes.Count;
        (bytes[^2], bytes[^1]) = ((byte)comment, (byte)(comment >> 8));
        bytes.AddRange(new byte[comment]);
        File.WriteAllBytes(path, [.. bytes]);
    }

    public async Task DisposeAsync()
    {
        await _program.DisposeAsync();
        await _office.DisposeAsync();
    }
}
