namespace CcHc.Core.Registers.Recognition;

/// <summary>Which known task a task read now is.</summary>
/// <param name="Known">Null for a task never seen before.</param>
/// <param name="IsUnsure">Nothing but its place speaks for it: the words are quite different ones.</param>
public readonly record struct TaskMatch(KnownTask? Known, bool IsUnsure = false);

/// <summary>
/// Recognises the tasks of a register from one reading to the next: by their words wherever the row stands, then by similar words, and only then by their
/// number. A key kept wrongly hides a reminder only where agency, due day and stage are the same as well; a key lost repeats one. So in doubt it is kept.
/// </summary>
public static class TaskMatcher
{
    /// <summary>Most telling first: a row that only moved, was renumbered, put under another heading, given another lead or time.</summary>
    private static readonly Func<TaskMark, string>[] SameWords =
    [
        mark => Joined(mark.Sheet, mark.Section, mark.Number, mark.Text, mark.Lead, mark.Time),
        mark => Joined(mark.Sheet, mark.Section, mark.Number, mark.Text),
        mark => Joined(mark.Sheet, mark.Section, mark.Text, mark.Lead, mark.Time),
        mark => Joined(mark.Sheet, mark.Section, mark.Text),
        mark => Joined(mark.Text, mark.Lead, mark.Time),
        mark => Joined(mark.Text),
    ];

    /// <returns>One match for each task read, in its order; a known task is given to one of them at most.</returns>
    public static IReadOnlyList<TaskMatch> Match(IReadOnlyList<KnownTask> known, IReadOnlyList<TaskMark> read)
    {
        if (IsUnchanged(known, read))
        {
            return [.. known.Take(read.Count).Select(task => new TaskMatch(task))];
        }

        var pairing = new TaskPairing(known, RenamedSheets.Follow(known, read), read);
        foreach (var key in SameWords)
        {
            pairing.JoinBy(key);
        }

        pairing.JoinAlike();
        pairing.JoinInPlace(mark => Joined(mark.Sheet, mark.Section, mark.Number));
        return pairing.Matches;
    }

    /// <summary>Row by row the same, as at most readings: then no step below would pair otherwise.</summary>
    private static bool IsUnchanged(IReadOnlyList<KnownTask> known, IReadOnlyList<TaskMark> read) =>
        known.Count >= read.Count && Enumerable.Range(0, read.Count).All(i => known[i].GoneSince is null && known[i].Mark == read[i])
        && known.Skip(read.Count).All(task => task.GoneSince is not null);

    private static string Joined(params ReadOnlySpan<string> parts) => string.Join('\u001f', parts);
}
