using CcHc.Core.Registers.Tables;

namespace CcHc.Core.Registers.Rows;

/// <summary>Gives each task of a workbook its own key, and says where numbers repeat.</summary>
internal sealed class TaskIdentity(string register)
{
    /// <summary>How often each key was claimed.</summary>
    private readonly Dictionary<string, int> _used = new(StringComparer.Ordinal);

    /// <summary>Keys of one sheet's tasks, in their order.</summary>
    public IReadOnlyList<string> Assign(string sheet, IReadOnlyList<TaskDraft> drafts, FindingList findings)
    {
        var keys = new string[drafts.Count];
        var groups = Enumerable.Range(0, drafts.Count)
            .GroupBy(i => TaskKeys.Of(register, sheet, drafts[i].SectionKey, Name(drafts[i])), StringComparer.Ordinal);
        foreach (var group in groups)
        {
            var places = group.ToList();
            if (places is [var only])
            {
                keys[only] = Claim(group.Key, out _);
                continue;
            }

            var firstOfTable = places.DistinctBy(place => drafts[place].Table).ToDictionary(place => drafts[place].Table);
            foreach (var i in places)
            {
                // Both tasks of a repeated number carry their words, so that sorting cannot swap them.
                var key = $"{group.Key}~{TaskKeys.Shorten($"{drafts[i].FoldedText} {drafts[i].Share}".Trim())}";
                keys[i] = Claim(key, out var isRepeated);
                var first = isRepeated ? places[0] : firstOfTable[drafts[i].Table];
                if (i != first && drafts[i].Share.Length == 0)
                {
                    Tell(drafts[i], drafts[first].TaskCell, isRepeated, findings);
                }
            }
        }

        return keys;
    }

    private string Claim(string key, out bool isRepeated)
    {
        isRepeated = !_used.TryAdd(key, 1);
        var claimed = key;
        while (isRepeated && !_used.TryAdd(claimed = TaskKeys.Again(key, ++_used[key]), 1))
        {
        }

        return claimed;
    }

    private static void Tell(TaskDraft draft, string firstCell, bool isSameText, FindingList findings) =>
        findings.Add(isSameText ? RegisterFindings.TaskRepeated(firstCell) : RegisterFindings.NumberRepeated(draft.Number.Text, firstCell), draft.TaskCell);

    private static string Name(TaskDraft draft) => draft.Number.IsNone ? TaskKeys.Shorten(draft.FoldedText) : draft.Number.Text;
}
