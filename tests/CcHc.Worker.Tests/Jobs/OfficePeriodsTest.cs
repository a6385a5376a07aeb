using CcHc.Office;
using CcHc.Worker.Tests.Support;

namespace CcHc.Worker.Tests.Jobs;

public sealed class OfficePeriodsTest : IAsyncDisposable
{
    private readonly ReportOffice _office = new();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData("2026-Q1", "2025-N", "2025-Q1")]
    [InlineData("2026-6T", "2026-Q1", "2025-6T")]
    [InlineData("2026-Q3", "2026-6T", "2025-Q3")]
    [InlineData("2026-N", "2026-Q3", "2025-N")]
    public async Task APeriod_IsComparedWithTheOneBefore_AndTheYearBefore(string code, string before, string yearBefore) =>
        await _office.WithAsync<OfficePeriods, bool>(periods =>
        {
            Assert.Equal((before, yearBefore), (periods.Before(periods.Named(code))!.Code, periods.YearBefore(periods.Named(code))!.Code));
            return Task.FromResult(true);
        });

    [Theory]
    [InlineData("2026-Q2", "2026-6T")]
    [InlineData("2031-X", "2031-Q1")]
    [InlineData("", "2026-Q1")]
    public async Task APeriodThatIsNone_IsNamedWithThoseThereAre(string code, string named) => await _office.WithAsync<OfficePeriods, bool>(periods =>
    {
        Assert.Contains(named, Assert.Throws<UnknownPeriodException>(() => periods.Named(code)).Message, StringComparison.Ordinal);
        return Task.FromResult(true);
    });

    [Fact]
    public async Task APeriod_IsFoundInWhateverCase() =>
        Assert.Equal("2026-6T", await _office.WithAsync<OfficePeriods, string>(periods => Task.FromResult(periods.Named("2026-6t").Code)));
}
