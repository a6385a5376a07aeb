using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Forms;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>Writes the form an agency fills in (biểu mẫu báo cáo): tasks, figures, narrative, and a hidden sheet by which it is known again.</summary>
public static class ReportFormWriter
{
    public static byte[] ToBytes(ReportForm form)
    {
        using var draft = new WorkbookDraft(FormObligationText.FooterOf(form), form.IssuedOn);
        FormTaskSheet.Draw(draft, form);
        FormFigureSheet.Draw(draft, form);
        FormNarrativeSheet.Draw(draft, form);
        FormEntries.Draw(draft, form);
        using var bytes = new MemoryStream();
        draft.Save(bytes);
        return bytes.ToArray();
    }
}
