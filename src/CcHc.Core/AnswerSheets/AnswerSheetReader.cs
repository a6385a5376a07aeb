using CcHc.Core.Agencies;
using CcHc.Core.Answers;
using CcHc.Core.Findings;
using CcHc.Core.Obligations;
using CcHc.Core.PeriodReports.Forms;
using CcHc.Core.PeriodReports.Submissions;
using CcHc.Core.PeriodReports.Submissions.Sheets;
using CcHc.Core.Sheets;
using CcHc.Core.Text;
using CcHc.Core.Wording;
using TaskRow = CcHc.Core.PeriodReports.Submissions.Sheets.FormTableRow<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;
using TaskTable = CcHc.Core.PeriodReports.Submissions.Sheets.FormTable<CcHc.Core.PeriodReports.Submissions.Sheets.TaskColumn>;

namespace CcHc.Core.AnswerSheets;

/// <summary>
/// Takes in a filled answer sheet (tiếp nhận phiếu trả lời): whose it is, what it says of which task, what is wrong with it. Never throws, whatever the cells
/// hold.
/// </summary>
public static class AnswerSheetReader
{
    private const int MostOfOneCode = 100;
    private const int LongestQuote = 80;

    private static readonly TaskColumn[][] Required = [[TaskColumn.Task], [TaskColumn.Status, TaskColumn.ExtendTo]];

    /// <summary>Codes of the findings that say the sheet is not this agency's: its words may be another's and are not repeated to it.</summary>
    public static IReadOnlySet<string> WrongFileCodes { get; } =
        new HashSet<string>(StringComparer.Ordinal) { "answer-not-a-sheet", "answer-agency-unknown", "answer-other-agency" };

    /// <summary>Code of the finding of a sheet that is as it went out.</summary>
    public const string NothingFilledIn = "answer-empty";

    /// <summary>Whether a workbook is an answer sheet, filled in or not, and no period form.</summary>
    public static bool IsAnswerSheet(WorkbookContent workbook) =>
        HiddenEntries.Find(workbook) is { } hidden ? hidden.Version.StartsWith("CCHC-TL", StringComparison.Ordinal) : Tables(workbook).Count > 0;

    /// <param name="found">What the reader of workbooks already said of the file.</param>
    public static AnswerSheetReading Read(WorkbookContent workbook, AnswerExpectations expected, IReadOnlyList<Finding>? found = null)
    {
        (workbook, var struck) = StruckCells.TakeBack(workbook);
        List<Finding> findings = [.. found ?? [], .. struck];
        var tables = Tables(workbook);
        var (agency, wrong) = AgencyOf(workbook, tables, expected, findings);
        if (wrong is not null || agency is null || tables.Count == 0)
        {
            findings.Add((tables.Count == 0 ? AnswerFindings.NotASheet : wrong ?? AnswerFindings.AgencyUnknown).At(workbook.Path, null, null));
            return new AnswerSheetReading(workbook.Path, workbook.Hash, (expected.Sender ?? agency)?.Code, [], findings);
        }

        var statements = Rows(workbook.Path, tables, [.. expected.ByAgency[agency.Code]], expected.Today, findings);
        return new AnswerSheetReading(workbook.Path, workbook.Hash, agency.Code, statements, FindingAggregator.Collapse(findings, MostOfOneCode));
    }

    /// <summary>A file nobody could open as a workbook.</summary>
    public static AnswerSheetReading OfUnreadable(string file, string hash, IReadOnlyList<Finding> findings, AnswerExpectations expected) =>
        new(file, hash, (expected.Sender ?? DropPlace.Of(file, expected.Directory).Named)?.Code, [], findings);

    /// <summary>The first sheet of the same workbook lists the tasks, too, but has no place to answer.</summary>
    private static IReadOnlyList<TaskTable> Tables(WorkbookContent workbook) =>
        [.. TaskTable.FindAll(workbook, FormColumns.OfTask, Required).Where(table => table.Has(TaskColumn.ExtendTo))];

