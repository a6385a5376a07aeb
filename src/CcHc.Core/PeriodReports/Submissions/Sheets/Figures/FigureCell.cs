using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Text;

namespace CcHc.Core.PeriodReports.Submissions.Sheets.Figures;

/// <summary>What one cell of the figure sheet says (ô số liệu), held against its indicator.</summary>
/// <param name="Value">Null when blank, of a text figure, or unreadable.</param>
internal sealed record FigureCell(double? Value, string Text, IReadOnlyList<FindingTemplate> Findings)
{
    private static readonly FigureCell Blank = new(null, "", []);

    public bool IsBlank => Value is null && Text.Length == 0 && Findings.Count == 0;

    public static FigureCell Read(SheetCell cell, Indicator indicator)
    {
        if (cell.Kind == CellKind.Error)
        {
            return Refused(RegisterFindings.ErrorCell(cell.Text));
        }

        if (cell.Has(CellTraits.FormulaWithoutValue))
        {
            return Refused(RegisterFindings.FormulaWithoutValue);
        }

        if (cell.IsBlank)
        {
            return Blank;
        }

        return indicator.Kind == IndicatorKind.Text
            ? new FigureCell(null, VietnameseText.Normalize(cell.Text).Trim(), []) : Checked(NumberIn(cell, indicator), indicator);
    }

    private static NumberReading NumberIn(SheetCell cell, Indicator indicator) => cell.Kind switch
    {
        CellKind.Number when indicator.Kind == IndicatorKind.Rate => VietnameseNumber.AsShare(cell.Number, indicator),
        CellKind.Number => new NumberReading(cell.Number, null),
        CellKind.Date => new NumberReading(null, FigureFindings.IsDay(cell.Text, indicator)),
        CellKind.Text => VietnameseNumber.Read(cell.Text, indicator),
        _ => new NumberReading(null, FigureFindings.Unreadable(cell.Text, indicator)),
    };

    private static FigureCell Checked(NumberReading number, Indicator indicator)
    {
        var findings = new List<FindingTemplate>();
        if (number.Finding is { } reading)
        {
            findings.Add(reading);
        }

        if (number.Value is { } value && FigureRange.Check(value, indicator) is { } trouble)
        {
            findings.Add(trouble);
            return new FigureCell(null, "", findings);
        }

        return new FigureCell(number.Value, "", findings);
    }

    private static FigureCell Refused(FindingTemplate finding) => new(null, "", [finding]);
}
