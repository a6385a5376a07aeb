using CcHc.Core.Findings;

namespace CcHc.Adapters.Files;

/// <summary>Files among the registers that are not read (loại tệp không đọc), each with what to do about it: nothing lies there unread in silence.</summary>
internal static class UnreadKinds
{
    private static readonly string[] Shortcuts = [".lnk", ".url", ".webloc", ".gsheet", ".gdoc", ".gslides"];

    private static readonly (string[] Extensions, string What, string Remedy)[] Kinds =
    [
        ([".xlsb", ".ods", ".fods", ".csv", ".tsv", ".et", ".ett", ".numbers", ".xlt", ".xltx", ".xltm", ".xml", ".dbf"], "Tệp {0} không đọc được",
            "Lưu lại thành .xlsx bằng Excel hoặc LibreOffice."),
        ([".doc", ".docx", ".docm", ".odt", ".rtf", ".wps"], "Tệp Word ({0}) không được đọc ở thư mục sổ theo dõi",
            "Chép bảng nhiệm vụ sang một sổ Excel (.xlsx) rồi để vào đây; nếu là kế hoạch đã ban hành, hãy để tệp ở thư mục khác."),
        ([".pdf"], "Tệp PDF không được đọc ở thư mục sổ theo dõi",
            "Xin bản Excel của phụ lục, hoặc chép bảng nhiệm vụ sang một sổ Excel (.xlsx) rồi để vào đây."),
        ([".zip", ".rar", ".7z", ".tar", ".gz"], "Tệp nén ({0}) không được đọc", "Giải nén rồi để các sổ Excel bên trong vào thư mục này."),
        (Shortcuts, "Đây chỉ là lối tắt ({0}) trỏ đi nơi khác, không có dữ liệu bên trong", "Tải sổ về dạng Excel (.xlsx) rồi để vào thư mục này."),
        ([".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".webp"], "Tệp ảnh ({0}) không được đọc",
            "Gõ lại bảng trong ảnh vào một sổ Excel (.xlsx)."),
        ([".msg", ".eml"], "Thư điện tử ({0}) không được đọc", "Mở thư, lưu sổ Excel đính kèm vào thư mục này."),
        ([".ppt", ".pptx", ".odp"], "Tệp trình chiếu ({0}) không được đọc", "Chép bảng nhiệm vụ sang một sổ Excel (.xlsx)."),
        ([".bak", ".old", ".xlk", ".asd", ".crdownload", ".part", ".partial"], "Tệp dự phòng hoặc tải dở ({0}) không được đọc",
            "Xóa tệp này; nếu là sổ chính, đổi phần mở rộng thành .xlsx sau khi kiểm tra."),
    ];

    public static FindingTemplate Link { get; } = new(Severity.Error, "file-link",
        "Đây là liên kết trỏ đi nơi khác (symbolic link), không phải tệp nên không được đọc.", "Chép chính tệp hoặc thư mục đó vào đây thay cho liên kết.");

    public static bool IsShortcut(string extension) => Shortcuts.Contains(extension);

    /// <param name="extension">With its dot, in small letters.</param>
    public static FindingTemplate Of(string extension)
    {
        var (_, what, remedy) = Array.Find(Kinds, kind => kind.Extensions.Contains(extension));
        return new FindingTemplate(Severity.Warning, "register-kind-not-read",
            (what ?? "Tệp {0} không phải sổ Excel nên không được đọc").Replace("{0}", extension, StringComparison.Ordinal) + ".",
            remedy ?? "Nếu tệp có nhiệm vụ, hãy chép sang một sổ Excel (.xlsx); nếu không, hãy chuyển tệp ra khỏi thư mục sổ theo dõi.");
    }
}
