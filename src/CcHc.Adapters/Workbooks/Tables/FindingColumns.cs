using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.Findings;

using Column = CcHc.Adapters.Workbooks.Drawing.TableColumn<CcHc.Core.Findings.Finding>;

namespace CcHc.Adapters.Workbooks.Tables;

/// <summary>What the workbooks' tables say of a finding (các cột của một cảnh báo).</summary>
internal static class FindingColumns
{
    public static readonly Column Severity = new("Mức", 11, f => StatusText.Of(f.Severity), ColumnLook.Centered) { ShowsTone = true };
    public static readonly Column Kind = new("Loại", 18, f => FindingKinds.NameOf(f.Code));
    public static readonly Column File = new("Tệp", 30, f => f.File);
    public static readonly Column Sheet = new("Trang", 18, f => f.Sheet);

    /// <summary>Links to the cell, the sheet or the file, whichever the finding is about.</summary>
    public static Column Cell(SourceLinks links) => new("Ô", 10, f => f.Cell ?? (f.Sheet is null ? "cả tệp" : "cả trang"), ColumnLook.Centered)
    {
        Link = f => links.To(f.File, f.Sheet, f.Cell),
    };

    public static Column Message(string header) => new(header, 46, f => f.Message);

    public static Column Remedy(string header) => new(header, 46, f => f.Remedy);
}
