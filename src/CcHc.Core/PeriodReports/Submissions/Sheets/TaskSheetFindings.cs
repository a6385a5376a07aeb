using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Wording;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>What is said of the task sheet of a handed-in report (nhận xét về kết quả thực hiện).</summary>
internal static class TaskSheetFindings
{
    private const int LongestQuote = 80;
    private const int NumbersNamed = 30;
    private const string DayExample = "ví dụ 15/6/2026";

    private static readonly string Choices = string.Join(", ", FormLayout.StatusChoices.Select(choice => $"“{choice}”"));

    public static readonly FindingTemplate DoneWithoutDay = new(Severity.Error, "done-without-day",
        "Tình trạng là “Hoàn thành” nhưng chưa ghi ngày hoàn thành.", $"Ghi ngày hoàn thành, {DayExample}.");

    public static readonly FindingTemplate DoneWithoutResult = new(Severity.Warning, "done-without-result",
        "Tình trạng là “Hoàn thành” nhưng chưa ghi kết quả hay văn bản nào.",
        "Ghi kết quả thực hiện hoặc số, ký hiệu văn bản, ví dụ “Quyết định số 123/QĐ-UBND ngày 15/6/2026”.");

    public static readonly FindingTemplate StatusBlank = new(Severity.Warning, "task-status-blank",
        "Dòng này đã ghi kết quả nhưng chưa chọn tình trạng; nhiệm vụ được coi là chưa hoàn thành.", $"Chọn một trong các tình trạng: {Choices}.");

    public static readonly FindingTemplate DayUnstable = new(Severity.Warning, "volatile-date",
        "Ô này là công thức lấy ngày hiện tại (TODAY, NOW), mỗi lần mở tệp lại thành một ngày khác.", $"Gõ thẳng ngày vào ô, {DayExample}.");

    public static readonly FindingTemplate KeysLost = new(Severity.Info, "row-keys-lost",
        "Cột ẩn “Mã dòng” không còn; các dòng được nhận ra theo nội dung nhiệm vụ và sản phẩm.",
        "Không cần làm gì; lần sau điền thẳng vào biểu mẫu được gửi.");

    public static FindingTemplate StatusUnknown(string words) => new(Severity.Error, "task-status-unknown",
        $"Không hiểu tình trạng “{Quote(words)}”.", $"Chọn một trong các tình trạng: {Choices}.");

    public static FindingTemplate DayUnreadable(string words) => new(Severity.Error, "completed-unreadable",
        $"“{Quote(words)}” không phải ngày có thật.", $"Gõ ngày hoàn thành theo dạng ngày/tháng/năm, {DayExample}.");

    public static FindingTemplate DaysDoubtful(string cells) => new(Severity.Warning, "completed-order-doubtful",
        $"Trong cột Ngày hoàn thành có những ngày mà ngày và tháng có thể đã bị đảo ({cells}); ô là ngày thật của Excel tạm tính như đang hiện, ô gõ bằng chữ không được dùng.",
        $"Định dạng cả cột là Ngày kiểu ngày/tháng/năm rồi gõ lại, {DayExample}.");

    public static FindingTemplate DayWithoutDone(DateOnly day, string status) => new(Severity.Warning, "completed-but-open",
        $"Có ngày hoàn thành {Vietnamese.Day(day)} nhưng tình trạng {(status.Length == 0 ? "để trống" : $"ghi “{Quote(status)}”")}; nhiệm vụ được coi là chưa hoàn thành.",
        "Nếu đã xong, chọn “Hoàn thành”; nếu chưa, xóa ngày hoàn thành.");

    public static FindingTemplate DayInFuture(DateOnly day, DateOnly today) => new(Severity.Error, "completed-in-future",
        $"Ngày hoàn thành {Vietnamese.Day(day)} sau ngày nhận báo cáo {Vietnamese.Day(today)}.",
        $"Ghi ngày đã hoàn thành, không muộn hơn hôm nay, {DayExample}; nếu chưa xong, chọn “Đang thực hiện” và xóa ngày.");

    public static FindingTemplate DayLongBefore(DateOnly day, DateOnly first) => new(Severity.Warning, "completed-long-before",
        $"Ngày hoàn thành {Vietnamese.Day(day)} sớm hơn kỳ báo cáo (từ {Vietnamese.Day(first)}) hơn một năm.",
        $"Kiểm tra lại năm của ngày hoàn thành, {DayExample}.");

    public static FindingTemplate Inserted(string words) => new(Severity.Warning, "task-not-on-form",
        $"Dòng “{Quote(words)}” không có trong biểu mẫu nên nội dung của dòng này không được dùng.",
        "Ghi kết quả vào đúng dòng nhiệm vụ của biểu mẫu; việc ngoài kế hoạch ghi ở các dòng “Việc phát sinh” cuối bảng hoặc ở trang Thuyết minh.");

    public static readonly FindingTemplate ExtraUnnamed = new(Severity.Warning, "extra-task-unnamed",
        "Dòng việc phát sinh này có kết quả nhưng chưa ghi tên việc.", "Ghi tên việc ở cột Nhiệm vụ, ví dụ “Tổ chức hội thi cải cách hành chính”.");

    public static FindingTemplate ExtraWithoutResult(string words) => new(Severity.Warning, "extra-task-without-result",
        $"Việc phát sinh “{Quote(words)}” chưa ghi kết quả.", "Ghi việc đã làm trong kỳ, hoặc xóa dòng này.");

    public static FindingTemplate Twice(string firstCell) => new(Severity.Error, "task-row-twice",
        $"Dòng nhiệm vụ này xuất hiện hai lần với nội dung khác nhau, ở đây và ở ô {firstCell}.", "Giữ lại một dòng đúng, xóa dòng kia.");

    public static FindingTemplate Deleted(int of, IReadOnlyList<int> numbers) => new(Severity.Warning, "task-rows-missing",
        Say($"Biểu mẫu có {of} dòng nhiệm vụ, tệp này thiếu {numbers.Count} dòng: STT {List(numbers)}."),
        "Chép lại các dòng này từ biểu mẫu gốc rồi điền kết quả.");

    public static FindingTemplate NotReported(int of, IReadOnlyList<int> numbers) => new(Severity.Warning, "tasks-not-reported",
        Say($"Có {numbers.Count} trên {of} nhiệm vụ chưa báo cáo gì: STT {List(numbers)}."),
        $"Điền kết quả và chọn tình trạng, ví dụ “{FormLayout.StatusChoices[2]}” nếu chưa làm.");

    public static FindingTemplate WithoutResult(IReadOnlyList<int> numbers) => new(Severity.Warning, "tasks-without-result",
        Say($"Có {numbers.Count} nhiệm vụ đang thực hiện nhưng chưa ghi kết quả của kỳ này: STT {List(numbers)}."),
        "Ghi việc đã làm trong kỳ, ví dụ “Đã lấy ý kiến các sở, ngành”.");

    private static string List(IReadOnlyList<int> numbers) =>
        string.Join(", ", numbers.Take(NumbersNamed).Select(number => number.ToString(CultureInfo.InvariantCulture)))
            + (numbers.Count > NumbersNamed ? ", …" : "");

    private static string Quote(string words) => Vietnamese.Shortened(words, LongestQuote);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
