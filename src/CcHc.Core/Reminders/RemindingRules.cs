using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Mail;
using CcHc.Core.Obligations;
using CcHc.Core.Regimes;
using CcHc.Core.Wording;

namespace CcHc.Core.Reminders;

/// <summary>
/// What decides a day's letters beside the obligations (quy tắc nhắc việc): when to remind, which days are worked, who signs and with which words.
/// </summary>
/// <param name="OfTasks">When a task of the registers is reminded.</param>
/// <param name="OfReports">When a period report not handed in is reminded.</param>
public sealed record RemindingRules(
    string ProvinceName, Agency StandingBody, ReminderPolicy OfTasks, ReminderPolicy OfReports, WorkingCalendar Calendar, ReportingRegime Regime,
    LetterWording Wording)
{
    /// <summary>Whom agencies may call or answer.</summary>
    public OfficeContact Contact { get; init; } = OfficeContact.None;

    public AssessmentRules Assessment => OfTasks.Assessment(Calendar, Regime);

    /// <summary>The standing body as the directory has it, else by its usual name.</summary>
    public static Agency StandingBodyOf(Agency? listed, string code) => listed ?? new Agency { Code = code, Name = "Sở Nội vụ" };

    internal LetterSettings Letters(DateOnly day) => new(
        ProvinceName,
        StandingBody,
        Wording,
        Calendar.CoversYear(day.Year) ? "" : FormattableString.Invariant(
            $"Lịch nghỉ năm {day.Year} chưa cập nhật trong lich-nghi.xlsx: ngày nghỉ lễ được tính theo Bộ luật Lao động, chưa có ngày hoán đổi, làm bù."))
    {
        Contact = Contact,
    };
}
