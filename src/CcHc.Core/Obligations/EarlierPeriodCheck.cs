using CcHc.Core.Deadlines;
using CcHc.Core.Findings;
using CcHc.Core.Text;

namespace CcHc.Core.Obligations;

/// <summary>
/// A task with one deadline whose status names an earlier period ("xong tháng 4" beside a deadline in May): it may have been finished early or for that period
/// only, so the office is asked, and no head is told meanwhile.
/// </summary>
public static class EarlierPeriodCheck
{
    /// <returns>The question; null when the status names no period, the period reaches the deadline, or the duty has further deadlines the period can stand
    /// for.</returns>
    public static FindingTemplate? Of(InterpretedTask understood) => !IsOpen(understood) ? null : new FindingTemplate(
        Severity.Warning, "done-for-earlier-period",
        $"Tình trạng “{VietnameseText.OneLine(understood.Task.StatusText)}” nói đã xong một kỳ trước thời hạn của nhiệm vụ; không rõ là xong cả nhiệm vụ hay chỉ xong kỳ ấy, hệ thống vẫn coi là chưa hoàn thành.",
        "Nếu đã xong cả nhiệm vụ, hãy ghi “Đã hoàn thành” và ngày hoàn thành.");

    internal static bool IsOpen(InterpretedTask understood)
    {
        var task = understood.Task;
        return task.DoneThrough is { } through
            && TaskMilestones.Of(task, understood.Deadline) is [{ Kind: not (MilestoneKind.Continuous or MilestoneKind.Recurring) } only]
            && !(only.Due <= through);
    }
}
