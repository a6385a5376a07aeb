namespace CcHc.Core.Reminders;

/// <summary>Why something is not reminded today (lý do không nhắc).</summary>
public static class ReminderText
{
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
        NoReminderReason.Answered => "cơ quan đã trả lời, đang chờ xử lý",
        NoReminderReason.NotAWorkingDay => "hôm nay không phải ngày làm việc",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
