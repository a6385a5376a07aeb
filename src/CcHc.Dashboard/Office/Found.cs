namespace CcHc.Dashboard.Office;

/// <summary>One page of a list.</summary>
public sealed record Found<T>(IReadOnlyList<T> Rows, int Total, int Page, int PageSize)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
}
