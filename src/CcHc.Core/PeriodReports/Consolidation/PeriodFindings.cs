using CcHc.Core.Findings;

namespace CcHc.Core.PeriodReports.Consolidation;

/// <summary>What assembling says of a report that cannot be used whole (nhận xét khi tổng hợp).</summary>
internal static class PeriodFindings
{
    public static FindingTemplate TaskNotOwed(string agency) => new(Severity.Warning, "reported-task-not-owed",
        $"Dòng này của {agency} ứng với nhiệm vụ không còn trong sổ theo dõi của kỳ, nên kết quả ở đây không được tổng hợp.",
        "Hãy kiểm tra xem nhiệm vụ đã bị xóa hay chuyển cơ quan; nếu xóa nhầm, hãy khôi phục dòng đó trong sổ theo dõi rồi tổng hợp lại.");

    public static FindingTemplate FigureNotAsked(string agency, string code) => new(Severity.Warning, "reported-figure-not-asked",
        $"Kỳ này không yêu cầu {agency} báo cáo chỉ tiêu {code}, nên số liệu ở đây không được tổng hợp.",
        "Nếu cần số liệu này, hãy sửa cột Áp dụng cho nhóm hoặc Từ kỳ của chỉ tiêu trong tệp chi-tieu.xlsx rồi tổng hợp lại.");
}
