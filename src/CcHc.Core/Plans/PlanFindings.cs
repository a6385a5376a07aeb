using System.Globalization;
using CcHc.Core.Findings;

namespace CcHc.Core.Plans;

/// <summary>What is said of a plan that was read (nhận xét về kế hoạch).</summary>
internal static class PlanFindings
{
    public static FindingTemplate NoTasks { get; } = new(Severity.Warning, "plan-no-tasks", "Không tìm thấy nhiệm vụ nào trong văn bản.",
        "Kiểm tra lại tệp: kế hoạch thường có phụ lục phân công hoặc các dòng “Cơ quan chủ trì”, “Thời gian thực hiện”; nếu phụ lục là tệp riêng thì đưa tệp đó vào.");

    public static FindingTemplate TooManyTasks(int most) => new(Severity.Warning, "plan-too-many-tasks",
        string.Create(CultureInfo.InvariantCulture, $"Văn bản có hơn {most} dòng giống nhiệm vụ, nhiều hơn mọi kế hoạch, nên không lập sổ."),
        "Kiểm tra lại tệp; nếu đúng là kế hoạch thì tách thành nhiều tệp.");

    public static FindingTemplate TooLong(int most) => new(Severity.Warning, "plan-too-long",
        string.Create(CultureInfo.InvariantCulture,
            $"Văn bản có hơn {most} dòng chữ, dài hơn mọi kế hoạch, và không có bảng hay dòng “Cơ quan chủ trì” để lập sổ."),
        "Kiểm tra lại tệp; nếu đúng là kế hoạch thì tách phần phân công nhiệm vụ thành tệp riêng.");

    public static FindingTemplate NoYear { get; } =
        new(Severity.Warning, "plan-no-year", "Văn bản không nêu năm kế hoạch, nên “Quý I” hay “tháng 6” không có năm thì chưa rõ là năm nào.",
            "Ghi năm vào tên tệp (ví dụ ke-hoach-2026.docx) rồi đưa lại, hoặc ghi năm vào dòng tiêu đề của sổ.");

    public static FindingTemplate NoNumber { get; } =
        new(Severity.Info, "plan-no-number", "Không thấy số và ngày của kế hoạch.", "Ghi thêm vào dòng dưới tiêu đề sổ nếu cần.");

    public static FindingTemplate NoLead { get; } =
        new(Severity.Warning, "plan-no-lead", "Kế hoạch không nêu cơ quan chủ trì của nhiệm vụ này.", "Điền cột Cơ quan chủ trì nếu đã giao ở văn bản khác.");

    public static FindingTemplate NoTime { get; } =
        new(Severity.Warning, "plan-no-time", "Kế hoạch không nêu thời gian thực hiện của nhiệm vụ này.",
            "Điền cột Thời gian thực hiện hoặc cột Hạn nếu đã có.");

    public static FindingTemplate TimeNotUnderstood(string words) =>
        new(Severity.Warning, "plan-time-not-understood", $"Không hiểu thời hạn “{words}”.",
            "Ghi lại cho rõ ở cột Thời gian thực hiện, hoặc điền ngày vào cột Hạn.");

    public static FindingTemplate WithoutAnyLead { get; } =
        new(Severity.Warning, "plan-without-leads", "Kế hoạch không giao cơ quan chủ trì cho nhiệm vụ nào.",
            "Điền cột Cơ quan chủ trì trước khi đưa sổ vào so-theo-doi: dòng không có cơ quan thì không ai được nhắc.");

    public static FindingTemplate WithoutAnyTime { get; } =
        new(Severity.Warning, "plan-without-times", "Kế hoạch không nêu thời gian của nhiệm vụ nào.", "Điền cột Thời gian thực hiện hoặc cột Hạn.");
}
