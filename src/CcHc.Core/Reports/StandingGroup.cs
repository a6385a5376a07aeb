using CcHc.Core.Obligations;

namespace CcHc.Core.Reports;

/// <summary>The few standings a summary counts (nhóm tình trạng), in the order tables print them.</summary>
public enum StandingGroup { DoneInTime, DoneLate, DoneUndated, Overdue, DueSoon, Upcoming, Other }

/// <summary>Which group a standing counts in, and the groups' printed names.</summary>
public static class StandingGroups
{
    public static StandingGroup Of(Standing standing) => standing.Kind switch
    {
        StandingKind.DoneInTime => StandingGroup.DoneInTime,
        StandingKind.DoneLate => StandingGroup.DoneLate,
        StandingKind.DoneUndated => StandingGroup.DoneUndated,
        StandingKind.Overdue => StandingGroup.Overdue,
        StandingKind.DueToday => StandingGroup.DueSoon,
        StandingKind.Upcoming or StandingKind.Recurring when standing.WorkingDaysLeft is { } left and >= 0 && left <= standing.DueSoonWorkingDays => StandingGroup.DueSoon,
        StandingKind.Upcoming => StandingGroup.Upcoming,
        _ => StandingGroup.Other,
    };

    /// <summary>The name as tables and charts print it.</summary>
    public static string DisplayName(this StandingGroup group) => group switch
    {
        StandingGroup.DoneInTime => "Đúng hạn",
        StandingGroup.DoneLate => "Trễ hạn",
        StandingGroup.DoneUndated => "Đã xong, chưa rõ ngày",
        StandingGroup.Overdue => "Quá hạn",
        StandingGroup.DueSoon => "Sắp đến hạn",
        StandingGroup.Upcoming => "Chưa đến hạn",
        _ => "Khác",
    };
}
