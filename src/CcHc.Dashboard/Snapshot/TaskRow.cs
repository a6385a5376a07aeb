using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Core.Text;

namespace CcHc.Dashboard.Snapshot;

/// <summary>One obligation as the pages list it.</summary>
/// <param name="TaskId">In the address of its page.</param>
/// <param name="SearchText">Folded: without accents and case.</param>
/// <param name="Rank">0 for the longest overdue; what is done comes last.</param>
public sealed record TaskRow(AssessedObligation Assessed, string TaskId, string SearchText, StatusGroup Group, int Rank)
{
    public Obligation Obligation => Assessed.Obligation;

    public RegisterTask Task => Assessed.Obligation.Task;

    public DeadlineStatus Standing => Assessed.Standing;
}

/// <summary>Makes rows; what tasks and agencies share is folded once.</summary>
internal sealed class RowWords
{
    private readonly Dictionary<RegisterTask, (string Id, string Words)> _tasks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _agencies = new(StringComparer.Ordinal);

    public TaskRow Row(AssessedObligation assessed)
    {
        var (task, agency) = (assessed.Obligation.Task, assessed.Obligation.Agency);
        if (!_tasks.TryGetValue(task, out var known))
        {
            _tasks.Add(task, known = (TaskId.Of(task), VietnameseText.Fold($"{task.Number} {task.Text} {string.Join(' ', task.Products)} {task.TimeText}")));
        }

        if (!_agencies.TryGetValue(agency.Name, out var name))
        {
            _agencies.Add(agency.Name, name = VietnameseText.Fold($"{agency.Code} {agency.Name}"));
        }

        var group = StatusGroups.Of(assessed.Standing);
        return new TaskRow(assessed, known.Id, string.Concat(known.Words, " ", name), group, RankOf(group));
    }

    private static int RankOf(StatusGroup group) => group switch
    {
        StatusGroup.Overdue => 0,
        StatusGroup.DueSoon => 1,
        StatusGroup.Upcoming => 2,
        StatusGroup.Other => 3,
        StatusGroup.DoneUndated => 4,
        StatusGroup.DoneLate => 5,
        _ => 6,
    };
}
