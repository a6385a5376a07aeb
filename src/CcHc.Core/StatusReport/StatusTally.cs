using CcHc.Core.Obligations;

namespace CcHc.Core.StatusReport;

/// <summary>A running count of standings (bảng đếm) that ends as <see cref="StatusCounts"/>.</summary>
internal sealed class StatusTally
{
    private readonly int[] _counts = new int[(int)StatusGroup.Other + 1];

    public void Add(DeadlineStatus standing) => _counts[(int)StatusGroups.Of(standing)]++;

    public StatusCounts ToCounts() => StatusCounts.From(group => _counts[(int)group]);
}
