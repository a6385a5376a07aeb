using CcHc.Core.Agencies;
using CcHc.Core.Findings;

namespace CcHc.Core.Reminders;

/// <summary>Whether what is long overdue can be told to the standing body (cơ quan thường trực).</summary>
public static class CoordinatingAgencyCheck
{
    /// <returns>Null when it has an address, or nothing is ever escalated to it.</returns>
    public static FindingTemplate? Of(AgencyDirectory directory, string standingBodyCode, params ReadOnlySpan<ReminderPolicy> policies)
    {
        var body = directory.ByCode(standingBodyCode);
        var isEverTold = false;
        foreach (var policy in policies)
        {
            isEverTold |= policy.StandingBodyAfterWorkingDays > 0;
        }

        return !isEverTold || directory.Agencies.Count == 0 || ReminderPolicy.CanHear(body) ? null
            : new FindingTemplate(Severity.Warning, "standing-body-without-address",
                body is null ? $"Danh bạ không có cơ quan thường trực, mã “{standingBodyCode}”."
                    : $"{body.Name} chưa có địa chỉ thư trong danh bạ nên không nhận được thư báo việc quá hạn lâu.",
                "Ghi mã và địa chỉ thư của Sở Nội vụ vào danh bạ.");
    }
}
