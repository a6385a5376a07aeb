using System.Globalization;
using CcHc.Adapters.Tests.Support;
using CcHc.Worker.Tests.Support;
using Xunit.Abstractions;

namespace CcHc.Worker.Tests.Faults;

/// <summary>
/// One whole day is lived with the n-th call to the world failing, n = 1, 2, 3 … until no call is left to fail; after each the promises are checked against the
/// same day without a fault. CCHC_FAULT_STRIDE says every how-manieth call is failed; 1 is all of them.
/// </summary>
public abstract class FailTheNthCallTest(ITestOutputHelper output) : IAsyncLifetime
{
    private FaultTemplate _eve = null!;
    private LivedDay _unharmed = null!;

    internal static int Stride(int usual) =>
        Environment.GetEnvironmentVariable("CCHC_FAULT_STRIDE") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : usual;

    protected abstract int UsualStride { get; }

    /// <summary>There are few letters in a day.</summary>
    protected abstract int UsualLetterStride { get; }

    protected abstract string Store { get; }

    protected abstract Task<string?> PostgresAsync();

    public async Task InitializeAsync()
    {
        _eve = await FaultTemplate.PrepareAsync(await PostgresAsync());
        _unharmed = await LiveAsync(FaultDoor.Open, FaultDoor.Open, FaultWay.Refused, new FaultyClock(FaultDay.Begin));
    }

    public async Task DisposeAsync() => await _eve.DisposeAsync();

    [Fact]
    public void TheDayWithoutAFault_IsWorthHarming()
    {
        Assert.Empty(_unharmed.Troubles);
        Assert.Empty(Promises.BrokenBy(_unharmed, _unharmed));
        Assert.Equal(["health-mail", "health-workbook", "period-report", "reminder", "report-form", "report-receipt"], _unharmed.Kinds);
        Assert.Equal(["Accepted", "Accepted", "Accepted", "Accepted"], _unharmed.HandIns.Select(file => file.Split(' ')[1]));
        Assert.Equal(["2026-6T 1 Draft", "2026-Q1 1 Closing"], _unharmed.Outputs.Select(output => string.Join(' ', output.Split(' ')[..3])));
    }

    [Theory]
    [InlineData(FaultWay.Refused)]
    [InlineData(FaultWay.AnswerLost)]
    [InlineData(FaultWay.GoneBefore)]
    [InlineData(FaultWay.GoneAfter)]
    public async Task WhicheverStatementFails_EveryPromiseStands(FaultWay way) =>
        await EachAsync($"statement {Store}, {way}", Stride(UsualStride), nth => new FaultDoor(nth, way), _ => FaultDoor.Open, way);

    [Theory]
    [InlineData(FaultWay.Refused)]
    [InlineData(FaultWay.AnswerLost)]
    [InlineData(FaultWay.GoneBefore)]
    [InlineData(FaultWay.GoneAfter)]
    public async Task WhicheverLetterFails_EveryPromiseStands(FaultWay way) =>
        await EachAsync($"letter {Store}, {way}", Stride(UsualLetterStride), _ => FaultDoor.Open, nth => new FaultDoor(nth, way), way);

    /// <summary>What is due today stays due, whatever day the machine thinks it is for a while.</summary>
    [Theory]
    [InlineData(24 * 60)]
    [InlineData(-60)]
    [InlineData(2)]
    public async Task WheneverTheClockJumps_NothingIsDoubledOrLost(int minutes)
    {
        var round = new FaultRound(Stride(UsualStride));
        await round.LiveAsync(async nth =>
        {
            var clock = new FaultyClock(FaultDay.Begin, nth, TimeSpan.FromMinutes(minutes));
            var day = await LiveAsync(FaultDoor.Open, FaultDoor.Open, FaultWay.Refused, clock);
            return (clock.HasJumped ? "the clock jumps" : null, day, Promises.BrokenByAnotherDay(day, _unharmed));
        });
        Told($"clock {Store}, {minutes:+0;-0} min", round);
    }

    private async Task EachAsync(string what, int stride, Func<int, FaultDoor> database, Func<int, FaultDoor> mail, FaultWay way)
    {
        var round = new FaultRound(stride);
        await round.LiveAsync(async nth =>
        {
            var (statements, letters) = (database(nth), mail(nth));
            var day = await LiveAsync(statements, letters, way, new FaultyClock(FaultDay.Begin));
            return (statements.Failed ?? letters.Failed, day, Promises.BrokenBy(day, _unharmed));
        });
        Told(what, round);
    }

    private void Told(string what, FaultRound round)
    {
        output.WriteLine($"{what}: {round}");
        Assert.True(round.Days > 0, "No call failed.");
        Assert.True(round.Broken.Count == 0, string.Join(Environment.NewLine, round.Broken.Take(40)));
    }

    private async Task<LivedDay> LiveAsync(FaultDoor database, FaultDoor mail, FaultWay way, FaultyClock clock)
    {
        var office = await _eve.CopyAsync();
        try
        {
            return await new FaultDay(office, database, mail, way, clock).LiveAsync();
        }
        finally
        {
            await _eve.DropAsync(office);
        }
    }
}

public sealed class FailTheNthCallOnSqliteTest(ITestOutputHelper output) : FailTheNthCallTest(output)
{
    protected override int UsualStride => 61;

    protected override int UsualLetterStride => 2;

    protected override string Store => "SQLite";

    protected override Task<string?> PostgresAsync() => Task.FromResult<string?>(null);
}

[Collection(PostgresTests.Name)]
public sealed class FailTheNthCallOnPostgresTest(PostgresServer server, ITestOutputHelper output) : FailTheNthCallTest(output)
{
    protected override int UsualStride => 97;

    protected override int UsualLetterStride => 4;

    protected override string Store => "PostgreSQL";

    protected override async Task<string?> PostgresAsync() => await server.NewSchemaAsync();
}
