using CcHc.Core.Obligations;

namespace CcHc.Core.Reports;

/// <summary>A running count of standings (bảng đếm) that ends as <see cref="StandingCounts"/>.</summary>
internal sealed class StandingTally
{
    private readonly int[] _counts = new int[(int)StandingGroup.Other + 1];

    public void Add(Standing standing) => _counts[(int)StandingGroups.Of(standing)]++;

    public StandingCounts ToCounts() => new(
        Total: _counts.Sum(),
        DoneInTime: Count(StandingGroup.DoneInTime),
        DoneLate: Count(StandingGroup.DoneLate),
        Overdue: Count(StandingGroup.Overdue),
        DueSoon: Count(StandingGroup.DueSoon),
        Upcoming: Count(StandingGroup.Upcoming),
        Other: Count(StandingGroup.Other),
        DoneUndated: Count(StandingGroup.DoneUndated));

    private int Count(StandingGroup group) => _counts[(int)group];
}
