using System.Globalization;
using static CcHc.Core.Tests.Simulation.HandMilestone;

namespace CcHc.Core.Tests.Simulation;

/// <summary>Every kind of time a plan writes, with its meaning read by hand.</summary>
internal static class TimePhrases
{
    public static IReadOnlyList<TimePhrase> Of(int y) =>
    [
        new TimePhrase($"Quý I năm {y}", EndOf(3, y)).Plain,
        new TimePhrase($"Quý II/{y}", EndOf(6, y)).Plain,
        new TimePhrase("Quý III", EndOf(9, y)).Plain,
        new TimePhrase($"Hoàn thành trong Quý IV năm {y}", EndOf(12, y)).Plain,
        new TimePhrase($"Tháng 01/{y}", EndOf(1, y)).Plain,
        new TimePhrase($"Tháng 02/{y}", EndOf(2, y)).Plain,
        new TimePhrase("trong tháng 4", EndOf(4, y)).Plain,
        new TimePhrase($"Tháng 8/{y}", EndOf(8, y)).Plain,
        new TimePhrase($"Tháng 12/{y - 1}", EndOf(12, y - 1) with { From = new DateOnly(y - 1, 12, 1) }).Plain,
        new TimePhrase($"Trong năm {y}", EndOf(12, y)).Plain,
        new($"Từ Quý III đến Quý IV năm {y}", EndOf(12, y)),
        new($"Quý II-III/{y}", EndOf(9, y)),
        new TimePhrase("tháng 5 và tháng 6", EndOf(6, y)).Plain,
        new($"Quý III hoặc quý IV năm {y}", EndOf(12, y)),
        new($"Trong năm {y} (nếu có)", EndOf(12, y)),
        new TimePhrase($"Ngày 28/02/{y}", Until(28, 2, y)).Plain,
        new TimePhrase($"Ngày 30/4/{y}", Until(30, 4, y)).Plain,
        new TimePhrase($"Ngày 02/9/{y}", Until(2, 9, y)).Plain,
        new TimePhrase($"trước ngày 31/01/{y}", BeforeDay(31, 1, y)).Plain,
        new TimePhrase($"Hoàn thành trước 25/12/{y}", BeforeDay(25, 12, y)).Plain,
        new TimePhrase($"Trước ngày 01/3/{y}", BeforeDay(1, 3, y)).Plain,
        new TimePhrase($"Trước ngày 04/5/{y}", BeforeDay(4, 5, y)).Plain,
        new TimePhrase($"Trước ngày 01/01/{y + 1}", BeforeDay(1, 1, y + 1)).Plain,
        new TimePhrase($"trước tháng 12/{y}", EndOf(11, y)).Plain,
        new($"Trước 06/{y}", EndOf(5, y)),
        new TimePhrase($"trước quý III/{y}", EndOf(6, y)).Plain,
        new TimePhrase($"chậm nhất ngày 15/5/{y}", Until(15, 5, y)).Plain,
        new TimePhrase($"đến hết tháng 4/{y}", EndOf(4, y)).Plain,
        new TimePhrase($"đến hết ngày 31/5/{y}", Until(31, 5, y)).Plain,
        new("Thường xuyên trong năm", Always),
        new("Thường xuyên", Always),
        new($"Thường xuyên trong năm, bắt đầu từ Quý II năm {y}", Always),
        new($"{y} và những năm tiếp theo", Always),
        new("Sau khi có hướng dẫn của Bộ Nội vụ", Awaited),
        new("Theo quy định của Trung ương", Awaited),
        new("khi phát sinh", Awaited),
        new("20 ngày kể từ ngày được giao", Awaited),
        new("", Unclear),
        new("sớm nhất có thể", Unclear),
        new($"31/02/{y}", Unclear),
        new("Định kỳ hàng quý", Each("Quarterly")),
        new("hàng tháng", Each("Monthly")),
        new("Hàng năm", Each("Annual")),
        new("Định kỳ theo quy định", Each("")),
        new("Định kỳ quý, 6 tháng, năm", Each("Quarterly"), Each("Semiannual"), Each("Annual")),
        new("Định kỳ hàng quý hoặc đột xuất theo quy định", Each("Quarterly")),
        new("Định kỳ hàng quý, trước ngày 20 tháng cuối quý", Each("Quarterly", d => d.Day == 19 && d.Month % 3 == 0)),
        new("Hàng năm, trước ngày 15/12", Each("Annual", d => d is { Day: 14, Month: 12 })),
        new("Trước ngày 25 hằng tháng", Each("Monthly", d => d.Day == 24)),
        new("Ngày 30 hàng tháng", Each("Monthly", d => d.Day == Math.Min(30, DateTime.DaysInMonth(d.Year, d.Month)))),
        new("Định kỳ 6 tháng, 1 năm (trước ngày 20 của tháng cuối quý II, quý IV)",
            Each("Semiannual", d => d is { Day: 19, Month: 6 }), Each("Annual", d => d is { Day: 19, Month: 12 })),
        new("Trong quý I hàng năm", Each("Annual", d => d is { Day: 31, Month: 3 })),
        new($"Hàng quý và năm {y}", InYear("Quarterly", y), InYear("Annual", y)),
        new TimePhrase($"- Ban hành kế hoạch: quý I/{y}\\n- Báo cáo kết quả: tháng 11/{y}", EndOf(3, y), EndOf(11, y)).Plain,
        new("Thường xuyên trong năm; Quý IV, báo cáo kết quả thực hiện về UBND tỉnh", Always, EndOf(12, y)),
        new($"Quý I năm {y} ban hành kế hoạch; định kỳ báo cáo kết quả thực hiện", EndOf(3, y), Each("")),
        new($"- Ban hành kế hoạch: Quý IV/{y - 1}.\\n- Trình công bố: theo Kế hoạch.\\n- Báo cáo kết quả: định kỳ quý, 6 tháng, năm.",
            EndOf(12, y - 1) with { From = new DateOnly(y - 1, 10, 1) }, Awaited, Each("Quarterly"), Each("Semiannual"), Each("Annual")),
        new($"Kế hoạch thi tuyển công chức; Kế hoạch thi nâng ngạch: trong năm {y}", EndOf(12, y), EndOf(12, y)),
        new($"Ban hành kế hoạch trước ngày 31/01/{y}; định kỳ hàng năm báo cáo kết quả thực hiện", BeforeDay(31, 1, y), Each("Annual")),
        new TimePhrase($"- Phê duyệt đề án: tháng 3/{y}\\n- Tập huấn: tháng 3/{y}\\n- Sơ kết: Ngày 30/6/{y}", EndOf(3, y), EndOf(3, y), Until(30, 6, y)).Plain,
    ];

    /// <summary>"Ngày 7/3/2026", "Trước ngày 07/03/2026" or "chậm nhất ngày 07/3/2026", whatever day of the week it is.</summary>
    public static TimePhrase Day(DateOnly day, int form) => Words(day, form).Plain;

    private static TimePhrase Words(DateOnly day, int form) => form switch
    {
        0 => new(day.ToString("'Ngày 'd/M/yyyy", CultureInfo.InvariantCulture), Until(day.Day, day.Month, day.Year)),
        1 => new(day.ToString("'Trước ngày 'dd/MM/yyyy", CultureInfo.InvariantCulture), BeforeDay(day.Day, day.Month, day.Year)),
        _ => new(day.ToString("'chậm nhất ngày 'dd/M/yyyy", CultureInfo.InvariantCulture), Until(day.Day, day.Month, day.Year)),
    };

    private static HandMilestone InYear(string frequency, int year) =>
        Each(frequency) with { From = new DateOnly(year, 1, 1), To = new DateOnly(year, 12, 31) };
}
