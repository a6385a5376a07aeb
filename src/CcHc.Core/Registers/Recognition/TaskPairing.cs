namespace CcHc.Core.Registers.Recognition;

/// <summary>Known tasks and tasks read now, paired step by step; each step looks only at what the steps before it left over.</summary>
/// <param name="marks">Of the known tasks, as they would stand in today's sheets.</param>
internal sealed class TaskPairing(IReadOnlyList<KnownTask> known, IReadOnlyList<TaskMark> marks, IReadOnlyList<TaskMark> read)
{
    private readonly bool[] _isTaken = new bool[known.Count];
    private readonly TaskMatch[] _matches = new TaskMatch[read.Count];

    // A row taken away lately gives way to one that is still there.
    private readonly int[] _thereFirst = [.. Enumerable.Range(0, known.Count).OrderBy(k => known[k].GoneSince is not null)];

    public IReadOnlyList<TaskMatch> Matches => _matches;

    /// <summary>Pairs tasks with the same key, in the order they stand where several have it.</summary>
    public void JoinBy(Func<TaskMark, string> keyOf)
    {
        var waiting = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        foreach (var k in _thereFirst.Where(k => !_isTaken[k]))
        {
            var key = keyOf(marks[k]);
            if (!waiting.TryGetValue(key, out var queue))
            {
                waiting[key] = queue = new Queue<int>();
            }

            queue.Enqueue(k);
        }

        foreach (var r in OpenRead())
        {
            if (waiting.TryGetValue(keyOf(read[r]), out var queue) && queue.TryDequeue(out var k))
            {
                Join(k, r);
            }
        }
    }

    /// <summary>Pairs tasks with similar words, the most alike first.</summary>
    public void JoinAlike()
    {
        var (left, right) = (OpenKnown(), OpenRead());
        var alike = SimilarTasks.Find([.. left.Select(k => marks[k])], [.. right.Select(r => read[r])]);
        foreach (var pair in alike)
        {
            var (k, r) = (left[pair.Known], right[pair.Read]);
            if (!_isTaken[k] && _matches[r].Known is null)
            {
                Join(k, r);
            }
        }
    }

    /// <summary>
    /// Pairs what stands in the same place, where one task alone stood and stands there: reworded, or for the same lead and time. Where these differ, too, it
    /// is another task, and no reminder of it could be a repeated one.
    /// </summary>
    public void JoinInPlace(Func<TaskMark, string> placeOf)
    {
        var stood = OpenKnown().Where(k => marks[k].Number.Length > 0).ToLookup(k => placeOf(marks[k]), StringComparer.Ordinal);
        var likeness = new TextLikeness();
        foreach (var place in OpenRead().Where(r => read[r].Number.Length > 0).GroupBy(r => placeOf(read[r]), StringComparer.Ordinal))
        {
            if (stood[place.Key].ToList() is not [var k] || place.ToList() is not [var r])
            {
                continue;
            }

            var isReworded = TextLikeness.Of(likeness.Pairs(marks[k].Text), likeness.Pairs(read[r].Text)) >= SimilarTasks.EnoughInPlace;
            if (isReworded || (marks[k].Lead == read[r].Lead && marks[k].Time == read[r].Time))
            {
                Join(k, r, isUnsure: !isReworded);
            }
        }
    }

    private void Join(int k, int r, bool isUnsure = false)
    {
        _isTaken[k] = true;
        _matches[r] = new TaskMatch(known[k], isUnsure);
    }

    /// <summary>Known tasks still to be found; a row that was gone already is found by its own words only.</summary>
    private List<int> OpenKnown() => [.. Enumerable.Range(0, known.Count).Where(k => !_isTaken[k] && known[k].GoneSince is null)];

    private List<int> OpenRead() => [.. Enumerable.Range(0, read.Count).Where(r => _matches[r].Known is null)];
}
