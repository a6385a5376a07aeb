using CcHc.Core.Registers.Years;
using CcHc.Core.Text;

namespace CcHc.Core.Registers.Recognition;

/// <summary>What a register is recognised by when its path says nothing (đặc điểm của sổ): its tasks, its title, its plan year.</summary>
internal sealed class RegisterTraits
{
    private readonly string _title;
    private readonly int? _planYear;
    private readonly IReadOnlyList<TaskMark> _tasks;
    private readonly Lazy<ILookup<string, TaskMark>> _byText;

    private RegisterTraits(string title, int? planYear, IReadOnlyList<TaskMark> tasks)
    {
        // A year in the title is looked at as the plan year.
        _title = string.Concat(VietnameseText.Fold(title).Where(c => !char.IsDigit(c)));
        (_planYear, _tasks) = (planYear, tasks);
        _byText = new Lazy<ILookup<string, TaskMark>>(() => tasks.ToLookup(mark => mark.Text, StringComparer.Ordinal));
    }

    public int Count => _tasks.Count;

    /// <summary>The words of its tasks, each once.</summary>
    public IEnumerable<string> Texts => ByText.Select(text => text.Key);

    public static RegisterTraits Of(KnownRegister known) =>
        new(known.Title, known.PlanYear, [.. known.Tasks.Where(task => task.GoneSince is null).Select(task => task.Mark)]);

    /// <param name="marks">Of its tasks.</param>
    public static RegisterTraits Of(RegisterReading reading, IReadOnlyList<TaskMark> marks) => new(reading.Title, reading.PlanYear, marks);

    /// <summary>How many tasks the two have in common, by their words.</summary>
    public int Shared(RegisterTraits other) =>
        _tasks.SequenceEqual(other._tasks) ? Count : ByText.Sum(text => Math.Min(text.Count(), other.ByText[text.Key].Count()));

    /// <summary>
    /// True when this is the plan of another year. A title that says so, over tasks that keep the dated days of the other year, was only mistyped, or copied
    /// and not yet worked over.
    /// </summary>
    public bool IsPlanOfAnotherYearThan(RegisterTraits other)
    {
        if (_planYear is not { } own || other._planYear is not { } its || own == its)
        {
            return false;
        }

        var sameWords = _tasks.Where(mark => other.ByText.Contains(mark.Text)).ToList();
        var keptDays = sameWords.Count(mark => PlanYearParser.NamesAnyYear(mark.Time) && other.ByText[mark.Text].Any(one => one.Time == mark.Time));
        return keptDays * 2 <= sameWords.Count;
    }

    /// <summary>
    /// How many tasks are the same down to lead and time, so that reading both registers would remind twice. Plans made from one template for several communes
    /// differ in their leads; where leads are missing, the titles must agree.
    /// </summary>
    public int SharedWithLeadAndTime(RegisterTraits other)
    {
        var sameTitle = string.Equals(_title, other._title, StringComparison.Ordinal);
        return ByText.Sum(text => text
            .Where(mark => sameTitle || mark.Lead.Length > 0)
            .CountBy(mark => (mark.Lead, mark.Time))
            .Sum(one => Math.Min(one.Value, other.ByText[text.Key].Count(mark => (mark.Lead, mark.Time) == one.Key))));
    }

    private ILookup<string, TaskMark> ByText => _byText.Value;
}
