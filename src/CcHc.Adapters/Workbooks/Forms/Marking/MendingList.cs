using System.Globalization;
using System.Xml.Linq;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;
using CcHc.Core.StatusReport;

namespace CcHc.Adapters.Workbooks.Forms.Marking;

/// <summary>The sheet before an agency's own (trang Cần sửa): what to mend, each line with a link to its cell.</summary>
internal static class MendingList
{
    public const string Name = "Cần sửa";
    public const string TitleStart = "NHỮNG CHỖ CẦN SỬA – ";
    public const string Hint = "Sửa ngay trong các trang sau (ô đỏ là lỗi, ô vàng đậm là cảnh báo), lưu tệp rồi nộp lại chính tệp này.";

    /// <summary>Of a copy that has not all cells of its file: handed in, it would say less.</summary>
    public const string HintOfPart =
        "Tệp có quá nhiều ô ngoài biểu mẫu nên bản này chỉ chép lại một phần. Xem các ô được tô màu ở đây, sửa trong tệp gốc rồi nộp lại tệp gốc.";

    private const int HeaderRow = 5;

    private static readonly string[] Headers = ["Mức", "Trang", "Ô", "Nội dung", "Cách sửa"];
    private static readonly double[] Widths = [11, 16, 10, 62, 62];

    /// <summary>Whether a sheet is such a list, of an earlier round.</summary>
    public static bool IsOne(Sheet sheet) =>
        sheet.Name == Name && sheet.Rows.Count > 0 && sheet.Rows[0][1].Text.StartsWith(TitleStart, StringComparison.Ordinal);

    public static string InOneLine(DateOnly asOf, IReadOnlyList<Finding> findings) => string.Create(CultureInfo.InvariantCulture,
        $"Kiểm tra {AdministrativeHeading.InWords(asOf)}: {Count(findings, Severity.Error)} lỗi, {Count(findings, Severity.Warning)} cảnh báo");

    /// <param name="sheets">Names links may lead to.</param>
    public static XElement Draw(XNamespace main, ListLooks looks, IReadOnlyList<Finding> findings, IReadOnlySet<string> sheets, string agencyName,
        DateOnly asOf)
    {
        var sorted = FindingOrder.Sort(findings);
        var links = new XElement(main + "hyperlinks");
        var data = new XElement(main + "sheetData",
            Row(1, 20, Cell(1, 1, TitleStart + agencyName, looks.Title)), Row(2, null, Cell(2, 1, InOneLine(asOf, findings), looks.Plain)),
            Row(3, null, Cell(3, 1, Hint, looks.Plain)),
            Row(HeaderRow, 20, [.. Headers.Select((header, index) => Cell(HeaderRow, index + 1, header, looks.Header))]));
        foreach (var (index, finding) in sorted.Index())
        {
            var row = HeaderRow + 1 + index;
            var tone = finding.Severity switch { Severity.Error => looks.Error, Severity.Warning => looks.Warning, _ => looks.Body };
            var where = finding.Cell ?? (finding.Sheet is null ? "cả tệp" : "cả trang");
            var message = finding.About.Length > 0 ? $"{finding.Message}\n({finding.About})" : finding.Message;
            var lines = Math.Max(TextHeight.Lines(message, Widths[3]), TextHeight.Lines(finding.Remedy, Widths[4]));
            data.Add(Row(row, TextHeight.OfLines(lines),
                Cell(row, 1, StatusText.Of(finding.Severity), tone), Cell(row, 2, finding.Sheet ?? "", looks.Body), Cell(row, 3, where, looks.Body),
                Cell(row, 4, message, looks.Body), Cell(row, 5, finding.Remedy, looks.Body)));
            if (finding.Sheet is { } sheet && sheets.Contains(sheet))
            {
                links.Add(new XElement(main + "hyperlink", new XAttribute("ref", CellName.Of(row, 3)),
                    new XAttribute("location", LinkTarget.Within(sheet, finding.Cell ?? "A1").Location!)));
            }
        }

        if (sorted.Count == 0)
        {
            data.Add(Row(HeaderRow + 1, null, Cell(HeaderRow + 1, 1, "Không có chỗ nào cần sửa.", looks.Plain)));
        }

        return new XElement(main + "worksheet",
            new XElement(main + "sheetPr", new XElement(main + "pageSetUpPr", new XAttribute("fitToPage", 1))),
            new XElement(main + "sheetViews",
                new XElement(main + "sheetView", new XAttribute("showGridLines", 0), new XAttribute("tabSelected", 1), new XAttribute("workbookViewId", 0))),
            new XElement(main
                + "cols", Widths.Select((width, index) => new XElement(main + "col", new XAttribute("min", index + 1), new XAttribute("max", index + 1),
                new XAttribute("width", width), new XAttribute("customWidth", 1)))),
            data, links.HasElements ? links : null,
            new XElement(main + "pageMargins", [.. new[] { "left", "right", "top", "bottom", "header", "footer" }.Select(side => new XAttribute(side, 0.5))]),
            new XElement(main + "pageSetup", new XAttribute("paperSize", 9), new XAttribute("orientation", "landscape"), new XAttribute("fitToHeight", 0)));

        XElement Row(int number, double? height, params XElement[] cells) => new(main + "row", new XAttribute("r", number),
            height is { } points ? new object[] { new XAttribute("ht", points), new XAttribute("customHeight", 1) } : null, cells);

        XElement Cell(int row, int column, string text, int look) =>
            new(main + "c", new XAttribute("r", CellName.Of(row, column)), new XAttribute("s", look), new XAttribute("t", "inlineStr"),
                new XElement(main + "is", new XElement(main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), SafeText.Cell(text))));
    }

    private static int Count(IReadOnlyList<Finding> findings, Severity severity) => findings.Count(finding => finding.Severity == severity);
}
