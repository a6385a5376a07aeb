using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Adapters.Workbooks.Tables;
using CcHc.Core.PeriodReports.Forms;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>The form's hidden sheet (trang ẩn): what it is, whose, and the keys it went out with.</summary>
internal static class FormEntries
{
    public static void Draw(WorkbookDraft draft, ReportForm form)
    {
        var sheet = draft.AddSheet(FormLayout.HiddenSheet);
        var entries = Of(form).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            sheet.SetValue(i + 1, 1, entries[i].Name);
            FillTable.Put(sheet, i + 1, 2, entries[i].Value);
        }

        sheet.Column(1).Width = sheet.Column(2).Width = 16;
        SheetLock.Apply(sheet);
        sheet.Hidden = eWorkSheetHidden.Hidden;
    }

    private static IEnumerable<(string Name, string Value)> Of(ReportForm form) =>
    [
        (FormLayout.VersionEntry, FormLayout.Version),
        (FormLayout.PeriodEntry, form.Period.Code),
        (FormLayout.AgencyEntry, form.Agency.Code),
        (FormLayout.TokenEntry, form.Token),
        .. form.Rows.Select(row => (FormLayout.RowEntry, row.Key)),
        .. form.Figures.Select(figure => (FormLayout.FigureEntry, figure.Indicator.Code)),
    ];
}
