using CcHc.Core.Mail;
using CcHc.Core.Reminders;

namespace CcHc.Adapters.Tests.Support;

/// <summary>Letters and reminder keys for tests.</summary>
public static class Letters
{
    public static OutgoingMail Mail(string name, params string[] to) => new(
        $"<{name}@cchc.test>",
        to.Length == 0 ? [$"{name}@so.gov.vn"] : to,
        "Nhắc nhiệm vụ CCHC: 2 việc sắp đến hạn",
        "<p>Kính gửi <b>Sở Tư pháp</b>,</p>\r\n<p>Còn 3 ngày làm việc.</p>",
        "Kính gửi Sở Tư pháp,\nCòn 3 ngày làm việc.",
        []);

    public static ReminderKey Key(string task, string agency = "STP") => new(task, "m1", new DateOnly(2026, 6, 30), "T-7", agency);
}
