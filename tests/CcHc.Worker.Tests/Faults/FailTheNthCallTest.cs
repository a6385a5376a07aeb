using System.Globalization;
using CcHc.Adapters.Tests.Support;
using Xunit.Abstractions;

namespace CcHc.Worker.Tests.Faults;

/// <summary>
/// One whole day is lived with the n-th call to the world failing, n = 1, 2, 3 … until no call is left to fail; after each the promises are checked against the
/// same day without a fault. A run takes every k-th call, k from CCHC_FAULT_STRIDE; 1 takes them all.
/// </summary>
public abstract class FailTheNthCallTest(ITestOutputHelper output) : IAsyncLifetime
{
    private FaultTemplate _eve = null!;
    private LivedDay _unharmed = null!;

    protected abstract int Stride { get; }

    protected abstract Task<string?> PostgresAsync();

    public async Task InitializeAsync()
    {
        _eve = await FaultTemplate.PrepareAsync(await PostgresAsync());
        _unharmed = (await LiveAsync(new FaultDoor(0, FaultWay.Refused), new FaultDoor(0, FaultWay.Refused), FaultWay.Refused, new FaultyClock(FaultDay.Begin))).Day;
    }

    public async Task DisposeAsync() => await _eve.DisposeAsync();

    [Fact]
    public void TheDayWithoutAFault_IsOneWorthHarming()
    {
        Assert.Empty(_unharmed.Troubles);
        Assert.NotEmpty(_unharmed.Reminders);
        Assert.Empty(Promises.BrokenBy(_unharmed, _unharmed));
        Assert.Equal(["escalation", "form"], new[] { "escalation", "form" });
    }

    [Theory]
    [InlineData(FaultWay.Refused)]
    [InlineData(FaultWay.AnswerLost)]
    [InlineData(FaultWay.GoneBefore)]
    [InlineData(FaultWay.GoneAfter)]
    public async Task WhicheverStatementFails_EveryPromiseStands(FaultWay way) => await EachAsync(way, async nth =>
    {
        var door = new FaultDoor(nth, way);
        var (day, told) = await LiveAsync(door, new FaultDoor(0, way), way, new FaultyClock(FaultDay.Begin));
        return (door.Failed, day, told);
    });

    private async Task EachAsync(FaultWay way, Func<int, Task<(string? Failed, LivedDay Day, bool Told)>> live)
    {
        var broken = new List<string>();
        var (tried, silent) = (0, 0);
        for (var nth = 1; ; nth += Stride)
        {
            var (failed, day, _) = await live(nth);
            if (failed is null)
            {
                break;
            }

            tried++;
            silent += day.Troubles.Count == 0 ? 1 : 0;
            broken.AddRange(Promises.BrokenBy(day, _unharmed).Select(sentence => string.Create(CultureInfo.InvariantCulture, $"call {nth} ({failed}): {sentence}")));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{way}: {tried} days with a fault, {silent} of them went on by themselves, {broken.Count} promises broken."));
        Assert.True(tried > 0 && broken.Count == 0, string.Join(Environment.NewLine, broken.Take(40)));
    }

    private async Task<(LivedDay Day, bool Told)> LiveAsync(FaultDoor database, FaultDoor mail, FaultWay way, FaultyClock clock)
    {
        var office = await _eve.CopyAsync();
        try
        {
            office.Office.Clock.Now = clock.Now;
            return (await new FaultDay(office, database, mail, way, clock).LiveAsync(), true);
        }
        finally
        {
            await _eve.DropAsync(office);
        }
    }
}

public sealed class FailTheNthCallOnSqliteTest(ITestOutputHelper output) : FailTheNthCallTest(output)
{
    protected override int Stride => int.Parse(Environment.GetEnvironmentVariable("CCHC_FAULT_STRIDE") ?? "50", CultureInfo.InvariantCulture);

    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);
}
