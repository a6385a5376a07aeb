using CcHc.Core.Findings;

namespace CcHc.Core.PeriodReports.Forms;

/// <summary>The checksum of a form's hidden entries (mã kiểm của biểu mẫu).</summary>
public static class FormToken
{
    public static string Of(string version, string period, string agencyCode) =>
        ShortCode.Of("form", version, period, agencyCode) + ShortCode.Of(agencyCode, period, version);
}
