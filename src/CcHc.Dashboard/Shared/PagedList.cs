namespace CcHc.Dashboard.Shared;

/// <summary>One page of a list.</summary>
public sealed record PagedList<T>(IReadOnlyList<T> Rows, int Total, int Page, int PageSize)
{
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <summary>A page beyond the last is the last, one before the first the first.</summary>
    public static PagedList<T> PageOf(IReadOnlyList<T> all, int page, int pageSize)
    {
        var number = Math.Clamp(page, 1, Math.Max(1, (all.Count + pageSize - 1) / pageSize));
        var first = (number - 1) * pageSize;
        return new PagedList<T>([.. Enumerable.Range(first, Math.Min(pageSize, all.Count - first)).Select(place => all[place])], all.Count, number, pageSize);
    }

    /// <summary>Reads one page of a list too long to be held; a page beyond the last is the last.</summary>
    /// <param name="read">From so many on, so many at most.</param>
    public static async Task<PagedList<T>> ReadAsync(int total, int page, int pageSize, Func<int, int, Task<IReadOnlyList<T>>> read)
    {
        var number = Math.Clamp(page, 1, Math.Max(1, (total + pageSize - 1) / pageSize));
        return new PagedList<T>(await read((number - 1) * pageSize, pageSize), total, number, pageSize);
    }
}
