using CcHc.Core.Agencies;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Regimes;

namespace CcHc.Core.PeriodReports.Submissions;

/// <summary>What a handed-in file is held against (căn cứ kiểm tra báo cáo).</summary>
/// <param name="Periods">Those forms were issued for, closed ones too.</param>
/// <param name="Forms">Every issued form of those periods.</param>
/// <param name="Today">The calendar day in Asia/Ho_Chi_Minh.</param>
public sealed record ReportExpectations(
    IReadOnlyList<ReportPeriod> Periods, IReadOnlyList<IssuedForm> Forms, AgencyDirectory Directory, IReadOnlyList<Indicator> Indicators, DateOnly Today);
