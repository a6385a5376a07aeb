using CcHc.Core.Findings;

namespace CcHc.Core.Registers.Recognition;

/// <summary>Gives the tasks of a recognised register the keys they had, and new tasks keys nobody had before.</summary>
internal sealed class RememberedTasks(KnownRegister register, DateOnly today)
{
    /// <summary>So long the office is told that a task could be another one, whichever job reads the register.</summary>
    private const int DaysOfDoubt = 7;

    /// <param name="marks">Of the reading's tasks, in their order.</param>
    /// <returns>The reading under its lasting keys, and the register as it is to be remembered.</returns>
    public (RegisterReading Reading, KnownRegister Register) Take(RegisterReading reading, IReadOnlyList<TaskMark> marks)
    {
        var matches = TaskMatcher.Match(register.Tasks, marks);
        var keys = new NewKeys(register.Id, register.Tasks);
        var tasks = new RegisterTask[marks.Count];
        var remembered = new KnownTask[marks.Count];
        var findings = new List<Finding>(reading.Findings);
        for (var i = 0; i < marks.Count; i++)
        {
            var task = reading.Tasks[i];
            var known = matches[i].Known ?? new KnownTask(keys.For(task), marks[i]);
            remembered[i] = known with { Mark = marks[i], GoneSince = null, ReplacedOn = matches[i].IsUnsure ? today : known.ReplacedOn };
            tasks[i] = task.Key == known.Key ? task : task with { Key = known.Key };
            if (remembered[i].ReplacedOn is { } day && today.DayNumber - day.DayNumber < DaysOfDoubt)
            {
                findings.Add(RecognitionFindings.PerhapsReplaced(task.Number).At(reading.File, task.Place.Sheet, task.Place.TaskCell));
            }
        }

        var found = matches.Select(match => match.Known?.Key).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var gone = register.Tasks.Where(task => !found.Contains(task.Key)).Select(task => task with { GoneSince = task.GoneSince ?? today });
        return (reading with { Tasks = tasks, Findings = findings },
            register with { Path = reading.File, Title = reading.Title, PlanYear = reading.PlanYear, Tasks = [.. remembered, .. gone] });
    }
}
