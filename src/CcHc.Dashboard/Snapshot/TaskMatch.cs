using CcHc.Core.StatusReport;
using CcHc.Core.Text;

namespace CcHc.Dashboard.Snapshot;

/// <summary>Whether a row fits a filter (khớp bộ lọc), its agency left out. Of one walk along the rows: it remembers the task it saw last.</summary>
internal sealed class TaskMatch(TaskFilter filter)
{
    private readonly string[] _words = VietnameseText.Fold(filter.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    private readonly StatusGroup[] _groups = [.. filter.Groups];
    private TaskWords? _task;
    private string[] _missing = [];

    public bool Fits(TaskRow row) =>
        (_groups.Length == 0 || _groups.Contains(row.Group))
        && (filter.Area is not { } area || row.Task.Area == area)
        && (filter.Register.Length == 0 || row.Task.Place.File == filter.Register)
        && (filter.From is not { } from || row.Standing.Due >= from)
        && (filter.To is not { } to || row.Standing.Due <= to)
        && HasWords(row);

    /// <summary>The agencies of one task mostly stand one after another: its words are looked through once for all of them.</summary>
    private bool HasWords(TaskRow row)
    {
        if (_words.Length == 0)
        {
            return true;
        }

        if (!ReferenceEquals(_task, row.Words))
        {
            (_task, _missing) = (row.Words, [.. _words.Where(word => !row.Words.Folded.Contains(word, StringComparison.Ordinal))]);
        }

        foreach (var word in _missing)
        {
            if (!row.AgencyWords.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }
}
