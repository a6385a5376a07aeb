using CcHc.Core.Obligations;
using CcHc.Core.Registers;
using CcHc.Core.StatusReport;
using CcHc.Core.Text;

namespace CcHc.Dashboard.Snapshot;

/// <summary>One obligation as the pages list it.</summary>
/// <param name="Words">Of its task: the same for every agency.</param>
/// <param name="AgencyWords">Folded code and name of its agency: the same for every task.</param>
/// <param name="Rank">0 for the longest overdue; what is done comes last.</param>
public sealed record TaskRow(AssessedObligation Assessed, TaskWords Words, string AgencyWords, StatusGroup Group, int Rank)
{
    public string TaskId => Words.Id;

    public Obligation Obligation => Assessed.Obligation;

    public RegisterTask Task => Assessed.Obligation.Task;

    public DeadlineStatus Standing => Assessed.Standing;
}

/// <summary>What a task is found by (từ khóa của nhiệm vụ).</summary>
/// <param name="Id">In the address of its page.</param>
/// <param name="Folded">Its words without accents and case.</param>
public sealed record TaskWords(string Id, string Folded);

/// <summary>Makes rows; what tasks and agencies share is folded once.</summary>
internal sealed class RowWords
{
    private readonly Dictionary<RegisterTask, TaskWords> _tasks = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> _agencies = new(StringComparer.Ordinal);

    public TaskRow Row(AssessedObligation assessed)
    {
        var (task, agency) = (assessed.Obligation.Task, assessed.Obligation.Agency);
        if (!_tasks.TryGetValue(task, out var known))
        {
            _tasks.Add(task, known = new TaskWords(
                TaskId.Of(task), VietnameseText.Fold($"{task.Number} {task.Text} {string.Join(' ', task.Products)} {task.TimeText}")));
        }

        if (!_agencies.TryGetValue(agency.Name, out var name))
        {
            _agencies.Add(agency.Name, name = VietnameseText.Fold($"{agency.Code} {agency.Name}"));
        }

        var group = StatusGroups.Of(assessed.Standing);
        return new TaskRow(assessed, known, name, group, RankOf(group));
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
