using System.Globalization;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Consolidation.Figures;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.StatusReport;
using CcHc.Core.Wording;
using DocumentFormat.OpenXml;

namespace CcHc.Adapters.Documents.Drafts;

/// <summary>The sections of a narrative report that are figures (phần số liệu): reports handed in, tasks by area, the indicators.</summary>
internal static class NarrativeFigures
{
    public static IEnumerable<OpenXmlElement> HandIns(PeriodReport report)
    {
        var counts = report.HandIns.Totals;
        var due = report.Due is { } day ? $", hạn gửi ngày {Vietnamese.Day(day)}" : "";
        var missing = counts.MissingInWords + (counts.Missing > 0 ? " (nêu tại mục VI)" : "");
        var timing = counts.Received == 0 ? "" : $", {counts.TimingInWords}";
        return
        [
            WordDocument.Heading("I. TÌNH HÌNH GỬI BÁO CÁO"),
            WordDocument.Body(Say(
                $"Kỳ này có {counts.Owed} cơ quan phải gửi báo cáo{due}. Đến ngày {Vietnamese.Day(report.AsOf)} đã nhận được ")
                + Say($"{counts.Received} báo cáo{Share(counts.ReceivedRate, " (đạt ", ")")}{timing}; {missing}.")),
        ];
    }

    public static IEnumerable<OpenXmlElement> Tasks(PeriodReport report)
    {
        var totals = report.Standings.Totals;
        yield return WordDocument.Heading("II. KẾT QUẢ THỰC HIỆN NHIỆM VỤ");
        yield return WordDocument.Body(Say(
            $"Các cơ quan có {report.Tasks} nhiệm vụ với {totals.Total} đầu việc (mỗi đầu việc là một nhiệm vụ tại một mốc thời gian của một cơ quan). ")
            + Say(
                $"Đến nay đã hoàn thành {totals.DoneInTime + totals.DoneLate + totals.DoneUndated} đầu việc, trong đó {totals.DoneInTime} đúng hạn, {totals.DoneLate} trễ hạn{(totals.DoneUndated > 0 ? Say($", {totals.DoneUndated} chưa rõ ngày") : "")}; ")
            + Say(
                $"{totals.Overdue} đầu việc quá hạn chưa hoàn thành; {totals.DueSoon} sắp đến hạn; {totals.Upcoming} chưa đến hạn; {totals.Other} đầu việc khác (thường xuyên, định kỳ chưa đến kỳ, chờ sự kiện, chưa xác định thời hạn hoặc không còn thực hiện).")
            + Share(totals.OnTimeRate, " Tỷ lệ đúng hạn tính trên số đầu việc đã đến hạn là ", "."));
        if (OnTimeChange(report) is { } change)
        {
            yield return WordDocument.Body(change);
        }

        if (report.Standings.ByArea.Count > 0)
        {
            yield return WordDocumentTable.Ruled(
                [
                    new("TT", 8), new("Lĩnh vực", 38, IsCentered: false), new("Tổng số", 13), new("Đúng hạn", 13), new("Trễ hạn", 13), new("Chưa rõ ngày", 13),
                    new("Quá hạn", 13),
                    new("Sắp đến hạn", 13), new("Chưa đến hạn", 13), new("Khác", 13), new("Tỷ lệ đúng hạn", 16),
                ],
                [.. report.Standings.ByArea.Select((line, index) => Line(Say($"{index + 1}"), line.Name, line.Counts)), Line("", "Tổng cộng", totals)],
                isLastTotal: true);
        }
    }

    public static IEnumerable<OpenXmlElement> Figures(PeriodReport report)
    {
        var numbers = report.Figures.Where(figure => figure.Indicator.Kind != IndicatorKind.Text).ToList();
        var compared = report.Comparison.ToDictionary(line => line.Number.Key, StringComparer.Ordinal);
        yield return WordDocument.Heading("III. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU");
        yield return WordDocument.Body(numbers.Count == 0
            ? "Kỳ này không có chỉ tiêu bằng số."
            : "Số liệu chung được tính theo cách tổng hợp riêng của từng chỉ tiêu; cơ quan để trống không được tính là 0 và không đưa vào phép tính.");
        if (numbers.Count > 0)
        {
            yield return WordDocumentTable.Ruled(
                [
                    new("Mã", 13), new("Chỉ tiêu", 52, IsCentered: false), new("Đơn vị tính", 18), new("Kỳ này", 20), new("Kỳ trước", 19),
                    new("Cùng kỳ năm trước", 19), new("Cơ quan có số liệu", 19),
                ],
                [.. numbers.Select(figure => Line(figure, compared.GetValueOrDefault("figure/" + figure.Indicator.Code)))]);
        }

        foreach (var figure in report.Figures.Where(figure => figure.Indicator.Kind == IndicatorKind.Text && figure.Given > 0))
        {
            yield return WordDocument.Body(new Words($"{figure.Indicator.Code}. {figure.Indicator.Name}:", IsItalic: true));
            foreach (var agency in figure.Agencies.Where(agency => agency.IsGiven))
            {
                foreach (var paragraph in NarrativeWording.Quote(agency.Agency.Name, agency.Text, [agency.Places[0]]))
                {
                    yield return paragraph;
                }
            }
        }
    }

    private static IReadOnlyList<string> Line(string number, string name, StatusCounts counts) =>
    [
        number, name, Say($"{counts.Total}"), Say($"{counts.DoneInTime}"), Say($"{counts.DoneLate}"), Say($"{counts.DoneUndated}"), Say($"{counts.Overdue}"),
        Say($"{counts.DueSoon}"), Say($"{counts.Upcoming}"),
        Say($"{counts.Other}"), Share(counts.OnTimeRate, "", "") is { Length: > 0 } rate ? rate : "–",
    ];

    private static IReadOnlyList<string> Line(FigureSummary figure, ComparisonLine? compared) =>
    [
        figure.Indicator.Code, figure.Indicator.Name, figure.Indicator.Unit, Value(figure, figure.Total), Value(figure, compared?.Previous),
        Value(figure, compared?.YearBefore),
        Say($"{figure.Given}/{figure.Asked}"),
    ];

    private static string Value(FigureSummary figure, double? value) => value is { } number ? FigureText.Printed(figure.Indicator, number) : "–";

    private static string? OnTimeChange(PeriodReport report)
    {
        var rate = report.Comparison.First(line => line.Number.Key == "total/on-time-rate");
        var parts = new[] { (What: "kỳ trước", Name: report.PreviousName, rate.Change),
            (What: "cùng kỳ năm trước", Name: report.YearBeforeName, Change: rate.ChangeInYear) }
            .Where(part => part.Name is not null && part.Change is not null)
            .Select(part => $"so với {part.What} ({part.Name}) {Moved(part.Change!.Value)}")
            .ToList();
        return parts.Count == 0 ? null : $"Tỷ lệ đúng hạn {string.Join("; ", parts)}.";
    }

    private static string Moved(double change) => Math.Round(change, 4) switch
    {
        > 0 and var up => $"tăng {FigureText.Number(up * 100)} điểm phần trăm",
        < 0 and var down => $"giảm {FigureText.Number(-down * 100)} điểm phần trăm",
        _ => "không đổi",
    };

    private static string Share(double? share, string before, string after) =>
        share is { } value ? before + FigureText.Number(value, isShare: true) + after : "";

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
