using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.Registers.Status;

namespace CcHc.Core.Registers;

/// <summary>Everything the reader of registers can say of a workbook, in the words an officer reads.</summary>
internal static class RegisterFindings
{
    private const int HeadersNamed = 12;

    public static readonly FindingTemplate NotARegister = new(Severity.Info, "not-a-register",
        "Tệp này không có bảng giao nhiệm vụ nào (không thấy hàng tiêu đề có cột nhiệm vụ cùng cột cơ quan, sản phẩm hoặc thời gian).",
        "Nếu đây là sổ theo dõi nhiệm vụ, hãy đặt tiêu đề cột như: STT, Nhiệm vụ, Sản phẩm, Cơ quan chủ trì, Cơ quan phối hợp, Thời gian thực hiện.");

    public static readonly FindingTemplate Timetable = new(Severity.Info, "timetable",
        "Bảng này là lịch họp hoặc lịch công tác theo giờ, không phải sổ giao nhiệm vụ; hệ thống bỏ qua.",
        "Không cần làm gì; nếu bảng có nhiệm vụ cần nhắc, hãy ghi thời gian thực hiện bằng ngày, tháng hoặc quý.");

    public static readonly FindingTemplate SheetNotRead = new(Severity.Info, "sheet-not-read",
        "Trang tính này có dữ liệu nhưng không có bảng giao nhiệm vụ nên không được đọc.",
        "Nếu trang có nhiệm vụ, hãy đặt một hàng tiêu đề có cột Nhiệm vụ, Cơ quan chủ trì và Thời gian thực hiện.");

    public static readonly FindingTemplate HiddenSheet = new(Severity.Info, "hidden-sheet",
        "Trang tính này đang bị ẩn nên không được đọc.",
        "Nếu các nhiệm vụ trong trang còn hiệu lực, hãy bỏ ẩn trang tính.");

    public static readonly FindingTemplate OwnOutput = new(Severity.Warning, "own-output",
        "Tệp này do chính hệ thống ghi ra (tổng hợp, cảnh báo, danh sách hoặc biểu mẫu), không phải sổ theo dõi, nên không được đọc.",
        "Hãy chuyển tệp ra khỏi thư mục sổ theo dõi; nếu muốn lập sổ từ tệp này, hãy chép bảng sang một sổ Excel mới.");

    public static readonly FindingTemplate NoTasks = new(Severity.Warning, "no-tasks",
        "Bảng có hàng tiêu đề nhưng không có nhiệm vụ nào bên dưới.",
        "Hãy nhập nhiệm vụ vào bảng hoặc chuyển tệp ra khỏi thư mục sổ theo dõi.");

    public static readonly FindingTemplate PlanYearUnknown = new(Severity.Warning, "plan-year-unknown",
        "Không xác định được năm của kế hoạch, nên các mốc chỉ ghi tháng hoặc quý không tính được ngày.",
        "Hãy ghi năm vào tiêu đề phía trên bảng, ví dụ: “KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026”.");

    public static readonly FindingTemplate PlanOfSeveralYears = new(Severity.Info, "plan-of-several-years",
        "Kế hoạch này cho nhiều năm; các mốc chỉ ghi tháng hoặc quý mà không ghi năm sẽ không tính được ngày.",
        "Hãy ghi rõ năm trong cột thời gian của từng nhiệm vụ.");

    public static readonly FindingTemplate TaskTextMissing = new(Severity.Warning, "missing-task-text",
        "Hàng này có cơ quan, sản phẩm hoặc thời gian nhưng ô nhiệm vụ để trống; hàng không được theo dõi.",
        "Hãy ghi nội dung nhiệm vụ, hoặc xóa hàng nếu thừa.");

    public static readonly FindingTemplate LeadMissing = new(Severity.Warning, "missing-lead",
        "Nhiệm vụ chưa ghi cơ quan chủ trì, nên không nhắc được ai.",
        "Hãy ghi tên cơ quan chủ trì vào ô này.");

