using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>What is said of figures in a handed-in report (nhận xét về số liệu).</summary>
internal static class FigureFindings
{
    private const string BlankOrZero = "không có số liệu thì để trống, bằng không thì gõ 0";
    private const int LongestQuote = 80;

    public static FindingTemplate Unreadable(string written, Indicator indicator) => new(Severity.Error, "figure-unreadable",
        $"{Of(indicator)}“{Quote(written)}” không phải là số.",
        $"Chỉ gõ số, dấu chấm ngăn hàng nghìn, dấu phẩy thập phân, ví dụ {TypedFigure.Example(indicator)}; {BlankOrZero}.");

    public static FindingTemplate ReadAs(string written, double value, Indicator indicator, string why) => new(Severity.Warning, "figure-read-as",
        $"{Of(indicator)}“{Quote(written)}” được hiểu là {TypedFigure.Of(value, indicator)} ({why}).",
        $"Nếu sai, gõ lại theo cách viết Việt Nam, ví dụ {TypedFigure.Example(indicator)}.");

    public static FindingTemplate InPreviousColumn(int count) => new(Severity.Warning, "figures-in-previous-column",
        string.Create(CultureInfo.InvariantCulture,
            $"Cột “Kỳ này” để trống ở mọi chỉ tiêu, trong khi cột “Kỳ trước” có {count} số liệu: có thể số liệu kỳ này đã gõ nhầm vào cột “Kỳ trước”; cột đó không được dùng."),
        "Nếu đã gõ nhầm, chuyển số liệu sang cột “Kỳ này” rồi nộp lại.");

    public static FindingTemplate MarkIsBlank(string written) => new(Severity.Info, "figure-mark-blank",
        $"Dấu “{written}” được hiểu là không có số liệu, không tính là 0.", "Nếu số liệu bằng không, gõ 0.");

    public static FindingTemplate IsDay(string written, Indicator indicator) => new(Severity.Error, "figure-is-date",
        $"{Of(indicator)}“{written}” là ngày, không phải là số; có thể Excel đã đổi số vừa gõ thành ngày.",
        $"Định dạng lại ô là Số (Number) rồi gõ lại, ví dụ {TypedFigure.Example(indicator)}.");

    public static FindingTemplate NotWhole(double value, Indicator indicator) => new(Severity.Error, "figure-not-whole",
        $"{Of(indicator)}“{TypedFigure.Number(value)}” không phải là số nguyên.",
        $"Gõ số nguyên; nếu dấu ngăn hàng nghìn đã bị đổi thành dấu thập phân thì gõ liền các chữ số, ví dụ {Digits(value)}.");

    public static FindingTemplate TooSmall(double value, double least, Indicator indicator) => new(Severity.Error, "figure-out-of-range",
        $"{Of(indicator)}“{TypedFigure.Of(value, indicator)}” nhỏ hơn mức thấp nhất là {TypedFigure.Of(least, indicator)}.",
        $"Kiểm tra lại số liệu; {Bounds(indicator)}.");

    public static FindingTemplate TooGreat(double value, double greatest, Indicator indicator) => new(Severity.Error, "figure-out-of-range",
        $"{Of(indicator)}“{TypedFigure.Of(value, indicator)}” lớn hơn mức cao nhất là {TypedFigure.Of(greatest, indicator)}.",
        $"Kiểm tra lại số liệu; {Bounds(indicator)}.");

    public static FindingTemplate LeftBlank(Indicator indicator) => new(Severity.Warning, "figure-blank",
        $"Chỉ tiêu {indicator.Code} “{indicator.Name}” để trống; ô trống không tính là 0.",
        $"Gõ số liệu, ví dụ {TypedFigure.Example(indicator)}; bằng không thì gõ 0.");

    public static FindingTemplate TextLeftBlank(Indicator indicator) => new(Severity.Warning, "figure-blank",
        $"Chỉ tiêu {indicator.Code} “{indicator.Name}” để trống.", "Ghi nội dung của chỉ tiêu.");

