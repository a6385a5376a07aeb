using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Reports;
using CcHc.Dashboard.Words;

namespace CcHc.Dashboard.Office;

/// <summary>Standings and stages as pages say them (cách gọi tình trạng), in the visitor's language, and the class of the stylesheet that colours them.</summary>
public static class StandingLabels
{
    /// <summary>In the order charts draw them.</summary>
    public static IReadOnlyList<StandingGroup> Groups { get; } =
        [StandingGroup.Overdue, StandingGroup.DueSoon, StandingGroup.Upcoming, StandingGroup.Other, StandingGroup.DoneUndated, StandingGroup.DoneLate, StandingGroup.DoneInTime];

    public static string Look(this StandingGroup group) => group switch
    {
        StandingGroup.DoneInTime => "done",
        StandingGroup.DoneLate => "late",
        StandingGroup.DoneUndated => "undated",
        StandingGroup.Overdue => "over",
        StandingGroup.DueSoon => "soon",
        StandingGroup.Upcoming => "open",
        _ => "other",
    };

    public static int Of(this StandingCounts counts, StandingGroup group) => group switch
    {
        StandingGroup.DoneInTime => counts.DoneInTime,
        StandingGroup.DoneLate => counts.DoneLate,
        StandingGroup.DoneUndated => counts.DoneUndated,
        StandingGroup.Overdue => counts.Overdue,
        StandingGroup.DueSoon => counts.DueSoon,
        StandingGroup.Upcoming => counts.Upcoming,
        _ => counts.Other,
    };

    public static string Name(this PageWords words, Standing standing) => standing.Kind switch
    {
        StandingKind.Upcoming => words[StandingGroups.Of(standing).DisplayName()],
        StandingKind.DueToday => words["Đến hạn hôm nay"],
        StandingKind.Overdue => words["Quá hạn"],
        StandingKind.DoneInTime => words["Hoàn thành đúng hạn"],
        StandingKind.DoneLate => words["Hoàn thành trễ hạn"],
        StandingKind.DoneUndated => words["Đã xong, chưa rõ ngày"],
        StandingKind.Continuous => words["Thường xuyên"],
        StandingKind.Recurring => words["Định kỳ"],
        StandingKind.WaitingForEvent => words["Chờ sự kiện"],
        StandingKind.Dropped => words["Đã bỏ"],
        _ => words["Chưa hiểu thời hạn"],
    };

    /// <summary>Empty where nothing is left or over.</summary>
    public static string TimeLeft(this PageWords words, Standing standing) => standing switch
    {
        { IsOpen: false } or { WorkingDaysLeft: null } => "",
        { Kind: StandingKind.Overdue, WorkingDaysLeft: { } left } => words["quá {0} ngày làm việc", -left],
        { Kind: StandingKind.DueToday } => "",
        { WorkingDaysLeft: { } left } => words["còn {0} ngày làm việc", left],
        _ => "",
    };

    public static string Name(this PageWords words, ReminderStage stage)
    {
        var when = stage.WorkingDays switch
        {
            < 0 => words["trước hạn {0} ngày làm việc", -stage.WorkingDays],
            0 => words["vào ngày đến hạn"],
            _ => words["quá hạn {0} ngày làm việc", stage.WorkingDays],
        };
        return stage.Audience switch
        {
            ReminderAudience.Head => $"{when}, {words["gửi cả lãnh đạo"]}",
            ReminderAudience.StandingBody => $"{when}, {words["báo cơ quan thường trực"]}",
            _ => when,
        };
    }
}
