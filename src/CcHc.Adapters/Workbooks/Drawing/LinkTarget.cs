namespace CcHc.Adapters.Workbooks.Drawing;

/// <summary>Where a link leads (liên kết nguồn): a file as seen from the workbook's own folder, and a cell in it.</summary>
/// <param name="Address">A relative URI with everything but plain letters percent-encoded; empty within the same workbook.</param>
/// <param name="Location">"'Phụ lục 01'!F12"; empty for the file as a whole.</param>
public readonly record struct LinkTarget(string Address, string Location)
{
    /// <summary>A cell of the workbook the link stands in.</summary>
    public static LinkTarget Within(string sheet, string cell) => new("", LocationOf(sheet, cell));

    /// <param name="fromFolder">The folder the workbook with the link stands in.</param>
    public static string AddressOf(string fromFolder, string file)
    {
        var relative = Path.GetRelativePath(fromFolder, file);
        return Path.IsPathRooted(relative)
            ? new Uri(relative).AbsoluteUri
            : string.Join('/', relative.Split('/', Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
    }

    public static string LocationOf(string sheet, string cell) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{cell}";
}

/// <summary>Links from one workbook to the files of the shared folder; each file's address is worked out once.</summary>
/// <param name="folder">The folder the workbook with the links stands in.</param>
internal sealed class SourceLinks(string sharedFolder, string folder)
{
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    /// <param name="file">Relative to the shared folder.</param>
    /// <param name="sheet">Null for the file as a whole.</param>
    /// <param name="cell">Null for the sheet's first cell.</param>
    public LinkTarget? To(string file, string? sheet = null, string? cell = null)
    {
        if (file.Length == 0)
        {
            return null;
        }

        if (!_addresses.TryGetValue(file, out var address))
        {
            _addresses.Add(file, address = LinkTarget.AddressOf(folder, Path.Combine(sharedFolder, file)));
        }

        return new LinkTarget(address, sheet is null ? "" : LinkTarget.LocationOf(sheet, cell ?? "A1"));
    }
}
