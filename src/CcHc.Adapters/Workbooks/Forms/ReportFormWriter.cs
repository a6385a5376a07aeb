using System.Collections.Concurrent;
using CcHc.Adapters.Files;
using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>
/// Writes the forms agencies fill in (biểu mẫu báo cáo): tasks, figures, narrative, and a hidden sheet by which a form is known again. What forms of one
/// list of figures have in common is drawn once; many may be written at a time.
/// </summary>
public sealed class ReportFormWriter
{
    private readonly ConcurrentDictionary<FormShape, Lazy<FormTemplate>> _templates = new();

    public static byte[] ToBytes(ReportForm form) => PackedWorkbook.Of(new ReportFormWriter().ToLooseBytes(form));

    /// <summary>Its parts are not yet compressed.</summary>
    public byte[] ToLooseBytes(ReportForm form) => _templates.GetOrAdd(FormShape.Of(form), _ => new(() => new FormTemplate(form))).Value.Fill(form);

    /// <summary>Draws every cell of it: what a filled template is held against.</summary>
    public static byte[] Drawn(ReportForm form)
    {
        var words = FormWords.Of(form);
        using var draft = new WorkbookDraft(words.Footer, form.IssuedOn);
        FormTaskSheet.Draw(draft, form, words);
        FormFigureSheet.Draw(draft, form, words);
        FormNarrativeSheet.Draw(draft, form, words);
        FormEntries.Draw(draft, form);
        using var bytes = new MemoryStream();
        draft.Save(bytes);
        return bytes.ToArray();
    }
}
