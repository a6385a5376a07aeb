using System.Runtime.InteropServices;
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
        string[] names = [.. drafts.Select(draft => TaskKeys.Of(register, sheet, draft.SectionKey, Name(draft)))];
        var repeated = Repeated(names);
        _used.EnsureCapacity(names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            if (!repeated.TryGetValue(names[i], out var places))
            {
                keys[i] = Claim(names[i], out _);
            }
            else if (places[0] == i)
            {
                Divide(names[i], places, drafts, keys, findings);
            }
        }

        return keys;
    }

    /// <summary>Where the names stand that more than one task has.</summary>
    private static Dictionary<string, List<int>> Repeated(string[] names)
    {
        var first = new Dictionary<string, int>(names.Length, StringComparer.Ordinal);
        var repeated = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            if (!first.TryAdd(names[i], i))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(repeated, names[i], out _) ??= [first[names[i]]]).Add(i);
            }
        }

        return repeated;
    }

    /// <summary>Gives each of several tasks of one name a key of its own.</summary>
    private void Divide(string name, List<int> places, IReadOnlyList<TaskDraft> drafts, string[] keys, FindingList findings)
    {
        var firstOfTable = places.DistinctBy(place => drafts[place].Table).ToDictionary(place => drafts[place].Table);
        foreach (var i in places)
        {
            // Both tasks of a repeated number carry their words, so that sorting cannot swap them.
            var key = $"{name}~{TaskKeys.Shorten($"{drafts[i].FoldedText} {drafts[i].Share}".Trim())}";
            keys[i] = Claim(key, out var isRepeated);
            var first = isRepeated ? places[0] : firstOfTable[drafts[i].Table];
            if (i != first && drafts[i].Share.Length == 0)
            {
                Tell(drafts[i], drafts[first].TaskCell, isRepeated, findings);
            }
        }
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
