using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.Findings;
using CcHc.Core.Wording;

namespace CcHc.Core.AnswerSheets;

/// <summary>What is said of an answer sheet (nhận xét về phiếu trả lời).</summary>
internal static class AnswerFindings
{
    private const string Example = "ví dụ 15/06/2026";

    public static readonly FindingTemplate NotASheet = Error("answer-not-a-sheet",
        $"Tệp này không có trang “{AnswerLayout.Sheet}” của tệp kèm thư nhắc việc.",
        $"Điền các ô tô màu ở trang “{AnswerLayout.Sheet}” của tệp kèm thư rồi gửi lại chính tệp đó; giữ nguyên dòng tiêu đề cột.");

    public static readonly FindingTemplate Empty = Error("answer-empty",
        "Phiếu trả lời chưa điền gì: mọi ô tô màu đều trống.", "Điền các ô tô màu của những nhiệm vụ muốn trả lời, lưu tệp rồi gửi lại.");

    public static readonly FindingTemplate AgencyUnknown = Error("answer-agency-unknown",
        "Không biết phiếu này là trả lời của cơ quan nào: phần thông tin ẩn đã mất, tiêu đề, thư mục và tên tệp không nêu tên cơ quan.",
        "Đặt mã cơ quan ở đầu tên tệp, ví dụ “STP - Trả lời.xlsx”, hoặc điền vào tệp kèm thư nhắc việc của cơ quan mình.");

    public static readonly FindingTemplate KeysChanged = new(Severity.Warning, "answer-keys-changed",
        "Phần thông tin ẩn của phiếu đã mất hoặc bị sửa; cơ quan được xác định theo người gửi, tiêu đề, thư mục hoặc tên tệp.",
        "Lần sau điền thẳng vào tệp kèm thư.");

    public static readonly FindingTemplate NothingSaid = Error("answer-row-unclear",
        "Dòng này chưa nói nhiệm vụ thế nào: không có tình trạng, cũng không xin gia hạn.", "Chọn tình trạng, hoặc ghi ngày xin gia hạn.");

    public static readonly FindingTemplate DoneAndExtended = Error("answer-done-and-extension",
        "Dòng này vừa ghi đã hoàn thành, vừa xin gia hạn.", "Nếu đã xong, xóa ngày xin gia hạn; nếu chưa, chọn “Đang thực hiện” và xóa ngày hoàn thành.");

    public static readonly FindingTemplate ExtensionWithoutReason = new(Severity.Warning, "extension-without-reason",
        "Xin gia hạn mà chưa ghi lý do.", "Ghi lý do xin gia hạn, ví dụ “chờ ý kiến Sở Tài chính”.");

    public static readonly FindingTemplate AlreadyDone =
        new(Severity.Info, "answer-already-done", "Sổ theo dõi đã ghi nhiệm vụ này hoàn thành.", "Không cần làm gì.");

    public static FindingTemplate OtherAgency(string sheet, Agency sender) => Error("answer-other-agency",
        $"Phiếu này của “{sheet}” nhưng người gửi, thư mục hoặc tên tệp là của “{sender.Name}”.",
        "Mỗi cơ quan điền vào tệp kèm thư của mình và gửi từ địa chỉ của mình.");

    public static FindingTemplate NotInRegister(string words) => Error("answer-task-unknown",
        $"Dòng “{words}” không có trong các nhiệm vụ hiện giao cho cơ quan trong sổ theo dõi.",
        "Ghi vào đúng dòng của tệp kèm thư mới nhất; nếu nhiệm vụ vẫn được giao, hỏi cơ quan thường trực.");

    public static FindingTemplate ExtensionUnreadable(string words) => Error("extension-unreadable",
        $"“{words}” ở cột {AnswerLayout.ExtendColumn} không phải ngày có thật.", $"Gõ ngày theo dạng ngày/tháng/năm, {Example}.");

    public static FindingTemplate ExtensionDoubtful(string cells) => Error("extension-order-doubtful",
        $"Trong cột {AnswerLayout.ExtendColumn} có những ngày mà ngày và tháng có thể đã bị đảo ({cells}); các ngày này không được dùng.",
        $"Định dạng cả cột là Ngày kiểu ngày/tháng/năm rồi gõ lại, {Example}.");

    public static FindingTemplate ExtensionNotLater(DateOnly day, DateOnly than) => Error("extension-not-later",
        $"Ngày xin gia hạn {Vietnamese.Day(day)} không muộn hơn {Vietnamese.Day(than)} (hạn hiện nay hoặc hôm nay).",
        "Ghi một ngày sau hạn hiện nay và sau hôm nay.");

    public static FindingTemplate ExtensionTooFar(DateOnly day) => Error("extension-too-far",
        $"Ngày xin gia hạn {Vietnamese.Day(day)} cách nay hơn hai năm.", "Kiểm tra lại năm của ngày xin gia hạn.");

    private static FindingTemplate Error(string code, string message, string remedy) => new(Severity.Error, code, message, remedy);
}
