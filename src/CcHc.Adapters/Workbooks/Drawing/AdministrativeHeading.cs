using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Text;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>
/// The head of an administrative paper (thể thức văn bản) as Nghị định 30/2020/NĐ-CP, Phụ lục I, prints it: the issuing body on the left, Quốc hiệu and Tiêu
/// ngữ on the right, each with its rule; then place and date, title and a note. The sheet's columns have their widths already: long lines wrap within them.
///</summary>
internal static class AdministrativeHeading
{
    /// <summary>The first row below the heading.</summary>
    public const int FirstFreeRow = 8;

    /// <summary>Where an agency fills in number, place and date.</summary>
    public const int ToFillRow = 4;

    public const string Issuer = "SỞ NỘI VỤ";
    public const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";

    private const int LeftSize = 13;
    private const int NoteSize = 13;

    /// <summary>The heading of a paper Sở Nội vụ issues.</summary>
    /// <param name="leftColumns">How many columns the left half takes.</param>
    /// <param name="columns">How many columns the heading takes.</param>
    public static void Draw(ExcelWorksheet sheet, string provinceName, string title, string note, DateOnly asOf, int leftColumns, int columns)
    {
        var (left, right) = (new Block(sheet, 1, leftColumns), new Block(sheet, leftColumns + 1, columns));
        DrawTop(left, right, new Issuing(IssuerAbove(provinceName), Issuer));
        right.Line(4, PlaceAndDate(provinceName, asOf), LeftSize, 20).Style.Font.Italic = true;
        DrawTitle(new Block(sheet, 1, columns), title, note);
        sheet.Row(FirstFreeRow - 1).Height = 9;
    }

    /// <summary>The heading of a paper an agency issues: its number, place and date stand open for the agency to fill.</summary>
    /// <param name="year">Of the date to fill in.</param>
    /// <param name="shown">Stand in place of the agency's name and of the note, which decide how tall their rows are.</param>
    public static void DrawToFill(ExcelWorksheet sheet, string provinceName, Agency agency, string title, string note, int year, int leftColumns, int columns,
        (string Issuer, string Note)? shown = null)
    {
        var (left, right) = (new Block(sheet, 1, leftColumns), new Block(sheet, leftColumns + 1, columns));
        var committee = PeoplesCommittee.Of(agency);
        var issuer = IssuerToFill(agency);
        DrawTop(left, right, committee is null
            ? new Issuing(IssuerAbove(provinceName), issuer) { Shown = shown?.Issuer }
            : new Issuing(PeoplesCommittee.Title, issuer, IsItsOwn: true) { Shown = shown?.Issuer });
        SheetStyle.Answer(left.Inner.Line(ToFillRow, committee is null ? "Số:          /BC-………" : "Số:          /BC-UBND", LeftSize, 20));
        var date = right.Inner.Line(ToFillRow, string.Create(CultureInfo.InvariantCulture, $"…………, ngày …… tháng …… năm {year}"), LeftSize, 20);
        date.Style.Font.Italic = true;
        SheetStyle.Answer(date);
        DrawTitle(new Block(sheet, 1, columns), title, note, shown?.Note);
    }

    /// <summary>"XÃ HỒ XANH", "SỞ TƯ PHÁP": who issues the paper an agency fills in.</summary>
    public static string IssuerToFill(Agency agency) => Upper(Clean(PeoplesCommittee.Of(agency)?.Unit ?? agency.Name));

    /// <summary>How many lines that takes, and how many the note below the title.</summary>
    public static (int Issuer, int Note) LinesToFill(Agency agency, string note, double leftWidth, double width) =>
        (TextHeight.Lines(IssuerToFill(agency), leftWidth, LeftSize, bold: true), TextHeight.Lines(note, width, NoteSize));

    private static void DrawTop(Block left, Block right, Issuing issuing)
    {
        left.Line(1, issuing.Above, LeftSize, 18, bold: issuing.IsItsOwn);
        left.Line(2, issuing.Name, LeftSize, 18, bold: true, issuing.Shown);
        left.Line(3, new string('_', 10), 8, 9).Style.VerticalAlignment = ExcelVerticalAlignment.Top;
        right.Line(1, Country, 13, 18, bold: true);
        right.Line(2, Motto, 14, 18, bold: true);
        right.Line(3, new string('_', 43), 8, 9).Style.VerticalAlignment = ExcelVerticalAlignment.Top;
    }

