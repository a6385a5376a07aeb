using CcHc.Core.Obligations;

namespace CcHc.Core.StatusReport;

/// <summary>The few standings a summary counts (nhóm tình trạng), in the order tables print them.</summary>
public enum StatusGroup { DoneInTime, DoneLate, DoneUndated, Overdue, DueSoon, Upcoming, Other }

/// <summary>Which group a standing counts in, and the groups' printed names.</summary>
public static class StatusGroups
{
    public static StatusGroup Of(DeadlineStatus standing) => standing.Kind switch
    {
        StatusKind.DoneInTime => StatusGroup.DoneInTime,
        StatusKind.DoneLate => StatusGroup.DoneLate,
        StatusKind.DoneUndated => StatusGroup.DoneUndated,
        StatusKind.Overdue => StatusGroup.Overdue,
        StatusKind.DueToday => StatusGroup.DueSoon,
        StatusKind.Upcoming or StatusKind.Recurring when standing.WorkingDaysLeft is { } left and >= 0 && left <= standing.DueSoonWorkingDays =>
            StatusGroup.DueSoon,
        StatusKind.Upcoming => StatusGroup.Upcoming,
        _ => StatusGroup.Other,
    };

    /// <summary>The name as tables and charts print it.</summary>
    public static string DisplayName(this StatusGroup group) => group switch
    {
        StatusGroup.DoneInTime => "Đúng hạn",
        StatusGroup.DoneLate => "Trễ hạn",
        StatusGroup.DoneUndated => "Đã xong, chưa rõ ngày",
        StatusGroup.Overdue => "Quá hạn",
        StatusGroup.DueSoon => "Sắp đến hạn",
        StatusGroup.Upcoming => "Chưa đến hạn",
        _ => "Khác",
    };
}
