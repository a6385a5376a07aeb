using CcHc.Adapters.Settings.Jobs;
using CcHc.Core.Reminders;
using CcHc.Core.Wording;

namespace CcHc.Dashboard.Snapshot;

/// <summary>The rules letters are written by, with the agencies and days off the worker last read.</summary>
public sealed class BoardReminding(JobsFile office, LetterWording wording)
{
    public RemindingRules RulesOf(OfficeStatus now) => new(
        office.ProvinceName,
        RemindingRules.StandingBodyOf(now.Board.Agencies.FirstOrDefault(agency => agency.Code == office.StandingBodyCode), office.StandingBodyCode),
        office.Reminders, office.Reports.Chase, now.Calendar, office.Regime, wording) { Contact = office.Contact };
}
