using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.Sheets;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>What is said of single cells of the lists an office keeps (danh bạ, lịch nghỉ, chỉ tiêu).</summary>
internal static class ListFindings
{
    public static FindingTemplate? OfCell(SheetCell cell)
    {
        if (cell.Kind == CellKind.Error)
        {
            return new(Severity.Error, "cell-error", $"Ô báo lỗi {cell.Text}.", "Sửa công thức hoặc gõ lại giá trị.");
        }

        if (cell.Has(CellTraits.FormulaWithoutValue))
        {
            return new(Severity.Error, "cell-without-value", "Ô là công thức chưa được tính nên không có giá trị.",
                "Mở tệp bằng Excel, lưu lại để Excel tính công thức, hoặc gõ thẳng giá trị.");
        }

        return cell.Has(CellTraits.VolatileFormula)
            ? new(Severity.Warning, "cell-unstable", "Ô dùng TODAY() hoặc NOW() nên giá trị đổi theo ngày mở tệp.", "Gõ thẳng giá trị thay cho công thức.")
            : null;
    }

    public static FindingTemplate BadDay(string text) => new(Severity.Error, "day-unreadable",
        $"“{text}” không phải ngày có thật.", "Gõ ngày theo dạng ngày/tháng/năm, đủ bốn chữ số năm, ví dụ 1/7/2025.");

    public static FindingTemplate TooLong(int rows) => new(Severity.Warning, "list-too-long",
        string.Create(CultureInfo.InvariantCulture, $"Danh sách có hơn {rows} dòng; các dòng bên dưới không được đọc."),
        "Xóa các dòng thừa bên dưới danh sách.");

    public static FindingTemplate MissingColumns(string code, string columns) => new(Severity.Error, code,
        $"Không tìm thấy dòng tiêu đề có đủ các cột {columns}.", "Giữ nguyên dòng tiêu đề của mẫu; thứ tự cột tùy ý.");
}
