using System.Globalization;

namespace CcHc.Core.Obligations;

/// <summary>A status of a deadline as letters and pages say it (cách gọi tình trạng).</summary>
public static class DeadlineStatusText
{
    public static string Name(StatusKind kind) => kind switch
    {
        StatusKind.Upcoming => "Sắp đến hạn",
        StatusKind.DueToday => "Đến hạn hôm nay",
        StatusKind.Overdue => "Quá hạn",
        StatusKind.DoneInTime => "Hoàn thành đúng hạn",
        StatusKind.DoneLate => "Hoàn thành trễ hạn",
        StatusKind.DoneUndated => "Đã xong, chưa rõ ngày",
        StatusKind.Continuous => "Thường xuyên",
        StatusKind.Recurring => "Định kỳ",
        StatusKind.WaitingForEvent => "Chờ sự kiện",
        StatusKind.NotUnderstood => "Chưa xác định thời hạn",
        StatusKind.Dropped => "Không còn thực hiện",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"còn 3 ngày làm việc", "đến hạn hôm nay", "quá hạn 5 ngày làm việc"; the status's name when it has no due day.</summary>
    public static string TimeLeft(DeadlineStatus status) => status switch
    {
        { Kind: StatusKind.Overdue, WorkingDaysLeft: { } left } => string.Create(CultureInfo.InvariantCulture, $"quá hạn {-left} ngày làm việc"),
        { Kind: not StatusKind.DueToday, WorkingDaysLeft: 0 } => "hôm nay là ngày làm việc cuối trước hạn",
        { WorkingDaysLeft: 0 } => "đến hạn hôm nay",
        { WorkingDaysLeft: { } left } => string.Create(CultureInfo.InvariantCulture, $"còn {left} ngày làm việc"),
        _ => Name(status.Kind),
    };
}
