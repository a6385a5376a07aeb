using System.Globalization;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Wording;
using OfficeOpenXml;
using OfficeOpenXml.DataValidation;
using OfficeOpenXml.DataValidation.Contracts;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>What the cells of a form refuse while they are typed (kiểm tra dữ liệu nhập), with what to type instead.</summary>
internal static class FormChecks
{
    private const double NoBound = 1e15;

    public static void OfChoices(ExcelWorksheet sheet, string address, IReadOnlyList<string> choices)
    {
        var list = sheet.DataValidations.AddListValidation(address);
        foreach (var choice in choices)
        {
            list.Formula.Values.Add(choice);
        }

        Explain(list, "Tình trạng", "Bấm mũi tên bên phải ô rồi chọn một dòng.", $"Hãy chọn một trong các dòng: {string.Join("; ", choices)}.");
    }

    public static void OfDay(ExcelWorksheet sheet, string address, DateOnly first, DateOnly last) =>
        OfDay(sheet, address, first, last, "Ngày hoàn thành", "Chưa hoàn thành thì để trống.");

    /// <summary>A day to come.</summary>
    public static void OfLaterDay(ExcelWorksheet sheet, string address, DateOnly first, DateOnly last) =>
        OfDay(sheet, address, first, last, "Xin gia hạn đến", "Không xin gia hạn thì để trống.");

    private static void OfDay(ExcelWorksheet sheet, string address, DateOnly first, DateOnly last, string title, string otherwise)
    {
        var day = sheet.DataValidations.AddDateTimeValidation(address);
        day.Operator = ExcelDataValidationOperator.between;
        day.Formula.ExcelFormula = Stored(Serial(first));
        day.Formula2.ExcelFormula = Stored(Serial(last));
        var example = Vietnamese.Day(new DateOnly(last.Year - 1, 1, 15));
        Explain(day, title, $"Gõ ngày/tháng/năm, ví dụ {example}. {otherwise}",
            $"Ô này chỉ nhận một ngày có thật từ {Vietnamese.Day(first)} đến {Vietnamese.Day(last)}, ví dụ {example}.");
    }

    /// <summary>A number of the figure's kind within its bounds; a figure that is words takes anything.</summary>
    public static void OfFigure(ExcelWorksheet sheet, string address, (IndicatorKind Kind, double? Least, double? Greatest) figure)
    {
        if (figure.Kind == IndicatorKind.Text)
        {
            return;
        }

        IExcelDataValidation check;
        var (least, greatest) = (Stored(figure.Least ?? -NoBound), Stored(figure.Greatest ?? NoBound));
        if (figure.Kind == IndicatorKind.WholeNumber)
        {
            var whole = sheet.DataValidations.AddIntegerValidation(address);
            (whole.Operator, whole.Formula.ExcelFormula, whole.Formula2.ExcelFormula) = (ExcelDataValidationOperator.between, least, greatest);
            check = whole;
        }
        else
        {
            var number = sheet.DataValidations.AddDecimalValidation(address);
            (number.Operator, number.Formula.ExcelFormula, number.Formula2.ExcelFormula) = (ExcelDataValidationOperator.between, least, greatest);
            check = number;
        }

        var wanted = (NameOf(figure.Kind) + RangeOf(figure)).TrimEnd();
        var example = ExampleOf(figure);
        Explain(check, "Số liệu kỳ này", $"Gõ {wanted}, ví dụ {example}. Chưa có số liệu thì để trống; số 0 nghĩa là đã thống kê và bằng không.",
            $"Ô này chỉ nhận {wanted}, ví dụ {example}; chữ thì ghi ở cột Giải trình.");
    }

    private static void Explain(IExcelDataValidation check, string title, string prompt, string error)
    {
        check.AllowBlank = true;
        check.ShowInputMessage = true;
        check.PromptTitle = title;
        check.Prompt = prompt;
        check.ShowErrorMessage = true;
        check.ErrorStyle = ExcelDataValidationWarningStyle.stop;
        check.ErrorTitle = "Chưa đúng";
        check.Error = error;
    }

    private static string NameOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.WholeNumber => "số nguyên",
        IndicatorKind.Rate => "tỷ lệ theo %",
        _ => "một số",
    };

    private static string RangeOf((IndicatorKind Kind, double? Least, double? Greatest) figure) => (figure.Least, figure.Greatest) switch
    {
        ({ } least, { } greatest) => $" từ {Shown(least, figure.Kind)} đến {Shown(greatest, figure.Kind)}",
        ({ } least, null) => $" từ {Shown(least, figure.Kind)} trở lên",
        (null, { } greatest) => $" không quá {Shown(greatest, figure.Kind)}",
        _ => "",
    };

    private static string ExampleOf((IndicatorKind Kind, double? Least, double? Greatest) figure)
    {
        var usual = figure.Kind switch { IndicatorKind.WholeNumber => 25, IndicatorKind.Rate => 0.855, _ => 12.5 };
        return Shown(Math.Min(Math.Max(usual, figure.Least ?? usual), figure.Greatest ?? usual), figure.Kind);
    }

    private static string Shown(double value, IndicatorKind kind) =>
        kind == IndicatorKind.Rate ? Vietnamese.Percent(value) : Vietnamese.Number(value);

    private static string Stored(double value) => value.ToString("0.###############", CultureInfo.InvariantCulture);

    private static double Serial(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).ToOADate();
}
