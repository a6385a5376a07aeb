using System.Globalization;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Text;

namespace CcHc.Core.Wording;

/// <summary>The short Vietnamese words every output shares: dates, standings, reasons.</summary>
public static class Vietnamese
{
    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    /// <summary>"15/6/2026".</summary>
    public static string Day(DateOnly day) => DayText.Of(day);

    /// <summary>"thứ Hai, 15/6/2026".</summary>
    public static string WeekdayAndDay(DateOnly day) => Weekdays[(int)day.DayOfWeek] + ", " + Day(day);

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

    /// <summary>"còn 3 ngày làm việc", "đến hạn hôm nay", "quá hạn 5 ngày làm việc"; the standing's name when it has no due day.</summary>
    public static string TimeLeft(DeadlineStatus standing) => standing switch
    {
        { Kind: StatusKind.Overdue, WorkingDaysLeft: { } left } => string.Create(CultureInfo.InvariantCulture, $"quá hạn {-left} ngày làm việc"),
        { Kind: not StatusKind.DueToday, WorkingDaysLeft: 0 } => "hôm nay là ngày làm việc cuối trước hạn",
        { WorkingDaysLeft: 0 } => "đến hạn hôm nay",
        { WorkingDaysLeft: { } left } => string.Create(CultureInfo.InvariantCulture, $"còn {left} ngày làm việc"),
        _ => Name(standing.Kind),
    };

    public static string Name(NoReminderReason reason) => reason switch
    {
        NoReminderReason.Done => "đã hoàn thành",
        NoReminderReason.Dropped => "không còn thực hiện",
        NoReminderReason.NoDeadline => "không có ngày đến hạn",
        NoReminderReason.WaitingForEvent => "chờ sự kiện, chưa có ngày",
        NoReminderReason.NotUnderstood => "chưa xác định thời hạn ghi trong sổ",
        NoReminderReason.NoAgency => "chưa xác định cơ quan chủ trì",
        NoReminderReason.NoAddress => "cơ quan chưa có địa chỉ thư",
        NoReminderReason.TooOld => "quá hạn đã quá lâu, cần người xem lại",
        NoReminderReason.NotYet => "chưa đến mốc nhắc",
        NoReminderReason.AlreadySent => "đã nhắc ở mốc này",
        NoReminderReason.Gathered => "chờ thư gom nhắc sớm trong tuần",
        NoReminderReason.IsPeriodReport => "là báo cáo kỳ, được đôn đốc theo biểu mẫu đã gửi",
        NoReminderReason.NotAWorkingDay => "hôm nay không phải ngày làm việc",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>Cut at a word near the limit, with "…" when something was cut.</summary>
    public static string Shortened(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', limit - 1, limit / 4);
        var end = space > 0 ? space : limit - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd(' ', ',', ';') + "…";
    }
}