    public static FindingTemplate RowsMissing(IReadOnlyList<string> codes) => new(Severity.Warning, "figure-row-missing",
        $"Trang số liệu thiếu các chỉ tiêu đã có trong biểu mẫu: {string.Join(", ", codes)}.",
        "Chép lại các dòng này từ biểu mẫu gốc rồi điền số liệu.");

    public static FindingTemplate NewerThanForm(IReadOnlyList<string> codes) => new(Severity.Info, "figure-newer-than-form",
        $"Chỉ tiêu {string.Join(", ", codes)} được thêm sau khi phát hành biểu mẫu nên kỳ này chưa bắt buộc.", "Không cần làm gì.");

    public static FindingTemplate NotOnForm(string words) => new(Severity.Warning, "figure-not-on-form",
        $"Chỉ tiêu “{Quote(words)}” không có trong biểu mẫu nên số liệu của dòng này không được dùng.",
        "Ghi số liệu vào đúng dòng của biểu mẫu; nội dung khác ghi ở cột Giải trình.");

    public static FindingTemplate Twice(string code, string firstCell) => new(Severity.Error, "figure-twice",
        $"Chỉ tiêu {code} có hai giá trị khác nhau, ở ô này và ở ô {firstCell}.", "Giữ lại một dòng đúng, xóa dòng kia.");

    public static FindingTemplate RatioDiffers(Indicator indicator, double typed, double calculated) => new(Severity.Warning, "figure-ratio-differs",
        $"Chỉ tiêu {indicator.Code} ghi {TypedFigure.Of(typed, indicator)} nhưng tính từ {indicator.RatioOf!.Value.Numerator} và {indicator.RatioOf.Value.Denominator} "
            + $"là {TypedFigure.Of(calculated, indicator)}; hệ thống dùng số tính được.",
        "Kiểm tra lại hai chỉ tiêu thành phần; ô tỷ lệ không cần gõ.");

    public static FindingTemplate RatioTyped(Indicator indicator, string written) => new(Severity.Warning, "figure-ratio-differs",
        $"Chỉ tiêu {indicator.Code} là tỷ lệ do hệ thống tính; “{Quote(written)}” trong ô này không được dùng.",
        $"Điền {indicator.RatioOf!.Value.Numerator} và {indicator.RatioOf.Value.Denominator}, để nguyên ô tỷ lệ.");

    public static FindingTemplate PartExceedsWhole(Indicator ratio, double part, double whole) => new(Severity.Warning, "figure-part-exceeds-whole",
        $"{ratio.RatioOf!.Value.Numerator} là {TypedFigure.Number(part)}, lớn hơn {ratio.RatioOf.Value.Denominator} là {TypedFigure.Number(whole)}, nên tỷ lệ {ratio.Code} vượt 100 %.",
        "Kiểm tra lại hai số liệu này.");

    private static string Of(Indicator indicator) => indicator.Code.Length == 0 ? "" : $"Chỉ tiêu {indicator.Code}: ";

    private static string Bounds(Indicator indicator) => (FigureRange.Least(indicator), FigureRange.Greatest(indicator)) switch
    {
        ({ } least, { } greatest) => $"giá trị đúng nằm trong khoảng {TypedFigure.Of(least, indicator)} đến {TypedFigure.Of(greatest, indicator)}",
        ({ } least, null) => $"giá trị đúng từ {TypedFigure.Of(least, indicator)} trở lên",
        (null, { } greatest) => $"giá trị đúng không quá {TypedFigure.Of(greatest, indicator)}",
        _ => $"ví dụ {TypedFigure.Example(indicator)}",
    };

    /// <summary>What was typed before its mark for thousands was taken for a decimal mark: "1234" for 1.234.</summary>
    private static string Digits(double value) => (value * 1000 is > 0 and < 1e9 ? Math.Round(value * 1000) : 1234).ToString("0", CultureInfo.InvariantCulture);

    private static string Quote(string written) => Vietnamese.Shortened(written, LongestQuote);
}
