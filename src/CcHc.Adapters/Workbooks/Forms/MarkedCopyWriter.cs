using System.Globalization;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Forms.Marking;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Sheets;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>
/// Writes the copy of a report an agency gets back (bản đánh dấu): a list of what to mend, then its own sheets with the cells in question coloured and
/// commented. Every value stands where it stood, so the copy itself may be mended and handed in.
/// </summary>
public static class MarkedCopyWriter
{
    /// <summary>Not copied when it comes back.</summary>
    private const string ListSheet = MendingList.Name;

    /// <summary>The agency's own file with the marks; of another format than .xlsx, or one too odd to be touched, its sheets drawn again.</summary>
    /// <param name="bytes">The file as it was handed in.</param>
    /// <param name="workbook">What was read in it.</param>
    public static byte[] Of(ReadOnlyMemory<byte> bytes, WorkbookContent workbook, IReadOnlyList<Finding> findings, string agencyName, DateOnly asOf) =>
        OwnFileMarker.Mark(bytes, workbook, findings, agencyName, asOf) ?? ToBytes(workbook, findings, agencyName, asOf);

    /// <param name="findings">Those of the workbook's reading.</param>
    public static byte[] ToBytes(WorkbookContent workbook, IReadOnlyList<Finding> findings, string agencyName, DateOnly asOf)
    {
        workbook = workbook with { Sheets = [.. Apart(workbook.Sheets)] };
        using var draft = new WorkbookDraft("Báo cáo cần sửa của " + agencyName, asOf);
        var marks = new CellMarks(findings);
        var areas = FormArea.FindAll(workbook).ToLookup(area => area.Sheet, StringComparer.Ordinal);
        var copied = Names(workbook.Sheets.Where(sheet => sheet.Name != ListSheet));
        var rows = new CopiedRows(copied.Select(one => one.Sheet), areas);
        draft.AddTable(List(findings, copied.ToDictionary(one => one.Sheet.Name, one => one.Name, StringComparer.Ordinal), agencyName, asOf,
            rows.AreCut ? MendingList.HintOfPart : MendingList.Hint));
        foreach (var (sheet, name) in copied)
        {
            MarkedSheet.Draw(draft.AddSheet(name), sheet, rows.Of(sheet), [.. areas[sheet.Name]], marks);
        }

        using var bytes = new MemoryStream();
        draft.Save(bytes);
        return bytes.ToArray();
    }

    private static TableSheet<Finding> List(IReadOnlyList<Finding> findings, Dictionary<string, string> names, string agencyName, DateOnly asOf,
        string hint) => new(
        ListSheet,
        MendingList.TitleStart + agencyName,
        MendingList.InOneLine(asOf, findings),
        [
            FindingColumns.Severity, FindingColumns.Sheet,
            new("Ô", 10, finding => finding.Cell ?? (finding.Sheet is null ? "cả tệp" : "cả trang"), ColumnLook.Centered)
            {
                Link = finding => finding.Sheet is { } sheet && names.TryGetValue(sheet, out var name) ? LinkTarget.Within(name, finding.Cell ?? "A1") : null,
            },
            FindingColumns.Message("Nội dung"), FindingColumns.Remedy("Cách sửa"),
        ],
        [new(null, FindingOrder.Sort(findings))])
    {
        Tone = finding => StatusText.ToneOf(finding.Severity),
        Hint = hint,
        WhenEmpty = "Không có chỗ nào cần sửa.",
    };

    /// <summary>Sheets with one name, which no program writes, are told apart by their places; a finding is about the first.</summary>
    private static IEnumerable<Sheet> Apart(IReadOnlyList<Sheet> sheets)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, sheet) in sheets.Index())
        {
            var name = sheet.Name;
            while (!taken.Add(name))
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{name} ({index + 1})");
            }

            yield return name == sheet.Name ? sheet : sheet with { Name = name };
        }
    }

    /// <summary>Names as they may be written, each once.</summary>
    private static List<(Sheet Sheet, string Name)> Names(IEnumerable<Sheet> sheets)
    {
        var taken = new HashSet<string>([ListSheet], StringComparer.OrdinalIgnoreCase);
        var named = new List<(Sheet, string)>();
        foreach (var sheet in sheets)
        {
            var name = SafeText.SheetName(sheet.Name);
            for (var number = 2; !taken.Add(name); number++)
            {
                name = SafeText.SheetName(string.Create(CultureInfo.InvariantCulture, $"{number} {sheet.Name}"));
            }

            named.Add((sheet, name));
        }

        return named;
    }
}
