using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Agencies;
using CcHc.Core.Calendars;
using CcHc.Core.Obligations;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;

namespace CcHc.Office;

/// <summary>The office's rules as the jobs need them: how standing is judged, when to remind, who signs.</summary>
public sealed class OfficeRules(JobsFile office, LetterWording wording)
{
    public string ProvinceName => office.ProvinceName;

    public ReportSettings Reports => office.Reports;

    public int RestWorkingDays => office.Answers.RestWorkingDays;

    public AssessmentRules Assessment(WorkingCalendar calendar) => office.Reminders.Assessment(calendar, office.Regime);

    public Agency StandingBody(OfficeReading reading) =>
        RemindingRules.StandingBodyOf(reading.Directory.ByCode(office.StandingBodyCode), office.StandingBodyCode);

    public RemindingRules Reminding(OfficeReading reading) =>
        new(office.ProvinceName, StandingBody(reading), office.Reminders, office.Reports.Chase, reading.Calendar, office.Regime,
            wording) { Contact = office.Contact };

    /// <summary>As agencies find it; empty when that is not known.</summary>
    public string ShownSharedFolder => office.ShownSharedFolder;

    /// <summary>Under every letter to an agency.</summary>
    public string Signature(OfficeReading reading) => LetterSignature.Of(wording, office.ProvinceName, StandingBody(reading), office.Contact);

    /// <param name="isWorkingDay">Null: as the office's calendar says.</param>
    public DayPlan Plan(OfficeReading reading, IReadOnlySet<ReminderKey> sent, DateOnly day, bool? isWorkingDay = null) =>
        DayPlan.Of(reading.Obligations, reading.Reports.Duties, Reminding(reading), sent, day, isWorkingDay, reading.Decided);
}
