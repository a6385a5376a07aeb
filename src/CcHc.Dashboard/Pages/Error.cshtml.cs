using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CcHc.Dashboard.Pages;

/// <summary>What a visitor reads in place of a bare status code (trang báo lỗi); never what went wrong inside.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    [FromRoute]
    public int Code { get; set; }

    public string Headline => Code switch
    {
        403 => "Bạn không có quyền làm việc này",
        404 => "Không có trang này",
        400 => "Yêu cầu không hợp lệ",
        429 => "Đăng nhập quá nhiều lần",
        _ => "Có lỗi, chưa làm được",
    };

    public string Advice => Code switch
    {
        403 => "Việc này cần vai trò khác. Hỏi quản trị viên nếu bạn cần làm.",
        404 => "Địa chỉ sai, hoặc nhiệm vụ, thư, kỳ báo cáo đó không còn.",
        400 => "Trang mở đã lâu hoặc gửi từ nơi khác. Mở lại trang rồi thử lại.",
        429 => "Chờ năm phút rồi thử lại.",
        _ => "Quản trị viên xem nhật ký của dịch vụ. Thử lại sau ít phút.",
    };
}
