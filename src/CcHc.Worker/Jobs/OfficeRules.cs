using CcHc.Adapters.Settings;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;
using CcHc.Worker.Jobs.ReadRegisters;

namespace CcHc.Worker.Jobs;

/// <summary>The office's rules as the jobs need them: how standing is judged, when to remind, who signs.</summary>
public sealed class OfficeRules(JobsFile office, LetterWording wording)
{
    public string ProvinceName => office.ProvinceName;

    public ReportSettings Reports => office.Reports;

    public ReminderPolicy Reminders(OfficeReading reading) => ForStandingBody(office.Reminders, reading);

    /// <summary>When a report not handed in is reminded.</summary>
    public ReminderPolicy Chase(OfficeReading reading) => ForStandingBody(office.Reports.Chase, reading);

    public AssessmentRules Assessment(WorkingCalendar calendar) => AssessmentRules.From(office.Reminders, calendar, office.Regime);

    /// <summary>Without an address of the standing body nothing can be escalated to it, so nothing may be recorded as if it were.</summary>
    private ReminderPolicy ForStandingBody(ReminderPolicy policy, OfficeReading reading) =>
        StandingBody(reading).Emails.Count > 0 ? policy : policy with { StandingBodyAfterWorkingDays = 0 };

    /// <summary>The standing body as the directory has it, else by its usual name.</summary>
    public Agency StandingBody(OfficeReading reading) => reading.Directory.ByCode(office.StandingBodyCode) ?? new Agency { Code = office.StandingBodyCode, Name = "Sở Nội vụ" };

    public LetterSettings Letters(OfficeReading reading, DateOnly today) => new(
        office.ProvinceName,
        StandingBody(reading),
        wording,
        reading.Calendar.CoversYear(today.Year) ? "" : FormattableString.Invariant(
            $"Lịch nghỉ năm {today.Year} chưa cập nhật trong lich-nghi.xlsx: ngày nghỉ lễ được tính theo Bộ luật Lao động, chưa có ngày hoán đổi, làm bù."));
}
