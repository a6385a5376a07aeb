using CcHc.Core.Findings;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Shared;
using CcHc.Dashboard.Snapshot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages.Registers;

/// <summary>The office's registers and what should be mended in them (sổ theo dõi).</summary>
public sealed class RegistersModel(OfficeSnapshotCache office, HealthWorkbooks workbooks, TimeProvider clock) : PageModel
{
    private const int FindingsOnPage = 100;

    [FromQuery(Name = "so")]
    public string? Register { get; set; }

    /// <summary>"error", "warning" or "info"; anything else: all.</summary>
    [FromQuery(Name = "muc")]
    public string? Level { get; set; }

    [FromQuery(Name = "trang")]
    public string? Number { get; set; }

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];

    public PagedList<Finding> Found { get; private set; } = null!;

    public HealthWorkbook? Workbook { get; private set; }

    public Severity? Severity => Enum.GetValues<Severity>().Cast<Severity?>().FirstOrDefault(one => CodeOf(one!.Value) == Level);

    public Pager Pager => Pager.Of(Found, "/Registers/Index", Filter(Register, Level));

    public static string CodeOf(Severity severity) =>
        severity switch { Core.Findings.Severity.Error => "error", Core.Findings.Severity.Warning => "warning", _ => "info" };

    public static Dictionary<string, string> Filter(string? file, string? level) =>
        new (string Name, string? Value)[] { ("so", file), ("muc", level) }.Where(one => !string.IsNullOrEmpty(one.Value))
            .ToDictionary(one => one.Name, one => one.Value!, StringComparer.Ordinal);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var board = (await office.NowAsync(cancellationToken)).Board;
        Lines = RegisterLine.Of(board.Sources, board.Findings);
        var matches =
            FindingOrder.Sort(
                board.Findings.Where(
                    finding => (string.IsNullOrEmpty(Register) || finding.File == Register) && (Severity is not { } severity || finding.Severity == severity)));
        Found = PagedList<Finding>.PageOf(matches, Pager.NumberOf(Number), FindingsOnPage);
        Workbook = await workbooks.LatestAsync(cancellationToken);
    }
}
