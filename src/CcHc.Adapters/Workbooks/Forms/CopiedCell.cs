using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Sheets;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Forms;

/// <summary>
/// Writes a read cell again (ô chép lại) so that reading it gives the same: a value, never a formula. An error leaves its cell empty: as text it would come
/// back as an answer.
/// </summary>
internal static class CopiedCell
{
    public static void Put(ExcelRange target, SheetCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                target.Value = SafeText.Cell(cell.Text);
                target.Style.QuotePrefix = SafeText.LooksLikeFormula(cell.Text);
                break;
            case CellKind.Date when cell.Date is not null:
                target.Value = DateTime.FromOADate(cell.Number);
                target.Style.Numberformat.Format = SheetStyle.DayFormat;
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
}
