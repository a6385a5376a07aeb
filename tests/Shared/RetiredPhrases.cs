using System.Text.RegularExpressions;

namespace CcHc.Tests;

/// <summary>Phrases staff must no longer read, each with what is said instead.</summary>
internal static partial class RetiredPhrases
{
    public static IReadOnlyList<(string Phrase, string Instead)> All { get; } =
    [
        ("trước hết ngày", "chậm nhất ngày"),
        ("Vì sao tôi nhận", "Căn cứ nhắc"),
        ("gửi cả lãnh đạo cơ quan", "đồng gửi lãnh đạo cơ quan"),
        ("ngày làm việc cuối trước hạn;", "còn … ngày làm việc"),
        ("nhắc khi đến hạn", "quá hạn … ngày làm việc"),
        ("\"hạn hôm nay", "đến hạn hôm nay"),
        ("nấc nhắc", "mốc nhắc"),
        ("mỗi nấc", "mỗi mốc"),
        ("ở nấc này", "ở mốc này"),
        ("quá hạn sau", "phải xong chậm nhất ngày"),
        ("xin trả lời thư này", "đề nghị phản hồi thư này"),
        ("ngừng nhắc", "dừng nhắc"),
        ("số đọc được", "không phải là số"),
        ("ngày đọc được", "không phải ngày có thật"),
        ("còn ở phía trước", "là ngày trong tương lai"),
        ("«", "“"),
        ("»", "”"),
        ("0 trễ hạn", "tất cả đúng hạn"),
        ("0 đầu việc quá hạn", "không có đầu việc quá hạn"),
        ("chưa hiểu thời hạn", "chưa xác định thời hạn"),
        ("khóa kỳ", "chốt"),
        ("khóa sổ", "chốt"),
        ("kỳ báo cáo đã khóa", "đã chốt"),
        ("Bản đã khóa", "Bản đã chốt"),
        ("bản hợp lệ", "bản được dùng"),
        ("Bản được tính", "Bản được dùng"),
        ("Tệp được tính", "Tệp được dùng"),
        ("Mức đầy đủ", "Số cơ quan có số liệu"),
        ("Cần sửa thế nào", "Cách sửa"),
        ("Cần gõ lại thế nào", "Cách sửa"),
        ("Cách khắc phục\"", "Cách sửa"),
        ("Dừng thực hiện", "Không còn thực hiện"),
        ("\"Đã bỏ\"", "Không còn thực hiện"),
        ("Báo cáo đôn đốc", "Tổng hợp quá hạn"),
        ("mỗi cơ quan chỉ nhận việc của mình", "(nothing)"),
    ];

    /// <summary>Those that stand in a text; capital letters make no difference.</summary>
    public static IEnumerable<(string Phrase, string Instead)> In(string text) =>
        All.Where(retired => text.Contains(retired.Phrase, StringComparison.OrdinalIgnoreCase));

    /// <summary>A source line without its comment, which no member of staff reads.</summary>
    public static string WithoutComment(string line) => Comment().Replace(line, "");

    [GeneratedRegex(@"^\s*//.*$|(?<=[;,{}]\s*)//.*$")]
    private static partial Regex Comment();
}
