using System.Globalization;
using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;

namespace CcHc.Core.Obligations;

/// <summary>Whether the office's regime (chế độ báo cáo) gives every recurring duty without a written day its due day.</summary>
public static class RegimeCheck
{
    /// <summary>One remark for all duties that wait for a day the regime does not set; null when there is none.</summary>
    public static FindingTemplate? Of(ReportingRegime regime, IEnumerable<InterpretedTask> tasks)
    {
        var waiting = tasks.Count(understood => understood.Task.Status is not (TaskProgress.Done or TaskProgress.Dropped)
            && TaskMilestones.Of(understood.Task, understood.Deadline)
                .Any(milestone => milestone is { Kind: MilestoneKind.Recurring, OccurrenceDue.Count: 0 } && regime.LacksDueDay(milestone.Recurrence)));
        return waiting == 0 ? null : new FindingTemplate(
            Severity.Warning, "regime-without-due-day",
            string.Create(CultureInfo.InvariantCulture,
                $"Chế độ báo cáo “{regime.Code}” không nêu ngày gửi báo cáo, nên {waiting} nhiệm vụ định kỳ không ghi ngày chưa có hạn để nhắc."),
            $"Sở quyết định ngày rồi nhờ quản trị viên khai chế độ riêng trong jobs.yml, mục regimes: based_on: {regime.Code} và, ví dụ, due_day: 20.");
    }
}
