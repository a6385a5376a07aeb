using CcHc.Adapters.Workbooks.Drawing;
using CcHc.Core.PeriodReports.Consolidation;

namespace CcHc.Adapters.Workbooks.PeriodReports;

/// <summary>Where a row's value stands (các cột nguồn): the file and sheet in words, the cell as a link.</summary>
internal static class PlaceColumns
{
    public static TableColumn<T> Source<T>(Func<T, CellPlace?> place) =>
        new("Nguồn", 22, row => place(row) is { } at ? $"{FileNameOf(at.File)}, {at.Sheet}" : null);

    public static TableColumn<T> Cell<T>(Func<T, CellPlace?> place, SourceLinks links) => new("Ô", 7, row => place(row)?.Cell, ColumnLook.Centered)
    {
        Link = row => place(row) is { } at ? links.To(at.File, at.Sheet, at.Cell) : null,
    };

    private static string FileNameOf(string file) => file[(file.LastIndexOf('/') + 1)..];
}
