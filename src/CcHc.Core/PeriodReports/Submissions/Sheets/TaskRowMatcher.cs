using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Registers.Recognition;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>Which issued row each row of the filled task sheet is (đối chiếu dòng nhiệm vụ), wherever it was moved to.</summary>
internal sealed class TaskRowMatcher
{
    private const double EnoughAlike = 0.6;

    /// <summary>How much more alike than every other row it must be.</summary>
    private const double Margin = 0.15;

    private readonly IReadOnlyList<IssuedRow> _issued;
    private readonly List<string> _words;
    private readonly List<string> _tasks;
    private readonly Dictionary<string, int> _byKey;
    private readonly ILookup<string, int> _byWords;
    private readonly ILookup<string, int> _byTask;

    public TaskRowMatcher(IReadOnlyList<IssuedRow> issued)
    {
        _issued = issued;
        _words = [.. issued.Select(row => WordsOf(row.Task, row.Product))];
        _tasks = [.. issued.Select(row => FormText.Words(row.Task))];
        _byKey = issued.Index().DistinctBy(row => row.Item.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row.Item.Key, row => row.Index, StringComparer.OrdinalIgnoreCase);
        _byWords = Enumerable.Range(0, issued.Count).ToLookup(i => _words[i], StringComparer.Ordinal);
        _byTask = Enumerable.Range(0, issued.Count).ToLookup(i => _tasks[i], StringComparer.Ordinal);
    }

    /// <returns>For each row the number of its issued row; null for one the form did not have.</returns>
    public IReadOnlyList<int?> Match(IReadOnlyList<TaskRow> rows)
    {
        var matches = new int?[rows.Count];
        var taken = new HashSet<int>();
        for (var r = 0; r < rows.Count; r++)
        {
            matches[r] = ByKey(rows[r]);
            if (matches[r] is { } row)
            {
                taken.Add(row);
            }
        }

        foreach (var step in (Func<TaskRow, int?>[])[row => First(_byWords[WordsOf(row)]), row => Only(_byTask[TaskOf(row)]), MostAlike])
        {
            for (var r = 0; r < rows.Count; r++)
            {
                if (matches[r] is null && TaskOf(rows[r]).Length > 0 && step(rows[r]) is { } row)
                {
                    matches[r] = row;
                    taken.Add(row);
                }
            }
        }

        return matches;

        int? First(IEnumerable<int> found) => found.Where(row => !taken.Contains(row)).Select(row => (int?)row).FirstOrDefault();

        int? Only(IEnumerable<int> found) => found.Where(row => !taken.Contains(row)).Take(2).ToList() is [var only] ? only : null;

        int? MostAlike(TaskRow row)
        {
            var likeness = new TextLikeness();
            var read = likeness.Pairs(WordsOf(row));
            var ranked = Enumerable.Range(0, _issued.Count).Where(i => !taken.Contains(i))
                .Select(i => (Row: i, Likeness: TextLikeness.Of(likeness.Pairs(_words[i]), read)))
                .OrderByDescending(one => one.Likeness).Take(2).ToList();
            return ranked is [{ Likeness: >= EnoughAlike } best, ..] && (ranked.Count == 1 || best.Likeness - ranked[1].Likeness >= Margin) ? best.Row : null;
        }
    }

    /// <summary>
    /// The row its key names, unless its words are exactly another row's: somebody sorted the columns in sight and left the hidden one behind, and it is the
    /// words the result was written beside.
    /// </summary>
    private int? ByKey(TaskRow row)
    {
        if (!_byKey.TryGetValue(row.Line(TaskColumn.Key), out var named))
        {
            return null;
        }

        var words = WordsOf(row);
        return words == _words[named] || TaskOf(row) == _tasks[named] || _byWords[words].ToList() is not [var other] ? named : other;
    }

    private static string TaskOf(TaskRow row) => FormText.Words(row.Text(TaskColumn.Task));

    private static string WordsOf(TaskRow row) => WordsOf(row.Text(TaskColumn.Task), row.Text(TaskColumn.Product));

    private static string WordsOf(string task, string product) => FormText.Words(task + " | " + product);
}
