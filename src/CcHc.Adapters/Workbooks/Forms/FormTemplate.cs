using System.Globalization;
using System.Text.RegularExpressions;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Drawing.Templates;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>What forms of one <see cref="FormShape"/> have in common (khuôn biểu mẫu), drawn once; a form fills in its agency and its rows.</summary>
internal sealed partial class FormTemplate
{
    private const int Issuer = 0, Period = 1, FooterWords = 2, FileTitle = 3, TaskRows = 4, FigureRows = 5, EntryRows = 6, EntryEnd = 7, TaskEnd = 8;

    // The last row of tasks stands there in the drawn ranges until a form has its own; the rows for work outside the plans follow.
    private const int LastTask = 60_001;
    private const int RowsBehind = FormLayout.ExtraRows + 1;

    private readonly WorkbookTemplate _template;
    private IReadOnlyList<string[]> _tasks = [], _figures = [], _entries = [];

    public FormTemplate(ReportForm first)
    {
        var shown = new FormWords(WorkbookTemplate.Gap(Issuer), WorkbookTemplate.Gap(Period), WorkbookTemplate.Gap(FooterWords));
        // Nothing the first agency gave stays in a drawing that others get.
        var drawn = first with
        {
            Figures = [.. first.Figures.Select(figure => figure with { Previous = null, PreviousText = FormFigureSheet.IsMarkedAsText(figure) ? "=" : "" })],
        };
        using var draft = new WorkbookDraft(WorkbookTemplate.Gap(FileTitle), first.IssuedOn);
        FormTaskSheet.Draw(draft, drawn, shown, LastTask);
        FormFigureSheet.Draw(draft, drawn, shown);
        FormNarrativeSheet.Draw(draft, drawn, shown);
        FormEntries.DrawFrame(draft);
        _template = WorkbookTemplate.Of(draft, (part, text) => Edit(part, text, drawn));
    }

    /// <param name="form">Of the template's shape.</param>
    public byte[] Fill(ReportForm form)
    {
        var words = FormWords.Of(form);
        return _template.Fill(
        [
            DrawnSheet.Xml(SafeText.Escape(words.Issuer)),
            DrawnSheet.Xml(SafeText.Escape(words.Period)),
            DrawnSheet.Footer(words.Footer),
            DrawnSheet.Xml(words.Footer),
            form.Rows.Count > 0 ? RowsBuffer.Of(_tasks, xml => FormTaskSheet.WriteRows(xml, form)) : default,
            form.Figures.Count > 0 ? RowsBuffer.Of(_figures, xml => FormFigureSheet.WriteRows(xml, form)) : default,
            RowsBuffer.Of(_entries, xml => FormEntries.Write(xml, form)),
            DrawnSheet.Number(FormEntries.Count(form)),
            .. Enumerable.Range(0, RowsBehind + 1).Select(behind => (ReadOnlyMemory<byte>)DrawnSheet.Number(FormTaskSheet.LastRow(form.Rows.Count) + behind)),
        ]);
    }

    private string Edit(string part, string text, ReportForm drawn)
    {
        switch (part)
        {
            case "xl/worksheets/sheet1.xml" when drawn.Rows.Count > 0:
                _tasks = DrawnSheet.ModelsIn(text, FormTaskSheet.RowsAt, FillRows.Models);
                return Ends(DrawnSheet.CutRows(text, FormTaskSheet.RowsAt, LastTask + 1, TaskRows));
            case "xl/worksheets/sheet2.xml" when drawn.Figures.Count > 0:
                _figures = DrawnSheet.ModelsIn(text, FormFigureSheet.RowsAt, drawn.Figures.Count);
                return DrawnSheet.CutRows(text, FormFigureSheet.RowsAt, next: null, FigureRows);
            case "xl/worksheets/sheet4.xml":
                _entries = DrawnSheet.ModelsIn(text, 1, FillRows.Models);
                return DrawnSheet.CutExtent(DrawnSheet.CutRows(text, 1, next: null, EntryRows), EntryEnd);
            case "xl/workbook.xml":
                return Ends(text);
            default:
                return text;
        }
    }

    private static string Ends(string text) => LastRows().Replace(text,
        found => WorkbookTemplate.Gap(TaskEnd + int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) - LastTask));

    [GeneratedRegex("(?<=[A-Z$\"])6000[1-7](?=[:\"<])", RegexOptions.CultureInvariant)]
    private static partial Regex LastRows();
}
