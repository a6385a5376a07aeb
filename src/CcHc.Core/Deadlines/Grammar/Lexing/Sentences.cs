using CcHc.Core.Text;

namespace CcHc.Core.Deadlines.Grammar.Lexing;

/// <summary>"Cách hệ thống hiểu": one sentence a milestone.</summary>
internal static class Sentences
{
    public static string Of(Milestone milestone, string words)
    {
        var name = words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..].TrimEnd('.', ',', ' ');
        return milestone.Kind switch
        {
            MilestoneKind.Date => $"Ngày {Day(milestone.Due)}",
            MilestoneKind.Before when milestone.AltDue is { } written => $"Phải xong chậm nhất ngày {Day(milestone.Due)} (trước ngày {Day(written)})",
            MilestoneKind.Before => $"{name}: phải xong chậm nhất ngày {Day(milestone.Due)}",
            MilestoneKind.Month => $"Tháng {Month(milestone.Start)}: từ {Day(milestone.Start)} đến hết {Day(milestone.Due)}",
            MilestoneKind.Quarter when milestone.Start is { } start => $"Quý {Roman(start)}/{start.Year}: từ {Day(start)} đến hết {Day(milestone.Due)}",
            MilestoneKind.Year when milestone.Start is { } start => $"Năm {start.Year}: từ {Day(start)} đến hết {Day(milestone.Due)}",
            MilestoneKind.Range when milestone.IsOpenEnded => $"Từ {Day(milestone.Start)} trở đi, không có hạn cuối",
            MilestoneKind.Range when milestone.Either.Count > 0 =>
                $"Từ {Day(milestone.Start)} đến hết {Day(milestone.Due)} (một trong hai mốc {string.Join(" hoặc ", milestone.Either.Select(day => Day(day)))})",
            MilestoneKind.Range => $"Từ {Day(milestone.Start)} đến hết {Day(milestone.Due)}",
            MilestoneKind.Continuous when milestone.Start is not null =>
                $"Thường xuyên từ {Day(milestone.Start)} đến {Day(milestone.Due)}, không có hạn cuối để nhắc",
            MilestoneKind.Continuous => "Thường xuyên, không có hạn cuối để nhắc",
            MilestoneKind.Recurring => Recurring(milestone),
            MilestoneKind.Event => $"Chờ sự kiện: {milestone.Trigger}, hệ thống không tự tính ngày",
            _ => "Không ghi thời gian",
        };
    }

    private static string Recurring(Milestone milestone)
    {
        var often = milestone.Recurrence switch
        {
            Recurrence.Weekly => "Định kỳ hằng tuần",
            Recurrence.Monthly => "Định kỳ hằng tháng",
            Recurrence.Quarterly => "Định kỳ hằng quý",
            Recurrence.Semiannual => "Định kỳ 6 tháng",
            Recurrence.NineMonths => "Định kỳ 9 tháng",
            Recurrence.Annual => "Định kỳ hằng năm",
            _ => "Định kỳ, không ghi kỳ",
        };
        var day = milestone.OccurrenceDue.Count == 0 ? ", ngày hạn theo chế độ báo cáo"
            : milestone.AltOccurrenceDue.Count > 0 ? $", mỗi kỳ trước {Days(milestone.AltOccurrenceDue)}"
            : $", mỗi kỳ chậm nhất {Days(milestone.OccurrenceDue)}";
        var window = milestone.Start is null && milestone.Due is null ? ""
            : milestone.Due is null ? $", từ {Day(milestone.Start)} trở đi"
            : milestone.Start is null ? $", đến hết {Day(milestone.Due)}"
            : $", trong thời gian từ {Day(milestone.Start)} đến {Day(milestone.Due)}";
        return often + day + window + (milestone.IsAdHoc ? "; và khi có yêu cầu đột xuất" : "");
    }

    private static string Days(IReadOnlyList<string> codes) => string.Join(", ", codes.Select(CodeInWords));

    private static string CodeInWords(string code)
    {
        if (code.Split(':') is [var anchor, var day])
        {
            var name = day == "last" ? "ngày cuối" : anchor == "W" ? WeekDay(day) : $"ngày {day}";
            return anchor switch
            {
                "W" => $"{name} hằng tuần",
                "M" => $"{name} hằng tháng",
                "M+1" => $"{name} tháng sau",
                "M-1" => $"{name} tháng trước",
                "Q" => $"{name} tháng cuối quý",
                "Q+1" => day == "last" ? "ngày cuối quý sau" : $"{name} tháng đầu quý sau",
                "Q-2" => $"{name} tháng đầu quý",
                "Q-1" => "ngày cuối tháng trước tháng cuối quý",
                "P-1" => "ngày cuối tháng trước tháng cuối kỳ",
                _ => $"{name} tháng cuối kỳ",
            };
        }

        var date = code[^5..];
        var written = $"ngày {date[3..].TrimStart('0')}/{date[..2].TrimStart('0')}";
        return code.StartsWith("Y+", StringComparison.Ordinal)
            ? written + " năm sau" : code.StartsWith("Y-", StringComparison.Ordinal) ? written + " năm trước" : written;
    }

    private static string WeekDay(string day) =>
        day switch { "1" => "thứ Hai", "2" => "thứ Ba", "3" => "thứ Tư", "4" => "thứ Năm", "5" => "thứ Sáu", "6" => "thứ Bảy", _ => "Chủ nhật" };

    private static string Day(DateOnly? day) => day is { } known ? DayText.Of(known) : "(chưa rõ ngày)";

    private static string Month(DateOnly? day) => day is { } known ? DayText.OfMonth(known) : "(chưa rõ năm)";

    private static string Roman(DateOnly day) => ((day.Month + 2) / 3) switch { 1 => "I", 2 => "II", 3 => "III", _ => "IV" };
}
