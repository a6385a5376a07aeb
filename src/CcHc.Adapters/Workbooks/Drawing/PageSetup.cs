using System.Globalization;
using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>The printed page (thiết lập trang in): A4 landscape, as wide as the paper and as many pages long as it takes.</summary>
internal static class PageSetup
{
    /// <param name="repeatedRows">First and last row printed again on every page; null for none.</param>
    /// <param name="footer">What the printed sheet is, on every page beside its number.</param>
    public static void ApplyA4Landscape(ExcelWorksheet sheet, (int First, int Last)? repeatedRows, string footer)
    {
        var page = sheet.PrinterSettings;
        page.PaperSize = ePaperSize.A4;
        page.Orientation = eOrientation.Landscape;
        page.FitToPage = true;
        page.FitToWidth = 1;
        page.FitToHeight = 0;
        page.TopMargin = page.BottomMargin = Centimetres(1.8m);
        page.LeftMargin = Centimetres(2);
        page.RightMargin = Centimetres(1.5m);
        page.HeaderMargin = page.FooterMargin = Centimetres(0.8m);
        page.HorizontalCentered = true;
        if (repeatedRows is { } rows)
        {
            page.RepeatRows = new ExcelAddress(string.Create(CultureInfo.InvariantCulture, $"${rows.First}:${rows.Last}"));
        }

        // In a footer & opens a code; doubled it is a plain ampersand.
        const string font = $"&\"{SheetStyle.FontName},Italic\"&10";
        sheet.HeaderFooter.differentFirst = false;
        sheet.HeaderFooter.differentOddEven = false;
        sheet.HeaderFooter.OddFooter.LeftAlignedText = font + footer.Replace("&", "&&", StringComparison.Ordinal);
        sheet.HeaderFooter.OddFooter.RightAlignedText = $"{font}Trang {ExcelHeaderFooter.PageNumber}/{ExcelHeaderFooter.NumberOfPages}";
    }

    /// <summary>In inches, as the page is stored.</summary>
    private static decimal Centimetres(decimal length) => decimal.Round(length / 2.54m, 3);
}
