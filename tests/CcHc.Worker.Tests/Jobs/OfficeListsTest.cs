using CcHc.Core.Jobs;
using CcHc.Office;
using CcHc.Worker.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CcHc.Worker.Tests.Jobs;

public sealed class OfficeListsTest : IAsyncDisposable
{
    private readonly TestOffice _office = new();

    public OfficeListsTest()
    {
        _office.Register("ke-hoach.xlsx", ["Rà soát thủ tục", "Sở Tư pháp", "Quý IV/2026"]);
        _office.Figures(["CT01", "Số hồ sơ tiếp nhận", "số nguyên", "tổng"]);
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task AListReadBefore_IsNoRegisterThatIsMissing()
    {
        var first = await _office.RunAsync(JobDuty.ReadRegisters);
        var second = await _office.RunAsync(JobDuty.ReadRegisters);
        var reading = await ReadAsync();

        Assert.Equal((first.Result, first.Summary), (second.Result, second.Summary));
        Assert.True(reading.IsWhole);
        Assert.Equal(["chi-tieu.xlsx", "danh-ba-co-quan.xlsx", "lich-nghi.xlsx", "so-theo-doi/ke-hoach.xlsx"], reading.Sources.Select(source => source.File)
            .Order(StringComparer.Ordinal));
        Assert.DoesNotContain(reading.Findings, finding => finding.Code == "register-missing");
    }

    [Fact]
    public async Task FiguresAreStillAsked_WhileTheirListIsAway()
    {
        await _office.RunAsync(JobDuty.ReadRegisters);
        File.Delete(Path.Combine(_office.Shared, "chi-tieu.xlsx"));
        var reading = await ReadAsync();

        Assert.Equal("CT01", Assert.Single(reading.Indicators).Code);
        Assert.False(reading.IsWhole);
        Assert.Contains(reading.Findings, finding => finding.File == "chi-tieu.xlsx");
    }

    [Fact]
    public async Task NothingIsMissed_WhereTheOfficeNeverHadAListOfFigures()
    {
        File.Delete(Path.Combine(_office.Shared, "chi-tieu.xlsx"));
        await _office.RunAsync(JobDuty.ReadRegisters);
        var reading = await ReadAsync();

        Assert.Empty(reading.Indicators);
        Assert.True(reading.IsWhole);
    }

    private async Task<OfficeReading> ReadAsync()
    {
        await using var host = await _office.OpenAsync();
        return await host.Services.GetRequiredService<OfficeReader>().LookAsync(new DateOnly(2026, 6, 15), new Progress<(int, int)>(), CancellationToken.None);
    }
}
