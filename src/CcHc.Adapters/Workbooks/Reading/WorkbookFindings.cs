using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>What is said of a whole file: why it is refused (từ chối đọc), or what it carries that is never opened.</summary>
internal static class WorkbookFindings
{
    private const string SaveAgain = "Mở tệp bằng Excel, chọn Lưu thành (Save As) dạng “Excel Workbook (*.xlsx)” rồi chép lại vào thư mục dùng chung.";
    private const string TryLater = "Không phải làm gì ngay: hệ thống dùng số liệu đọc lần trước và tự thử lại.";
    private const string Clean = "Mở tệp, chép phần bảng sang một sổ mới (dán giá trị), xóa các dòng, cột trống có định dạng rồi lưu lại.";

    public static FindingTemplate Missing { get; } = Error("file-missing", "Không thấy tệp vào lúc đọc.", TryLater);

    public static FindingTemplate Locked { get; } = Error("file-locked", "Tệp đang bị một chương trình khác khóa, chưa đọc được.", TryLater);

    public static FindingTemplate Growing { get; } = Error("file-changing", "Tệp đang được chép hoặc đang được lưu, chưa đọc.", TryLater);

    public static FindingTemplate TooSlow { get; } =
        Error("file-too-slow", "Đọc tệp quá lâu nên đã dừng.", "Kiểm tra đường mạng tới thư mục dùng chung và dung lượng của tệp; hệ thống tự thử lại.");

    public static FindingTemplate NotAllowed { get; } =
        Error("file-not-allowed", "Hệ thống không có quyền đọc tệp.", "Nhờ quản trị mạng cho tài khoản chạy hệ thống quyền đọc thư mục này.");

    public static FindingTemplate Unreadable { get; } =
        Error("file-unreadable", "Ổ đĩa hoặc đường mạng báo lỗi khi đọc tệp.", "Kiểm tra đường mạng tới thư mục dùng chung; hệ thống tự thử lại.");

    public static FindingTemplate TooLarge(long limit) => Error("file-too-large",
        string.Create(CultureInfo.InvariantCulture, $"Tệp lớn hơn {limit >> 20} MB nên không đọc."),
        "Bỏ bớt ảnh và các dòng trống có định dạng trong tệp, hoặc tách thành nhiều sổ.");

    public static FindingTemplate Empty { get; } = Error("file-empty", "Tệp rỗng (0 byte).", "Chép lại tệp từ bản gốc.");

    public static FindingTemplate Damaged(string where) =>
        Error("workbook-damaged", $"Tệp bị hỏng hoặc chép chưa hết: {where}.", "Mở tệp bằng Excel để sửa, hoặc chép lại từ bản gốc.");

    public static FindingTemplate Password { get; } =
        Error("workbook-password", "Tệp đặt mật khẩu mở nên không đọc được.", "Bỏ mật khẩu mở tệp (hoặc bỏ nhãn bảo mật có mã hóa) rồi lưu lại.");

    public static FindingTemplate BinaryWorkbook { get; } = Error("workbook-xlsb", "Tệp ở dạng nhị phân .xlsb, hệ thống không đọc dạng này.", SaveAgain);

    public static FindingTemplate Html { get; } = Error("workbook-html", "Tệp là trang web (HTML hoặc XML) mang tên tệp Excel.", SaveAgain);

    public static FindingTemplate PlainText { get; } = Error("workbook-text", "Tệp là văn bản thuần (CSV) mang tên tệp Excel.", SaveAgain);

    public static FindingTemplate NotAWorkbook { get; } =
        Error("workbook-unknown", "Tệp không phải là sổ Excel.", "Kiểm tra lại: có thể đã chép nhầm tệp hoặc đổi nhầm phần mở rộng.");

    public static FindingTemplate Dtd { get; } =
        Error("workbook-dtd", "Tệp chứa khai báo DTD, điều mà Excel không bao giờ ghi ra.", "Không mở tệp này; hỏi lại người gửi và báo cho quản trị mạng.");

    /// <param name="what">The counted thing, as the sentence goes on: "quá nhiều dòng".</param>
    public static FindingTemplate Swollen(string what) => Error("workbook-swollen", $"Tệp phình to bất thường: {what}.", Clean);

    public static FindingTemplate EncodingAssumed(string encoding) => new(Severity.Warning, "csv-encoding",
        $"Tệp CSV không ghi rõ bảng mã; hệ thống đọc theo {encoding}. Nếu chữ trong sổ bị sai dấu thì bảng mã này không đúng.",
        "Lưu lại tệp dạng “CSV UTF-8” hoặc .xlsx.");

    public static FindingTemplate Macros { get; } =
        new(Severity.Info, "workbook-macros", "Tệp có macro; hệ thống không bao giờ chạy macro.",
            "Không phải làm gì nếu macro là của cơ quan; nếu không, hỏi lại người gửi.");

    public static FindingTemplate ExternalLink(string target) => new(Severity.Warning, "workbook-external-link",
        $"Tệp có liên kết tới nguồn bên ngoài “{target}”; hệ thống không mở theo, chỉ dùng giá trị đã lưu.",
        "Vào Dữ liệu › Sửa liên kết (Edit Links), ngắt liên kết để giữ giá trị.");

    public static FindingTemplate MoreLinks(int count) => new(Severity.Warning, "workbook-external-link",
        string.Create(CultureInfo.InvariantCulture, $"Tệp còn {count} liên kết khác tới nguồn bên ngoài; hệ thống không mở theo."),
        "Vào Dữ liệu › Sửa liên kết (Edit Links), ngắt liên kết để giữ giá trị.");

    public static FindingTemplate DdeLink(string target) => new(Severity.Warning, "workbook-dde",
        $"Tệp có liên kết DDE tới chương trình “{target}”; hệ thống không gọi chương trình đó.",
        "Xóa liên kết DDE; nếu không rõ nguồn gốc, báo cho quản trị mạng.");

    public static FindingTemplate EmbeddedObjects(int count) => new(Severity.Info, "workbook-objects",
        string.Create(CultureInfo.InvariantCulture, $"Tệp có {count} đối tượng nhúng (OLE, ActiveX); hệ thống không mở."),
        "Nội dung cần theo dõi phải nằm trong ô của bảng.");

    private static FindingTemplate Error(string code, string message, string remedy) => new(Severity.Error, code, message, remedy);
}
