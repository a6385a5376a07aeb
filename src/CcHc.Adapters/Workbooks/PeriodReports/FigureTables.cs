using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Consolidation;
using CcHc.Core.PeriodReports.Consolidation.Figures;
using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>The sheets of figures (chỉ tiêu): the totals with the rule of each, and every agency's own with its cell.</summary>
internal static class FigureTables
{
    public static TableSheet<FigureSummary> Totals(PeriodReport report, string note) => new(
        PeriodSheets.Figures,
        "TỔNG HỢP CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH",
        note,
        [
            new("Mã", 9, figure => figure.Indicator.Code, ColumnLook.Centered),
            new("Chỉ tiêu", 56, figure => figure.Indicator.Name),
            new("Đơn vị tính", 14, figure => figure.Indicator.Unit, ColumnLook.Centered),
            new("Tổng hợp", 15, figure => CellContent.Figure(figure.Total, IsShare(figure)), ColumnLook.Figure),
            new("Cách tổng hợp", 40, figure => FigureText.Rule(figure.Indicator)),
            new("Phép chia", 20, figure => FigureText.Working(figure), ColumnLook.Centered),
            new("Số cơ quan có số liệu", 25, figure => FigureText.Coverage(figure), ColumnLook.Centered) { ShowsTone = true },
        ],
        [new(null, report.Figures)])
    {
        Tone = figure => figure.Given == 0 ? RowTone.Alarm : RowTone.Plain,
        Hint = "Ô để trống không tính là 0 và không đưa vào phép tính; số của từng cơ quan ở trang “Chỉ tiêu theo cơ quan”.",
        WhenEmpty = "Kỳ này không yêu cầu chỉ tiêu nào.",
    };

    /// <summary>One line an agency, one column a figure; the province's own line on top.</summary>
    public static TableSheet<FigureLine> ByAgency(PeriodReport report, string note) => new(
        PeriodSheets.AgencyFigures,
        "CHỈ TIÊU CẢI CÁCH HÀNH CHÍNH THEO CƠ QUAN",
        note,
        [
            new("Cơ quan", 34, line => line.Name) { StaysInSight = true, ShowsTone = true },
            .. report.Figures.Select(figure => new TableColumn<FigureLine>(
                $"{figure.Indicator.Code}\n{figure.Indicator.Name}{(figure.Indicator.Unit.Length > 0 ? $" ({figure.Indicator.Unit})" : "")}", 15,
                line => line.Values.TryGetValue(figure.Indicator.Code, out var value) ? value : default, ColumnLook.Figure)),
        ],
        [new(null, [ProvinceLine(report), .. AgencyLines(report)])])
    {
        Tone = line => line.IsProvince ? RowTone.Attention : RowTone.Plain,
        Hint = $"Ô trống: cơ quan không có số liệu hoặc không phải báo cáo chỉ tiêu đó; ô nguồn của từng số ở trang “{PeriodSheets.FigureSources}”.",
    };

    private static FigureLine ProvinceLine(PeriodReport report) => new(
        "Toàn tỉnh", true,
        report.Figures.DistinctBy(figure => figure.Indicator.Code, StringComparer.Ordinal)
            .ToDictionary(figure => figure.Indicator.Code, figure => CellContent.Figure(figure.Total, IsShare(figure)), StringComparer.Ordinal));

    private static IEnumerable<FigureLine> AgencyLines(PeriodReport report)
    {
        var given = report.Figures
            .SelectMany(figure => figure.Agencies.Where(agency => agency.IsGiven).Select(agency => (figure, agency)))
            .ToLookup(one => one.agency.Agency.Code, StringComparer.Ordinal);
        return report.HandIns.Lines.Where(handIn => handIn.Submission is not null).Select(handIn => new FigureLine(
            handIn.Agency.Name, false,
            given[handIn.Agency.Code].DistinctBy(one => one.figure.Indicator.Code, StringComparer.Ordinal).ToDictionary(
                one => one.figure.Indicator.Code,
                one => one.agency.Text.Length > 0 ? one.agency.Text : CellContent.Figure(one.agency.Value, IsShare(one.figure)),
                StringComparer.Ordinal)));
    }

    public static TableSheet<(FigureSummary Figure, AgencyFigure Agency)> Sources(PeriodReport report, string note, SourceLinks links) => new(
        PeriodSheets.FigureSources,
        "SỐ LIỆU CỦA TỪNG CƠ QUAN VÀ Ô NGUỒN",
        note,
        [
            new("Mã", 9, row => row.Figure.Indicator.Code, ColumnLook.Centered),
            new("Chỉ tiêu", 42, row => row.Figure.Indicator.Name),
            new("Đơn vị tính", 13, row => row.Figure.Indicator.Unit, ColumnLook.Centered),
            new("Cơ quan", 30, row => row.Agency.Agency.Name),
            new("Giá trị", 14, row => CellContent.Figure(row.Agency.Value, IsShare(row.Figure)), ColumnLook.Figure),
            new("Số liệu", 13, row => StateOf(row.Figure, row.Agency), ColumnLook.Centered) { ShowsTone = true },
            new("Nội dung, giải trình", 34, row => row.Agency.Text.Length > 0 ? row.Agency.Text : row.Agency.Note),
            PlaceColumns.Source<(FigureSummary Figure, AgencyFigure Agency)>(row => PlaceOf(row.Agency)),
            new("Ô", 10, row => string.Join(" ÷ ", row.Agency.Places.Select(place => place.Cell)), ColumnLook.Centered)
            {
                Link = row => PlaceOf(row.Agency) is { } at ? links.To(at.File, at.Sheet, at.Cell) : null,
            },
        ],
        [new(null, [.. from figure in report.Figures from agency in figure.Agencies select (figure, agency)])])
    {
        Tone = row => row.Agency.IsGiven ? RowTone.Plain : RowTone.Attention,
        Hint = "Chỉ gồm cơ quan đã gửi báo cáo.",
        WhenEmpty = "Chưa cơ quan nào gửi số liệu.",
    };

    /// <summary>A line of the matrix.</summary>
    /// <param name="Values">By the code of the figure.</param>
    internal sealed record FigureLine(string Name, bool IsProvince, IReadOnlyDictionary<string, CellContent> Values);

    private static bool IsShare(FigureSummary figure) => figure.Indicator.Kind == IndicatorKind.Rate;

    private static CellPlace? PlaceOf(AgencyFigure agency) => agency.Places.Count > 0 ? agency.Places[0] : null;

    private static string StateOf(FigureSummary figure, AgencyFigure agency) => agency switch
    {
        { IsGiven: false } => figure.Indicator.IsCalculated ? "thiếu số liệu" : "để trống",
        { Value: null, Text.Length: 0 } => "mẫu số bằng 0",
        _ => "có",
    };
}
