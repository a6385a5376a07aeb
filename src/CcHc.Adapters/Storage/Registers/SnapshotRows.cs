using CcHc.Core.Answers;
using CcHc.Core.Deadlines;
using CcHc.Core.Obligations;
using CcHc.Core.Registers;

namespace CcHc.Adapters.Storage.Registers;

/// <summary>Gathers a board's obligations (gom nghĩa vụ): the agencies of one milestone come one after another, and many owe it in the same words.</summary>
internal sealed class SnapshotRows
{
    private readonly Dictionary<RegisterTask, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Alike, int> _alike = [];
    private Obligation? _before;

    public List<RegisterTask> Tasks { get; } = [];

    public List<SnapshotObligation> Obligations { get; } = [];

    public List<int> Owed { get; } = [];

    /// <param name="agency">Its place among the agencies; -1 when nobody could tell which.</param>
    public void Add(Obligation obligation, int agency)
    {
        // What is alike differs in neither task nor milestone, so that only those of this milestone are kept to compare with.
        if (!ReferenceEquals(_before?.Task, obligation.Task) || !ReferenceEquals(_before?.Milestone, obligation.Milestone))
        {
            _alike.Clear();
        }

        _before = obligation;
        var one = Alike.Of(obligation, agency < 0 ? obligation.Agency.Name : "");
        if (!_alike.TryGetValue(one, out var place))
        {
            _alike.Add(one, place = Obligations.Count);
            Obligations.Add(new SnapshotObligation(PlaceOf(obligation.Task), agency, one.AgencyWords, obligation.Milestone, obligation.MilestoneKey,
                obligation.IsSole, obligation.Reported, [.. obligation.SucceededFrom.Select(ended => ended.Code)])
            {
                ReportedUndone = obligation.ReportedUndone, TaskBegins = obligation.TaskBegins, IsCertain = obligation.IsCertain, Note = obligation.Note,
                Answer = obligation.Answer, AsRegistered = one.AsRegistered,
            });
        }

        Owed.Add(place);
        Owed.Add(agency);
    }

    private int PlaceOf(RegisterTask task)
    {
        if (!_places.TryGetValue(task, out var place))
        {
            _places.Add(task, place = Tasks.Count);
            Tasks.Add(task);
        }

        return place;
    }

    /// <summary>Everything of an obligation but its task, its milestone and its agency.</summary>
    private readonly record struct Alike(string AgencyWords, string MilestoneKey, bool IsSole, ReportedCompletion? Reported, string SucceededFrom,
        ReportedUndone? ReportedUndone, DateOnly? TaskBegins, bool IsCertain, string Note, AnswerStanding? Answer, Milestone? AsRegistered)
    {
        public static Alike Of(Obligation one, string agencyWords) => new(agencyWords, one.MilestoneKey, one.IsSole, one.Reported,
            one.SucceededFrom.Count == 0 ? "" : string.Join('\n', one.SucceededFrom.Select(ended => ended.Code)), one.ReportedUndone, one.TaskBegins,
            one.IsCertain, one.Note, one.Answer, ReferenceEquals(one.AsRegistered, one.Milestone) ? null : one.AsRegistered);
    }
}
