using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Core.Deadlines.Grammar.Building;

/// <summary>What is said of a time cell that could not be read safely; only <see cref="Severity.Info"/> leaves it understood.</summary>
internal static class DeadlineFindings
{
    private const string WriteDay = "Ghi rõ ngày, ví dụ 30/6/2026, hoặc điền cột Hạn.";

    public static FindingTemplate NotUnderstood(string words) => new(
        Severity.Warning, "deadline-not-understood", $"Không hiểu thời hạn “{words}”.",
        "Ghi lại thời hạn, ví dụ \"Quý II/2026\", \"Trước ngày 30/6/2026\", \"Định kỳ hằng quý\".");

    public static FindingTemplate TooLong { get; } = new(
        Severity.Warning, "deadline-too-long", "Ô thời gian quá dài hoặc có quá nhiều mốc thời gian, nên không được đọc.",
        "Ghi mỗi nhiệm vụ một vài mốc thời gian; lời giải thích chuyển sang cột Ghi chú.");

    public static FindingTemplate Missing() => new(Severity.Warning, "deadline-missing", "Ô thời gian để trống.", "Điền thời hạn của nhiệm vụ.");

    public static FindingTemplate PartlyUnderstood(string words) => new(
        Severity.Warning, "deadline-partly-understood", $"Chưa hiểu phần “{words}” trong thời hạn.",
        "Tách mỗi mốc thời gian thành một dòng riêng và ghi rõ ngày, tháng hoặc quý.");

    public static FindingTemplate ImpossibleDate(string words) =>
        new(Severity.Error, "deadline-impossible-date", $"“{words}” không phải là ngày, tháng hoặc quý có thật.", WriteDay);

    public static FindingTemplate YearUnknown(string words) =>
        new(Severity.Warning, "deadline-year-unknown", $"“{words}” không rõ năm: không ghi năm và không biết năm của kế hoạch.", "Ghi thêm năm.");

    public static FindingTemplate YearFar(int year, int planYear) => new(
        Severity.Warning, "deadline-year-far", $"Năm {year} cách xa năm kế hoạch {planYear}.", "Kiểm tra lại năm đã ghi.");

    public static FindingTemplate Ambiguous(string words, string reading) =>
        new(Severity.Warning, "deadline-ambiguous", $"“{words}” có thể hiểu nhiều cách{reading}.", WriteDay);

    public static FindingTemplate Vague(string words) => new(
        Severity.Info, "deadline-vague",
        $"“{words}” không nêu ngày cụ thể; hệ thống chọn ngày theo cách hiểu thông thường (Điều 146 Bộ luật Dân sự).", WriteDay);

    public static FindingTemplate YearAssumed(string words) =>
        new(Severity.Info, "deadline-year-assumed", $"“{words}” kéo sang năm sau vì mốc cuối đứng trước mốc đầu.", "Ghi năm cho cả hai mốc.");

    public static FindingTemplate YearTurned(string words) => new(
        Severity.Warning, "deadline-year-turned", $"“{words}”: không rõ các mốc đứng trước thuộc năm nào.", "Ghi năm cho từng mốc.");

    public static FindingTemplate UnevenFrequency(string words) => new(
        Severity.Warning, "deadline-frequency-unknown", $"“{words}” không phải kỳ tuần, tháng, quý, 6 tháng, 9 tháng hay năm.", "Ghi rõ ngày của từng kỳ.");

    public static FindingTemplate Unexplained(string words) => new(
        Severity.Warning, "deadline-unexplained", $"Chưa rõ “{words}” nói gì trong thời hạn.",
        "Bỏ phần này khỏi ô thời gian (ghi sang cột Ghi chú) hoặc ghi rõ ngày, tháng, quý, năm; hoặc điền cột Hạn.");

    public static FindingTemplate RoleUnclear(string words) => new(
        Severity.Warning, "deadline-role-unclear", $"“{words}” có thể không phải là thời hạn phải hoàn thành.",
        "Chỉ ghi trong ô thời gian ngày phải hoàn thành, hoặc điền cột Hạn.");

    public static FindingTemplate SetAside(string words) => new(
        Severity.Warning, "deadline-set-aside", $"“{words}” được hiểu là thời hạn đã thay đổi nên không dùng để nhắc.",
        "Chỉ ghi thời hạn đang có hiệu lực, hoặc điền cột Gia hạn đến.");

    public static FindingTemplate NotADeadline(string words) => new(
        Severity.Info, "deadline-other-day", $"“{words}” được hiểu là ngày bắt đầu hoặc ngày của văn bản, không phải thời hạn.", WriteDay);

    public static FindingTemplate LookAlike(string written, string read) => new(
        Severity.Warning, "deadline-look-alike", $"“{written}” có ký tự dễ nhầm, được đọc là “{read}”.", "Gõ lại ngày bằng chữ số, ví dụ 30/6/2026.");

    public static FindingTemplate WeekdayContradicts(string words, DateOnly day) => new(
        Severity.Warning, "deadline-weekday", $"“{words}”: ngày {Written(day)} không phải là thứ đã ghi.", "Kiểm tra lại ngày hoặc thứ trong tuần.");

    public static FindingTemplate Midnight(string words) => new(
        Severity.Warning, "deadline-midnight", $"“{words}”: 0 giờ là lúc bắt đầu ngày, không rõ ngày đó còn được tính hay không.",
        "Ghi ngày cuối cùng được phép, ví dụ \"chậm nhất ngày 30/6/2026\".");

    public static FindingTemplate Lunar(string words, DateOnly day) => new(
        Severity.Info, "deadline-lunar", $"“{words}” là ngày âm lịch, đổi ra dương lịch là {Written(day)}.", "Ghi ngày dương lịch.");

    public static FindingTemplate LunarUnread(string words) => new(
        Severity.Warning, "deadline-lunar", $"“{words}” nói theo âm lịch nên hệ thống không tự đổi ra ngày.",
        "Ghi ngày dương lịch, ví dụ 30/6/2026, hoặc điền cột Hạn.");

    public static FindingTemplate LunarName(string words) => new(
        Severity.Info, "deadline-lunar-name", $"“{words}” được đọc là tháng dương lịch.", "Ghi số của tháng; nếu là tháng âm lịch thì ghi ngày dương lịch.");

    public static FindingTemplate WorkingDays(string words, DateOnly day) => new(
        Severity.Info, "deadline-working-days", $"“{words}” được đếm đến {Written(day)} theo ngày nghỉ hằng tuần và ngày lễ theo luật.",
        "Nếu cơ quan nghỉ hoặc làm bù khác, ghi rõ ngày hoặc điền cột Hạn.");

    private static string Written(DateOnly day) => DayText.Of(day);

    public static FindingTemplate PartWithoutTime(string words) => new(
        Severity.Info, "deadline-part-without-time", $"Phần “{words}” không ghi thời gian.", "Ghi thời hạn cho phần này nếu cần nhắc.");

    public static FindingTemplate TimesAndProducts(int times, int products) => new(
        Severity.Info, "deadline-count-mismatch", $"Có {times} mốc thời gian nhưng {products} sản phẩm: không ghép theo thứ tự.",
        "Ghi tên sản phẩm trước mỗi mốc thời gian.");
}
