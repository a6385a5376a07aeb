using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Sheets;
using FigureRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.FigureColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>Figures that are one divided by another (chỉ tiêu tỷ lệ): always by our own division, whatever the cell says.</summary>
/// <param name="typed">The figures read, by code.</param>
internal sealed class RatioFigures(string file, IReadOnlyDictionary<string, ReportedFigure> typed, List<Finding> findings)
{
    /// <summary>A twentieth of a percentage point; of other quotients what two decimals round away.</summary>
    private const double ShareTolerance = 0.0005;
    private const double QuotientTolerance = 0.005;

    /// <param name="row">Where the sheet shows it; null when it does not.</param>
    /// <returns>Null when neither the sheet shows it nor its parts are there.</returns>
    public ReportedFigure? Calculate(Indicator indicator, FigureRow? row)
    {
        var (part, whole) = (typed.GetValueOrDefault(indicator.RatioOf!.Value.Numerator), typed.GetValueOrDefault(indicator.RatioOf.Value.Denominator));
        if (row is null && part is null)
        {
            return null;
        }

        var value = part?.Value is { } p && whole?.Value is { } w && w != 0 ? p / w : (double?)null;
        if (row is not null)
        {
            Compare(indicator, row, value);
        }

        if (indicator.Kind == IndicatorKind.Rate && part is { Value: { } numerator } && whole?.Value is { } denominator && numerator > denominator)
        {
            findings.Add(FigureFindings.PartExceedsWhole(indicator, numerator, denominator).At(file, part.Sheet, part.Cell));
        }

        return row is not null
            ? new ReportedFigure(indicator.Code, value, "", row.Text(FigureColumn.Note), row.Sheet, row.Cell(FigureColumn.Value))
            : new ReportedFigure(indicator.Code, value, "", "", part!.Sheet, part.Cell);
    }

    private void Compare(Indicator indicator, FigureRow row, double? calculated)
    {
        var cell = row[FigureColumn.Value];
        if (cell.IsBlank || cell.Kind == CellKind.Error)
        {
            return;
        }

        // Read without a range: what the cell says is only compared.
        var shown = cell.Kind switch
        {
            CellKind.Number when indicator.Kind == IndicatorKind.Rate => VietnameseNumber.AsShare(cell.Number, indicator).Value,
            CellKind.Number => cell.Number,
            CellKind.Text => VietnameseNumber.Read(cell.Text, indicator).Value,
            _ => null,
        };
        var tolerance = indicator.Kind == IndicatorKind.Rate ? ShareTolerance : QuotientTolerance;
        if (shown is { } value && calculated is { } right)
        {
            if (Math.Abs(value - right) > tolerance)
            {
                findings.Add(row.Say(file, FigureColumn.Value, FigureFindings.RatioDiffers(indicator, value, right)));
            }
        }
        else if (!cell.Has(CellTraits.Formula) && FormText.Words(cell.Text).Length > 0)
        {
            findings.Add(row.Say(file, FigureColumn.Value, FigureFindings.RatioTyped(indicator, row.Line(FigureColumn.Value))));
        }
    }
}
