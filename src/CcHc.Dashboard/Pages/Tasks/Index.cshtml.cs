using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Tasks;

/// <summary>Every obligation, searched and filtered (nhiệm vụ).</summary>
public sealed class TasksModel(OfficeSnapshotCache office) : PageModel
{
    public OfficeStatus Office { get; private set; } = null!;

    public TaskFilter Filter { get; private set; } = new();

    public PagedList<TaskRow> Found { get; private set; } = null!;

    /// <summary>Of the agencies that owe something.</summary>
    public IReadOnlyList<(string Code, string Name)> Agencies { get; private set; } = [];

    public IReadOnlyList<string> Registers { get; private set; } = [];

    public Pager Pager => Pager.Of(Found, "/Tasks/Index", Filter.ToAddress());

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Office = await office.NowAsync(cancellationToken);
        Filter = TaskFilter.Read(Request.Query);
        Found = Office.Tasks.Find(Filter);
        var owing = Office.Summary.ByAgency.Select(line => line.Code).ToHashSet(StringComparer.Ordinal);
        Agencies = [.. Office.Board.Agencies.Where(agency => owing.Contains(agency.Code)).Select(agency => (agency.Code, agency.Name))];
        Registers = [.. Office.Board.Sources.Where(source => source.Tasks > 0).Select(source => source.File)];
    }

    /// <summary>The address of the same list in another order; asked again, the other way round.</summary>
    public Dictionary<string, string> InOrder(TaskSort sort) =>
        (Filter with { Sort = sort, IsDescending = Filter.Sort == sort && !Filter.IsDescending, Page = 1 }).ToAddress();

    public string? Direction(TaskSort sort) => Filter.Sort != sort ? null : Filter.IsDescending ? "descending" : "ascending";
}