    public static FindingTemplate LeadOfHeading(string lead) => new(Severity.Warning, "lead-from-heading",
        $"Nhiệm vụ không ghi cơ quan chủ trì; hệ thống lấy “{lead}” ghi ở tên mục.",
        "Hãy ghi tên cơ quan chủ trì vào từng nhiệm vụ.");

    public static readonly FindingTemplate LeadColumnMissing = new(Severity.Warning, "no-lead-column",
        "Bảng không có cột cơ quan chủ trì (hoặc cơ quan thực hiện), nên không nhắc được ai.",
        "Hãy thêm cột “Cơ quan chủ trì” và ghi tên cơ quan cho từng nhiệm vụ.");

    public static readonly FindingTemplate TimeMissing = new(Severity.Warning, "missing-time",
        "Nhiệm vụ chưa ghi thời gian thực hiện, nên không tính được hạn.",
        "Hãy ghi thời hạn, ví dụ: “Trước ngày 30/6/2026”, “Quý II” hoặc “Thường xuyên”.");

    public static readonly FindingTemplate TimeColumnMissing = new(Severity.Warning, "no-time-column",
        "Bảng không có cột thời gian thực hiện, nên không tính được hạn của nhiệm vụ nào.",
        "Hãy thêm cột “Thời gian thực hiện” và ghi thời hạn cho từng nhiệm vụ.");

    public static readonly FindingTemplate FormulaWithoutValue = new(Severity.Error, "formula-without-value",
        "Ô này là công thức chưa được tính, nên không có giá trị để đọc.",
        "Hãy mở tệp bằng Excel, chờ tính xong rồi lưu lại, hoặc gõ thẳng giá trị vào ô.");

    public static readonly FindingTemplate DateUnstable = new(Severity.Warning, "volatile-date",
        "Ô này là công thức lấy ngày hiện tại (TODAY, NOW), mỗi lần mở tệp lại thành một ngày khác; hệ thống không dùng ngày này.",
        "Hãy gõ thẳng ngày vào ô.");

    public static readonly FindingTemplate CompletedWithoutDate = new(Severity.Info, "done-without-date",
        "Nhiệm vụ ghi là đã hoàn thành nhưng chưa ghi ngày hoàn thành.",
        "Hãy ghi ngày hoàn thành để biết đúng hạn hay trễ hạn.");

    public static readonly FindingTemplate CompletedButOpen = new(Severity.Warning, "completion-date-but-open",
        "Có ngày hoàn thành nhưng tình trạng ghi là chưa xong; hệ thống coi nhiệm vụ là chưa hoàn thành.",
        "Hãy sửa tình trạng thành “Đã hoàn thành” hoặc xóa ngày hoàn thành.");

    public static readonly FindingTemplate StruckThrough = new(Severity.Info, "struck-through",
        "Nhiệm vụ bị gạch ngang nên được coi là không còn thực hiện, không nhắc nữa.",
        "Nếu nhiệm vụ vẫn phải làm, hãy bỏ gạch ngang; nếu đã xong, hãy ghi vào cột Tình trạng.");

    public static FindingTemplate CommentNotRead(string words) => new(Severity.Warning, "comment-not-read",
        $"Chú thích gắn ở ô này nói đến thời hạn hoặc cơ quan (“{words}”) nhưng hệ thống không đọc chú thích.",
        "Nếu chú thích thay đổi nội dung ô, hãy ghi thẳng vào ô.");

    public static FindingTemplate FootnoteNotRead(string words) => new(Severity.Warning, "footnote-not-read",
        $"Ghi chú ngoài bảng nói đến thời hạn hoặc cơ quan (“{words}”) nhưng không thuộc nhiệm vụ nào nên không được đọc.",
        "Nếu ghi chú thay đổi thời hạn hoặc cơ quan của nhiệm vụ nào, hãy ghi vào ô của nhiệm vụ đó.");

