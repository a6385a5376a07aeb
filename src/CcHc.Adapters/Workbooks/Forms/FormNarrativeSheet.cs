using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>The form's narrative (trang Thuyết minh): a heading and a large cell for each section, hints beside them, the signature at the end.</summary>
internal static class FormNarrativeSheet
{
    private const string Title = "THUYẾT MINH";
    private const string Hint =
        "Viết vào ô tô màu dưới mỗi mục; xuống dòng bằng Alt+Enter. Mục nào không có nội dung thì ghi “Không có”. Gợi ý ở bên phải không in.";
    public const double AnswerWidth = 118;
    private const double HintWidth = 38;
    private const int FirstSectionRow = 5;
    private const int SectionsOnFirstPage = 2;
    private const int SignatureSize = 13;

    /// <summary>Programs that fit a row to its text fit it to the hint, too: its lines keep the empty answer this tall.</summary>
    private const int AnswerLines = 10;

    /// <summary>In the order of <see cref="FormLayout.Sections"/>.</summary>
    private static readonly string[][] Hints =
    [
        ["- Văn bản chỉ đạo, kế hoạch đã ban hành", "- Kiểm tra, đôn đốc, tuyên truyền", "- Sáng kiến, cách làm mới"],
        ["- Thể chế", "- Thủ tục hành chính", "- Tổ chức bộ máy", "- Chế độ công vụ", "- Tài chính công", "- Chuyển đổi số"],
        ["- Việc nào chưa làm được, làm chậm", "- Nguyên nhân chủ quan, khách quan", "- Hướng khắc phục"],
        ["- Việc chính của kỳ tới", "- Kiến nghị cơ quan nào, việc gì, vì sao"],
    ];

    public static void Draw(WorkbookDraft draft, ReportForm form, FormWords shown)
    {
        var sheet = draft.AddSheet(FormLayout.NarrativeSheet);
        sheet.Column(1).Width = AnswerWidth;
        sheet.Column(2).Width = HintWidth;
        FormTitle.Draw(sheet, Title, form, shown, Hint, columns: 1, AnswerWidth);
        sheet.Row(4).Height = 6;
        var row = FirstSectionRow;
        foreach (var (section, hints) in FormLayout.Sections.Zip(Hints))
        {
            DrawSection(sheet, row, section, hints);
            row += 2;
            // No heading stays behind at the foot of a page while the answers are short.
            sheet.Row(row - 1).PageBreak = row == FirstSectionRow + 2 * SectionsOnFirstPage;
        }

        var last = DrawSignature(sheet, row + 1, form.Agency);
        sheet.PrinterSettings.PrintArea = sheet.Cells[1, 1, last, 1];
        sheet.View.FreezePanes(4, 1);
        sheet.View.ActiveCell = "A6";
        SheetLock.Apply(sheet);
        PageSetup.ApplyA4Landscape(sheet, repeatedRows: null, shown.Footer);
        // The answers are as wide as the paper; fitted to it, Excel would pass over the page break.
        sheet.PrinterSettings.FitToPage = false;
    }

    private static void DrawSection(ExcelWorksheet sheet, int row, string section, IReadOnlyList<string> hints)
    {
        sheet.Cells[row, 1].Value = section;
        sheet.Row(row).Height = 20;
        SheetStyle.SectionHeading(sheet.Cells[row, 1]);

        var answer = sheet.Cells[row + 1, 1];
        SheetStyle.Body(answer);
        SheetStyle.Answer(answer);
        answer.Style.Numberformat.Format = FillTable.TextFormat;

        var hint = sheet.Cells[row + 1, 2];
        hint.Value = string.Join('\n', [.. hints, .. Enumerable.Repeat("", AnswerLines - hints.Count)]);
        SheetStyle.Note(hint);
        hint.Style.WrapText = true;
        hint.Style.VerticalAlignment = ExcelVerticalAlignment.Top;
        FillTable.SetHeight(sheet, row + 1, AnswerLines);
    }

    /// <summary>Right and left stand one below the other: the answers need the sheet's one column undivided.</summary>
    private static int DrawSignature(ExcelWorksheet sheet, int row, Agency agency)
    {
        if (PeoplesCommittee.Of(agency) is not null)
        {
            DrawRight(sheet, row, PeoplesCommittee.SignsFor, indent: 7).Style.Font.Bold = true;
            DrawRight(sheet, ++row, PeoplesCommittee.Signs, indent: 14).Style.Font.Bold = true;
        }
        else
        {
            DrawRight(sheet, row, "THỦ TRƯỞNG CƠ QUAN", indent: 8).Style.Font.Bold = true;
        }

        DrawRight(sheet, row + 1, "(Ký tên, đóng dấu)", indent: 12).Style.Font.Italic = true;
        sheet.Cells[row + 2, 1].Value = "Nơi nhận:";
        sheet.Cells[row + 2, 1].Style.Font.Bold = true;
        sheet.Cells[row + 2, 1].Style.Font.Italic = true;
        sheet.Cells[row + 3, 1].Value = "- Sở Nội vụ;\n- Lưu: VT.";
        sheet.Cells[row + 3, 1].Style.QuotePrefix = true;
        sheet.Cells[row + 3, 1].Style.WrapText = true;
        sheet.Cells[row + 3, 1].Style.VerticalAlignment = ExcelVerticalAlignment.Top;
        sheet.Row(row + 3).Height = TextHeight.OfLines(4);
        return row + 3;
    }

    private static ExcelRange DrawRight(ExcelWorksheet sheet, int row, string text, int indent)
    {
        var cell = sheet.Cells[row, 1];
        cell.Value = text;
        cell.Style.Font.Size = SignatureSize;
        cell.Style.HorizontalAlignment = ExcelHorizontalAlignment.Right;
        cell.Style.Indent = indent;
        sheet.Row(row).Height = 20;
        return cell;
    }
}
