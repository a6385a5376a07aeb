using System.Text.RegularExpressions;
using CcHc.Adapters.Workbooks.Answers;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Drawing.Templates;
using CcHc.Core.AnswerSheets;
using CcHc.Core.Obligations;

namespace CcHc.Adapters.Workbooks.StatusReports;

/// <summary>What the workbooks of one day have in common (khuôn phụ lục của một ngày): everything but the agency's name and its rows.</summary>
internal sealed partial class AgencyTasksTemplate
{
    private const int Name = 0, FooterName = 1, TaskRows = 2, TaskEnd = 3, AnswerRows = 4, AnswerEnd = 5, EntryRows = 6, EntryEnd = 7;

    // Rows that stand in the drawn ranges until a copy has its own last ones.
    private const int LastTask = 60_001;
    private const int LastAnswer = 60_002;

    private readonly WorkbookTemplate _template;
    private readonly RowsGap _tasks;
    private IReadOnlyList<string[]> _answers = [];
    private IReadOnlyList<string[]> _entries = [];

    /// <param name="agencyName">Null leaves a gap for it.</param>
    public AgencyTasksTemplate(DateOnly asOf, string? agencyName, bool hasRows, bool hasAnswers)
    {
        var name = agencyName ?? WorkbookTemplate.Gap(Name);
        var rows = hasRows ? LastTask - TableFrame.HeaderRow : 0;
        var table = AgencyTasksTable.Of(name, asOf, new AssessedObligation[rows], null);
        _tasks = new RowsGap(TaskRows, table.Columns.Count, hasRows ? LastTask : TableFrame.FirstBodyRow);
        using var draft = new WorkbookDraft("Nhiệm vụ cải cách hành chính của " + name, asOf);
        draft.AddTable(table, _tasks);
        if (hasAnswers)
        {
            AnswerSheetWriter.DrawFrame(draft, name, asOf, LastAnswer);
        }

        _template = WorkbookTemplate.Of(draft, Edit);
    }

    public byte[] Fill(string agencyName, TableSheet<AssessedObligation> table, AnswerSheet answers)
    {
        var name = SafeText.Cell(agencyName);
        var hasAnswers = answers.Rows.Count > 0;
        return _template.Fill(
        [
            DrawnSheet.Xml(SafeText.Escape(name)),
            DrawnSheet.Footer(name),
            RowsBuffer.Of(_tasks.Models, new TableRows<AssessedObligation>(table).Write),
            DrawnSheet.Number(TableFrame.HeaderRow + table.RowCount),
            hasAnswers ? RowsBuffer.Of(_answers, xml => AnswerSheetWriter.WriteRows(xml, answers)) : default,
            DrawnSheet.Number(AnswerSheetWriter.LastRow(answers.Rows.Count)),
            hasAnswers ? RowsBuffer.Of(_entries, xml => AnswerSheetWriter.WriteEntries(xml, answers)) : default,
            DrawnSheet.Number(AnswerSheetWriter.CountEntries(answers)),
        ]);
    }

    private string Edit(string part, string text)
    {
        switch (part)
        {
            case "xl/worksheets/sheet1.xml":
                return OfFooter(text);
            case "xl/worksheets/sheet2.xml":
                _answers = DrawnSheet.ModelsIn(text, AnswerSheetWriter.FirstRow, Tables.FillRows.Models);
                return OfFooter(DrawnSheet.CutExtent(DrawnSheet.CutRows(text, AnswerSheetWriter.FirstRow, next: null, AnswerRows), AnswerEnd));
            case "xl/worksheets/sheet3.xml":
                _entries = DrawnSheet.ModelsIn(text, 1, Tables.FillRows.Models);
                return DrawnSheet.CutExtent(DrawnSheet.CutRows(text, 1, next: null, EntryRows), EntryEnd);
            case "xl/workbook.xml":
                return Ends(text);
            default:
                return text;
        }
    }

    /// <summary>In a sheet the agency's name stands in the footer only: its cells point at the workbook's texts.</summary>
    private static string OfFooter(string text) => Ends(text).Replace(WorkbookTemplate.Gap(Name), WorkbookTemplate.Gap(FooterName), StringComparison.Ordinal);

    private static string Ends(string text) => LastRows().Replace(text, found => WorkbookTemplate.Gap(found.ValueSpan is "60001" ? TaskEnd : AnswerEnd));

    [GeneratedRegex("(?<=[A-Z$])6000[12](?=[\"<])", RegexOptions.CultureInvariant)]
    private static partial Regex LastRows();
}