    public static FindingTemplate YearHidden(string shown, int stored, int? plan) => new(Severity.Warning, "hidden-year",
        Say($"Ô chỉ hiện “{shown}”, năm lưu bên trong là {stored}")
            + (plan is { } year ? Say($", khác năm {year} của kế hoạch.") : ", không biết năm của kế hoạch để so."),
        "Hãy gõ lại ngày cho đúng năm và đổi định dạng ô thành ngày/tháng/năm để thấy cả năm.");

    public static FindingTemplate YearsFilled(int first, int last, string firstCell, string lastCell) => new(Severity.Warning, "years-filled-down",
        Say($"Năm tăng dần từng dòng từ {first} ({firstCell}) đến {last} ({lastCell}), giống như khi kéo chuột để chép một thời hạn."),
        "Nếu các nhiệm vụ cùng một năm, hãy sửa lại năm; khi kéo hãy giữ phím Ctrl để Excel không tăng số.");

    public static FindingTemplate ErrorCell(string code) => new(Severity.Error, "error-cell",
        $"Ô này báo lỗi {code}, không có giá trị để đọc.",
        "Hãy sửa công thức hoặc gõ thẳng giá trị vào ô.");

    public static FindingTemplate HiddenRows(int count) => new(Severity.Info, "hidden-rows",
        Say($"Có {count} hàng đang bị ẩn (hoặc bị lọc); nhiệm vụ ở các hàng đó vẫn được đọc và vẫn được nhắc."),
        "Nếu nhiệm vụ không còn phải làm, hãy ghi “Không còn thực hiện” vào cột Tình trạng.");

    public static FindingTemplate LeadsMissing(int count, int of, string cells) => new(Severity.Warning, "missing-lead",
        Say($"Có {count} trên {of} nhiệm vụ chưa ghi cơ quan chủ trì, nên không nhắc được ai ({cells})."),
        "Hãy ghi tên cơ quan chủ trì cho các nhiệm vụ này.");

    public static FindingTemplate TimesMissing(int count, int of, string cells) => new(Severity.Warning, "missing-time",
        Say($"Có {count} trên {of} nhiệm vụ chưa ghi thời gian thực hiện, nên không tính được hạn ({cells})."),
        "Hãy ghi thời hạn cho các nhiệm vụ này, hoặc ghi “Thường xuyên” nếu không có hạn.");

    public static FindingTemplate ColumnsNotRead(IReadOnlyCollection<string> headers) => new(Severity.Info, "column-not-read",
        $"Không rõ ý nghĩa của cột: {string.Join(", ", headers.Take(HeadersNamed).Select(header => $"“{header}”"))}{(headers.Count > HeadersNamed ? ", …" : "")}; các cột này không được đọc.",
        "Nếu cột chứa nhiệm vụ, cơ quan, sản phẩm hoặc thời hạn, hãy đặt tiêu đề theo mẫu: Nhiệm vụ, Cơ quan chủ trì, Sản phẩm, Thời gian thực hiện.");

    public static FindingTemplate NumberRepeated(string number, string firstCell) => new(Severity.Warning, "duplicate-number",
        $"Số thứ tự “{number}” đã dùng ở ô {firstCell} trong cùng mục; hệ thống phân biệt hai nhiệm vụ bằng nội dung.",
        "Hãy đánh lại số để mỗi nhiệm vụ trong một mục có số riêng.");

    public static FindingTemplate TaskRepeated(string firstCell) => new(Severity.Warning, "duplicate-task",
        $"Nhiệm vụ này trùng cả số và nội dung với ô {firstCell}.",
        "Hãy xóa một trong hai hàng nếu chép trùng.");

    public static FindingTemplate StatusUnknown(string words) => new(Severity.Warning, "unknown-status",
        $"Không hiểu tình trạng “{words}”; nhiệm vụ được coi là chưa hoàn thành.",
        $"Hãy ghi một trong các từ: {string.Join(", ", TaskProgressText.Choices)}.");

