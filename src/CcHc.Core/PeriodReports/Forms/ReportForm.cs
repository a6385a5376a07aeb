using CcHc.Core.Agencies;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Regimes;

namespace CcHc.Core.PeriodReports.Forms;

/// <summary>The report form (biểu mẫu báo cáo) one agency fills in for one period, as values.</summary>
/// <param name="Due">Last day to hand it in, a day off already moved; null when the regime sets none.</param>
/// <param name="IssuedOn">The day it was made out.</param>
public sealed record ReportForm(
    string ProvinceName,
    Agency Agency,
    ReportPeriod Period,
    DateOnly? Due,
    DateOnly IssuedOn,
    IReadOnlyList<FormRow> Rows,
    IReadOnlyList<FormFigure> Figures)
{
    /// <summary>Says that the hidden entries belong together and nobody put another agency's sheet in; a checksum, not a secret.</summary>
    public string Token { get; } = FormToken.Of(FormLayout.Version, Period.Code, Agency.Code);
}

/// <summary>One obligation the agency reports on (dòng nhiệm vụ).</summary>
/// <param name="Key">See <see cref="ObligationKey"/>.</param>
/// <param name="Previous">What the agency last reported of it in an earlier period; null when nothing.</param>
public sealed record FormRow(string Key, AssessedObligation Assessed, ReportedTask? Previous);

/// <summary>One figure the agency gives (dòng chỉ tiêu).</summary>
/// <param name="Previous">The agency's value of the last period that has one.</param>
public sealed record FormFigure(Indicator Indicator, double? Previous, string PreviousText = "");
