using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.StatusReports;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Tasks;

/// <summary>The list of tasks as a workbook (xuất Excel): the same filters as the page, every row.</summary>
public sealed class ExportModel(OfficeSnapshotCache office) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = await office.NowAsync(cancellationToken);
        var filter = TaskFilter.Read(Request.Query);
        return new StreamedFile(MediaTypes.Workbook, FormattableString.Invariant($"nhiem-vu-{now.Today:yyyy-MM-dd}.xlsx"),
            file => TaskListWorkbookWriter.Write(file, [.. now.Tasks.All(filter).Select(row => row.Assessed)], InWords(filter, now), now.Today));
    }

    private static string InWords(TaskFilter filter, OfficeStatus now) => filter.IsAll ? "" : "Chỉ gồm việc " + string.Join("; ", new[]
    {
        filter.Words.Length > 0 ? $"có các từ “{filter.Words}”" : "",
        filter.Agency.Length > 0 ? "cơ quan " + (now.Board.Agencies.FirstOrDefault(agency => agency.Code == filter.Agency)?.Name ?? "chưa xác định") : "",
        filter.Area is { } area ? "lĩnh vực " + area.DisplayName() : "",
        filter.Groups.Count > 0 ? "tình trạng " + string.Join(", ", filter.Groups.Select(group => group.DisplayName())) : "",
        filter.From is { } from ? "hạn từ " + Vietnamese.Day(from) : "",
        filter.To is { } to ? "hạn đến " + Vietnamese.Day(to) : "",
        filter.Register.Length > 0 ? "sổ " + filter.Register : "",
    }.Where(words => words.Length > 0));
}