    public static readonly FindingTemplate GreenRow = new(Severity.Warning, "green-row",
        "Nhiệm vụ được tô màu xanh nhưng không ghi là đã xong; hệ thống không đoán theo màu, coi là chưa hoàn thành và chưa báo lãnh đạo.",
        "Nếu màu xanh nghĩa là đã xong, hãy ghi “Đã hoàn thành” và ngày hoàn thành; nếu không, trả lời “đúng là vậy”.");

    public static FindingTemplate DoneInOtherColumn(string column, string words) => new(Severity.Info, "done-in-other-column",
        $"Cột “{column}” ghi “{words}”; nhiệm vụ được coi là đã hoàn thành.",
        "Nếu đúng, nên ghi vào cột tình trạng và ngày hoàn thành; nếu chưa xong, hãy sửa ô này.");

    public static FindingTemplate PerhapsDone(string column, string words) => new(Severity.Warning, "perhaps-done",
        $"Cột “{column}” ghi “{words}”: chưa rõ nhiệm vụ đã xong hay chưa; hệ thống coi là chưa hoàn thành và chưa báo lãnh đạo.",
        "Nếu đã xong, hãy ghi “Đã hoàn thành” và ngày hoàn thành; nếu chưa, ghi “Đang thực hiện”.");

    public static FindingTemplate SaidTwice(string status, string column, string words) => new(Severity.Warning, "status-contradicts",
        $"Tình trạng ghi “{status}” nhưng cột “{column}” ghi “{words}”; hệ thống coi là chưa hoàn thành và chưa báo lãnh đạo.",
        "Hãy sửa cho hai cột thống nhất.");

    public static FindingTemplate TwoCompletionDays(string ofColumn, string ofWords) => new(Severity.Warning, "two-completion-days",
        $"Cột ngày hoàn thành ghi {ofColumn}, tình trạng ghi {ofWords}; hệ thống dùng {ofColumn}.",
        "Hãy sửa cho hai ngày thống nhất.");

    public static FindingTemplate DateUnreadable(string column, string words) => new(Severity.Warning, "unreadable-date",
        $"Không đọc được ngày “{words}” ở cột {column}; hệ thống không đoán ngày.",
        "Hãy ghi đủ ngày, tháng, năm, ví dụ: 30/6/2026.");

    public static FindingTemplate DatesMixed(string column, string cells, bool countsReal) => new(Severity.Warning, "mixed-date-order",
        $"Cột {column} có những ngày mà ngày và tháng có thể đã bị đảo ({cells}); {(countsReal ? "ô là ngày thật của Excel tạm tính như đang hiện, ô gõ bằng chữ không được dùng" : "các ngày này không được dùng")}.",
        "Hãy kiểm tra từng ô, rồi định dạng cả cột là Ngày kiểu ngày/tháng/năm và gõ lại.");

    public static FindingTemplate ExtensionBeforeDue(string extended, string due) => new(Severity.Warning, "extension-before-due",
        $"Ngày gia hạn {extended} sớm hơn hạn cũ {due}.",
        "Hãy kiểm tra lại hai cột Hạn và Gia hạn đến.");

    public static FindingTemplate PlanYearsDiffer(int title, int name) => new(Severity.Warning, "plan-year-conflict",
        Say($"Tiêu đề ghi năm {title} nhưng tên tệp ghi năm {name}; hệ thống dùng năm {title}."),
        "Hãy sửa tiêu đề hoặc đổi tên tệp cho khớp.");

    public static FindingTemplate NoteExtends(string note, string day) => new(Severity.Info, "note-extends",
        $"Ghi chú “{note}” được hiểu là gia hạn đến {day}; hệ thống tính hạn theo ngày này.",
        "Hãy ghi ngày gia hạn vào cột “Gia hạn đến”; nếu hiểu sai, hãy sửa lại ghi chú.");

