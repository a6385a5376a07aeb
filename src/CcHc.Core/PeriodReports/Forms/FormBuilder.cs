using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Indicators;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;

namespace CcHc.Core.PeriodReports.Forms;

/// <summary>Makes out the forms of a period (lập biểu mẫu): who reports, on which tasks and figures, with what was reported before.</summary>
public static class FormBuilder
{
    /// <summary>The agencies of the groups that owe the period's report, in the given order.</summary>
    /// <param name="day">The day they must exist on; null is the last day of the period's window.</param>
    public static IReadOnlyList<Agency> AgenciesOwing(ReportPeriod period, IEnumerable<Agency> agencies, DateOnly? day = null) =>
        [.. agencies.Where(agency => agency.ExistsOn(day ?? period.Window.Last) && period.Kind.OwedBy.Any(group => AgencyGroups.AreSame(group, agency.Group)))];

    /// <summary>
    /// One form for each owing agency, in the given order, also for one without tasks: it still gives figures and narrative. Tasks stand as the registers list
    /// them, a task's milestones by day. A ratio is left out where one of its two figures is not asked.
    /// </summary>
    /// <param name="due">Last day to hand in, a day off already moved; null when the regime sets none.</param>
    /// <param name="obligations">Everything that is owed, in any order; which of it the period speaks of is decided here.</param>
    /// <param name="previousOf">By agency code.</param>
    public static IReadOnlyList<ReportForm> BuildAll(
        string provinceName,
        ReportPeriod period,
        DateOnly? due,
        DateOnly issuedOn,
        IReadOnlyList<Agency> owing,
        IReadOnlyList<AssessedObligation> obligations,
        IReadOnlyList<Indicator> indicators,
        Func<string, PreviousReport> previousOf)
    {
        var belonging = obligations.Where(one => Belongs(one, period)).ToList();
        var tasks = new ReportOrder(owing, belonging).ByRegister(belonging).ToLookup(one => one.Obligation.Agency.Code, StringComparer.Ordinal);
        var asked = indicators.Where(indicator => indicator.IsAskedIn(period)).ToList();
        return
        [
            .. from agency in owing
               let previous = previousOf(agency.Code)
               select new ReportForm(provinceName, agency, period, due, issuedOn, Rows(tasks[agency.Code], previous), Figures(asked, agency, previous)),
        ];
    }

    /// <summary>
    /// Whether a period's report speaks of an obligation. It has a known agency, is not dropped, has begun by the period's last calendar day and is of no later
    /// plan year. Continuous and recurring duties belong to every period of their plan year. All others belong until the report that could tell of their end:
    /// not when done before the window opened, nor when done without a day and fallen due before the window opened. Beyond its plan year only a dated one goes
    /// on: while it is open, and in the period whose window it was done in. Without a plan year every year is its own.
    /// </summary>
    /// <remarks>
    /// What counts as done is the task's status and day of completion. The standing of a day has no say, so the rule holds alike when the form goes out and
    /// when the reports are put together.
    /// </remarks>
    public static bool Belongs(AssessedObligation one, ReportPeriod period)
    {
        var (task, milestone) = (one.Obligation.Task, one.Obligation.Milestone);
        if (one.Obligation.Agency.IsUnresolved || task.Status == TaskProgress.Dropped || milestone.Start > period.LastDay || task.PlanYear > period.Year)
        {
            return false;
        }

        var isOfItsYear = task.PlanYear is not { } year || year == period.Year;
        return milestone.Kind switch
        {
            MilestoneKind.Continuous or MilestoneKind.Recurring => isOfItsYear,
            MilestoneKind.Event or MilestoneKind.Unspecified => isOfItsYear && !WasDoneBefore(period.Window.First, task, milestone),
            _ => (isOfItsYear || milestone.Due is not null) && !WasDoneBefore(period.Window.First, task, milestone),
        };
    }

    private static bool WasDoneBefore(DateOnly opening, RegisterTask task, Milestone milestone) =>
        task.Status == TaskProgress.Done && (task.CompletedOn ?? milestone.Due) < opening;

    private static IReadOnlyList<FormRow> Rows(IEnumerable<AssessedObligation> obligations, PreviousReport previous) =>
    [
        .. from one in obligations
           let key = ObligationKey.Of(one.Obligation)
           select new FormRow(key, one, previous.Tasks.GetValueOrDefault(key)),
    ];

    private static IReadOnlyList<FormFigure> Figures(IReadOnlyList<Indicator> asked, Agency agency, PreviousReport previous)
    {
        var ofAgency = asked.Where(indicator => indicator.IsAskedOf(agency)).ToList();
        var typed = ofAgency.Where(indicator => !indicator.IsCalculated).Select(indicator => indicator.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from indicator in ofAgency
               where indicator.RatioOf is not { } ratio || (typed.Contains(ratio.Numerator) && typed.Contains(ratio.Denominator))
               let before = previous.Figures.GetValueOrDefault(indicator.Code)
               select new FormFigure(indicator, before?.Value, before?.Text ?? ""),
        ];
    }
}