    /// <summary>The hidden entries decide while they are whole; what came by mail is its sender's or nobody's.</summary>
    private static (Agency? Agency, FindingTemplate? Wrong) AgencyOf(WorkbookContent workbook, IReadOnlyList<TaskTable> tables, AnswerExpectations expected,
        List<Finding> findings)
    {
        var (hidden, place) = (HiddenEntries.Find(workbook), DropPlace.Of(workbook.Path, expected.Directory));
        var known = expected.Sender ?? place.Named;
        if (hidden is { IsWhole: true })
        {
            var written = expected.Directory.ByCode(hidden.Agency);
            return written is null ? (known, known is null ? null : AnswerFindings.OtherAgency(hidden.Agency, known))
                : known is null || known == written ? (written, null)
                : expected.Directory.SuccessorsOf(written, expected.Today).Contains(known) ? (known, null)
                : (known, AnswerFindings.OtherAgency(written.Name, known));
        }

        findings.Add(AnswerFindings.KeysChanged.At(workbook.Path, null, null));
        var titled = FormHeadings.Of(tables.Select(table => (table.Sheet, table.HeaderRow)), expected.Directory.Agencies).Agency;
        return known is not null && titled is not null && titled != known
            ? (known, AnswerFindings.OtherAgency(titled.Name, known)) : (known ?? titled ?? place.Hinted, null);
    }

    private static IReadOnlyList<AgencyStatement> Rows(string file, IReadOnlyList<TaskTable> tables, IReadOnlyList<AssessedObligation> owed, DateOnly today,
        List<Finding> findings)
    {
        var keyed = owed.DistinctBy(one => ObligationKey.Of(one.Obligation), StringComparer.Ordinal).ToList();
        IReadOnlyList<IssuedRow> issued =
            [
                .. keyed.Select(
                    one => new IssuedRow(ObligationKey.Of(one.Obligation), FormObligationText.TaskOf(one.Obligation),
                        FormObligationText.ProductOf(one.Obligation)))];
        var (statements, said) = (new List<AgencyStatement>(), new Dictionary<int, TaskRow>());
        var anything = false;
        foreach (var table in tables)
        {
            var days = new AnswerDays(table, today);
            CheckTable(file, table, days, findings);
            var reader = new AnswerRowReader(file, days, today);
            var matches = new TaskRowMatcher(issued).Match(table.Rows);
            foreach (var (row, match) in table.Rows.Zip(matches).Where(one => AnswerRowReader.Inputs.Any(one.First.IsFilled)))
            {
                anything = true;
                if (match is not { } at)
                {
                    findings.Add(row.Say(file, TaskColumn.Task, AnswerFindings.NotInRegister(Vietnamese.Shortened(row.Line(TaskColumn.Task), LongestQuote))));
                }
                else if (said.TryGetValue(at, out var first))
                {
                    Twice(first, row);
                }
                else
                {
                    said.Add(at, row);
                    var (statement, ofRow) = reader.Read(row, issued[at].Key, keyed[at]);
                    findings.AddRange(ofRow);
                    statements.AddRange(statement is null ? [] : [statement]);
                }
            }
        }

        if (!anything)
        {
            findings.Add(AnswerFindings.Empty.At(file, null, null));
        }

        return statements;

        void Twice(TaskRow first, TaskRow other)
        {
            if (AnswerRowReader.Inputs.All(column => FormText.Words(first.Text(column)) == FormText.Words(other.Text(column))))
            {
                return;
            }

            // Which of the two is meant nobody can tell, so neither counts.
            findings.Add(other.Say(file, TaskColumn.Status, TaskSheetFindings.Twice(first.Cell(TaskColumn.Status))));
            statements.RemoveAll(statement => statement.Row == first.Number && statement.Sheet == first.Sheet);
        }
    }

    private static void CheckTable(string file, TaskTable table, AnswerDays days, List<Finding> findings)
    {
        if (table.Rows.Count(row => row.IsHidden && AnswerRowReader.Inputs.Any(row.IsFilled)) is var hidden and > 0)
        {
            findings.Add(SubmittedFileFindings.HiddenRows(hidden).At(file, table.Sheet.Name, null));
        }

        if (table.IsCut)
        {
            findings.Add(SubmittedFileFindings.TableCut(TaskTable.MostRows).At(file, table.Sheet.Name, null));
        }

        if (days.DoubtfulCompletions is { Count: > 0 } doubtful)
        {
            findings.Add(TaskSheetFindings.DaysDoubtful(NameList.Of(doubtful)).At(file, table.Sheet.Name, doubtful[0]));
        }
    }
}
