using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>What a form prints of its agency (tên cơ quan trong biểu mẫu).</summary>
/// <param name="Issuer">In the heading, above the agency's number.</param>
/// <param name="Period">Below the title of each sheet.</param>
/// <param name="Footer">Also the file's title.</param>
internal sealed record FormWords(string Issuer, string Period, string Footer)
{
    public static FormWords Of(ReportForm form) => new(
        AdministrativeHeading.IssuerToFill(form.Agency), SafeText.Cell(FormObligationText.PeriodOf(form)), SafeText.Cell(FormObligationText.FooterOf(form)));
}
