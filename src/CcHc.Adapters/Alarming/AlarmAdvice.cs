namespace CcHc.Adapters.Alarming;

/// <summary>What to try first, by the words of a failed run (việc cần làm).</summary>
public static class AlarmAdvice
{
    private static readonly (string[] Marks, string Words)[] Known =
    [
        (["Npgsql", "Postgres", "Sqlite", "database"],
            "Cơ sở dữ liệu không dùng được. Kiểm tra máy chủ PostgreSQL (biến CCHC_POSTGRES) hoặc ổ đĩa chứa thư mục dữ liệu, rồi chờ lần chạy sau."),
        (["No mail gets through", "Smtp", "smtp", "TLS failed"],
            "Thư không gửi đi được. Kiểm tra máy chủ thư, mật khẩu và chứng chỉ bằng lệnh cchc check, rồi thử lại bằng cchc test-mail."),
        (["DirectoryNotFound", "UnauthorizedAccess", "IOException", "FileNotFound"],
            "Không vào được thư mục chung hoặc thư mục kết quả. Kiểm tra thư mục mạng còn kết nối, tài khoản chạy dịch vụ còn quyền, đĩa còn chỗ."),
        (["SettingsException"], "Tệp thiết lập có chỗ sai. Dòng và cột sai ghi ở trên; sửa jobs.yml hoặc appsettings.json."),
        (["time limit", "Timeout", "OperationCanceled"], "Công việc chạy quá lâu nên bị dừng. Kiểm tra thư mục mạng và máy chủ có chậm bất thường không."),
    ];

    public static string Of(string trouble) =>
        Known.FirstOrDefault(one => one.Marks.Any(mark => trouble.Contains(mark, StringComparison.Ordinal))).Words
        ?? "Chạy cchc check để tìm nguyên nhân, xem nhật ký của dịch vụ quanh thời điểm nói trên.";
}
