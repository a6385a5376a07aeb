using CcHc.Core.Text;

namespace CcHc.Core.Registers.Recognition;

/// <summary>Keys for tasks never seen before: the one the parser proposes, unless a task that has another place by now still carries it.</summary>
internal sealed class NewKeys(string registerId, IReadOnlyList<KnownTask> known)
{
    private readonly HashSet<string> _used = known.Select(task => task.Key).ToHashSet(StringComparer.Ordinal);

    public string For(RegisterTask task)
    {
        var proposed = registerId + task.Key[TaskKeys.RegisterOf(task.Place.File).Length..];
        if (_used.Add(proposed))
        {
            return proposed;
        }

        var worded = $"{proposed}~{TaskKeys.Shorten(VietnameseText.Fold(task.Text))}";
        var key = worded;
        for (var count = 2; !_used.Add(key); count++)
        {
            key = TaskKeys.Again(worded, count);
        }

        return key;
    }
}
