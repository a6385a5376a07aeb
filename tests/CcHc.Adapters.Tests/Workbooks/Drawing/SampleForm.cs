using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;

namespace CcHc.Adapters.Tests.Workbooks.Drawing;

/// <summary>A form of the first quarter of 2026 with three tasks and a figure of each kind.</summary>
internal static class SampleForm
{
    public static readonly ReportPeriod Period = ReportingRegimes.Decree09.Period("2026-Q1")!;

    public static readonly Agency Justice = SampleOffice.Agency("STP");

    public static FormRow Row(int row, string task = "Rà soát văn bản hết hiệu lực", TaskProgress status = TaskProgress.Open, DateOnly? completed = null,
        ReportedTask? previous = null)
    {
        var owed = SampleOffice.Owed(
            SampleOffice.Task(row, task) with { Status = status, CompletedOn = completed, TimeText = "Quý I/2026" }, "STP", StatusKind.Upcoming,
            new(2026, 3, 31), 12, "Báo cáo rà soát");
        return new FormRow(ObligationKey.Of(owed.Obligation), owed, previous);
    }

    public static readonly IReadOnlyList<FormRow> Rows =
    [
        Row(5, previous: new("", TaskProgress.InProgress, "", "Đã lấy ý kiến", null, "12/BC-STP", "", "Nhiệm vụ", 9, "F9", "J9")),
        Row(6, "Công bố danh mục thủ tục", TaskProgress.Done, new(2026, 2, 3)),
        Row(7, "Số hóa hồ sơ"),
    ];

    public static readonly IReadOnlyList<FormFigure> Figures =
    [
        Figure("CT03", IndicatorKind.WholeNumber, 1200, least: 0),
        Figure("CT04", IndicatorKind.WholeNumber, null, least: 0),
        Figure("CT06", IndicatorKind.Rate, 0.75, ratioOf: ("CT04", "CT03")),
        Figure("CT05", IndicatorKind.WholeNumber, null, least: 0),
        Figure("CT07", IndicatorKind.Rate, null, 0, 1),
        Figure("CT10", IndicatorKind.Decimal, 87.5, 1, 100),
        Figure("CT11", IndicatorKind.Decimal, null),
        Figure("CT12", IndicatorKind.Text, null),
    ];

    public static ReportForm Form(IReadOnlyList<FormRow>? rows = null, IReadOnlyList<FormFigure>? figures = null, Agency? agency = null) =>
        new("Tỉnh Mẫu", agency ?? Justice, Period, new(2026, 3, 20), new(2026, 3, 10), rows ?? Rows, figures ?? Figures);

    public static FormFigure Figure(
        string code, IndicatorKind kind, double? previous, double? least = null, double? greatest = null, (string, string)? ratioOf = null,
        string? name = null) => new(
        new Indicator
        {
            Code = code, Name = name ?? "Chỉ tiêu " + code, Unit = "hồ sơ", Kind = kind, Least = least, Greatest = greatest, RatioOf = ratioOf,
            Total = ratioOf is null ? TotalRule.Sum : TotalRule.Ratio,
        },
        previous);
}
