using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Core.Agencies;

/// <summary>What the reader of agency expressions tells the office, in Vietnamese.</summary>
internal static class AgencyFindings
{
    public static FindingTemplate TooLong { get; } = new(
        Severity.Warning, "agency-too-long", "Ô cơ quan quá dài nên không được đọc; chưa giao cho cơ quan nào.",
        "Chỉ ghi tên các cơ quan vào ô này; lời giải thích chuyển sang cột Ghi chú.");

    public static FindingTemplate Unknown(string name, IReadOnlyList<Agency> nearest) => new(
        Severity.Warning, "agency-unknown", $"“{name}” không có trong danh bạ cơ quan.",
        nearest.Count == 0
            ? "Thêm cơ quan này vào danh bạ, hoặc sửa tên trong sổ theo dõi cho khớp danh bạ."
            : $"Có phải là {string.Join(" hoặc ", nearest.Select(a => $"“{a.Name}”"))}? Sửa tên trong sổ theo dõi, hoặc thêm vào cột Tên gọi khác của danh bạ.");

    public static FindingTemplate Ambiguous(string name, IReadOnlyList<Agency> agencies) => new(
        Severity.Warning, "agency-ambiguous", $"“{name}” có thể là {string.Join(" hoặc ", agencies.Select(a => $"“{a.Name}” ({a.Code})"))}.",
        "Ghi đủ tên trong sổ theo dõi để chỉ còn một cơ quan.");

    public static FindingTemplate Qualified(string words) => new(
        Severity.Warning, "agency-qualifier", $"“{words}” chỉ gồm một phần của nhóm, danh bạ không cho biết phần nào nên chưa giao cho cơ quan nào.",
        "Ghi tên từng cơ quan, hoặc ghi cả nhóm nếu mọi cơ quan trong nhóm đều phải làm.");

    public static FindingTemplate Related(string words) => new(
        Severity.Info, "agency-related", $"“{words}” không nêu đích danh cơ quan nào nên không gửi thư nhắc.", "Ghi tên từng cơ quan nếu cần nhắc.");

    public static FindingTemplate Ditto(string words) => new(
        Severity.Warning, "agency-ditto", $"“{words}” không cho biết chắc là cơ quan nào nên chưa giao cho ai.", "Ghi lại tên cơ quan vào ô này.");

    public static FindingTemplate WhichUnit(string words) => new(
        Severity.Warning, "agency-unit-unnamed", $"“{words}” không nêu tên đơn vị hành chính nào.",
        "Ghi “UBND các …” nếu là mọi đơn vị, hoặc ghi tên từng đơn vị.");

    public static FindingTemplate EmptyGroup(string words) => new(
        Severity.Warning, "agency-group-empty", $"Danh bạ không có cơ quan nào thuộc “{words}”.", "Bổ sung các cơ quan của nhóm này vào danh bạ.");

    public static FindingTemplate ExceptUnknown(string words, string excepted) => new(
        Severity.Warning, "agency-exception-unknown",
        $"Trong “{words}”, không rõ “{excepted}” (được trừ ra) là cơ quan nào nên chưa giao cho cơ quan nào trong nhóm.",
        "Sửa tên cơ quan được trừ cho khớp danh bạ.");

    public static FindingTemplate Succeeded(Agency agency, IReadOnlyList<Agency> successors) => new(
        Severity.Info, "agency-succeeded",
        $"“{agency.Name}” {Ended(agency)}; giao cho {string.Join(", ", successors.Select(a => $"“{a.Name}”"))} là nơi kế thừa.",
        "Không cần làm gì nếu đúng; nếu sai, sửa cột Kế thừa bởi trong danh bạ.");

    public static FindingTemplate Gone(Agency agency) => new(
        Severity.Warning, "agency-gone", $"“{agency.Name}” {Ended(agency)} và danh bạ không ghi cơ quan kế thừa.", "Điền cột Kế thừa bởi trong danh bạ.");

    private static string Ended(Agency agency) => agency.ValidTo is { } last
        ? $"hết hiệu lực sau ngày {DayText.Of(last)}"
        : "chưa có hiệu lực vào ngày xét";
}
