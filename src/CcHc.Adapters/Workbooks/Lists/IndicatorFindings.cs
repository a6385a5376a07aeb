using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>What is said of the list of figures (danh mục chỉ tiêu).</summary>
internal static class IndicatorFindings
{
    public static FindingTemplate NoIndicator { get; } = new(Severity.Warning, "indicator-list-empty",
        "Danh mục chưa có chỉ tiêu nào nên biểu mẫu không hỏi số liệu.", "Ghi mỗi chỉ tiêu một dòng dưới dòng tiêu đề.");

    public static FindingTemplate NoCode(string name) => new(Severity.Error, "indicator-without-code",
        $"Chỉ tiêu “{name}” chưa có mã nên không được đưa vào biểu mẫu.", "Ghi một mã ngắn, không trùng với chỉ tiêu khác, ví dụ CT01.");

    public static FindingTemplate NoName(string code) => new(Severity.Error, "indicator-without-name",
        $"Mã “{code}” chưa có tên chỉ tiêu nên không được đưa vào biểu mẫu.", "Ghi tên chỉ tiêu vào cột Chỉ tiêu.");

    public static FindingTemplate SameCode(string code, int firstRow) => new(Severity.Error, "indicator-code-twice",
        string.Create(CultureInfo.InvariantCulture, $"Mã “{code}” đã dùng ở dòng {firstRow}; dòng này không được đưa vào biểu mẫu."),
        "Đặt mã khác, hoặc xóa dòng ghi trùng.");

    public static FindingTemplate UnknownKind(string words, bool isTotalled) => new(Severity.Error, "indicator-kind-unknown",
        (words.Length == 0 ? "Chưa ghi kiểu số liệu" : $"Không hiểu kiểu số liệu “{words}”")
            + (isTotalled ? "; tạm nhận số bất kỳ." : "; tạm nhận chữ bất kỳ."),
        "Ghi một trong các kiểu: số nguyên, số thập phân, tỷ lệ, chữ.");

    public static FindingTemplate UnknownTotal(string words) => new(Severity.Error, "indicator-total-unknown",
        $"Không hiểu cách tổng hợp “{words}”; số liệu của các cơ quan chỉ được liệt kê.",
        "Ghi một trong các cách: tổng, trung bình, lớn nhất, nhỏ nhất, không, hoặc tỷ lệ của hai mã, ví dụ: tỷ lệ CT04/CT03.");

    public static FindingTemplate TotalOfWords(string words) => new(Severity.Error, "indicator-total-of-words",
        $"Chỉ tiêu ghi bằng chữ không tổng hợp được theo cách “{words}”; các cơ quan ghi gì thì liệt kê nấy.",
        "Đổi kiểu thành số, hoặc ghi cách tổng hợp là “không”.");

    public static FindingTemplate SumOfRates { get; } = new(Severity.Error, "indicator-sum-of-rates",
        "Cộng các tỷ lệ của từng cơ quan không ra tỷ lệ của tỉnh; chỉ tiêu này chỉ được liệt kê.", "Ghi tỷ lệ của hai chỉ tiêu, ví dụ: tỷ lệ CT04/CT03.");

    public static FindingTemplate AverageOfRates { get; } = new(Severity.Warning, "indicator-average-of-rates",
        "Trung bình các tỷ lệ coi cơ quan ít hồ sơ ngang cơ quan nhiều hồ sơ, không phải là tỷ lệ của cả tỉnh.",
        "Nếu có hai số để chia thì ghi tỷ lệ của hai mã, ví dụ: tỷ lệ CT04/CT03; nếu đúng là muốn lấy trung bình thì không cần sửa.");

    public static FindingTemplate RatioKind(string kind) => new(Severity.Warning, "indicator-ratio-kind",
        $"Chỉ tiêu là thương của hai số nên không thể là kiểu “{kind}”.", "Ghi kiểu là tỷ lệ (hiện theo %) hoặc số thập phân.");

    public static FindingTemplate BadPeriod(string words) => new(Severity.Error, "indicator-period-unreadable",
        $"“{words}” không phải tên kỳ báo cáo; chỉ tiêu được hỏi ở mọi kỳ.",
        "Ghi theo dạng: Quý I/2026, 6 tháng năm 2026, 9 tháng năm 2026, Năm 2026 hoặc Tháng 3/2026.");

    public static FindingTemplate BadBound(string words, string example) => new(Severity.Error, "indicator-bound-unreadable",
        $"Giới hạn “{words}” không phải là số nên không được dùng.", $"Ghi một số, ví dụ {example}, hoặc để trống.");

    public static FindingTemplate ReversedBounds { get; } = new(Severity.Error, "indicator-bounds-reversed",
        "Giá trị nhỏ nhất lớn hơn giá trị lớn nhất; cả hai giới hạn không được dùng.", "Sửa lại cột Nhỏ nhất và cột Lớn nhất.");

    public static FindingTemplate UnknownGroup(string group) => new(Severity.Warning, "indicator-group-unknown",
        $"Danh bạ không có cơ quan nào thuộc nhóm “{group}”.", "Ghi tên nhóm đúng như ở cột Nhóm của danh bạ; nhiều nhóm cách nhau bằng dấu chấm phẩy.");
}
