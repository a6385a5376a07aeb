using OfficeOpenXml;

namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>Keeps what is not to be typed as it was written (khóa trang tính). There is no password: it guards against slips, not against people.</summary>
internal static class SheetLock
{
    /// <summary>Unlocked cells are written in; rows and columns may be made larger, and the list filtered.</summary>
    public static void Apply(ExcelWorksheet sheet)
    {
        var protection = sheet.Protection;
        protection.IsProtected = true;
        protection.AllowSelectLockedCells = true;
        protection.AllowSelectUnlockedCells = true;
        protection.AllowFormatRows = true;
        protection.AllowFormatColumns = true;
        protection.AllowSort = true;
        protection.AllowAutoFilter = true;
    }
}
