using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.StatusReport;
using CcHc.Dashboard.Localization;

namespace CcHc.Dashboard.Pages.Tasks;

/// <summary>
/// Standings and stages as pages say them (cách gọi tình trạng), in the visitor's language, and the class of the stylesheet that colours them.
/// </summary>
public static class StatusLabels
{
    /// <summary>In the order charts draw them.</summary>
    public static IReadOnlyList<StatusGroup> Groups { get; } =
        [StatusGroup.Overdue, StatusGroup.DueSoon, StatusGroup.Upcoming, StatusGroup.Other, StatusGroup.DoneUndated, StatusGroup.DoneLate,
            StatusGroup.DoneInTime];

    public static string Look(this StatusGroup group) => group switch
    {
        StatusGroup.DoneInTime => "done",
        StatusGroup.DoneLate => "late",
        StatusGroup.DoneUndated => "undated",
        StatusGroup.Overdue => "over",
        StatusGroup.DueSoon => "soon",
        StatusGroup.Upcoming => "open",
        _ => "other",
    };

    public static string Name(this ViewLocalizer words, DeadlineStatus standing) => standing.Kind switch
    {
        StatusKind.Upcoming => words[StatusGroups.Of(standing).DisplayName()],
        StatusKind.DueToday => words["Đến hạn hôm nay"],
        StatusKind.Overdue => words["Quá hạn"],
        StatusKind.DoneInTime => words["Hoàn thành đúng hạn"],
        StatusKind.DoneLate => words["Hoàn thành trễ hạn"],
        StatusKind.DoneUndated => words["Đã xong, chưa rõ ngày"],
        StatusKind.Continuous => words["Thường xuyên"],
        StatusKind.Recurring => words["Định kỳ"],
        StatusKind.WaitingForEvent => words["Chờ sự kiện"],
        StatusKind.Dropped => words["Không còn thực hiện"],
        _ => words["Chưa xác định thời hạn"],
    };

    /// <summary>Empty where nothing is left or over.</summary>
    public static string TimeLeft(this ViewLocalizer words, DeadlineStatus standing) => standing switch
    {
        { IsOpen: false } or { WorkingDaysLeft: null } => "",
        { Kind: StatusKind.Overdue, WorkingDaysLeft: { } left } => words["quá {0} ngày làm việc", -left],
        { Kind: StatusKind.DueToday } => "",
        { WorkingDaysLeft: { } left } => words["còn {0} ngày làm việc", left],
        _ => "",
    };

    public static string Name(this ViewLocalizer words, ReminderStage stage)
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
