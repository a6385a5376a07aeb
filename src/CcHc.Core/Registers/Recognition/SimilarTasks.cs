namespace CcHc.Core.Registers.Recognition;

/// <summary>A known task and one read now whose words are alike.</summary>
internal readonly record struct AlikePair(int Known, int Read, double Likeness, bool IsSameNumber);

/// <summary>
/// Finds reworded tasks. The more lead and time agree, the less the words have to: plans hold many tasks of one lead with different words, few with similar
/// words and the same lead and time.
/// </summary>
internal static class SimilarTasks
{
    /// <summary>Said of the same number under the same heading, where little is needed to believe in a rewording.</summary>
    public const double EnoughInPlace = 0.25;

    private const double EnoughWithSameLeadAndTime = 0.4;
    private const double EnoughWithSameLeadOrTime = 0.6;
    private const double EnoughAlone = 0.75;

    /// <summary>A word pair in more tasks than this tells none of them; it keeps the work near the number of rows, not its square.</summary>
    private const int CommonestPair = 40;

    /// <returns>The most alike first; of equals the one that kept its number, then the nearer row.</returns>
    public static IEnumerable<AlikePair> Find(IReadOnlyList<TaskMark> known, IReadOnlyList<TaskMark> read)
    {
        var likeness = new TextLikeness();
        var left = known.Select(mark => likeness.Pairs(mark.Text)).ToList();
        var holders = HoldersOf(left);
        var found = new List<AlikePair>();
        for (var r = 0; r < read.Count; r++)
        {
            var right = likeness.Pairs(read[r].Text);
            foreach (var k in right.SelectMany(pair => holders.GetValueOrDefault(pair) ?? []).Distinct())
            {
                var score = TextLikeness.Of(left[k], right);
                if (score >= Enough(known[k], read[r]))
                {
                    found.Add(new AlikePair(k, r, score, known[k].Number == read[r].Number));
                }
            }
        }

        return found.OrderByDescending(pair => pair.Likeness).ThenByDescending(pair => pair.IsSameNumber).ThenBy(pair => Math.Abs(pair.Known - pair.Read));
    }

    private static Dictionary<long, List<int>> HoldersOf(List<long[]> texts)
    {
        var holders = new Dictionary<long, List<int>>();
        for (var k = 0; k < texts.Count; k++)
        {
            foreach (var pair in texts[k])
            {
                if (!holders.TryGetValue(pair, out var list))
                {
                    holders[pair] = list = [];
                }

                list.Add(k);
            }
        }

        foreach (var common in holders.Where(one => one.Value.Count > CommonestPair).Select(one => one.Key).ToList())
        {
            holders.Remove(common);
        }

        return holders;
    }

    private static double Enough(TaskMark known, TaskMark read) => (known.Lead == read.Lead, known.Time == read.Time) switch
    {
        (true, true) => EnoughWithSameLeadAndTime,
        (false, false) => EnoughAlone,
        _ => EnoughWithSameLeadOrTime,
    };
}
