using System.IO.Compression;

namespace CcHc.Adapters.Files;

/// <summary>Whether a file is a paper to be read by people (văn bản, bản chụp), by its bytes; its name's ending is not asked.</summary>
public static class PaperFormat
{
    private const int HeadBytes = 1024;
    private const int TailBytes = 2048;

    /// <summary>A .pdf, .docx, .doc, .odt, .rtf or a picture of a page.</summary>
    public static bool IsPaper(ReadOnlySpan<byte> bytes) =>
        IsPdf(bytes) || bytes.StartsWith("{\\rtf"u8) || IsPicture(bytes) || IsOldWord(bytes) || (bytes.StartsWith("PK\x03\x04"u8) && IsWordPackage(bytes));

    /// <summary>A .pdf ends with its own mark; without it the file may still be on its way here.</summary>
    public static bool IsCutShort(ReadOnlySpan<byte> bytes) => IsPdf(bytes) && bytes[Math.Max(0, bytes.Length - TailBytes)..].IndexOf("%%EOF"u8) < 0;

    private static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, HeadBytes)].IndexOf("%PDF-"u8) >= 0;

    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])
            || bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])
        || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'I', (byte)'I', 0x2A, 0x00]) || bytes.StartsWith((ReadOnlySpan<byte>)[(byte)'M', (byte)'M', 0x00, 0x2A])
        || (bytes.Length > 12 && bytes[4..8].SequenceEqual("ftyp"u8) && (bytes[8..12].SequenceEqual("heic"u8) || bytes[8..12].SequenceEqual("mif1"u8)));

    /// <summary>A compound file whose directory, in UTF-16, names the stream of Word.</summary>
    private static bool IsOldWord(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
            && bytes.IndexOf(System.Text.Encoding.Unicode.GetBytes("WordDocument\0")) >= 0;

    private static bool IsWordPackage(ReadOnlySpan<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return zip.GetEntry("word/document.xml") is not null || IsOpenText(zip.GetEntry("mimetype"));
        }
        catch (InvalidDataException)
        {
            // Cut short or no package after all: the reader of workbooks says which.
            return false;
        }
    }

    private static bool IsOpenText(ZipArchiveEntry? mediaType)
    {
        if (mediaType is not { Length: > 0 and < 200 })
        {
            return false;
        }

        using var reader = new StreamReader(mediaType.Open());
        return reader.ReadToEnd().StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal);
    }
}