    public static FindingTemplate NoteMayMove(string note) => new(Severity.Warning, "note-may-move-deadline",
        $"Ghi chú “{note}” có vẻ nói về việc đổi thời hạn nhưng không rõ đến ngày nào; hệ thống vẫn tính theo thời hạn cũ.",
        "Nếu đã gia hạn, hãy ghi ngày mới vào cột “Gia hạn đến” hoặc sửa cột thời hạn.");

    public static FindingTemplate NoteSaysDone(string note) => new(Severity.Info, "note-says-done",
        $"Ghi chú “{note}” được hiểu là nhiệm vụ đã hoàn thành; hệ thống không nhắc nữa.",
        "Hãy ghi vào cột Tình trạng hoặc Ngày hoàn thành; nếu chưa xong, hãy sửa lại ghi chú.");

    public static FindingTemplate NoteMayBeDone(string note) => new(Severity.Warning, "note-may-say-done",
        $"Ghi chú “{note}” có vẻ nói nhiệm vụ đã xong, nhưng cột tình trạng không ghi như vậy; hệ thống vẫn coi là chưa hoàn thành.",
        "Nếu đã xong, hãy ghi vào cột Tình trạng hoặc Ngày hoàn thành.");

    public static FindingTemplate PlanYearInferred(int year, string source) => new(Severity.Info, "plan-year-inferred",
        Say($"Tiêu đề và tên tệp không ghi năm của kế hoạch; hệ thống lấy năm {year} theo {source}."),
        "Hãy ghi năm vào tiêu đề phía trên bảng, ví dụ: “KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026”.");

    public static FindingTemplate TableByCells(int row) => new(Severity.Warning, "table-known-by-cells",
        Say($"Không hiểu các tiêu đề ở hàng {row}; theo nội dung các ô bên dưới, hệ thống coi đây là bảng giao nhiệm vụ."),
        "Hãy xem mục “Cách hiểu cột”; nếu sai, hãy đặt tiêu đề cột như: STT, Nhiệm vụ, Sản phẩm, Cơ quan chủ trì, Cơ quan phối hợp, Thời gian thực hiện.");

    public static FindingTemplate TasksOverlooked(int row) => new(Severity.Warning, "tasks-not-recognised",
        Say($"Trang tính có cơ quan và thời gian (ví dụ hàng {row}) nhưng không nhận ra bảng giao nhiệm vụ, nên không được đọc."),
        "Nếu đây là sổ theo dõi nhiệm vụ, hãy đặt một hàng tiêu đề có cột Nhiệm vụ, Cơ quan chủ trì và Thời gian thực hiện ngay trên các dòng nhiệm vụ.");

    public static FindingTemplate DutiesOverlooked(int row) => new(Severity.Warning, "tasks-not-recognised",
        Say($"Trang tính có danh sách việc đánh số (từ hàng {row}) nhưng không thấy cột cơ quan và thời gian nào, nên không được đọc."),
        "Nếu đây là sổ theo dõi nhiệm vụ, hãy đặt một hàng tiêu đề có cột Nhiệm vụ, Cơ quan chủ trì và Thời gian thực hiện ngay trên các dòng nhiệm vụ.");

    public static FindingTemplate SheetTooLarge(int most) => new(Severity.Error, "sheet-too-large",
        Say($"Trang tính này lớn hơn mọi sổ theo dõi (quá {most} dòng, hoặc quá nhiều chữ), nên không được đọc."),
        "Hãy xóa các dòng, cột thừa; nếu là dữ liệu thật, hãy tách thành nhiều sổ.");

    public static FindingTemplate TaskEndless(int rows) => new(Severity.Warning, "task-endless",
        Say($"Một nhiệm vụ kéo dài quá {rows} dòng; các dòng từ đây trở xuống không được đọc vào nhiệm vụ đó."),
        "Hãy đánh số từng nhiệm vụ, hoặc bỏ các dòng thừa bên dưới bảng.");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
