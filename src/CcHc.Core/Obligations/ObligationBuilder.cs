using System.Globalization;
using CcHc.Core.Agencies;
using CcHc.Core.Deadlines;

namespace CcHc.Core.Obligations;

/// <summary>Turns understood tasks into obligations: task × milestone × lead agency.</summary>
public static class ObligationBuilder
{
    /// <summary>
    /// At least one obligation a task: a task without a readable time or lead is still listed, under an unspecified milestone or an unresolved agency.
    /// </summary>
    public static IReadOnlyList<Obligation> Build(InterpretedTask understood)
    {
        var task = understood.Task;
        var named = understood.InRole(AgencyRole.Lead);
        IReadOnlyList<Agency> leads = named.Count > 0 ? named : [Agency.Unresolved(task.LeadText)];
        var milestones = TaskMilestones.Of(task, understood.Deadline);
        var (begins, isSure) = (TaskMilestones.Begins(task, milestones), DeadlineCertainty.Of(understood));
        var (built, keyed) = (new Obligation[milestones.Count * leads.Count], Keyed(milestones));
        for (var lead = 0; lead < leads.Count; lead++)
        {
            var ended = understood.EndedBefore(leads[lead]);
            for (var i = 0; i < keyed.Length; i++)
            {
                var (milestone, key) = keyed[i];
                built[(i * leads.Count) + lead] = new Obligation(task, milestone, key, leads[lead]) { SucceededFrom = ended, IsSole = milestones.Count == 1,
                    TaskBegins = begins, IsCertain = isSure && (!milestone.IsDoubtful || understood.IsConfirmed) };
            }
        }

        return built;
    }

    /// <summary>
    /// A milestone's key counts only those of its task with the same due day (or frequency): a reworded label or a new line above changes no other key.
    /// </summary>
    private static (Milestone Milestone, string Key)[] Keyed(IReadOnlyList<Milestone> milestones)
    {
        if (milestones is [var only])
        {
            return [(only, KeyOf(only, 1))];
        }

        var keyed = new (Milestone, string)[milestones.Count];
        var seen = new Dictionary<(MilestoneKind Kind, DateOnly? Due, Recurrence Recurrence), int>();
        for (var i = 0; i < keyed.Length; i++)
        {
            var milestone = milestones[i];
            var alike = (milestone.Kind is MilestoneKind.Recurring or MilestoneKind.Event or MilestoneKind.Continuous ? milestone.Kind : MilestoneKind.Date,
                milestone.Due, milestone.Recurrence);
            var count = seen[alike] = seen.GetValueOrDefault(alike) + 1;
            keyed[i] = (milestone, KeyOf(milestone, count));
        }

        return keyed;
    }

    private static string KeyOf(Milestone milestone, int count) => milestone.Kind == MilestoneKind.Recurring
        ? string.Create(CultureInfo.InvariantCulture, $"{milestone.Recurrence}{count}")
        : count == 1 ? "M1" : string.Create(CultureInfo.InvariantCulture, $"M{count}");
}
