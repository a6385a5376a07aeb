using System.Runtime.InteropServices;
using System.Text;

namespace CcHc.Adapters.Workbooks.Reading;

/// <summary>What a file is by its bytes; its name's ending (phần mở rộng) is not asked.</summary>
internal enum WorkbookFormat { Empty, Zip, ExcelBinary, EncryptedPackage, OtherCompound, Markup, PlainText, Unknown }

internal static class WorkbookFormats
{
    private static ReadOnlySpan<byte> CompoundMark => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static WorkbookFormat Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return WorkbookFormat.Empty;
        }

        if (bytes.StartsWith("PK\x03\x04"u8) || bytes.StartsWith("PK\x05\x06"u8))
        {
            return WorkbookFormat.Zip;
        }

        return bytes.StartsWith(CompoundMark) ? OfCompound(bytes) : OfText(bytes[..Math.Min(bytes.Length, 4096)]);
    }

    /// <summary>The names of a compound file's streams stand in its directory in UTF-16.</summary>
    private static WorkbookFormat OfCompound(ReadOnlySpan<byte> bytes)
    {
        if (Names(bytes, "Workbook\0") || Names(bytes, "Book\0"))
        {
            return WorkbookFormat.ExcelBinary;
        }

        return Names(bytes, "EncryptedPackage\0") ? WorkbookFormat.EncryptedPackage : WorkbookFormat.OtherCompound;
    }

    /// <summary>Names of streams are compared without their case ([MS-CFB] 2.6.4): some programs write WORKBOOK.</summary>
    private static bool Names(ReadOnlySpan<byte> bytes, string stream) =>
        MemoryMarshal.Cast<byte, char>(bytes).Contains(stream, StringComparison.OrdinalIgnoreCase);

    private static WorkbookFormat OfText(ReadOnlySpan<byte> start)
    {
        var body = start.StartsWith(Encoding.UTF8.Preamble) ? start[3..] : start;
        var first = body.IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0)
        {
            return WorkbookFormat.PlainText;
        }

        if (body[first] == '<')
        {
            return WorkbookFormat.Markup;
        }

        var isUtf16 = body.StartsWith(Encoding.Unicode.Preamble) || body.StartsWith(Encoding.BigEndianUnicode.Preamble);
        return isUtf16 || !HasControlBytes(body) ? WorkbookFormat.PlainText : WorkbookFormat.Unknown;
    }

    private static bool HasControlBytes(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b < ' ' && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f'))
            {
                return true;
            }
        }

        return false;
    }
}
