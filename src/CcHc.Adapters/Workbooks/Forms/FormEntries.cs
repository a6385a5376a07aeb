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

        Finish(sheet);
    }

    /// <summary>The sheet without its entries; of those only the looks, as <see cref="FillRows"/> takes them.</summary>
    public static void DrawFrame(WorkbookDraft draft)
    {
        var sheet = draft.AddSheet(FormLayout.HiddenSheet);
        sheet.Cells[1, 1, FillRows.Models, 2].Style.QuotePrefix = false;
        sheet.Cells[FillRows.Models, 1, FillRows.Models, 2].Style.QuotePrefix = true;
        Finish(sheet);
    }

    public static int Count(ReportForm form) => Of(form).Count();

    public static void Write(SheetRowsXml xml, ReportForm form) => Write(xml, Of(form));

    public static void Write(SheetRowsXml xml, IEnumerable<(string Name, string Value)> entries)
    {
        foreach (var (i, entry) in entries.Index())
        {
            FillRows.WriteBare(xml, i + 1, entry.Name, entry.Value);
        }
    }

    private static void Finish(ExcelWorksheet sheet)
    {
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
