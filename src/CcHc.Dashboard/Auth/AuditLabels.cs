namespace CcHc.Dashboard.Auth;

/// <summary>What pages call the things people did (cách gọi việc đã làm); its own code for one nobody has put into words.</summary>
public static class AuditLabels
{
    public const string Refused = "login-refused";

    public static string Action(string action) => action switch
    {
        "login" => "Đăng nhập",
        Refused => "Đăng nhập sai",
        "login-locked" => "Đăng nhập khi đang bị khóa",
        "person-added" or "People.Add" or "Users.Add" => "Thêm người dùng",
        "person-password" or "People.Password" or "Users.Password" => "Đặt lại mật khẩu",
        "person-role" or "People.Role" or "Users.Role" => "Đổi vai trò",
        "person-disable" or "People.Disable" or "Users.Disable" => "Khóa người dùng",
        "person-enable" or "People.Enable" or "Users.Enable" => "Mở khóa người dùng",
        "mail-tested" => "Gửi thư thử",
        "backup-taken" => "Sao lưu",
        "Account.post" => "Đổi mật khẩu",
        "Logout.post" => "Đăng xuất",
        "Language.post" => "Đổi ngôn ngữ",
        "Agency.RenewFeed" => "Tạo liên kết lịch mới",
        "Agency.WithdrawFeed" => "Thu hồi liên kết lịch",
        "Letters.HoldAll" => "Giữ mọi thư",
        "Letters.ReleaseAll" => "Cho gửi lại mọi thư",
        "Letter.Resend" => "Gửi lại thư",
        "Letter.Hold" => "Giữ thư này",
        "Jobs.Run" => "Chạy ngay",
        "Jobs.Pause" => "Tạm dừng",
        "Jobs.Resume" => "Chạy tiếp",
        "Answers.Accept" => "Chấp nhận trả lời",
        "Answers.Refuse" => "Từ chối trả lời",
        "Answers.Seen" => "Đã xem thư đến",
        "Chase.post" => "Yêu cầu đôn đốc",
        "chase" => "Gửi thư đôn đốc",
        "Plans.post" => "Gửi kế hoạch",
        "Period.Exclude" => "Loại tệp báo cáo",
        "Period.Include" => "Nhận lại tệp báo cáo",
        "Period.Reopen" => "Mở lại kỳ",
        "Period.Assemble" => "Yêu cầu tổng hợp",
        "Period.Close" => "Yêu cầu chốt kỳ",
        _ => action,
    };
}
