using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Obligations;

/// <summary>Turns understood tasks into obligations: task × milestone × lead agency.</summary>
public static class ObligationBuilder
{
    /// <summary>
    /// At least one obligation a task: a task without a readable time or lead is still listed, under an unspecified milestone or an unresolved agency.
    /// </summary>
    public static IEnumerable<Obligation> Build(InterpretedTask understood)
    {
        var task = understood.Task;
        var named = understood.InRole(AgencyRole.Lead);
        IReadOnlyList<Agency> leads = named.Count > 0 ? named : [Agency.Unresolved(task.LeadText)];
        var owing = leads.Select(agency => (Agency: agency, SucceededFrom: understood.EndedBefore(agency))).ToList();
        var milestones = TaskMilestones.Of(task, understood.Deadline);
        var (begins, isSure) = (TaskMilestones.Begins(task, milestones), DeadlineCertainty.Of(understood));
        foreach (var (milestone, key) in Keyed(milestones))
        {
            foreach (var (agency, succeededFrom) in owing)
            {
                yield return new Obligation(task, milestone, key, agency) { SucceededFrom = succeededFrom, IsSole = milestones.Count == 1, TaskBegins = begins,
                    IsCertain = isSure && (!milestone.IsDoubtful || understood.IsConfirmed) };
            }
        }
    }

    /// <summary>
    /// A milestone's key counts only those of its task with the same due day (or frequency): a reworded label or a new line above changes no other key.
    /// </summary>
    private static IEnumerable<(Milestone Milestone, string Key)> Keyed(IReadOnlyList<Milestone> milestones)
    {
        var seen = new Dictionary<(MilestoneKind Kind, DateOnly? Due, Recurrence Recurrence), int>();
        foreach (var milestone in milestones)
        {
            var alike = (milestone.Kind is MilestoneKind.Recurring or MilestoneKind.Event or MilestoneKind.Continuous ? milestone.Kind : MilestoneKind.Date,
                milestone.Due, milestone.Recurrence);
            var count = seen[alike] = seen.GetValueOrDefault(alike) + 1;
            var name = milestone.Kind == MilestoneKind.Recurring ? milestone.Recurrence.ToString() : "M";
            yield return (milestone, FormattableString.Invariant($"{name}{count}"));
        }
    }
}
