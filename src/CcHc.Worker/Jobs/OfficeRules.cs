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

    public ReminderPolicy Reminders => office.Reminders;

    public AssessmentRules Assessment(WorkingCalendar calendar) => AssessmentRules.From(office.Reminders, calendar, office.Regime);

    public LetterSettings Letters(OfficeReading reading, DateOnly today) => new(
        office.ProvinceName,
        reading.Directory.ByCode(office.StandingBodyCode) ?? new Agency { Code = office.StandingBodyCode, Name = "Sở Nội vụ" },
        wording,
        reading.Calendar.CoversYear(today.Year) ? "" : FormattableString.Invariant(
            $"Lịch nghỉ năm {today.Year} chưa cập nhật trong lich-nghi.xlsx: ngày nghỉ lễ được tính theo Bộ luật Lao động, chưa có ngày hoán đổi, làm bù."));
}
