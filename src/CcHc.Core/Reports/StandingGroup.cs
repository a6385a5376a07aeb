using CcHc.Core.Obligations;

namespace CcHc.Core.Reports;

/// <summary>The few standings a summary counts (nhóm tình trạng), in the order tables print them.</summary>
public enum StandingGroup { DoneInTime, DoneLate, Overdue, DueSoon, Upcoming, Other }

/// <summary>Which group a standing counts in, and the groups' printed names.</summary>
public static class StandingGroups
{
    /// <summary>A due day at most so many working days ahead is "sắp đến hạn".</summary>
    public const int DueSoonWorkingDays = 7;

    public static StandingGroup Of(Standing standing) => standing.Kind switch
    {
        StandingKind.DoneInTime => StandingGroup.DoneInTime,
        StandingKind.DoneLate => StandingGroup.DoneLate,
        StandingKind.Overdue => StandingGroup.Overdue,
        StandingKind.DueToday => StandingGroup.DueSoon,
        StandingKind.Upcoming or StandingKind.Recurring when standing.WorkingDaysLeft is >= 0 and <= DueSoonWorkingDays => StandingGroup.DueSoon,
        StandingKind.Upcoming => StandingGroup.Upcoming,
        _ => StandingGroup.Other,
    };

    /// <summary>The name as tables and charts print it.</summary>
    public static string DisplayName(this StandingGroup group) => group switch
    {
        StandingGroup.DoneInTime => "Đúng hạn",
        StandingGroup.DoneLate => "Trễ hạn",
        StandingGroup.Overdue => "Quá hạn",
        StandingGroup.DueSoon => "Sắp đến hạn",
        StandingGroup.Upcoming => "Chưa đến hạn",
        _ => "Khác",
    };
}
