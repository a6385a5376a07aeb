using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Core.PeriodReports.Consolidation.Figures;

/// <summary>
/// Adds up the agencies' figures (tổng hợp chỉ tiêu), each by its own rule. A blank is left out everywhere; a ratio divides the totals of the agencies that
/// gave both of its parts, so that a small agency's share weighs no more than its cases.
/// </summary>
internal sealed class FigureTotals
{
    private readonly IReadOnlyList<AgencySubmission> _handIns;
    private readonly Dictionary<(string Agency, string Code), ReportedFigure> _figures = [];

    /// <param name="handIns">In the order the report lists agencies.</param>
    public FigureTotals(IReadOnlyList<AgencySubmission> handIns)
    {
        _handIns = handIns;
        foreach (var handIn in handIns)
        {
            foreach (var figure in handIn.Submission?.Figures ?? [])
            {
                _figures.TryAdd((handIn.Agency.Code, figure.Code), figure);
            }
        }
    }

    public FigureSummary Of(Indicator indicator)
    {
        var asked = _handIns.Where(handIn => indicator.IsAskedOf(handIn.Agency)).ToList();
        var received = asked.Where(handIn => handIn.Submission is not null);
        return indicator.RatioOf is { } parts
            ? Ratio(indicator, asked.Count, [.. received.Select(handIn => (handIn, Find(handIn, parts.Numerator), Find(handIn, parts.Denominator)))])
            : Plain(indicator, asked.Count, [.. received.Select(handIn => Line(indicator, handIn, Find(handIn, indicator.Code)))]);
    }

    private ReportedFigure? Find(AgencySubmission handIn, string code) => _figures.GetValueOrDefault((handIn.Agency.Code, code));

    private static FigureSummary Plain(Indicator indicator, int asked, IReadOnlyList<AgencyFigure> agencies)
    {
        var values = agencies.Where(agency => agency.IsGiven).Select(agency => agency.Value).OfType<double>().ToList();
        double? total = values.Count == 0 ? null : indicator.Total switch
        {
            TotalRule.Sum => values.Sum(),
            TotalRule.Average => values.Average(),
            TotalRule.Largest => values.Max(),
            TotalRule.Smallest => values.Min(),
            _ => null,
        };
        return new FigureSummary(indicator, agencies, asked, agencies.Count(agency => agency.IsGiven), total);
    }

    private static AgencyFigure Line(Indicator indicator, AgencySubmission handIn, ReportedFigure? figure)
    {
        var isWords = indicator.Kind == IndicatorKind.Text;
        var isGiven = isWords ? !string.IsNullOrWhiteSpace(figure?.Text) : IsNumber(figure);
        return new(
            handIn.Agency,
            isGiven,
            isGiven && !isWords ? figure!.Value : null,
            isWords ? figure?.Text ?? "" : "",
            figure?.Note ?? "",
            figure is null ? [] : [PlaceOf(handIn, figure)]);
    }

    private static FigureSummary Ratio(Indicator indicator, int asked,
        IReadOnlyList<(AgencySubmission HandIn, ReportedFigure? Numerator, ReportedFigure? Denominator)> received)
    {
        double numerator = 0, denominator = 0;
        var agencies = new List<AgencyFigure>(received.Count);
        foreach (var (handIn, above, below) in received)
        {
            var isGiven = IsNumber(above) && IsNumber(below);
            if (isGiven)
            {
                numerator += above!.Value!.Value;
                denominator += below!.Value!.Value;
            }

            agencies.Add(new AgencyFigure(
                handIn.Agency,
                isGiven,
                isGiven ? Divide(above!.Value!.Value, below!.Value!.Value) : null,
                Text: "",
                Note: "",
                [.. new[] { above, below }.OfType<ReportedFigure>().Select(figure => PlaceOf(handIn, figure))]));
        }

        var given = agencies.Count(agency => agency.IsGiven);
        return new FigureSummary(indicator, agencies, asked, given, Divide(numerator, denominator), given > 0 ? (numerator, denominator) : null);
    }

    private static bool IsNumber(ReportedFigure? figure) => figure?.Value is { } value && double.IsFinite(value);

    private static double? Divide(double numerator, double denominator) => denominator != 0 ? numerator / denominator : null;

    private static CellPlace PlaceOf(AgencySubmission handIn, ReportedFigure figure) => new(handIn.Submission!.File, figure.Sheet, figure.Cell);
}
