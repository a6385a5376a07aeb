using System.Globalization;
using CcHc.Dashboard.Shared;

namespace CcHc.Dashboard.Snapshot;

/// <summary>Finds obligations (tìm nhiệm vụ). Each order is sorted once for everybody; a search only walks along it.</summary>
public sealed class TaskLists(IReadOnlyList<TaskRow> worstFirst)
{
    public const int PageSize = 50;

    private readonly Lazy<TaskRow[]>[] _orders =
    [
        new(() => [.. worstFirst]),
        new(() => [.. worstFirst.OrderBy(row => row.Standing.Due ?? DateOnly.MaxValue)]),
        new(() => [.. ByName(worstFirst, row => row.Obligation.Agency.Name)]),
        new(() => [.. worstFirst.OrderBy(row => row.Task.Area)]),
        new(
            () => [.. ByName(worstFirst, row => row.Task.Place.File).ThenBy(row => row.Task.Place.Sheet, StringComparer.Ordinal)
                .ThenBy(row => row.Task.Place.Row)]),
    ];

    private readonly Lazy<Dictionary<string, TaskLists>> _byAgency = new(() => worstFirst.GroupBy(row => row.Obligation.Agency.Code, StringComparer.Ordinal)
        .ToDictionary(rows => rows.Key, rows => new TaskLists([.. rows]), StringComparer.Ordinal));

    /// <summary>Worst first; empty when it owes nothing.</summary>
    /// <param name="code">Empty: those whose agency nobody could tell.</param>
    public IReadOnlyList<TaskRow> OfAgency(string code) => _byAgency.Value.TryGetValue(code, out var own) ? own._orders[0].Value : [];

    /// <summary>Only the rows of the page are held, however many fit.</summary>
    public PagedList<TaskRow> Find(TaskFilter filter)
    {
        if (filter.IsAll)
        {
            return PagedList<TaskRow>.PageOf(new Directed(_orders[(int)filter.Sort].Value, filter.IsDescending), filter.Page, PageSize);
        }

        var (rows, total) = Walk(filter, filter.Page);
        var last = Math.Max(1, (total + PageSize - 1) / PageSize);
        return new PagedList<TaskRow>(filter.Page <= last ? rows : Walk(filter, last).Rows, total, Math.Min(filter.Page, last), PageSize);
    }

    /// <summary>Every row that fits, in the filter's order.</summary>
    public IEnumerable<TaskRow> All(TaskFilter filter)
    {
        if (filter.Agency.Length > 0)
        {
            // Sorting is stable, so that an agency's own rows in some order stand as among all in that order.
            var code = filter.Agency == TaskFilter.NoAgency ? "" : filter.Agency;
            return _byAgency.Value.TryGetValue(code, out var own) ? own.All(filter with { Agency = "" }) : [];
        }

        var rows = new Directed(_orders[(int)filter.Sort].Value, filter.IsDescending);
        return filter.IsAll ? rows : rows.Where(new TaskMatch(filter).Fits);
    }

    private (IReadOnlyList<TaskRow> Rows, int Total) Walk(TaskFilter filter, int page)
    {
        var (rows, total, first) = (new List<TaskRow>(PageSize), 0, (page - 1L) * PageSize);
        foreach (var row in All(filter))
        {
            if (total++ >= first && rows.Count < PageSize)
            {
                rows.Add(row);
            }
        }

        return (rows, total);
    }

    /// <summary>Few names stand in many rows, so the names are put in order and the rows go by their place.</summary>
    private static IOrderedEnumerable<TaskRow> ByName(IReadOnlyList<TaskRow> rows, Func<TaskRow, string> name)
    {
        var vietnamese = StringComparer.Create(CultureInfo.GetCultureInfo("vi-VN"), CompareOptions.NumericOrdering);
        var places = rows.Select(name).Distinct(StringComparer.Ordinal).Order(vietnamese).Select((one, place) => (one, place))
            .ToDictionary(one => one.one, one => one.place, StringComparer.Ordinal);
        return rows.OrderBy(row => places[name(row)]);
    }
}
