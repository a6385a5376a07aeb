using System.Globalization;
using CcHc.Core.Findings;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.Regimes;
using CcHc.Core.Registers;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;
using TaskTable = CcHc.Core.PeriodReports.Submissions.Sheets.FormTable<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.PeriodReports.Submissions.Sheets;

/// <summary>The task rows of a filled form.</summary>
/// <param name="Tasks">Of the rows the agency filled in, in the form's order.</param>
/// <param name="KnowsRows">At least one row is of the issued form.</param>
/// <param name="SaysSomething">Somebody wrote a result or a difficulty; status, day and document may have gone out filled in.</param>
/// <param name="Extra">Work outside the plans.</param>
internal sealed record TaskReading(IReadOnlyList<ReportedTask> Tasks, IReadOnlyList<Finding> Findings, bool KnowsRows, bool SaysSomething,
    IReadOnlyList<ExtraTask> Extra);

/// <summary>Reads the task sheet (trang nhiệm vụ): every issued row once, wherever it stands, and what became of the others.</summary>
internal sealed class TaskSheetReader(string file, IssuedForm form, ReportPeriod period, DateOnly today)
{
    private const int LongestTask = 60;

    private readonly List<Finding> _findings = [];

    public TaskReading Read(IReadOnlyList<TaskTable> tables)
    {
        var all = tables.SelectMany(table => table.Rows.Where(row => !IsColumnNumbers(row)).Select(row => (Table: table, Row: row))).ToList();
        var matches = new TaskRowMatcher(form.Rows).Match([.. all.Select(one => one.Row)]);
        var rows = all.Zip(matches, (one, match) => new Placed(one.Table, one.Row, match)).ToList();
        var extra = ReadExtra(rows);
        var own = rows.Where(row => row.Issued is not null).Select(row => row.Table).ToHashSet();
        if (own.Count == 0)
        {
            IReadOnlyList<Finding> missing = form.Rows.Count > 0 ? [Missing(AllNumbers)] : [];
            return new TaskReading([], [.. missing, .. _findings, .. rows.Where(HasInput).Select(InsertedAt)], false, extra.Count > 0
                || rows.Exists(HasInput), extra);
        }

        // A table of the agency's own, beside the form's, is none of our business.
        rows.RemoveAll(row => !own.Contains(row.Table));
        foreach (var table in own)
        {
            CheckTable(table, rows);
        }

        _findings.AddRange(rows.Where(row => row.Issued is null && HasInput(row)).Select(InsertedAt));
        var tasks = ReadRows(rows);
        var saysSomething = extra.Count > 0 || rows.Exists(row => row.Row.IsFilled(TaskColumn.Result) || row.Row.IsFilled(TaskColumn.Difficulty));
        return new TaskReading(tasks, _findings, true, saysSomething, extra);
    }

    /// <summary>Takes the rows for work outside the plans out of the others, with the line above them.</summary>
    private List<ExtraTask> ReadExtra(List<Placed> rows)
    {
        var extra = new List<ExtraTask>();
        foreach (var table in rows.Select(row => row.Table).Distinct().ToList())
        {
            var ofTable = rows.Where(row => row.Table == table).ToList();
            var (own, left) = ExtraRows.Divide([.. ofTable.Select(row => (row.Row, row.Issued is not null))]);
            rows.RemoveAll(row => row.Table == table && !left.Contains(row.Row));
            if (own.Count > 0)
            {
                extra.AddRange(new ExtraRows(file, new CompletionDays(table, period.Window, today), _findings).Read(own));
            }
        }

        return extra;
    }

    private IReadOnlyList<int> AllNumbers => [.. Enumerable.Range(1, form.Rows.Count)];

    private void CheckTable(TaskTable table, List<Placed> rows)
    {
        if (table.Sheet.IsHidden)
        {
            _findings.Add(SubmittedFileFindings.HiddenSheetRead.At(file, table.Sheet.Name, null));
        }

        if (rows.Count(row => row.Table == table && row.Row.IsHidden && HasInput(row)) is var hidden and > 0)
        {
            _findings.Add(SubmittedFileFindings.HiddenRows(hidden).At(file, table.Sheet.Name, null));
        }

        if (table.IsCut)
        {
            _findings.Add(SubmittedFileFindings.TableCut(TaskTable.MostRows).At(file, table.Sheet.Name, null));
        }

        if (!rows.Exists(row => row.Table == table && row.Row.IsFilled(TaskColumn.Key)))
        {
            _findings.Add(TaskSheetFindings.KeysLost.At(file, table.Sheet.Name, null));
        }
    }

