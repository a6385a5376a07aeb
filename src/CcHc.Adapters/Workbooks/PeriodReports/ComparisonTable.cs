using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Consolidation.Figures;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>The sheet that sets the period beside the last one and last year's (so sánh).</summary>
internal static class ComparisonTable
{
    public static TableSheet<ComparisonLine> Of(PeriodReport report, string note) => new(
        PeriodSheets.Comparison,
        "SO SÁNH VỚI KỲ TRƯỚC VÀ CÙNG KỲ NĂM TRƯỚC",
        note,
        [
            new("Nội dung", 58, line => line.Number.Label),
            new("Đơn vị tính", 14, line => line.Number.Unit, ColumnLook.Centered),
            Figure($"Kỳ này ({report.Period.Name})", line => line.Number.Value),
            Figure(Named("Kỳ trước", report.PreviousName), line => line.Previous),
            Figure("Tăng, giảm so với kỳ trước", line => line.Change),
            Rate("Tỷ lệ tăng, giảm so với kỳ trước", line => line.ChangeRate),
            Figure(Named("Cùng kỳ năm trước", report.YearBeforeName), line => line.YearBefore),
            Figure("Tăng, giảm so với cùng kỳ", line => line.ChangeInYear),
            Rate("Tỷ lệ tăng, giảm so với cùng kỳ", line => line.ChangeRateInYear),
        ],
        [
            .. from part in Enum.GetValues<KeyNumberPart>()
               let lines = report.Comparison.Where(line => line.Number.Part == part).ToList()
               where lines.Count > 0
               select new TableSection<ComparisonLine>(TitleOf(part), lines),
        ])
    {
        Hint = "Mức tăng, giảm của một tỷ lệ tính bằng điểm phần trăm; ô trống: không có số để so sánh"
            + (report.HandIns.Totals.Missing > 0 ? "; chưa đủ báo cáo nên chưa tính tỷ lệ tăng, giảm của chỉ tiêu." : "."),
    };

    private static TableColumn<ComparisonLine> Figure(string header, Func<ComparisonLine, double?> value) =>
        new(header, 16, line => CellContent.Figure(value(line), line.Number.IsShare), ColumnLook.Figure);

    private static TableColumn<ComparisonLine> Rate(string header, Func<ComparisonLine, double?> value) =>
        new(header, 14, line => CellContent.Figure(value(line), isShare: true), ColumnLook.Figure);

    private static string Named(string what, string? period) => period is null ? $"{what} (chưa có)" : $"{what} ({period})";

    private static string TitleOf(KeyNumberPart part) => part switch
    {
        KeyNumberPart.Tasks => "Thực hiện nhiệm vụ",
        KeyNumberPart.HandIns => "Gửi báo cáo",
        _ => "Chỉ tiêu",
    };
}
