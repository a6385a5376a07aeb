namespace CcHc.Dashboard.Tests.Support;

/// <summary>A clock that stands where a test puts it; waiting still takes real time.</summary>
public sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
