using System.Collections;

namespace CcHc.Dashboard.Snapshot;

/// <summary>Rows in an order or from its end (xuôi hoặc ngược), without a copy.</summary>
internal sealed class Directed(TaskRow[] rows, bool isBackward) : IReadOnlyList<TaskRow>
{
    public int Count => rows.Length;

    public TaskRow this[int index] => rows[isBackward ? rows.Length - 1 - index : index];

    public IEnumerator<TaskRow> GetEnumerator()
    {
        for (var i = 0; i < rows.Length; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
