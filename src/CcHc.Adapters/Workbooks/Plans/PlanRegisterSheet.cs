using System.Text.RegularExpressions;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Plans;
using CcHc.Core.Plans.Outline;
using CcHc.Core.Registers;
using CcHc.Core.Registers.Rows;
using CcHc.Core.Registers.Tables;
using CcHc.Core.Registers.Years;
using CcHc.Core.Wording;
using OfficeOpenXml;
using OfficeOpenXml.DataValidation;

namespace CcHc.Adapters.Workbooks.Plans;

/// <summary>The register's own sheet (trang Nhiệm vụ): the head of an administrative paper, then a row for each task, in the plan's words.</summary>
internal static partial class PlanRegisterSheet
{
    public const string SheetName = "Nhiệm vụ";

    /// <summary>Where the tasks begin: row of the first.</summary>
    public const int FirstRow = HeaderRow + 1;

    private const int HeaderRow = AdministrativeHeading.FirstFreeRow;
    private const int LeftColumns = 3;
    private const int FewestLines = 2;

    /// <param name="NamesAreas">Some task of the plan has a field: then a blank one would be read as that of the row above.</param>
    private sealed record Line(int Number, PlanTask Task, bool NamesAreas);

    private static readonly IReadOnlyList<TableColumn<Line>> Columns =
    [
        new("TT", 5.5, line => (double)line.Number, ColumnLook.Count),
        new("Lĩnh vực", 17, AreaOf),
        new("Nhiệm vụ", 44, line => line.Task.Text),
        new("Sản phẩm", 24, line => line.Task.Product),
        new("Cơ quan chủ trì", 19, line => line.Task.Lead),
        new("Cơ quan phối hợp", 21, line => line.Task.Coordinating),
        new("Thời gian thực hiện", 19, line => line.Task.Time),
        new("Hạn", 11.5, _ => default, ColumnLook.Date) { IsAnswer = true },
        new("Tình trạng", 13.5, _ => default) { IsAnswer = true },
        new("Ngày hoàn thành", 11.5, _ => default, ColumnLook.Date) { IsAnswer = true },
        new("Gia hạn đến", 11.5, _ => default, ColumnLook.Date) { IsAnswer = true },
        new("Ghi chú", 18, line => line.Task.Note) { IsAnswer = true },
    ];

    public static void Draw(WorkbookDraft draft, PlanReview review, string provinceName, DateOnly asOf)
    {
        var sheet = draft.AddSheet(SheetName);
        var (header, tasks) = (review.Reading.Header, review.Reading.Tasks);
        var namesAreas = tasks.Any(task => task.Area != TaskArea.Other);
        FillTable.SetWidths(sheet, Columns);
        AdministrativeHeading.Draw(sheet, provinceName, TitleOf(header), NoteOf(header), asOf, LeftColumns, Columns.Count);
        FillTable.Draw(sheet, HeaderRow, Columns, [.. tasks.Select((task, i) => new Line(i + 1, task, namesAreas))], FewestLines);
        sheet.Column(1).Style.VerticalAlignment = OfficeOpenXml.Style.ExcelVerticalAlignment.Center;
        if (tasks.Count > 0)
        {
            Offer(sheet, Cells("Tình trạng", tasks.Count));
            foreach (var column in new[] { "Hạn", "Ngày hoàn thành", "Gia hạn đến" })
            {
                CheckDay(sheet, Cells(column, tasks.Count), column, header.Year ?? asOf.Year);
            }

            sheet.Cells[HeaderRow, 1, HeaderRow + tasks.Count, Columns.Count].AutoFilter = true;
        }

        sheet.View.FreezePanes(FirstRow, 4);
        PageSetup.ApplyA4Landscape(sheet, (HeaderRow, HeaderRow), TitleOf(header));
    }

    /// <summary>
    /// "SỔ THEO DÕI THỰC HIỆN KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026"; the year is added where the title has none, for the deadlines are read by it.
    /// </summary>
    private static string TitleOf(PlanHeader header)
    {
        var title = header.Title.Length == 0 ? "KẾ HOẠCH" : header.Title;
        var year = header.Year is { } of && PlanYearParser.InTitle(title) != of && !PlanYearParser.IsSpan(title)
            ? FormattableString.Invariant($" NĂM {of}") : "";
        return "SỔ THEO DÕI THỰC HIỆN " + title + year;
    }

    private static string NoteOf(PlanHeader header)
    {
        var number = header.Number.Length > 0 ? " số " + header.Number : "";
        var day = header.IssuedOn is { } on ? " ngày " + Vietnamese.Day(on) : "";
        return number.Length + day.Length == 0 ? "(Số và ngày ban hành: chưa rõ)" : $"(Theo văn bản{number}{day})";
    }

    /// <summary>The plan's own heading where it names the field as registers are read, else the field's usual name.</summary>
    private static CellContent AreaOf(Line line) =>
        line.Task.Area == TaskArea.Other ? (line.NamesAreas && line.Task.AreaText.Length == 0 ? TaskArea.Other.DisplayName() : line.Task.AreaText)
        : NameOf(line.Task) is { Length: > 0 and <= 120 } name && TaskAreaParser.Find(name) == line.Task.Area ? name
        : line.Task.Area.DisplayName();

    /// <summary>The heading without its number and without who leads it: "Cải cách thể chế".</summary>
    private static string NameOf(PlanTask task)
    {
        var heading = Appendix().Replace(task.AreaText, "");
        var lead = task.AreaLead.Length > 0 ? heading.IndexOf(task.AreaLead, StringComparison.OrdinalIgnoreCase) : -1;
        return TaskNumber.Cut(lead > 0 ? heading[..lead].TrimEnd(' ', '-', '–', '(', ':', ',') : heading).Text;
    }

    private static void Offer(ExcelWorksheet sheet, string address)
    {
        var list = sheet.DataValidations.AddListValidation(address);
        foreach (var choice in FormLayout.StatusChoices)
        {
            list.Formula.Values.Add(choice);
        }

        list.AllowBlank = true;
        list.ShowErrorMessage = false;
    }

    private static void CheckDay(ExcelWorksheet sheet, string address, string column, int year)
    {
        var day = sheet.DataValidations.AddDateTimeValidation(address);
        day.Operator = ExcelDataValidationOperator.between;
        day.Formula.Value = new DateTime(year - 1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        day.Formula2.Value = new DateTime(year + 6, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);
        day.AllowBlank = true;
        day.ShowErrorMessage = true;
        day.ErrorStyle = ExcelDataValidationWarningStyle.warning;
        day.ErrorTitle = "Xem lại ngày";
        day.Error = FormattableString.Invariant($"Cột {column} nhận một ngày có thật gõ theo dạng ngày/tháng/năm, ví dụ 30/06/{year}.");
    }

    [GeneratedRegex(@"^(?:phụ lục|biểu)(?:\s+số)?\s+\w+\s*[:.\-–]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Appendix();

    private static string Cells(string header, int tasks)
    {
        var column = Columns.Index().First(item => item.Item.Header == header).Index + 1;
        return ExcelCellBase.GetAddress(FirstRow, column, HeaderRow + tasks, column);
    }
}
