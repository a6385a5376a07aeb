using CcHc.Adapters.Storage.Outbox;

namespace CcHc.Dashboard.Pages.Letters;

/// <summary>What pages call kinds of letters, and what their states mean (cách gọi thư), in Vietnamese.</summary>
public static class LetterLabels
{
    /// <summary>In the order a filter offers them.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        ["reminder", "chase", "escalation", "report-form", "report-receipt", "answer-receipt", "period-report", "health-mail", "health-workbook"];

    public static string Kind(string kind) => kind switch
    {
        "reminder" => "Nhắc việc",
        "chase" => "Đôn đốc",
        "escalation" => "Tổng hợp quá hạn",
        "report-form" => "Biểu mẫu báo cáo",
        "report-receipt" => "Trả lời báo cáo",
        "answer-receipt" => "Xác nhận trả lời",
        "period-report" => "Bản tổng hợp kỳ",
        "health-mail" => "Tình hình hệ thống",
        "health-workbook" => "Cảnh báo sổ theo dõi",
        _ => "Thư khác",
    };

    /// <summary>The class of the stylesheet that colours a state.</summary>
    public static string Look(DeliveryState state) => state switch
    {
        DeliveryState.Unknown or DeliveryState.Refused => "over",
        DeliveryState.Held or DeliveryState.TryLater => "soon",
        DeliveryState.Sent => "done",
        _ => "open",
    };

    /// <summary>What the state means for the addressee and what to do.</summary>
    public static string Advice(DeliveryState state) => state switch
    {
        DeliveryState.Queued => "Thư sẽ đi ở lần gửi tới.",
        DeliveryState.Sending => "Thư đang được gửi; mở lại trang sau ít phút.",
        DeliveryState.Sent => "Máy chủ thư đã nhận thư này.",
        DeliveryState.TryLater => "Máy chủ thư chưa nhận; hệ thống tự gửi lại. Lời máy chủ nói rõ là hẹn lúc khác hay cần quản trị viên xử lý.",
        DeliveryState.Refused => "Máy chủ thư từ chối địa chỉ này. Sửa địa chỉ trong danh bạ cơ quan, hoặc gửi lại nếu địa chỉ vẫn đúng.",
        DeliveryState.Unknown => "Đường truyền đứt khi đang gửi: cơ quan có thể đã nhận. Hệ thống tự gửi lại một lần; hỏi cơ quan trước khi bấm gửi lại.",
        _ => "Thư chờ người quyết định, hệ thống không tự gửi. Lời máy chủ cho biết lý do: tệp đính kèm, cỡ thư hay đã chờ quá lâu.",
    };

    /// <summary>May go out after all when a person says so.</summary>
    public static bool MayGoAgain(DeliveryState state) => state is DeliveryState.Held or DeliveryState.Refused or DeliveryState.Unknown;

    /// <summary>Would leave by itself, so a person may stop it.</summary>
    public static bool MayBeHeld(DeliveryState state) => state is DeliveryState.Queued or DeliveryState.TryLater or DeliveryState.Unknown;
}
