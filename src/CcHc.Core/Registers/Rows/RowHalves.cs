namespace CcHc.Core.Registers.Rows;

/// <summary>Puts a row together again that a page break cut in two.</summary>
internal static class RowHalves
{
    /// <summary>Each cell of the second half goes on with the words above it.</summary>
    public static void Join(TaskDraft draft, TableRow row)
    {
        Join(draft.Leads, row.Value(RegisterField.Lead));
        Join(draft.Coordinating, row.Value(RegisterField.Coordinating));
        Join(draft.Products, row.Value(RegisterField.Product));
        Join(draft.Times, row.Value(RegisterField.Time));
    }

    private static void Join(List<string> lines, FieldValue more)
    {
        if (more is { IsOwn: true, IsBlank: false })
        {
            var last = lines.Count == 0 ? "" : lines[^1] + " ";
            lines.RemoveRange(Math.Max(0, lines.Count - 1), Math.Min(1, lines.Count));
            lines.Add(last + more.Text);
        }
    }
}
