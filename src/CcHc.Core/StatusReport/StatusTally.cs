using CcHc.Core.Obligations;

namespace CcHc.Core.StatusReport;

/// <summary>A running count of standings (bảng đếm) that ends as <see cref="StatusCounts"/>.</summary>
internal sealed class StatusTally
{
    private readonly int[] _counts = new int[(int)StatusGroup.Other + 1];

    public void Add(DeadlineStatus standing) => _counts[(int)StatusGroups.Of(standing)]++;

    public StatusCounts ToCounts() => new(
        Total: _counts.Sum(),
        DoneInTime: Count(StatusGroup.DoneInTime),
        DoneLate: Count(StatusGroup.DoneLate),
        Overdue: Count(StatusGroup.Overdue),
        DueSoon: Count(StatusGroup.DueSoon),
        Upcoming: Count(StatusGroup.Upcoming),
        Other: Count(StatusGroup.Other),
        DoneUndated: Count(StatusGroup.DoneUndated));

    private int Count(StatusGroup group) => _counts[(int)group];
}
