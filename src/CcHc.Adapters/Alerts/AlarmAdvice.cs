namespace CcHc.Adapters.Alerts;

/// <summary>Why a run probably failed and what to try first, by the words of its failure (nguyên nhân, cách xử lý).</summary>
public sealed record AlarmAdvice(string Cause, string Cure)
{
    private static readonly (string[] Marks, AlarmAdvice Advice)[] Known =
    [
        (["Npgsql", "Postgres", "Sqlite", "SQLite", "database"],
            new("Cơ sở dữ liệu không dùng được.", "Kiểm tra máy chủ PostgreSQL (biến CCHC_POSTGRES) hoặc ổ đĩa chứa thư mục dữ liệu, rồi chờ lần chạy sau.")),
        (["No mail gets through", "Smtp", "smtp", "TLS failed"],
            new("Thư không gửi đi được.", "Kiểm tra máy chủ thư, mật khẩu và chứng chỉ bằng lệnh cchc check, rồi thử lại bằng cchc test-mail.")),
        (["No space left", "disk full", "not enough space"],
            new("Ổ đĩa đã đầy.", "Dọn chỗ trên ổ đĩa của thư mục dữ liệu và thư mục kết quả; việc dở dang tự làm tiếp ở lần chạy sau.")),
        (["DirectoryNotFound", "UnauthorizedAccess", "IOException", "FileNotFound"],
            new("Không vào được thư mục chung hoặc thư mục kết quả.", "Kiểm tra thư mục mạng còn kết nối, tài khoản chạy dịch vụ còn quyền, đĩa còn chỗ.")),
        (["SettingsException", "mistakes in the settings", "jobs.yml", "appsettings.json"],
            new("Tệp thiết lập có chỗ sai.", "Dòng và cột sai ghi ở trên; sửa jobs.yml hoặc appsettings.json. Thiết lập cũ vẫn đang dùng.")),
        (["time limit", "Timeout", "OperationCanceled"],
            new("Công việc chạy quá lâu nên bị dừng.", "Kiểm tra thư mục mạng và máy chủ có chậm bất thường không.")),
    ];

    private static readonly AlarmAdvice Unknown =
        new("Chưa rõ nguyên nhân.", "Chạy cchc check để tìm nguyên nhân, xem nhật ký của dịch vụ quanh thời điểm nói trên.");

    /// <param name="trouble">The run's own summary.</param>
    public static AlarmAdvice Of(string trouble) =>
        Known.FirstOrDefault(one => one.Marks.Any(mark => trouble.Contains(mark, StringComparison.Ordinal))).Advice ?? Unknown;

    public override string ToString() => $"{Cause} {Cure}";
}
