using CcHc.Adapters.Settings.Machine;
using CcHc.Core.Reminders;

namespace CcHc.Office;

/// <summary>
/// The day on which an office mails for the first time without a trial before (ngày đầu gửi thật): what is long overdue is left to the officer, as `cchc
/// go-live` does after one.
/// </summary>
public sealed class FirstDayOfMail(OfficeRules rules, MailSettings mail)
{
    /// <summary>Nobody was ever reminded, and letters go to their own addresses.</summary>
    public static bool IsAhead(MailSettings mail, IReadOnlySet<ReminderKey> sent) =>
        sent.Count == 0 && mail is { Mode: MailMode.Smtp, RedirectAllTo.Length: 0 };

    /// <returns>The day's reminders that nobody is mailed; none on any later day.</returns>
    public IReadOnlyList<Reminder> LeftToOfficer(OfficeReading reading, IReadOnlySet<ReminderKey> sent, DateOnly day) =>
        IsAhead(mail, sent) ? LongOverdue.Of(rules.Plan(reading, sent, day)) : [];

    /// <returns>What counts as reminded on that day.</returns>
    public static IReadOnlySet<ReminderKey> With(IReadOnlySet<ReminderKey> sent, IReadOnlyList<Reminder> left) =>
        left.Count == 0 ? sent : new HashSet<ReminderKey>([.. sent, .. left.Select(reminder => reminder.Key)]);
}
