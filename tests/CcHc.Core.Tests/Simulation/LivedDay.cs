using CcHc.Core.Obligations;
using CcHc.Core.Reminders;

namespace CcHc.Core.Tests.Simulation;

/// <summary>What the product made of one day.</summary>
/// <param name="Tasks">The papers of the day.</param>
/// <param name="Plan">Null when the job did not run.</param>
/// <param name="Names">Task keys of the product, with the names people give those tasks.</param>
internal sealed record LivedDay(
    DateOnly Day, IReadOnlyList<HandTask> Tasks, IReadOnlyList<AssessedObligation> Assessed, ReminderPlan? Plan, IReadOnlyDictionary<string, string> Names)
{
    private readonly Dictionary<Obligation, string> _obligations = Assessed
        .GroupBy(a => (Task: Names[a.Obligation.Task.Key], a.Obligation.Agency.Code))
        .SelectMany(group => group.Select((a, i) => (a.Obligation, Name: SlowLine.NameOf(group.Key.Task, i, group.Key.Code))))
        .ToDictionary<(Obligation Obligation, string Name), Obligation, string>(pair => pair.Obligation, pair => pair.Name, ReferenceEqualityComparer.Instance);

    /// <summary>An obligation as people name it: the how many-th time of which task, and whose.</summary>
    public string NameOf(Obligation obligation) => _obligations[obligation];
}
