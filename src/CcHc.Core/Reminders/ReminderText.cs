using System.Globalization;

namespace CcHc.Core.Reminders;

/// <summary>Why something is reminded today, or is not (lý do nhắc, lý do không nhắc).</summary>
public static class ReminderText
{
    public static string Reason(ReminderStage stage) => stage switch
    {
        { WorkingDays: < 0 } => string.Create(CultureInfo.InvariantCulture, $"nhắc trong {-stage.WorkingDays} ngày làm việc cuối trước hạn"),
        { WorkingDays: 0 } => "nhắc khi đến hạn",
        { Audience: ReminderAudience.Head } => string.Create(CultureInfo.InvariantCulture, $"quá hạn từ {stage.WorkingDays} ngày làm việc, gửi cả lãnh đạo cơ quan"),
        { Audience: ReminderAudience.StandingBody } => string.Create(CultureInfo.InvariantCulture, $"quá hạn từ {stage.WorkingDays} ngày làm việc, báo cơ quan thường trực"),
        _ => string.Create(CultureInfo.InvariantCulture, $"quá hạn từ {stage.WorkingDays} ngày làm việc"),
    };

    public static string Name(NoReminderReason reason) => reason switch
    {
        NoReminderReason.Done => "đã hoàn thành",
        NoReminderReason.Dropped => "đã bỏ",
        NoReminderReason.NoDeadline => "không có ngày đến hạn",
        NoReminderReason.WaitingForEvent => "chờ sự kiện, chưa có ngày",
        NoReminderReason.NotUnderstood => "chưa hiểu thời hạn ghi trong sổ",
        NoReminderReason.NoAgency => "chưa xác định cơ quan chủ trì",
        NoReminderReason.NoAddress => "cơ quan chưa có địa chỉ thư",
        NoReminderReason.TooOld => "quá hạn đã quá lâu, cần người xem lại",
        NoReminderReason.NotYet => "chưa đến nấc nhắc",
        NoReminderReason.AlreadySent => "đã nhắc ở nấc này",
        NoReminderReason.Gathered => "chờ thư gom nhắc sớm trong tuần",
        NoReminderReason.IsPeriodReport => "là báo cáo kỳ, được đôn đốc theo biểu mẫu đã gửi",
        NoReminderReason.Answered => "cơ quan đã trả lời, đang chờ xử lý",
        NoReminderReason.NotAWorkingDay => "hôm nay không phải ngày làm việc",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
