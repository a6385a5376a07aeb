using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Sheets;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>
/// Writes a read cell again (ô chép lại) so that reading it gives the same: a value, never a formula. An error leaves its cell empty: as text it would come
/// back as an answer. What is taken back, or shows only a part of itself, does so in the copy.
/// </summary>
internal static class CopiedCell
{
    public static void Put(ExcelRange target, SheetCell cell)
    {
        PutValue(target, cell);
        if (cell.Has(CellTraits.Strikethrough))
        {
            target.Style.Font.Strike = true;
        }

        if (cell.Has(CellTraits.ValueHidden))
        {
            target.Style.Numberformat.Format = ";;;";
        }
    }

    private static void PutValue(ExcelRange target, SheetCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                target.Value = SafeText.Cell(cell.Text);
                if (SafeText.LooksLikeFormula(cell.Text))
                {
                    target.Style.QuotePrefix = true;
                }

                break;
            case CellKind.Date when cell.Date is not null:
                target.Value = DateTime.FromOADate(cell.Number);
                target.Style.Numberformat.Format = FormatOf(cell);
                break;
            case CellKind.Number or CellKind.Date:
                target.Value = cell.Number;
                if (cell.Text.EndsWith('%'))
                {
                    target.Style.Numberformat.Format = "0.##%";
                }

                break;
            case CellKind.Boolean:
                target.Value = cell.Number != 0;
                break;
        }
    }

    private static string FormatOf(SheetCell day) =>
        day.Has(CellTraits.MonthOnly) ? "mm/yyyy" : day.Has(CellTraits.YearHidden) ? "dd/mm" : SheetStyle.DayFormat;
}
