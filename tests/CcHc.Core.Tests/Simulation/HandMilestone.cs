namespace CcHc.Core.Tests.Simulation;

/// <summary>What a time is, in the words of the office.</summary>
internal enum HandKind { Dated, Continuous, Recurring, Event, NotUnderstood }

/// <summary>One time of a task as a person reads it, written by hand beside the words; nothing here was parsed.</summary>
/// <param name="Last">The last allowed day as written, before a day off moves it.</param>
/// <param name="Before">The day X of "trước ngày X".</param>
/// <param name="Frequency">"Quarterly": how often a recurring duty comes.</param>
/// <param name="FallsOn">The days its words name; null leaves them to the reporting regime.</param>
internal sealed record HandMilestone(
    HandKind Kind, DateOnly? Last = null, DateOnly? Before = null, string Frequency = "", Func<DateOnly, bool>? FallsOn = null, DateOnly? From = null,
    DateOnly? To = null)
{
    public static HandMilestone Until(int day, int month, int year) => new(HandKind.Dated, new DateOnly(year, month, day));

    public static HandMilestone EndOf(int month, int year) => Until(DateTime.DaysInMonth(year, month), month, year);

    public static HandMilestone BeforeDay(int day, int month, int year)
    {
        var written = new DateOnly(year, month, day);
        return new HandMilestone(HandKind.Dated, written.AddDays(-1), written);
    }

    public static HandMilestone Each(string frequency, Func<DateOnly, bool>? fallsOn = null) => new(HandKind.Recurring, Frequency: frequency, FallsOn: fallsOn);

    public static readonly HandMilestone Always = new(HandKind.Continuous);

    public static readonly HandMilestone Awaited = new(HandKind.Event);

    public static readonly HandMilestone Unclear = new(HandKind.NotUnderstood);
}

/// <summary>The words of a time cell, and what they mean.</summary>
internal sealed record TimePhrase(string Words, params IReadOnlyList<HandMilestone> Milestones)
{
    /// <summary>A day, month, quarter, half-year or year and nothing else, so that heads may be told by it.</summary>
    public bool IsPlain { get; init; }

    public TimePhrase Plain => this with { IsPlain = true };
}
