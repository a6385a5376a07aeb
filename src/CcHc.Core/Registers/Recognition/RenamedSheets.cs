namespace CcHc.Core.Registers.Recognition;

/// <summary>Follows sheets that were given another name: a sheet that is gone and a new one with mostly the same tasks are one.</summary>
internal static class RenamedSheets
{
    /// <returns>The marks of the known tasks, under the names their sheets have now.</returns>
    public static IReadOnlyList<TaskMark> Follow(IReadOnlyList<KnownTask> known, IReadOnlyList<TaskMark> read)
    {
        IReadOnlyList<TaskMark> marks = [.. known.Select(task => task.Mark)];
        var before = marks.GroupBy(mark => mark.Sheet, StringComparer.Ordinal)
            .ToDictionary(sheet => sheet.Key, sheet => sheet.ToList(), StringComparer.Ordinal);
        var now = read.GroupBy(mark => mark.Sheet, StringComparer.Ordinal).ToDictionary(sheet => sheet.Key, sheet => sheet.ToList(), StringComparer.Ordinal);
        var pairs =
            from old in before
            where !now.ContainsKey(old.Key)
            from renamed in now
            where !before.ContainsKey(renamed.Key)
            let shared = Shared(old.Value, renamed.Value)
            where shared * 2 >= Math.Min(old.Value.Count, renamed.Value.Count) && shared > 0
            orderby shared descending
            select (Old: old.Key, New: renamed.Key);

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (old, name) in pairs)
        {
            if (!names.ContainsKey(old) && used.Add(name))
            {
                names[old] = name;
            }
        }

        return names.Count == 0 ? marks : [.. marks.Select(mark => names.TryGetValue(mark.Sheet, out var name) ? mark with { Sheet = name } : mark)];
    }

    private static int Shared(List<TaskMark> left, List<TaskMark> right)
    {
        var texts = left.Select(mark => mark.Text).ToHashSet(StringComparer.Ordinal);
        return right.Count(mark => texts.Contains(mark.Text));
    }
}
