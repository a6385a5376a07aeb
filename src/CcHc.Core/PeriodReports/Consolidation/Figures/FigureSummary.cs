using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Indicators;

namespace CcHc.Core.PeriodReports.Consolidation.Figures;

/// <summary>What one agency gave of a figure (số liệu của cơ quan).</summary>
/// <param name="IsGiven">False for a blank, which is not 0.</param>
/// <param name="Value">Null for words, a blank, and a share of nothing.</param>
/// <param name="Places">The cells it comes from: one, or the two a ratio is divided of; none when the agency's file does not have it.</param>
public sealed record AgencyFigure(Agency Agency, bool IsGiven, double? Value, string Text, string Note, IReadOnlyList<CellPlace> Places);

/// <summary>A figure of the whole province (chỉ tiêu toàn tỉnh).</summary>
/// <param name="Agencies">Those asked that have handed in, in directory order.</param>
/// <param name="Asked">How many agencies owe it, handed in or not.</param>
/// <param name="Given">How many of them gave it; of a ratio, both of its parts. Only these enter the total.</param>
/// <param name="Total">By the figure's own rule; null when nobody gave it, and for words.</param>
/// <param name="Parts">Of a ratio: what was divided and by what.</param>
public sealed record FigureSummary(
    Indicator Indicator, IReadOnlyList<AgencyFigure> Agencies, int Asked, int Given, double? Total, (double Numerator, double Denominator)? Parts = null);
