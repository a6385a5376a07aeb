using System.Globalization;
using CcHc.Core.Text;
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

    public PagedList<TaskRow> Find(TaskFilter filter) => PagedList<TaskRow>.PageOf([.. All(filter)], filter.Page, PageSize);

    /// <summary>Every row that fits, in the filter's order.</summary>
    public IEnumerable<TaskRow> All(TaskFilter filter)
    {
        var order = _orders[(int)filter.Sort].Value;
        var (words, groups) = (VietnameseText.Fold(filter.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries), filter.Groups);
        var agency = filter.Agency == TaskFilter.NoAgency ? "" : filter.Agency;
        for (var i = 0; i < order.Length; i++)
        {
            var row = order[filter.IsDescending ? order.Length - 1 - i : i];
            if ((groups.Count == 0 || groups.Contains(row.Group))
                && (filter.Area is not { } area || row.Task.Area == area)
                && (filter.Agency.Length == 0 || row.Obligation.Agency.Code == agency)
                && (filter.Register.Length == 0 || row.Task.Place.File == filter.Register)
                && (filter.From is not { } from || row.Standing.Due >= from)
                && (filter.To is not { } to || row.Standing.Due <= to)
                && HasAll(row.SearchText, words))
            {
                yield return row;
            }
        }
    }

    private static bool HasAll(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (!text.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
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
