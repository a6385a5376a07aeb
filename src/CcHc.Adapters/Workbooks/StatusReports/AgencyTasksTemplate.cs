using System.Globalization;
using System.Text;
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
            Text(SafeText.Escape(name)),
            // In a footer & opens a code; doubled it is a plain ampersand.
            Text(name.Replace("&", "&&", StringComparison.Ordinal)),
            RowsBuffer.Of(_tasks.Models, new TableRows<AssessedObligation>(table).Write),
            Text(TableFrame.HeaderRow + table.RowCount),
            hasAnswers ? RowsBuffer.Of(_answers, xml => AnswerSheetWriter.WriteRows(xml, answers)) : default,
            Text(AnswerSheetWriter.LastRow(answers.Rows.Count)),
            hasAnswers ? RowsBuffer.Of(_entries, xml => AnswerSheetWriter.WriteEntries(xml, answers)) : default,
            Text(AnswerSheetWriter.CountEntries(answers)),
        ]);
    }

    private string Edit(string part, string text)
    {
        switch (part)
        {
            case "xl/worksheets/sheet1.xml":
                return OfFooter(text);
            case "xl/worksheets/sheet2.xml":
                _answers = ModelsIn(text);
                return OfFooter(CutRows(text, AnswerSheetWriter.FirstRow, AnswerRows, AnswerEnd));
            case "xl/worksheets/sheet3.xml":
                _entries = ModelsIn(text);
                return CutRows(text, 1, EntryRows, EntryEnd);
            case "xl/workbook.xml":
                return Ends(text);
            default:
                return text;
        }
    }

    /// <summary>In a sheet the agency's name stands in the footer only: its cells point at the workbook's texts.</summary>
    private static string OfFooter(string text) => Ends(text).Replace(WorkbookTemplate.Gap(Name), WorkbookTemplate.Gap(FooterName), StringComparison.Ordinal);

    private static string Ends(string text) => LastRows().Replace(text, found => WorkbookTemplate.Gap(found.ValueSpan is "60001" ? TaskEnd : AnswerEnd));

    private static string CutRows(string text, int first, int gap, int end)
    {
        var from = text.IndexOf(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{first}\""), StringComparison.Ordinal);
        var cut = text[..from] + WorkbookTemplate.Gap(gap) + text[text.IndexOf("</sheetData>", StringComparison.Ordinal)..];
        return Extent().Replace(cut, found => found.Groups[1].Value + WorkbookTemplate.Gap(end) + "\"", 1);
    }

    /// <summary>The styles of the last rows that were drawn, one array a row.</summary>
    private static IReadOnlyList<string[]> ModelsIn(string text) =>
    [
        .. Rows().Matches(text).TakeLast(Tables.FillRows.Models)
            .Select(row => Cells().Matches(row.Value).Select(cell => cell.Groups[1].Success ? cell.Groups[1].Value : "0").ToArray()),
    ];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(System.Security.SecurityElement.Escape(text));

    private static byte[] Text(int number) => Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex("(?<=[A-Z$])6000[12](?=[\"<])", RegexOptions.CultureInvariant)]
    private static partial Regex LastRows();

    [GeneratedRegex("(<dimension ref=\"A1:[A-Z]+)[0-9]+\"", RegexOptions.CultureInvariant)]
    private static partial Regex Extent();

    [GeneratedRegex("<row r=\"[0-9]+\".*?</row>", RegexOptions.CultureInvariant)]
    private static partial Regex Rows();

    [GeneratedRegex("<c r=\"[A-Z]+[0-9]+\"(?: s=\"([0-9]+)\")?", RegexOptions.CultureInvariant)]
    private static partial Regex Cells();
}
