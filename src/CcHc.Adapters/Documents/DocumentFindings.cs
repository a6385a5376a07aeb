using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Documents;

/// <summary>Why a plan's document is refused (từ chối đọc), with the cure.</summary>
internal static class DocumentFindings
{
    private const string SaveAsDocx = "Mở bằng Word, chọn Lưu thành (Save As) dạng “Word Document (*.docx)” rồi chép lại.";
    private const string Clean =
        "Mở tệp, chép phần chữ và bảng sang một văn bản mới rồi lưu lại; nếu tệp do người ngoài gửi thì báo quản trị mạng trước khi mở.";

    public static FindingTemplate Empty { get; } = Error("plan-empty", "Tệp kế hoạch rỗng (0 byte).", "Chép lại tệp từ bản gốc.");

    public static FindingTemplate TooLarge { get; } = Error("plan-too-large",
        string.Create(CultureInfo.InvariantCulture, $"Tệp kế hoạch lớn hơn {DocumentBudget.MostBytes >> 20} MB nên không đọc."),
        "Bỏ bớt ảnh trong tệp rồi lưu lại.");

    public static FindingTemplate OldWord { get; } = Error("plan-doc", "Kế hoạch ở dạng Word cũ (.doc), hệ thống không đọc dạng này.", SaveAsDocx);

    public static FindingTemplate Password { get; } =
        Error("plan-password", "Tệp kế hoạch đặt mật khẩu mở nên không đọc được.", "Bỏ mật khẩu (hoặc nhãn bảo mật có mã hóa) rồi lưu lại và chép lại tệp.");

    public static FindingTemplate Scanned { get; } = Error("plan-scanned", "Tệp PDF là ảnh quét, không có chữ để đọc.",
        "Xin bản Word của cơ quan ban hành, hoặc nhận dạng chữ (OCR) thành PDF có chữ rồi đưa lại.");

    public static FindingTemplate OddFont { get; } = Error("plan-pdf-font", "Tệp PDF có chữ nhưng phông nhúng không cho biết đó là chữ gì.",
        "Xin bản Word của cơ quan ban hành, hoặc in lại PDF từ bản Word bằng Word hay LibreOffice.");

    public static FindingTemplate NotAPlan { get; } =
        Error("plan-unknown", "Tệp không phải là văn bản Word (.docx), PDF hay văn bản thuần (.txt).",
            "Kiểm tra lại: có thể đã chép nhầm tệp hoặc đổi nhầm phần mở rộng.");

    public static FindingTemplate Markup { get; } = Error("plan-html", "Tệp là trang web (HTML hoặc XML) hay RTF mang tên khác.", SaveAsDocx);

    public static FindingTemplate Dtd { get; } =
        Error("plan-dtd", "Tệp chứa khai báo DTD, điều mà Word không bao giờ ghi ra.", "Không mở tệp này; hỏi lại người gửi và báo cho quản trị mạng.");

    public static FindingTemplate TooSlow { get; } = Error("plan-too-slow", "Đọc tệp kế hoạch quá lâu nên đã dừng.", Clean);

    public static FindingTemplate Damaged { get; } =
        Error("plan-damaged", "Tệp kế hoạch bị hỏng hoặc chép chưa hết.", "Mở tệp để kiểm tra, hoặc chép lại từ bản gốc.");

    public static FindingTemplate TooManyPages { get; } = Error("plan-too-many-pages",
        string.Create(CultureInfo.InvariantCulture, $"Tệp PDF có hơn {DocumentBudget.MostPages} trang nên không đọc."),
        "Tách riêng phần kế hoạch và phụ lục ra một tệp.");

    /// <param name="what">The counted thing, as the sentence goes on.</param>
    public static FindingTemplate Swollen(string what) => Error("plan-swollen", $"Tệp kế hoạch phình to bất thường: {what}.", Clean);

    private static FindingTemplate Error(string code, string message, string remedy) => new(Severity.Error, code, message, remedy);
}