    private List<ReportedTask> ReadRows(List<Placed> rows)
    {
        var days = rows.Select(row => row.Table).Distinct().ToDictionary(table => table, table => new CompletionDays(table, period.Window, today));
        foreach (var (table, column) in days.Where(one => one.Value.Doubtful.Count > 0))
        {
            _findings.Add(TaskSheetFindings.DaysDoubtful(NameList.Of(column.Doubtful)).At(file, table.Sheet.Name, column.Doubtful[0]));
        }

        var byIssued = rows.Where(row => row.Issued is not null).ToLookup(row => row.Issued!.Value);
        var (tasks, missing, silent, resultless) = (new List<ReportedTask>(), new List<int>(), new List<int>(), new List<int>());
        for (var i = 0; i < form.Rows.Count; i++)
        {
            if (!byIssued.Contains(i))
            {
                missing.Add(i + 1);
            }
            else if (byIssued[i].Where(HasInput).ToList() is [var first, .. var others])
            {
                tasks.Add(new TaskRowReader(file, first.Row, days[first.Table], _findings, About(i)).Read(form.Rows[i].Key));
                if (tasks[^1].Status == TaskProgress.InProgress && !first.Row.IsFilled(TaskColumn.Result) && !first.Row.IsFilled(TaskColumn.Difficulty))
                {
                    resultless.Add(i + 1);
                }

                _findings.AddRange(others.Where(other => !IsSame(first.Row, other.Row))
                    .Select(
                        other => other.Row.Say(file, TaskColumn.Result, TaskSheetFindings.Twice(first.Row.Cell(TaskColumn.Result))) with { About = About(i) }));
            }
            else
            {
                silent.Add(i + 1);
            }
        }

        if (missing.Count > 0)
        {
            _findings.Add(Missing(missing));
        }

        if (silent.Count > 0)
        {
            _findings.Add(TaskSheetFindings.NotReported(form.Rows.Count, silent).At(file, rows[0].Table.Sheet.Name, null));
        }

        if (resultless.Count > 0)
        {
            _findings.Add(TaskSheetFindings.WithoutResult(resultless).At(file, rows[0].Table.Sheet.Name, null));
        }

        return tasks;
    }

    /// <summary>"STT 3, Rà soát thủ tục…".</summary>
    private string About(int issued) =>
        string.Create(CultureInfo.InvariantCulture, $"STT {issued + 1}, {Vietnamese.Shortened(VietnameseText.OneLine(form.Rows[issued].Task), LongestTask)}");

    private Finding Missing(IReadOnlyList<int> numbers) => TaskSheetFindings.Deleted(form.Rows.Count, numbers).At(file, null, null);

    private Finding InsertedAt(Placed row) => row.Row.Say(file, TaskColumn.Result, TaskSheetFindings.Inserted(
        row.Row.Line(TaskColumn.Task) is { Length: > 0 } task
            ? task : FormColumns.TaskInputs.Select(row.Row.Line).FirstOrDefault(text => text.Length > 0) ?? ""));

    private static bool HasInput(Placed row) => FormColumns.TaskInputs.Any(row.Row.IsFilled);

    private static bool IsSame(TaskRow one, TaskRow other) =>
        FormColumns.TaskInputs.All(column => FormText.Words(one.Text(column)) == FormText.Words(other.Text(column)));

    /// <summary>"(1) (2) (3)" or "A B 1 2" below the headings.</summary>
    private static bool IsColumnNumbers(TaskRow row)
    {
        var words = Enum.GetValues<TaskColumn>().Select(column => FormText.Words(row.Text(column))).Where(text => text.Length > 0).ToList();
        return words.Count > 2 && words.TrueForAll(text => text.Length <= 2 && (text.All(char.IsAsciiDigit) || text.Length == 1));
    }

    /// <param name="Issued">Place of its row in the issued form; null for a row the form did not have.</param>
    private sealed record Placed(TaskTable Table, TaskRow Row, int? Issued);
}