    private static void DrawTitle(Block whole, string title, string note, string? shownNote = null)
    {
        whole.Line(5, title, 14, 28, bold: true).Style.VerticalAlignment = ExcelVerticalAlignment.Bottom;
        whole.Line(6, note, NoteSize, 20, shown: shownNote).Style.Font.Italic = true;
    }

    /// <summary>"UBND TỈNH MẪU", of "Tỉnh Mẫu" and "Mẫu" alike.</summary>
    public static string IssuerAbove(string provinceName)
    {
        var province = Clean(provinceName);
        return "UBND " + Upper(IsNamedWithItsKind(province) ? province : "tỉnh " + province);
    }

    /// <summary>"UBND tỉnh", "UBND thành phố".</summary>
    public static string IssuerAboveInSentence(string provinceName) =>
        "UBND " + (KindOf(Clean(provinceName)) is { Length: > 0 } kind && !kind.StartsWith("Tỉnh", StringComparison.OrdinalIgnoreCase) ? "thành phố" : "tỉnh");

    /// <summary>"Mẫu, ngày 05 tháng 02 năm 2026".</summary>
    public static string PlaceAndDate(string provinceName, DateOnly day) => $"{PlaceOf(Clean(provinceName))}, {InWords(day)}";

    /// <summary>"Mẫu, ngày      tháng 02 năm 2026": whoever signs writes the day.</summary>
    public static string PlaceAndDateToSign(string provinceName, DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{PlaceOf(Clean(provinceName))}, ngày      tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}");

    /// <summary>"ngày 05 tháng 02 năm 2026": days under 10 and the months 1 and 2 with a 0, as the decree has it.</summary>
    public static string InWords(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"ngày {day.Day:00} tháng {(day.Month < 3 ? "0" : "")}{day.Month} năm {day.Year}");

    private static string Clean(string provinceName) => SafeText.Cell(VietnameseText.OneLine(provinceName));

    private static string Upper(string text) => text.ToUpper(CultureInfo.GetCultureInfo("vi-VN"));

    private static bool IsNamedWithItsKind(string province) => KindOf(province).Length > 0;

    private static string PlaceOf(string province) => province[KindOf(province).Length..];

    private static string KindOf(string province) =>
        new[] { "Tỉnh ", "Thành phố ", "TP. ", "TP " }.FirstOrDefault(kind => province.StartsWith(kind, StringComparison.OrdinalIgnoreCase)) ?? "";

    /// <summary>The two lines that name who issues the paper.</summary>
    /// <param name="Above">The body above it.</param>
    /// <param name="IsItsOwn">Both lines are its own name: a People's Committee has no body above it in its heading.</param>
    private sealed record Issuing(string Above, string Name, bool IsItsOwn = false)
    {
        /// <summary>In place of the name.</summary>
        public string? Shown { get; init; }
    }

    /// <summary>Columns the lines of one half are merged over.</summary>
    private sealed record Block(ExcelWorksheet Sheet, int First, int Last)
    {
        /// <summary>Without the columns at both sides.</summary>
        public Block Inner => this with { First = First + 1, Last = Last - 1 };

        private double Width => Enumerable.Range(First, Last - First + 1).Sum(column => Sheet.Column(column).Width);

        /// <param name="height">Of one line; a longer text wraps.</param>
        /// <param name="shown">Stands there in place of the text.</param>
        public ExcelRange Line(int row, string text, int fontSize, double height, bool bold = false, string? shown = null)
        {
            var cells = Sheet.Cells[row, First, row, Last];
            cells.Merge = true;
            Sheet.Cells[row, First].Value = shown ?? text;
            var lines = TextHeight.Lines(text, Width, fontSize, bold);
            GrowRow(row, lines == 1 ? height : TextHeight.OfLines(lines, fontSize));
            cells.Style.Font.Size = fontSize;
            cells.Style.Font.Bold = bold;
            cells.Style.WrapText = lines > 1;
            cells.Style.HorizontalAlignment = ExcelHorizontalAlignment.Center;
            cells.Style.VerticalAlignment = ExcelVerticalAlignment.Center;
            return cells;
        }

        /// <summary>The other half may need the row taller.</summary>
        private void GrowRow(int number, double height)
        {
            var row = Sheet.Row(number);
            row.Height = row.CustomHeight ? Math.Max(row.Height, height) : height;
        }
    }
}
