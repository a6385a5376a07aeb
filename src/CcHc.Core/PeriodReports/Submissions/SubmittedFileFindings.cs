using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>What is said of a handed-in file as a whole (nhận xét về tệp): whose it is, of which period, on which form.</summary>
internal static class SubmittedFileFindings
{
    private const string OwnForm = "Hãy điền vào đúng biểu mẫu của cơ quan mình trong thư mục bieu-mau";

    public static readonly FindingTemplate NotAForm = Error("report-not-a-form",
        "Tệp này không phải là biểu mẫu báo cáo: không có bảng nhiệm vụ, bảng chỉ tiêu hay phần thuyết minh của biểu mẫu.",
        $"{OwnForm} rồi nộp lại; giữ nguyên các dòng tiêu đề cột.");

    public static readonly FindingTemplate Empty = Error(SubmissionReader.NothingFilledIn,
        "Biểu mẫu chưa điền gì: không có kết quả, số liệu hay thuyết minh nào.",
        "Điền các ô tô màu, lưu tệp rồi nộp lại; nếu đã điền, kiểm tra xem có chép nhầm bản trống không.");

    public static readonly FindingTemplate AgencyUnknown = Error("report-agency-unknown",
        "Không biết tệp này là báo cáo của cơ quan nào: phần thông tin ẩn đã mất, tiêu đề và tên tệp không nêu tên cơ quan.",
        "Đặt mã cơ quan ở đầu tên tệp, ví dụ “STP - Báo cáo quý II.xlsx”, hoặc điền lại vào biểu mẫu gốc.");

    public static readonly FindingTemplate PeriodUnnamed = Error("report-period-unknown",
        "Không biết tệp này là báo cáo của kỳ nào: phần thông tin ẩn đã mất, tiêu đề không ghi kỳ và tệp không nằm trong thư mục của kỳ.",
        "Chép tệp vào thư mục của kỳ, ví dụ bao-cao/2026-Q2, hoặc điền lại vào biểu mẫu gốc.");

    public static readonly FindingTemplate KeysChanged = new(Severity.Warning, "report-keys-changed",
        "Phần thông tin ẩn của biểu mẫu đã bị sửa; cơ quan và kỳ báo cáo được xác định theo tiêu đề, tên tệp và thư mục.",
        "Kiểm tra lại tên cơ quan và kỳ; lần sau điền thẳng vào biểu mẫu được gửi.");

    public static readonly FindingTemplate KeysContradict = Error("report-keys-contradict",
        "Phần thông tin ẩn của biểu mẫu đã bị sửa và không khớp với tiêu đề, tên tệp hoặc thư mục, nên không chắc đây là báo cáo của ai, kỳ nào.",
        $"{OwnForm} rồi nộp lại.");

    public static readonly FindingTemplate HiddenSheetLost = new(Severity.Info, "report-hidden-sheet-lost",
        "Tệp không còn phần thông tin ẩn của biểu mẫu; cơ quan và kỳ báo cáo được xác định theo tiêu đề, tên tệp và thư mục.",
        "Không cần làm gì nếu cơ quan và kỳ đúng; lần sau điền thẳng vào biểu mẫu được gửi.");

    public static FindingTemplate TableCut(int rows) => new(Severity.Warning, "report-table-cut",
        string.Create(CultureInfo.InvariantCulture, $"Bảng có hơn {rows} dòng; các dòng bên dưới không được đọc."),
        "Xóa các dòng thừa bên dưới bảng rồi nộp lại.");

    public static FindingTemplate OldVersion(string version) => Error("report-old-template",
        version.Length == 0
            ? "Tệp dùng mẫu cũ: không ghi phiên bản của biểu mẫu."
            : $"Tệp dùng mẫu cũ hoặc mẫu khác: phiên bản {version}, mẫu đang dùng là {FormLayout.Version}.",
        "Lấy biểu mẫu của kỳ này trong thư mục bieu-mau, chép kết quả sang rồi nộp lại.");

    public static FindingTemplate OldPeriod(string period, string? expected) => Error("report-old-template",
        $"Tệp là biểu mẫu của năm trước (kỳ {period}){(expected is null ? "" : $", không phải của kỳ {expected}")}.",
        "Lấy biểu mẫu của kỳ này trong thư mục bieu-mau, chép kết quả sang rồi nộp lại.");

    public static FindingTemplate OtherAgency(Agency form, Agency place) => Error("report-other-agency",
        $"Biểu mẫu này của “{form.Name}” ({form.Code}) nhưng tên tệp hoặc thư mục ghi “{place.Name}” ({place.Code}).",
        $"Nếu là báo cáo của {place.Name}, điền vào biểu mẫu của {place.Name}; nếu là của {form.Name}, đổi tên tệp hoặc chuyển sang thư mục {form.Code}.");

    public static FindingTemplate OtherPeriod(string form, string place) => Error("report-other-period",
        $"Biểu mẫu này của kỳ {form} nhưng nằm trong thư mục của kỳ {place}.",
        $"Nếu là báo cáo kỳ {place}, điền vào biểu mẫu của kỳ đó; nếu là kỳ {form}, chuyển tệp sang thư mục bao-cao/{form}.");

    public static FindingTemplate PeriodUnknown(string period) => Error("report-period-unknown",
        $"Chưa phát hành biểu mẫu nào cho kỳ {period}.", "Kiểm tra lại kỳ báo cáo, ví dụ 2026-Q2, rồi nộp vào thư mục của kỳ đó.");

    public static FindingTemplate AgencyNotInDirectory(string code) => Error("report-agency-unknown",
        $"Mã cơ quan “{code}” ghi trong biểu mẫu không có trong danh bạ.",
        "Liên hệ cơ quan thường trực để cập nhật danh bạ, hoặc dùng đúng biểu mẫu của cơ quan.");

    public static FindingTemplate NotOwed(Agency agency, string period) => Error("report-not-owed",
        $"“{agency.Name}” không có biểu mẫu báo cáo trong kỳ {period} nên không phải nộp.",
        "Kiểm tra lại kỳ và cơ quan; nếu phải nộp, đề nghị cơ quan thường trực phát hành biểu mẫu.");

    public static FindingTemplate HiddenSheetRead { get; } = new(Severity.Warning, "report-sheet-hidden",
        "Trang tính này của biểu mẫu đang bị ẩn; nội dung vẫn được đọc.", "Bỏ ẩn trang tính và kiểm tra lại nội dung.");

    public static FindingTemplate HiddenRows(int count) => new(Severity.Warning, "hidden-rows",
        string.Create(CultureInfo.InvariantCulture, $"Có {count} hàng đang bị ẩn hoặc bị lọc; nội dung ở các hàng đó vẫn được dùng."),
        "Bỏ lọc, bỏ ẩn hàng và kiểm tra lại.");

    private static FindingTemplate Error(string code, string message, string remedy) => new(Severity.Error, code, message, remedy);
}
