using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Adapters.Workbooks.Lists;

/// <summary>What is said of the agency directory (danh bạ cơ quan).</summary>
internal static class DirectoryFindings
{
    public static FindingTemplate NoAgency { get; } =
        new(Severity.Error, "directory-empty", "Danh bạ chưa có cơ quan nào.", "Ghi mỗi cơ quan một dòng dưới dòng tiêu đề.");

    public static FindingTemplate TooLong(int characters) => new(Severity.Error, "agency-words-too-long",
        string.Create(CultureInfo.InvariantCulture, $"Ô này dài quá {characters} ký tự hoặc có quá nhiều tên, không phải mã hay tên cơ quan."),
        "Ghi mã và tên gọn như trên văn bản; ghi chú chuyển sang cột khác.");

    public static FindingTemplate NoCode(string name) => new(Severity.Error, "agency-without-code",
        $"“{name}” chưa có mã nên không được đưa vào danh bạ.", "Ghi một mã ngắn, không trùng với cơ quan khác, ví dụ SNV.");

    public static FindingTemplate NoName(string code) => new(Severity.Error, "agency-without-name",
        $"Mã {code} chưa có tên cơ quan nên không được đưa vào danh bạ.", "Ghi tên đầy đủ của cơ quan.");

    public static FindingTemplate SameCode(string code, int firstRow) => new(Severity.Error, "agency-code-twice",
        string.Create(CultureInfo.InvariantCulture, $"Mã {code} đã dùng ở dòng {firstRow}; dòng này không được đưa vào danh bạ."),
        "Đặt mã khác, hoặc xóa dòng ghi trùng.");

    public static FindingTemplate NoEmail(string code) => new(Severity.Warning, "agency-without-email",
        $"“{code}” chưa có địa chỉ thư nên không nhận được nhắc việc.", "Ghi hộp thư công vụ của cơ quan vào cột Email.");

    public static FindingTemplate BadEmail(string typed) => new(Severity.Error, "email-unusable",
        $"“{typed}” không phải là địa chỉ thư dùng được; thư sẽ không gửi tới đó.",
        "Ghi lại theo dạng ten@tenmien.vn, không dấu, không khoảng trắng; nhiều địa chỉ cách nhau bằng dấu chấm phẩy.");

    public static FindingTemplate OddEmail(string typed, string meant) => new(Severity.Warning, "email-typo",
        $"Địa chỉ “{typed}” có lẽ gõ nhầm tên miền, có thể định ghi “{meant}”.", "Kiểm tra lại địa chỉ; hệ thống vẫn gửi đúng như đã ghi.");

    public static FindingTemplate Reversed { get; } = new(Severity.Error, "agency-validity-reversed",
        "Ngày hết hiệu lực đứng trước ngày bắt đầu; cả hai ngày tạm không được dùng.", "Sửa lại cột Hiệu lực từ và Hiệu lực đến.");

    public static FindingTemplate UnknownSuccessor(string code) => new(Severity.Error, "agency-successor-unknown",
        $"Cơ quan kế thừa “{code}” không có trong danh bạ.", "Ghi mã của cơ quan kế thừa đúng như ở cột Mã, hoặc thêm cơ quan đó vào danh bạ.");

    public static FindingTemplate OwnSuccessor(string code) => new(Severity.Error, "agency-successor-self",
        $"{code} tự kế thừa chính mình.", "Ghi mã của cơ quan khác, hoặc để trống.");
}
