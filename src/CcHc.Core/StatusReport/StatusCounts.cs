namespace CcHc.Core.StatusReport;

/// <summary>Counts of obligations by status (bảng đếm tình trạng), for one agency or one area.</summary>
public sealed record StatusCounts(int Total, int DoneInTime, int DoneLate, int Overdue, int DueSoon, int Upcoming, int Other, int DoneUndated = 0)
{
    public static StatusCounts Nothing { get; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>
    /// Share of what has fallen due that was done in time, 0 to 1; null when nothing has fallen due. What is done on an unknown day counts in neither part.
    /// </summary>
    public double? OnTimeRate => DoneInTime + DoneLate + Overdue is > 0 and var fallen ? (double)DoneInTime / fallen : null;

    /// <param name="count">How many stand in a group.</param>
    public static StatusCounts From(Func<StatusGroup, int> count) => new(
        Total: Enum.GetValues<StatusGroup>().Sum(count),
        DoneInTime: count(StatusGroup.DoneInTime),
        DoneLate: count(StatusGroup.DoneLate),
        Overdue: count(StatusGroup.Overdue),
        DueSoon: count(StatusGroup.DueSoon),
        Upcoming: count(StatusGroup.Upcoming),
        Other: count(StatusGroup.Other),
        DoneUndated: count(StatusGroup.DoneUndated));

    public int Of(StatusGroup group) => group switch
    {
        StatusGroup.DoneInTime => DoneInTime,
        StatusGroup.DoneLate => DoneLate,
        StatusGroup.DoneUndated => DoneUndated,
        StatusGroup.Overdue => Overdue,
        StatusGroup.DueSoon => DueSoon,
        StatusGroup.Upcoming => Upcoming,
        _ => Other,
    };

    public static StatusCounts operator +(StatusCounts one, StatusCounts other) => From(group => one.Of(group) + other.Of(group));
}
