using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CcHc.Hostile.Corpus;

/// <summary>The parts of a good .xlsx, to be spoilt one by one (các thành phần). The sheet meant is its longest one.</summary>
internal sealed partial class SeedWorkbook
{
    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.Ordinal);

    public SeedWorkbook(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(content);
            _parts[entry.FullName] = content.ToArray();
        }

        Sheet = _parts.Keys.Where(name => name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).MaxBy(name => _parts[name].Length)!;
        var xml = this[Sheet];
        LastRow = RowNumber().Matches(xml).Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).Max();
        Row = FullestRow(xml);
    }

    public static SeedWorkbook Of(Place place) => new(Seeds.Of(place));

    public IReadOnlyCollection<string> Parts => _parts.Keys;

    /// <summary>Name of the sheet's part.</summary>
    public string Sheet { get; }

    public int LastRow { get; }

    /// <summary>XML of the lowest row with the most cells: a task, an agency, a day off.</summary>
    public string Row { get; }

    public string this[string part] => Encoding.UTF8.GetString(_parts[part]);

    public SeedWorkbook Part(string name, string xml) => Part(name, Encoding.UTF8.GetBytes(xml));

    public SeedWorkbook Part(string name, byte[] content)
    {
        _parts[name] = content;
        return this;
    }

    public SeedWorkbook Without(string part)
    {
        _parts.Remove(part);
        return this;
    }

    public SeedWorkbook Rename(string part, string name)
    {
        _parts.Remove(part, out var content);
        _parts[name] = content!;
        return this;
    }

    public SeedWorkbook Edit(string part, Func<string, string> edit) => Part(part, edit(this[part]));

    /// <summary>Rows below all others.</summary>
    public SeedWorkbook Below(IEnumerable<string> rows) => Edit(Sheet, xml => InsertBefore(xml, "</sheetData>", string.Concat(rows)));

    /// <summary>So many more rows like the fullest one, numbered on.</summary>
    public SeedWorkbook Copies(int count) => Below(Enumerable.Range(LastRow + 1, count).Select(number => Renumber(Row, number)));

    public SeedWorkbook Merges(IEnumerable<string> areas) => Edit(Sheet, xml =>
    {
        var merges = string.Concat(areas.Select(area => $"<mergeCell ref=\"{area}\"/>"));
        return xml.Contains("</mergeCells>", StringComparison.Ordinal)
            ? InsertBefore(xml, "</mergeCells>", merges)
            : xml.Replace("</sheetData>", $"</sheetData><mergeCells>{merges}</mergeCells>", StringComparison.Ordinal);
    });

    /// <summary>A row with other texts in all its cells.</summary>
    public static string Retext(string row, Func<int, string> textOfCell)
    {
        var index = 0;
        return Cell()
            .Replace(row, match => $"<c r=\"{match.Groups[1].Value}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{textOfCell(index++)}</t></is></c>");
    }

    public static string Renumber(string row, int number) =>
        CellAddress().Replace(RowNumber().Replace(row, $"<row r=\"{number}\"", 1), $" r=\"${{1}}{number}\"");

    public byte[] ToBytes(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                var entry = zip.CreateEntry(name, level);
                entry.LastWriteTime = new DateTimeOffset(2026, 6, 12, 8, 0, 0, TimeSpan.Zero);
                using var part = entry.Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static string InsertBefore(string xml, string tag, string inserted) => xml.Insert(xml.LastIndexOf(tag, StringComparison.Ordinal), inserted);

    private static string FullestRow(string xml) =>
        WholeRow().Matches(xml).Select(match => match.Value).Select((row, i) => (Row: row, Cells: Filled().Count(row), i)).OrderByDescending(one => one.Cells)
            .ThenByDescending(one => one.i).First().Row;

    [GeneratedRegex("<row [^>]*?\\br=\"([0-9]+)\"")]
    private static partial Regex RowNumber();

    [GeneratedRegex(" r=\"([A-Z]+)[0-9]+\"")]
    private static partial Regex CellAddress();

    [GeneratedRegex("<row .*?</row>", RegexOptions.Singleline)]
    private static partial Regex WholeRow();

    [GeneratedRegex("<(v|is)>")]
    private static partial Regex Filled();

    [GeneratedRegex("<c [^>]*?\\br=\"([A-Z]+[0-9]+)\"[^>]*?(?:/>|>.*?</c>)", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
