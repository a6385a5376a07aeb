using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>Findings by the cell they are about (ô được đánh dấu), the worst one's colour and all their words.</summary>
internal sealed class CellMarks(IReadOnlyList<Finding> findings)
{
    /// <summary>More comments than this help nobody and make the file slow to open.</summary>
    private const int MostComments = 200;

    private readonly HashSet<string> _sheets = [.. findings.Select(finding => finding.Sheet).OfType<string>()];

    private readonly ILookup<(string Sheet, string Cell), Finding> _byCell =
        findings.Where(finding => finding is { Sheet: not null, Cell: not null }).ToLookup(finding => (finding.Sheet!, finding.Cell!));

    private int _comments;

    public bool IsOn(string sheet) => _sheets.Contains(sheet);

    public RowTone ToneOf(string sheet, string cell) => _byCell[(sheet, cell)].Select(finding => StatusText.ToneOf(finding.Severity)).DefaultIfEmpty().Max();

    /// <summary>Cells of a sheet, a blank one too, in the order of the findings.</summary>
    public IEnumerable<string> CellsOf(string sheet) => _byCell.Where(cell => cell.Key.Sheet == sheet).Select(cell => cell.Key.Cell);

    /// <summary>What a cell's comment says; null once there are enough comments.</summary>
    public string? CommentOf(string sheet, string cell) => ++_comments > MostComments
        ? null
        : string.Join("\n\n", _byCell[(sheet, cell)]
            .OrderByDescending(finding => finding.Severity)
            .Select(finding => $"{StatusText.Of(finding.Severity)}: {finding.Message}\nCách sửa: {finding.Remedy}"));
}
