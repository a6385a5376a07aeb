using System.Globalization;

namespace CcHc.Worker.Tests.Faults;

/// <summary>Lives the day once for each call to fail, until no call is left, and says which promises each broke.</summary>
/// <param name="stride">Every how-manieth call is failed.</param>
internal sealed class FaultRound(int stride)
{
    private readonly List<string> _broken = [];

    /// <summary>How many days had a fault in them.</summary>
    public int Days { get; private set; }

    /// <summary>In how many of those a job was run again.</summary>
    public int Repeated { get; private set; }

    public IReadOnlyList<string> Broken => _broken;

    /// <param name="live">Given n, what failed (null: there is no n-th call), the day, and the promises it broke.</param>
    public async Task LiveAsync(Func<int, Task<(string? Failed, LivedDay Day, IReadOnlyList<string> Broken)>> live)
    {
        for (var nth = 1; ; nth += stride)
        {
            var (failed, day, broken) = await TryAsync(live, nth);
            if (failed is null)
            {
                return;
            }

            Days++;
            Repeated += day is { Troubles.Count: > 0 } ? 1 : 0;
            _broken.AddRange(broken.Select(sentence => string.Create(CultureInfo.InvariantCulture, $"call {nth}, {failed}: {sentence}")));
        }
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Days} days with a fault, a job run again in {Repeated}, {_broken.Count} promises broken");

    /// <summary>A day that does not come to its end breaks every promise.</summary>
    private static async Task<(string? Failed, LivedDay? Day, IReadOnlyList<string> Broken)> TryAsync(
        Func<int, Task<(string? Failed, LivedDay Day, IReadOnlyList<string> Broken)>> live, int nth)
    {
        try
        {
            return await live(nth);
        }
        catch (UnfinishedDayException stuck)
        {
            return ("see there", null, [stuck.Message]);
        }
    }
}

/// <summary>A job did not end well however often it was run.</summary>
internal sealed class UnfinishedDayException(string message) : Exception(message);
