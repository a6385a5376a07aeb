using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace CcHc.Adapters.Workbooks.Drawing.Templates;

/// <summary>
/// A workbook drawn once, with gaps where copies differ (khuôn sổ): styles, headings, widths and rules are made by EPPlus the first time; a copy is its
/// unchanged text with the gaps filled.
/// </summary>
/// <param name="date">Stands at every part in place of the clock.</param>
internal sealed partial class WorkbookTemplate(IReadOnlyList<TemplatePart> parts, DateTime date)
{
    /// <summary>Stands in a drawn workbook where a copy says something of its own: letters no register has and XML leaves as they are.</summary>
    public static string Gap(int number) => $"\uE000{number}\uE001";

    /// <param name="edit">Puts the gaps of a part into its text: its name, its text.</param>
    public static WorkbookTemplate Of(WorkbookDraft draft, Func<string, string, string> edit)
    {
        using var saved = new MemoryStream();
        draft.Save(saved);
        using var zip = new ZipArchive(saved, ZipArchiveMode.Read);
        var parts = new List<TemplatePart>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            parts.Add(new TemplatePart(entry.FullName, Pieces(edit(entry.FullName, reader.ReadToEnd()))));
        }

        return new WorkbookTemplate(parts, draft.Date);
    }

    /// <summary>Writes a copy, its parts uncompressed: whoever keeps or sends it packs it.</summary>
    /// <param name="fillings">By the number of the gap.</param>
    public byte[] Fill(IReadOnlyList<ReadOnlyMemory<byte>> fillings)
    {
        using var target = new MemoryStream(parts.Sum(part => part.Length(fillings) + 2 * part.Name.Length + 128));
        using (var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                var entry = zip.CreateEntry(part.Name, CompressionLevel.NoCompression);
                entry.LastWriteTime = date;
                using var content = entry.Open();
                part.Write(content, fillings);
            }
        }

        return target.ToArray();
    }

    private static IReadOnlyList<TemplatePiece> Pieces(string text)
    {
        var pieces = new List<TemplatePiece>();
        var from = 0;
        foreach (Match gap in Gaps().Matches(text))
        {
            pieces.Add(new TemplatePiece(Encoding.UTF8.GetBytes(text[from..gap.Index]),
                int.Parse(gap.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)));
            from = gap.Index + gap.Length;
        }

        pieces.Add(new TemplatePiece(Encoding.UTF8.GetBytes(text[from..]), null));
        return pieces;
    }

    [GeneratedRegex("\uE000([0-9]+)\uE001", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();
}

/// <summary>Text that is the same in every copy, and the gap behind it.</summary>
/// <param name="Gap">Null at the end of a part.</param>
internal sealed record TemplatePiece(byte[] Text, int? Gap);

/// <summary>A file of the workbook's package.</summary>
internal sealed record TemplatePart(string Name, IReadOnlyList<TemplatePiece> Pieces)
{
    public int Length(IReadOnlyList<ReadOnlyMemory<byte>> fillings) =>
        Pieces.Sum(piece => piece.Text.Length + (piece.Gap is { } gap ? fillings[gap].Length : 0));

    public void Write(Stream target, IReadOnlyList<ReadOnlyMemory<byte>> fillings)
    {
        foreach (var piece in Pieces)
        {
            target.Write(piece.Text);
            if (piece.Gap is { } gap)
            {
                target.Write(fillings[gap].Span);
            }
        }
    }
}
